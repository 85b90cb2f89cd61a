package frame

import (
	"sort"
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/mention"
	"sitrep/extract/telling"
)

// A list of incidents has a paragraph for each, which opens with its date: "- On 3
// September, gunmen shot four men in Latifiya. Their house was burned." What a later
// sentence of such an item tells was there, and on that day.

// fewestItems is how many items make a list.
const fewestItems = 3

// shortestItem is how many bytes an item has at least behind its date, which else is a
// heading.
const shortestItem = 20

// itemSetting is how likely what an item of a list goes on to tell was where and when it began.
const itemSetting = 0.85

// bullets are what an item may have before its date.
const bullets = "-–—•*·> \t\n"

// findItems returns the dates with which the items of a list of incidents begin, by their
// paragraphs, or nil where the text has none.
func (f *finder) findItems() map[int]*mention.Date {
	out := map[int]*mention.Date{}
	for i, s := range f.Document.Sentences {
		if s.Part != article.Body || !f.standsAlone(i) {
			continue
		}
		ds := f.Dates(s)
		at := s.Start + len(s.Text) - len(strings.TrimLeft(s.Text, bullets))
		if len(ds) > 0 && ds[0].Start == at && s.End-ds[0].End > shortestItem && !ds[0].From.IsZero() && (ds[0].Precision == mention.Day || headsItem(s.Text[ds[0].End-s.Start:])) {
			out[s.Paragraph] = &ds[0]
		}
	}
	if len(out) < fewestItems {
		return nil
	}
	return out
}

// headsItem reports whether a date is the heading of an item, given the text behind it:
// 1942 – A constable was shot.
func headsItem(behind string) bool {
	behind = strings.TrimLeft(behind, " ")
	return strings.HasPrefix(behind, "-") || strings.HasPrefix(behind, "–") || strings.HasPrefix(behind, "—") || strings.HasPrefix(behind, ":")
}

// itemDay returns the day with which the item of a list begins that a telling stands in, or
// nil: none where it is told as earlier.
func (f *finder) itemDay(t *telling.Telling) *mention.Date {
	d := f.items[t.Event.Sentence.Paragraph]
	if d == nil || t.Another || f.Explicit || isGeneral(t) || isPerfect(t) || d.Start > t.Event.Trigger.Start {
		return nil
	}
	return d
}

// inItem returns the last telling before t of its item of a list that has a setting of
// its own, by has, or nil: none where t is another happening, or told as earlier.
func (f *finder) inItem(t *telling.Telling, before []*telling.Telling, has func(*telling.Telling) bool) *telling.Telling {
	paragraph := t.Event.Sentence.Paragraph
	if f.items[paragraph] == nil || t.Another || f.Explicit || isGeneral(t) {
		return nil
	}
	for k := len(before) - 1; k >= 0 && before[k].Event.Sentence.Paragraph == paragraph; k-- {
		if has(before[k]) {
			return before[k]
		}
	}
	return nil
}

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
