package event

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// areApart reports whether the sentence of two events says that they were in different places: three
// were killed in Dilling, and in Mali, rebels ambushed a patrol; rebels ambushed a patrol near Gao,
// while three people were killed in Dilling.
func (f *finder) areApart(a, b *Event) bool {
	if a.Trigger.Start > b.Trigger.Start {
		a, b = b, a
	}
	if f.reading.IsSetApart(a.Sentence, a.Trigger, b.Trigger) {
		return true
	}
	if c := b.Clause; c.Link != lang.Coordinate && c.Mark != "while" || !hasOwnSubject(c) || c.Kind != lang.Finite {
		return false
	}
	first, second := f.townOf(a.Clause), f.townOf(b.Clause)
	return first != nil && second != nil && first.ID != second.ID
}

// townOf returns the place, no wider than a town, that a clause itself names as where it was, or nil.
func (f *finder) townOf(c *lang.Clause) *mention.Place {
	for _, a := range c.Args {
		if a.Function != lang.Oblique || a.Shared || !slices.Contains(f.set.Grammar.Where, a.Prep) || !a.Group.Proper {
			continue
		}
		if p := f.reading.PlaceIn(a.Group); p != nil && p.Located && p.Width() <= 1 {
			return p
		}
	}
	return nil
}
