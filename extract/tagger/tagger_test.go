package tagger_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/tagger"
	"sitrep/extract/tagger/internal/compile"
)

var model = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		panic(err)
	}
	return d.Model
})

// reference tags a text with prose. It reports false where prose panics: it
// looks for endings in the lower-case form, and some letters change their
// length with their case.
func reference(text string) (tokens []prose.Token, ok bool) {
	defer func() { ok = recover() == nil }()
	d, err := prose.NewDocument(text, prose.UsingModel(model()), prose.WithExtraction(false), prose.WithSegmentation(false))
	return d.Tokens(), err == nil
}

// difference compares both taggers' words and tags of a text and returns the
// first that differs, or "". prose tags a word at random where two tags have
// the same score, and then the words behind it: what it can say in a few runs
// is right.
func difference(text string) string {
	got := tagger.Tag(text)
	diff := ""
	for range 40 {
		want, ok := reference(text)
		if !ok {
			return ""
		}
		if diff = differs(got, want); diff == "" {
			return ""
		}
	}
	return diff
}

func differs(got []tagger.Token, want []prose.Token) string {
	for i := range want {
		if i >= len(got) {
			return "missing: " + want[i].Text
		}
		if got[i] != (tagger.Token{Text: want[i].Text, Tag: want[i].Tag}) {
			return got[i].Text + "/" + got[i].Tag + ", prose says " + want[i].Text + "/" + want[i].Tag
		}
	}
	if len(got) > len(want) {
		return "not with prose: " + got[len(want)].Text
	}
	return ""
}

// TestModel holds the table to the model of the prose that is linked in.
func TestModel(t *testing.T) {
	want, err := compile.Prose()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("model.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("prose has another model than model.bin was made of: run go generate ./extract/tagger, and look at what the golden files say to it")
	}
}

// corpus is the project's own articles and tables of sentences, by line and
// whole: a whole text has many words that come again.
func corpus(t testing.TB) []string {
	var out []string
	for _, pattern := range []string{"../../testdata/*.txt", "../lang/testdata/clauses/*.txt", "../testdata/*", "../../*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal("no texts in "+pattern, err)
		}
		for _, name := range files {
			if b, err := os.ReadFile(name); err == nil {
				out = append(out, string(b))
			}
		}
	}
	return out
}

// TestCorpus tags all texts of the project as prose does.
func TestCorpus(t *testing.T) {
	words := 0
	for _, text := range corpus(t) {
		for line := range strings.Lines(text) {
			words += len(tagger.Tag(line))
			if d := difference(line); d != "" {
				t.Errorf("%q: %s", line, d)
			}
		}
	}
	t.Log(words, "words")
	if words < 50_000 {
		t.Error("only", words, "words were compared")
	}
}

// TestQuirks holds what is easily lost of prose's ways.
func TestQuirks(t *testing.T) {
	for _, text := range []string{
		"", " ", "a", "-", "--", "'", "'s", "n't", "'saw", `"'saw"`, "don't.", "they'll", "THEY'LL", "'em", "it's's", "$5", "$", "($5)", "((", `"`,
		"U.S.", "U.S", "u.s.", "U.", "Gen.", "Capt.", "gen.", "Gen.,", "A.B.C.", "A.b-", "1.", "No.", ":)", ":-)", "8D", "XDD", "(:", "(:.", "xD,",
		"www.example.org", "http://example.org/a_(b)", "a.bc", "a.b", "a.b.", "2.50", "A.BC", "..ab", "-.ab", "x.(y)z", "me@example.org", "@army", "a@b", "a@b.c",
		"0", "*", "*T*", "*-1", "*EXP*-12", "*x", "00", "-LRB-", "-LRB", "-ABC- -ABC-", "-lrb-", "1999", "+199", "-199", "199", "19a9", "1_00", "3rd", "-5", "a-b", "-a-b",
		"run run run the run.", "the strike strikes the strike. the strike", "strike the strike strike", "of of", "a a a\ta\u00a0a\u2003a", "a\n\nb  c ", "'x 'x 'x y",
		"He said: “They’ll come,” he said.", "don&rsquo;t", "Élan vital", "élan", "naïve", "Ünal’s", "мир", "戦争", "\xff", "a\xffb", "\xc3", "İ's x", "K's", "ȺȺ's yes",
		strings.Repeat("a b c d ", 300), strings.Repeat("x1y ", 50) + strings.Repeat("w", 5000),
	} {
		if d := difference(text); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
}

// TestSharedTokens shows the quirk that is kept: a stretch that comes again
// shares the tokens of the first, so that both have the tag of the last.
func TestSharedTokens(t *testing.T) {
	got := tagger.Tag("They strike at dawn and the strike killed two.")
	if got[1].Text != "strike" || got[6].Text != "strike" || got[1].Tag != got[6].Tag {
		t.Error(got)
	}
}

// TestDeterministic tags the same text with the same tags, always.
func TestDeterministic(t *testing.T) {
	texts := corpus(t)[:5]
	for _, text := range texts {
		first := tagger.Tag(text)
		for range 20 {
			for i, token := range tagger.Tag(text) {
				if token != first[i] {
					t.Fatal(token, first[i])
				}
			}
		}
	}
}

func FuzzTag(f *testing.F) {
	f.Add("Rebels shelled the airbase near the city on Monday, the army said.")
	f.Add("They'll don't (U.S. Gen. Tan) $5-10 'saw 'saw -LRB- :-) a.bc@d.ef *T*-1 \u201cyes\u201d &rsquo;")
	f.Fuzz(func(t *testing.T, text string) {
		if d := difference(text); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	bench(b, func(line string) int { return len(tagger.Tag(line)) })
}

func BenchmarkProse(b *testing.B) {
	bench(b, func(line string) int {
		t, _ := reference(line)
		return len(t)
	})
}

// bench reports what a word costs.
func bench(b *testing.B, tag func(string) int) {
	var lines []string
	for _, text := range corpus(b)[:40] {
		for line := range strings.Lines(text) {
			lines = append(lines, line)
		}
	}
	model() // loading it is no part of what is measured
	words := 0
	for b.Loop() {
		for _, line := range lines {
			words += tag(line)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(words), "ns/word")
}
