package extract

import (
	"context"
	"testing"

	"sitrep/extract/article"
)

// TestPartsOfAToll holds that the dead of one happening that the toll of several counts
// are not counted again, and those of others are.
func TestPartsOfAToll(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		dead int
	}{
		{"Air strikes killed at least 26 people across Yemen on Tuesday, medics said. A strike on a market in Saada left six dead.", 26},
		{"Air strikes killed at least 26 people across Yemen on Tuesday, medics said. In Kabul a suicide bomber killed six people.", 32},
		{"Air strikes killed at least 26 people across Yemen on Tuesday, medics said. A strike on a market in Saada left six dead on 3 March 2016.", 32},
		{"A series of bombings killed 41 people across Iraq on Thursday. A car bomb in Baghdad killed 13 people. Another bombing in Mosul killed three policemen.", 41},
		{"32 people killed in Daraa and Aleppo. A car bomb killed 22 people in Daraa on Friday. Ten people were killed in the shelling of Aleppo.", 32},
		{"32 killed in two attacks in Somalia. A car bomb killed at least 22 people in Baidoa on Friday. Ten people were killed when gunmen raided a village near Jowhar.", 32},
		{"Attacks in Basra and Mosul killed seven people on Friday. Six shoppers were killed by rockets fired at a market in Mosul. A roadside bomb in Basra killed a driver.", 7},
		{"Two suicide bombings killed 49 people in Charikar and Kabul on Tuesday. The first attack killed 27 people at a rally. Twenty-two people died in the second bombing. Women and children are among the dead in both attacks, and several soldiers were killed.", 49},
		{"Gunmen killed 21 farmers in Safra village on Monday. On Wednesday, militants shot dead six herders near Tola. A girl was among those killed.", 27},
		{"Rebels shot dead two women and four boys in Oro on Monday. The mayor said the two women and four boys had been shot dead on the road.", 6},
		{"A suicide bomber killed nine people at a market in Gao on Monday; the bomber also died.", 10},
		{"A car bomb exploded near a checkpoint in Mogadishu on Thursday, killing at least 11 people, police said. Three more died of their wounds overnight, the hospital reported.", 14},
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.text, Published: "2017-06-15"})
		if err != nil {
			t.Fatal(err)
		}
		n := sumOfDeaths(r.Events)
		if n != c.dead {
			t.Errorf("%s\n got %d dead, want %d", c.text, n, c.dead)
		}
	}
}
