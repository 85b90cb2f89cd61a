package lang_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// A file of testdata/clauses holds sentences of one construction. The indented
// lines under a sentence are clauses that it must have: the lemma and what
// else the head of Clause.String says (voice, tense, kind, link), then its
// arguments; "no object" asks that there is none. A line "none LEMMA" asks
// that no clause has the predicate. headlines.txt is read as titles.
func TestClauses(t *testing.T) {
	files, err := filepath.Glob("testdata/clauses/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables of clauses", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			for _, c := range readTable(t, name) {
				check(t, c, filepath.Base(name) == "headlines.txt")
			}
		})
	}
}

type sentenceCase struct {
	where string
	text  string
	wants []string
}

func readTable(t testing.TB, name string) []sentenceCase {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []sentenceCase
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		switch line := sc.Text(); {
		case strings.TrimSpace(line) == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "  "):
			if len(out) == 0 {
				t.Fatalf("%s:%d: a clause without its sentence", name, n)
			}
			c := &out[len(out)-1]
			c.wants = append(c.wants, strings.TrimSpace(line))
		default:
			out = append(out, sentenceCase{where: fmt.Sprintf("%s:%d", filepath.Base(name), n), text: line})
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func check(t *testing.T, c sentenceCase, title bool) {
	t.Helper()
	if len(c.wants) == 0 {
		t.Errorf("%s: asserts nothing", c.where)
	}
	clauses := clausesOf(c.text, title)
	for _, want := range c.wants {
		if ok(clauses, want) {
			continue
		}
		var all strings.Builder
		for _, k := range clauses {
			if k.Kind != lang.Nominal || strings.Contains(want, "nominal") {
				fmt.Fprintf(&all, "\n      %s", k)
			}
		}
		t.Errorf("%s: %s\n   want %s\n   got%s", c.where, c.text, want, all.String())
	}
}

func clausesOf(text string, title bool) []*lang.Clause {
	in := article.Input{ID: "t", Text: text}
	if title {
		in = article.Input{ID: "t", Title: text, Text: "More follows."}
	}
	d := document(article.Clean(in))
	var out []*lang.Clause
	for i, s := range d.Sentences {
		if title && i > 0 {
			break
		}
		out = append(out, d.Analyse(s.Index).Clauses...)
	}
	return out
}

func ok(clauses []*lang.Clause, want string) bool {
	if lemma, none := strings.CutPrefix(want, "none "); none {
		for _, c := range clauses {
			if c.Predicate.Lemma == lemma {
				return false
			}
		}
		return true
	}
	for _, c := range clauses {
		if fits(c, strings.Split(want, " | ")) {
			return true
		}
	}
	return false
}

func fits(c *lang.Clause, want []string) bool {
	got := strings.Split(strings.ReplaceAll(c.String(), "*", ""), " | ")
	head := strings.Fields(strings.NewReplacer("(", "", ")", "", ",", "").Replace(got[0]))
	for i, w := range strings.Fields(want[0]) {
		if i == 0 && w != c.Predicate.Lemma || !contains(head, w) {
			return false
		}
	}
	if c.Predicate.Noun != contains(strings.Fields(want[0]), "nominal") {
		return false
	}
	if c.Predicate.Voice == lang.Passive && !contains(strings.Fields(want[0]), "passive") {
		return false
	}
	for _, w := range want[1:] {
		if f, none := strings.CutPrefix(w, "no "); none {
			for _, g := range got[1:] {
				if strings.HasPrefix(g, f) {
					return false
				}
			}
			continue
		}
		if !containsArgument(got[1:], w) {
			return false
		}
	}
	return true
}

// containsArgument lets the apposition of an argument be left out.
func containsArgument(got []string, want string) bool {
	for _, g := range got {
		if g == want || strings.HasPrefix(g, want+" = ") {
			return true
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
