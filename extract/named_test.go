package extract

import (
	"cmp"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/record"
)

// TestNamed holds whom the dictionary says the actor and the target of the last record
// of a text are.
func TestNamed(t *testing.T) {
	x := newExtractor(t)
	first := func(ps []record.Party) string {
		if len(ps) == 0 {
			return "nobody"
		}
		return cmp.Or(ps[0].ID, "-")
	}
	for _, c := range []struct{ text, actor, target string }{
		{"The Taliban said that US troops had killed two of its fighters in Kunduz.", "USA-MIL", "taliban"},
		{"The Houthis said a US strike killed two of its fighters in Hodeidah.", "USA-GOV", "houthis"},
		{"\"US soldiers killed our men in Ramadi,\" the Islamic State said.", "USA-MIL", "islamic-state"},
		{"Islamic State militants attacked Kobani. The Kurdish fighters killed ten men.", "-", "-"},
		{"The PKK attacked a base in Sirnak. The Kurdish militants killed three policemen.", "pkk", "TUR-POL"},
		{"The Syrian Democratic Forces entered Manbij. The Kurdish-led alliance killed 20 people.", "sdf", "-"},
		{"The Islamic State attacked Menaka. The Tuareg rebels killed four of its men.", "-", "islamic-state"},
		{"The MNLA attacked Kidal. The Tuareg rebels killed four people.", "mnla", "-"},
		{"Turkish troops shelled Afrin. The Kurdish-led forces killed two people.", "-", "-"},
		{"The Islamic State attacked Kobani. Kurdish fighters killed ten of the militants.", "-", "islamic-state"},
		{"The Islamic State attacked Kobani. Fighters of the YPG killed the militants.", "ypg", "islamic-state"},
		{"Hamas said that soldiers had killed us in Jenin.", "-", "hamas"},
	} {
		r := extractText(t, x, article.Input{ID: "named", Text: c.text})
		if len(r.Events) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		e := r.Events[len(r.Events)-1]
		if a, b := first(e.Actors), first(e.Targets); a != c.actor || b != c.target {
			t.Errorf("%s: got %s and %s, want %s and %s", c.text, a, b, c.actor, c.target)
		}
	}
}
