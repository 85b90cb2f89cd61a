package frame

import (
	"sort"
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/mention"
	"sitrep/extract/telling"
)

// heading is a line of its own that says where or when what follows it happened:
// ANGOLA, SYRIA (2016 to 2018), == Kabul ==, SUNDAY., 14 August.
type heading struct {
	sentence int
	place    *setting      // or nil
	date     *mention.Date // or nil
}

// longestHeading is how many bytes a heading has at most.
const longestHeading = 48

// headingOf returns the last heading before a telling, or nil.
func (f *finder) headingOf(t *telling.Telling) *heading {
	n := sort.Search(len(f.headings), func(i int) bool { return f.headings[i].sentence >= t.Event.Sentence.Index })
	if n == 0 {
		return nil
	}
	return &f.headings[n-1]
}

// findHeadings returns the headings of a text.
func (f *finder) findHeadings() []heading {
	var out []heading
	for i, s := range f.Document.Sentences {
		if s.Part != article.Body || len(s.Text) > longestHeading || !f.standsAlone(i) {
			continue
		}
		f.Document.Analyse(i)
		h := heading{sentence: i}
		text := strings.Trim(s.Text, "=#*-–—:. ")
		if ds := f.Dates(s); len(ds) > 0 && len(ds) < 3 && !ds[0].From.IsZero() && isDateOnly(text, &ds[0]) {
			h.date = &ds[0]
		}
		if p := f.PlaceAt(s.Start + strings.Index(s.Text, text)); p != nil && text != "" && p.Located && len(s.Verbs) == 0 {
			h.place = placeSetting(*p, ofSection)
		}
		if h.place != nil || h.date != nil || strings.HasPrefix(s.Text, "=") {
			out = append(out, h)
		}
	}
	return out
}

// longestBesideDate is the largest number of letters in a heading beside its date.
const longestBesideDate = 6

// isDateOnly reports whether a heading is a date with at most a number, brackets and a short word
// beside it: [4 March 2019]; March 4 (Monday); Day 12 (4 March 2019); but not several years
// beside a word: SYRIA (2016 to 2018).
func isDateOnly(text string, d *mention.Date) bool {
	if len(d.Text) == len(text) {
		return true
	}
	if d.From.AddDate(1, 0, 0).Before(d.To) {
		return false
	}
	letters := 0
	for _, r := range strings.Replace(text, d.Text, "", 1) {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters <= longestBesideDate
}

// standsAlone reports whether sentence i opens its paragraph, so that it may be a
// heading.
func (f *finder) standsAlone(i int) bool {
	return i == 0 || f.Document.Sentences[i-1].Paragraph != f.Document.Sentences[i].Paragraph
}
