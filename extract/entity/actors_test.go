package entity

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/mention/place"
	"sitrep/gazetteer"
)

// leastRight is the share of the mentions in testdata/actors.yaml that has to
// come out right, in per cent.
const leastRight = 95

type actorText struct {
	Text      string          `yaml:"text"`
	Published string          `yaml:"published"`
	Title     string          `yaml:"title"`
	Mentions  []actorExpected `yaml:"mentions"`
}

type actorExpected struct {
	Text       string `yaml:"text"`
	Nth        int    `yaml:"nth"`
	Is         string `yaml:"is"`
	Kind       string `yaml:"kind"`
	Country    string `yaml:"country"`
	Antecedent string `yaml:"antecedent"`
	Open       bool   `yaml:"open"`
	None       bool   `yaml:"none"`
}

// TestActorTexts holds the short texts that were written before the code: who
// each mention is and whom it stands for.
func TestActorTexts(t *testing.T) {
	b, err := os.ReadFile("../testdata/actors.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var texts []actorText
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(&texts); err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	for _, x := range texts {
		a := article.Clean(article.Input{ID: "x", Title: x.Title, Text: x.Text, Published: x.Published})
		doc := lang.New(a)
		r := actor.Read(gazetteer.Actors(), doc, gazetteer.Actors().Scan(doc.Article.Text), place.New(gazetteer.Places()).Find(doc))
		c := New(r)
		for _, want := range x.Mentions {
			all++
			if bad := compare(c, r, a, want); bad != "" {
				t.Logf("%s\n\t%q: %s", x.Text, want.Text, bad)
				continue
			}
			right++
		}
	}
	t.Logf("%d of %d mentions right in %d texts (%.1f %%)", right, all, len(texts), 100*float64(right)/float64(all))
	if 100*right < leastRight*all {
		t.Errorf("less than %d in 100 right", leastRight)
	}
}

// compare says what is wrong with the mention, "" where nothing is.
func compare(c *Resolver, r *actor.Reader, a *article.Article, want actorExpected) string {
	span, ok := wholeWord(a.Text, want.Text, max(want.Nth, 1))
	if !ok {
		return "not in the text"
	}
	m := mentionAt(c, r, span)
	if want.None {
		if m != nil && (m.ID != "" || m.Kind != "") {
			return fmt.Sprintf("is no actor, got %s", show(m))
		}
		return ""
	}
	if m == nil {
		if want.Open {
			return ""
		}
		return "not found"
	}
	if want.Open {
		if m.Antecedent != nil || m.Form == actor.Pronoun && m.ID != "" {
			return fmt.Sprintf("is open, got %s", show(m))
		}
		return ""
	}
	var bad []string
	if want.Is != "" {
		id := "?"
		if n, ok := r.Index().Lookup(want.Is); ok {
			id = n.Candidates[0].ID
		}
		if m.ID != id {
			bad = append(bad, fmt.Sprintf("want %s (%s)", want.Is, id))
		}
	}
	if want.Kind != "" && m.Kind != want.Kind && m.SourceKind != want.Kind {
		bad = append(bad, "want kind "+want.Kind)
	}
	if want.Country != "" && m.Country != want.Country {
		bad = append(bad, "want country "+want.Country)
	}
	if want.Antecedent != "" && !chained(c, m, want.Antecedent) {
		bad = append(bad, fmt.Sprintf("want antecedent %q", want.Antecedent))
	}
	if len(bad) == 0 {
		return ""
	}
	return strings.Join(bad, ", ") + "; got " + show(m)
}

func show(m *actor.Mention) string {
	s := fmt.Sprintf("%s %q id=%s kind=%s source=%s country=%s", m.Form, m.Text, m.ID, m.Kind, m.SourceKind, m.Country)
	if m.Antecedent != nil {
		s += fmt.Sprintf(" antecedent=%q", m.Antecedent.Text)
	}
	return s
}

// chained reports whether a link of m's chain has the text, give or take words
// before its head.
func chained(c *Resolver, m *actor.Mention, text string) bool {
	for range 10 {
		if m.Antecedent != nil && akin(m.Antecedent.Text, text) {
			return true
		}
		next := c.Antecedent(m)
		if next == nil {
			return false
		}
		m = next
		if akin(m.Text, text) {
			return true
		}
	}
	return false
}

func akin(a, b string) bool {
	a, b = strings.TrimPrefix(a, "The "), strings.TrimPrefix(b, "The ")
	a, b = strings.TrimPrefix(a, "the "), strings.TrimPrefix(b, "the ")
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a) || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

// mentionAt is the mention that the words stand for: that of the group they
// begin with (The governor of Borno: the governor), the longest where two
// begin together (Ukraine's air force); else the one that ends where they end.
func mentionAt(c *Resolver, r *actor.Reader, span article.Span) *actor.Mention {
	var best *actor.Mention
	bestPoints := 0
	for i, s := range r.Document().Sentences {
		if !s.Overlaps(span) {
			continue
		}
		for _, m := range c.Sentence(i) {
			points := 0
			whole := m.Span
			if m.Group != nil && m.Group.Start < m.Start && m.Group.Last >= m.Head && m.Form != actor.Unknown {
				whole.Start = m.Group.Start
			}
			if m.Overlaps(span) {
				points = 10 + min(whole.End, span.End) - max(whole.Start, span.Start)
				points -= 2 * (max(0, m.End-span.End) + max(0, span.Start-m.Start))
				if m.End == span.End {
					points += 40
				}
				if whole.Start == span.Start || m.Start == span.Start {
					points += 50
				}
			} else if m.Group != nil && m.Group.Span.Overlaps(span) && m.Det != "" {
				points = 1
			}
			if m.Span.Overlaps(span) {
				points = max(points, 2)
			}
			if points > bestPoints {
				best, bestPoints = m, points
			}
		}
	}
	return best
}

// wholeWord is the nth place where the words stand whole.
func wholeWord(text, words string, nth int) (article.Span, bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return article.Span{}, false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			if nth--; nth == 0 {
				return article.Span{Start: i, End: i + len(words)}, true
			}
		}
		from = i + 1
	}
}
