package place_test

import (
	"reflect"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/place"
	"sitrep/gazetteer"
)

// What is found does not depend on which sentences were analysed before, and
// every span is true to its text.
func TestLazyAndTrue(t *testing.T) {
	f := place.New(gazetteer.Places())
	texts := []string{story}
	for _, c := range contexts(t) {
		texts = append(texts, c.Text)
	}
	for _, text := range texts {
		a := article.Clean(article.Input{ID: "x", Text: text})
		lazy := f.Find(lang.New(a))
		d := lang.New(a)
		for i := range d.Sentences {
			d.Analyse(i)
		}
		if eager := f.Find(d); !reflect.DeepEqual(lazy, eager) {
			t.Fatalf("%q: another result once everything is analysed", text)
		}
		last := 0
		for _, m := range lazy {
			if a.Slice(m.Span) != m.Text || m.Start < last || !m.Head.Contains(m.Span) {
				t.Fatalf("%q: %+v", text, m)
			}
			last = m.End
		}
	}
}

// One sense an article, unless it says otherwise.
func TestSenses(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // countries of the mentions of the first name, in order
	}{
		{"Clashes broke out in Tripoli, Lebanon, on Monday. Shops in Tripoli stayed shut. Days before, militias had fought in Tripoli, Libya.", []string{"LBN", "LBN", "LBY"}},
		{"Syrian rebels left Hama. In Hama, shells fell again.", []string{"SYR", "SYR"}},
	} {
		found := find(c.text)
		var got []string
		for _, m := range found {
			if m.Text == "Tripoli" || m.Text == "Hama" {
				got = append(got, m.Country)
			}
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}
