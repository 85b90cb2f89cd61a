package extract

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/deaths"
)

// TestReported holds texts in which systems like this one were reported to go wrong:
// by line a record's trigger, first actor, lower bound of the dead (- where there is
// none), modality, status, scope, and the deaths of the incident where they stand on it.
func TestReported(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a tally of a year", "Jihadist groups have killed more than 2,000 people in West Africa this year, the think tank said. Militants attacked an army post in the Sahel on Monday, killing seven soldiers.", []string{
			"killed | Jihadist groups | 2001 | actual claimed aggregate |",
			"attacked | Militants | 7 | actual reported single | 7",
		}},
		{"a toll that rises", "An air strike on a market in Taiz on Monday killed 25 people, including nine children and four women, medics said. The death toll later rose to 28 after three of the wounded died in hospital.", []string{
			"air strike | - | 25 | actual claimed single |",
			"death toll | - | 28 | actual reported single | 28",
		}},
		{"two gunmen", "A man armed with a rifle killed two deputies outside a courthouse in Moscow, Idaho on Monday, the sheriff's office said. A local television station reported that a second gunman wounded three bystanders before he fled.", []string{
			"killed | A man | 2 | actual claimed single | 2",
			"wounded | a second gunman | - | actual claimed single |",
		}},
		{"nobody was hurt", "Rebels fired rockets at the airport in Goma on Monday. Nobody was killed, the army said.", []string{
			"fired | Rebels | - | actual reported single |",
			"killed | - | - | negated claimed single |",
		}},
		{"nobody was killed, says another", "Five people were killed in a blast in Gao on Monday, medics said. Nobody was killed, the army said.", []string{
			"blast | - | 5 | actual denied single |",
			"killed | - | - | negated claimed single |",
		}},
		{"no confirmation of the attack", "Rebels killed 12 villagers in Beni on Monday, residents said. There was no independent confirmation of the attack.", []string{
			"killed | Rebels | 12 | actual unverified single | 12",
			"attack | - | - | actual reported single |",
		}},
		{"not, never, would", "Iran threatened to strike Haifa. The rebels failed to capture Sabha. The army never shelled Sabha.", []string{
			"strike | Iran | - | planned claimed single |",
			"capture | The rebels | - | hypothetical reported single |",
			"shelled | The army | - | negated reported single |",
		}},
		{"rivals of unlike dead", "According to rebels, government jets killed 30 villagers in Kutkai on Monday; the junta, which denies this, says it killed 30 rebels.", []string{
			"killed | government jets | 30 | actual denied single |",
			"killed | it | 30 | actual claimed single | 30",
		}},
		{"dates before subjects", "On 12.03.2023 rebels attacked Rutshuru. On 2023-03-11 soldiers shelled Masisi. On 10-Mar-23 militiamen raided Fizi, killing four. On Mar. 8 gunmen attacked Bukavu. 14 March 2023: soldiers killed three rebels in Goma.", []string{
			"attacked | rebels | - | actual reported single |",
			"shelled | soldiers | - | actual reported single |",
			"raided | militiamen | 4 | actual reported single | 4",
			"attacked | gunmen | - | actual reported single |",
			"killed | soldiers | 3 | actual reported single | 3",
		}},
		{"a quoted verb", "Turkish forces \"neutralized\" five PKK militants in northern Iraq, the ministry said.", []string{
			"neutralized | Turkish forces | 5 | actual claimed single | 5",
		}},
		{"up to", "Militants wiped out up to 210 soldiers in Mali, sources said.", []string{
			"wiped out | Militants | - | actual claimed single | 1",
		}},
		{"a half thousand", "Nearly one and a half thousand people died in fighting in Benue on Monday. Between two and three dozen fighters were killed in Gwoza.", []string{
			"fighting | - | 1500 | actual reported single | 1500",
			"killed | - | 24 | actual reported single | 24",
		}},
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.text, Published: "2023-03-14"})
		if err != nil {
			t.Fatal(err)
		}
		of := deaths.OfIncidents(r.Events, deaths.DefaultUnknown)
		var got []string
		for i, e := range r.Events {
			actor, dead, sum := "-", "-", ""
			if len(e.Actors) > 0 {
				actor = e.Actors[0].Text
			}
			for _, k := range deaths.Disjoint(e.Casualties, "killed") {
				if k.Min != nil {
					dead = fmt.Sprint(*k.Min)
				}
			}
			if of[i] != nil {
				sum = fmt.Sprintf(" %d", *of[i])
			}
			got = append(got, fmt.Sprintf("%s | %s | %s | %s %s %s |%s", e.Trigger.Text, actor, dead, e.Modality, e.Status, e.Scope, sum))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(c.want, "\n"); g != w {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, g, w)
		}
	}
}
