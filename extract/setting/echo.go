package setting

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// isEcho reports whether a clause only tells what an event, its subject, stirred up, which may
// be elsewhere: the fall of Kabul [has changed minds in Moscow]; an attack in Jos [sparked riots
// in Kano]; a massacre in Bucha [drew condemnation in Berlin]; but not the blast [took place in
// Kano].
func (f finder) isEcho(e *event.Event, c *lang.Clause) bool {
	g := e.Clause.Group
	if c.Predicate.Noun || g == nil || c.Arg(lang.Subject) != g {
		return false
	}
	o := c.Arg(lang.Object)
	if o == nil || o.Proper || o.Pronoun || o.Time || slices.Contains(f.Rules.Modality.Happening, c.Predicate.Lemma+" "+o.Lemma) {
		return false
	}
	class := f.Class(o)
	return class&^(rules.Abstract|rules.Happening) == 0 && (class != 0 || o.Det == "" && o.Numeral.Empty() && o.Number != lang.Plural)
}

// isInEcho reports whether a name stands only where the sentence says what an event with a place
// of its own stirred up.
func (f finder) isInEcho(t *telling.Telling, n *telling.Toponym) bool {
	if len(t.Places) == 0 || t.By != ByOwn || t.Places[0].Overlaps(n.Span) {
		return false
	}
	return slices.ContainsFunc(t.Event.Sentence.Clauses, func(c *lang.Clause) bool {
		return f.isEcho(t.Event, c) && c.Arg(lang.Object).Start <= n.Start && n.Start < c.End
	})
}
