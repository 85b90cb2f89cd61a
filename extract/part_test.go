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
