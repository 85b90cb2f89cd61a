package event

import (
	"iter"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

// Event is one report of an act.
type Event struct {
	Rule     *rules.Rule
	Type     string // ACLED sub-event type
	Act      string
	Clause   *lang.Clause
	Clauses  []*lang.Clause // Clause and those merged into it: light verb, result, cause
	Trigger  article.Span
	Word     string // the trigger as written
	Lemma    string
	Actors   []Filler
	Targets  []Filler
	Weapons  []Weapon
	Modality string
	Scope    string
	Sentence *lang.Sentence
	Vague    bool   // the type was taken from another event
	Final    bool   // the type is by definition
	Why      string // what decided the type; only with Options.Trace

	Probability float64 // that it is an event
	Evidence    weigh.Evidence
}

// ClausesAbove yields the event's clauses, each followed by the clauses above
// it up to the root of the sentence.
func (e *Event) ClausesAbove() iter.Seq[*lang.Clause] {
	return func(yield func(*lang.Clause) bool) {
		for _, c := range e.Clauses {
			for p := c; p != nil; p = p.Parent {
				if !yield(p) {
					return
				}
				if p.Link == lang.Root {
					break
				}
			}
		}
	}
}

// Filler is a noun group in a role.
type Filler struct {
	Group *lang.NounGroup
	Class rules.Class
	Via   string // the function that filled it

	Probability float64 // that it fills the role; 0 where it has not been weighed
}

// Weapon is a weapon word in the event's clauses.
type Weapon struct {
	article.Span
	Text  string
	Class string
	Name  string
}

// Rejection is a candidate that lost, and why; explain prints it. Rule and Word are empty where
// the sentence as a whole was passed over.
type Rejection struct {
	article.Span
	Sentence int
	Rule     string
	Word     string
	Reason   string

	Probability float64 // of a candidate that was left out as improbable
	Evidence    weigh.Evidence
}

// AnyAbove reports whether something holds of one of the event's clauses or of one above them.
func (e *Event) AnyAbove(holds func(*lang.Clause) bool) bool {
	for c := range e.ClausesAbove() {
		if holds(c) {
			return true
		}
	}
	return false
}

// IsUnder reports whether a clause is one of the event's, or above one of them.
func (e *Event) IsUnder(c *lang.Clause) bool {
	return e.AnyAbove(func(above *lang.Clause) bool { return above == c })
}
