package frame

import (
	"strings"

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
