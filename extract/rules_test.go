package extract

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// fewest is how many sentences of each sort every built-in rule carries.
const fewest = 2

// rulesGaps lists the sentences of rules that come out otherwise than the rule
// wants: the weights decide what is an event, and they decide against a rule now
// and then. A new line is a defect to look into.
const rulesGaps = "testdata/rules.gaps"

// TestRuleSentences runs the sentences that the rules carry: each of `find`
// has to yield an event of its rule, none of `not` may, but for those that
// rulesGaps lists.
func TestRuleSentences(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var gaps strings.Builder
	for _, r := range builtin(t).Rules {
		if len(r.Find) < fewest || len(r.Not) < fewest {
			t.Errorf("%s: %d find and %d not, want %d of each", r.ID, len(r.Find), len(r.Not), fewest)
		}
		for _, s := range r.Find {
			if wrong := golden.CheckSentence(&s, r.ID, eventsOf(t, x, s.Text)); wrong != "" {
				fmt.Fprintf(&gaps, "%s: %q: %s\n", r.ID, s.Text, wrong)
			}
		}
		for _, s := range r.Not {
			if slices.ContainsFunc(eventsOf(t, x, s), func(e record.Record) bool { return e.Rule == r.ID }) {
				fmt.Fprintf(&gaps, "%s finds %q\n", r.ID, s)
			}
		}
	}
	if *update {
		if err := os.WriteFile(rulesGaps, []byte(gaps.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(rulesGaps)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), gaps.String()); d != "" {
		t.Errorf("%s (-want +got):\n%s", rulesGaps, d)
	}
}

// eventsOf returns the events of a text.
func eventsOf(t *testing.T, x *Extractor, text string) []record.Record {
	t.Helper()
	r, err := x.Extract(context.Background(), article.Input{ID: "sentence", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return r.Events
}

func builtin(t *testing.T) *rules.Set {
	t.Helper()
	s, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTriggersInflect checks that every form in which a text can have a
// trigger leads back to its lemma: a word that the table of irregular forms
// lacks would be missed in silence.
func TestTriggersInflect(t *testing.T) {
	seen := map[string]bool{}
	pasts := map[string]bool{} // found is read as a form of find, founded as one of found
	for _, forms := range lang.IrregularForms() {
		for _, f := range forms {
			pasts[f] = true
		}
	}
	for _, r := range builtin(t).Rules {
		for _, trigger := range r.Triggers {
			words, pos, _ := strings.Cut(trigger, "/")
			fields := strings.Fields(words)
			word := fields[0]
			if pos == "n" {
				word = fields[len(fields)-1]
			}
			if seen[word+pos] || word == "be" {
				continue // no ending makes am, is and are
			}
			seen[word+pos] = true
			for form, tag := range inflect(word, pos) {
				if form == word && pos == "v" && pasts[form] {
					continue
				}
				if got := lang.Lemma(form, tag); got != word {
					t.Errorf("%s: %s/%s has the lemma %q, want %q", r.ID, form, tag, got, word)
				}
			}
		}
	}
}

// inflect is the regular inflection of a word, and what the table of irregular
// forms says where it says anything.
func inflect(word, pos string) map[string]string {
	irregular := lang.IrregularForms()[word]
	out := map[string]string{}
	last := word[len(word)-1]
	s := word + "s"
	switch {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		s = word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "o"):
		s = word + "es"
	}
	if pos == "n" {
		if len(irregular) == 0 && !strings.HasSuffix(word, "ing") && !strings.HasSuffix(word, "s") {
			out[s] = "NNS"
		}
		out[word] = "NN"
		return out
	}
	out[word], out[s] = "VB", "VBZ"
	if len(irregular) > 0 {
		for _, f := range irregular {
			switch {
			case strings.HasSuffix(f, "ing"):
				out[f] = "VBG"
			case !strings.HasSuffix(f, "s"):
				out[f] = "VBN"
			}
		}
		return out
	}
	stem := word
	switch {
	case last == 'e' && !strings.HasSuffix(word, "ee"):
		stem = word[:len(word)-1]
	case doubles(word):
		stem = word + string(last)
	}
	out[stem+"ing"] = "VBG"
	switch {
	case strings.HasSuffix(s, "ies"):
		out[word[:len(word)-1]+"ied"] = "VBD"
	case last == 'e':
		out[word+"d"] = "VBD"
	default:
		out[stem+"ed"] = "VBD"
	}
	return out
}

// doubles says whether the last consonant is written twice before -ed: one
// syllable that ends in a single vowel and a single consonant.
func doubles(word string) bool {
	n := len(word)
	if n < 3 || strings.ContainsRune("aeiouwxyh", rune(word[n-1])) || !strings.ContainsRune("aeiou", rune(word[n-2])) || strings.ContainsRune("aeiou", rune(word[n-3])) {
		return false
	}
	return strings.Count(strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return 'v'
		}
		return r
	}, word), "v") == 1
}
