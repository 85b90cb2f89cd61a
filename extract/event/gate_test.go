package event

import (
	"os"
	"path/filepath"
	"testing"

	"sitrep/extract/rules"
)

func TestGate(t *testing.T) {
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	gate := NewGate(set, false)
	for _, c := range []struct {
		text         string
		opens, hints bool
	}{
		{"Her uncle is a botanist.", false, false},
		{"Rebels shelled the town.", true, true},
		{"Jets struck; the mob was SHOT at.", true, true},
		{"They car-bombed the gate.", true, true}, // less than a word
		{"The shop didn’t burn.", true, true},
		{"Canada's donors don't sing.", true, true},
		{"Canada's donors won’t join, the company’s board can't.", false, true}, // their words are Canada, company, wo and ca
		{"The strikers' rock'n'roll.", true, true},                              // no more is known of a word with two apostrophes
		{"She made tea for us.", false, true},                                   // no arrest, no gain
		{"The strikers' coach picked a new captain.", true, true},
		{"The fire brigade is a marvel, a delight.", true, true}, // fire needs nothing
		{"Ünal said so.", false, false},
	} {
		if got := gate.opens(c.text); got != c.opens {
			t.Errorf("%q opens the gate: %t", c.text, got)
		}
		if got := gate.hints(c.text); got != c.hints {
			t.Errorf("%q hints at an event: %t", c.text, got)
		}
	}
	for _, r := range set.Rules {
		for _, s := range r.Find {
			if !gate.opens(s.Text) {
				t.Errorf("%s: a sentence that the rule finds is skipped: %s", r.ID, s.Text)
			}
		}
	}
}

// TestGateOnlySkips: a sentence that does not open the gate has no candidate.
func TestGateOnlySkips(t *testing.T) {
	var texts []string
	for _, pattern := range []string{"../../testdata/*.txt", "../testdata/*", "../lang/testdata/clauses/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal("no texts in "+pattern, err)
		}
		for _, name := range files {
			if b, err := os.ReadFile(name); err == nil {
				texts = append(texts, string(b))
			}
		}
	}
	closed := 0
	for _, text := range texts {
		r := readingOf(t, text)
		f := &finder{set: r.Rules, reading: r, doc: r.Document, gate: NewGate(r.Rules, false), first: firstModel()}
		for i, s := range r.Document.Sentences {
			if f.gate.opens(s.Text) {
				continue
			}
			closed++
			for _, k := range f.candidates(r.Document.Analyse(i)) {
				t.Errorf("%q is skipped, and %s has a candidate in it: %s", s.Text, k.Rule.ID, k.Word)
			}
		}
	}
	t.Log(closed, "sentences were skipped")
}
