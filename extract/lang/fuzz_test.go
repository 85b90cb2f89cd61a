package lang_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// FuzzAnalyse feeds the cascade arbitrary text: it must not panic, every span
// must lie in the text, and there must be no more of anything than of tokens.
func FuzzAnalyse(f *testing.F) {
	for _, s := range corpus(f) {
		f.Add(s)
	}
	for _, s := range []string{
		"", ",", "and and and", "(((", "to to be been", "said said said, said", "whose", "\xff\xfe", "A’s “B”s – C…",
		"the which that who, and of by", "1,000-2 of of", "İ ǅ ß", "reports The The The", strings.Repeat("a ", 3000),
		"pilots killed when their launch crashed territory held by Okello said had",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := document(article.Clean(article.Input{ID: "f", Title: strings.ToUpper(text), Text: text}))
		whole := d.Article.Text
		for i := range d.Sentences {
			s := d.Analyse(i)
			if whole[s.Start:s.End] != s.Text {
				t.Fatalf("sentence %d is not its span", i)
			}
			last := s.Start
			for _, k := range s.Tokens {
				if k.Start < last || k.End <= k.Start || k.End > s.End || !strings.EqualFold(whole[k.Start:k.End], k.Text) {
					t.Fatalf("token %q at %d to %d", k.Text, k.Start, k.End)
				}
				last = k.Start
			}
			if len(s.Nouns) > 2*len(s.Tokens) || len(s.Verbs) > len(s.Tokens) || len(s.Clauses) > 3*len(s.Tokens) {
				t.Fatalf("%d groups and %d clauses of %d tokens", len(s.Nouns), len(s.Clauses), len(s.Tokens))
			}
			for _, g := range s.Nouns {
				inside(t, s, g)
			}
			for _, c := range s.Clauses {
				within(t, s, c.Span)
				within(t, s, c.Predicate.Span)
				if !strings.EqualFold(whole[c.Predicate.Start:c.Predicate.End], c.Predicate.Text) {
					t.Fatalf("predicate %q is not its span", c.Predicate.Text)
				}
				for _, a := range c.Args {
					inside(t, s, a.Group)
				}
				if hangsOnItself(c) {
					t.Fatalf("%s hangs on itself", c)
				}
				_ = c.String()
			}
		}
	})
}

// hangsOnItself reports whether the way up from c does not end.
func hangsOnItself(c *lang.Clause) bool {
	seen := map[*lang.Clause]bool{}
	for ; c != nil; c = c.Parent {
		if seen[c] {
			return true
		}
		seen[c] = true
	}
	return false
}

func within(t *testing.T, s *lang.Sentence, span article.Span) {
	t.Helper()
	if span.Start < s.Start || span.End > s.End || span.End < span.Start {
		t.Fatalf("%v is not in the sentence %v", span, s.Span)
	}
}

func inside(t *testing.T, s *lang.Sentence, g *lang.NounGroup) {
	t.Helper()
	within(t, s, g.Span)
	if g.First > g.Head || g.Head > g.Last || g.Last >= len(s.Tokens) || g.First < 0 {
		t.Fatalf("group %q has tokens %d to %d, head %d of %d", g.Text(), g.First, g.Last, g.Head, len(s.Tokens))
	}
}

// corpus are the sentences of the tables.
func corpus(t testing.TB) []string {
	files, err := filepath.Glob("testdata/clauses/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		for _, c := range readTable(t, name) {
			out = append(out, c.text)
		}
	}
	return out
}

// Texts that make the cascade look far cost it no more than four times as
// much where they are four times as long, within what a clock can tell.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	cost("men ", 1) // loads the tagger
	for _, unit := range []string{
		"men who saw men in towns, ", "A, B and ", "of the ", "killed and ", "( ", "to go to ", "said \" ", "which ", "reports A ",
	} {
		short, long := cost(unit, 500), cost(unit, 2000)
		if long > 16*short && long > 500*time.Millisecond {
			t.Errorf("%q: %v for 500 repetitions, %v for 2,000", unit, short, long)
		}
	}
}

// cost is the least time of three, so that what else the machine does counts
// little.
func cost(unit string, n int) time.Duration {
	least := time.Hour
	for range 3 {
		d := document(article.Clean(article.Input{ID: "t", Text: strings.Repeat(unit, n)}))
		begin := time.Now()
		for i := range d.Sentences {
			d.Analyse(i)
		}
		least = min(least, time.Since(begin))
	}
	return least
}
