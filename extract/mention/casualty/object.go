package casualty

import "sitrep/extract/lang"

// behindPhrases returns the first token of the object of the verb at i if phrases stand between
// the two, else the token after the verb: killed in Sinai | nine insurgents; abducted from their
// homes | three teachers.
func (f *finder) behindPhrases(i int) int {
	if !f.t.Tagged(i+1, "IN") {
		return i + 1
	}
	c := f.clauseAt(i)
	if c == nil || c.Verb == nil || c.Predicate.Voice == lang.Passive {
		return i + 1
	}
	for _, a := range c.Args {
		if a.Function == lang.Object && !a.Shared && a.Group.First > i+1 {
			return a.Group.First
		}
	}
	return i + 1
}

// sharedObject returns the token where the object begins that a verb shares with
// the one coordinated to it (arrested and beat six men), or 0.
func (f *finder) sharedObject(i int) int {
	if !f.t.Is(i, "and", "or") || !f.t.Tagged(i+1, "VBD", "VBZ", "VBP", "VBG", "VBN", "VB") {
		return 0
	}
	i += 2
	if f.t.Tagged(i, "RP") { // abducted and beat up two men
		i++
	}
	if f.objectAt(i) {
		return i
	}
	return 0
}

// objectAt reports whether an object begins at token i.
func (f *finder) objectAt(i int) bool {
	i = f.afterAside(f.afterQuote(i))
	for f.t.Tagged(i, "RB") && f.numberAt(i) == nil {
		i++
	}
	if i >= len(f.t) {
		return false
	}
	if n := f.numberAt(i); n != nil && n.From <= i && !n.Measure {
		return true
	}
	return f.t.Tagged(i, "DT", "PDT", "PRP", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "NNPS") && !f.w.times[f.t[i].Lower] && f.w.adjectives[f.t[i].Lower] == ""
}

// object returns the patient of a verb that has it as its object: behind the
// verb, behind the verb that is coordinated to it, or as whom.
func (f *finder) object(l link) (patient, bool) {
	if p, ok := f.besideDead(l); ok {
		return p, true
	}
	if p, ok := f.objectAfter(l.next); ok {
		return p, true
	}
	if k := f.sharedObject(l.next); k > 0 {
		if p, ok := f.objectAfter(k); ok {
			return p, true
		}
	}
	if l.entry != nil && len(l.entry.with) > 0 {
		if p, ok := f.objectAfter(l.at + 1); ok {
			return p, true
		}
	}
	return f.whom(l.at)
}

// besideDead returns the second of two groups of whom a verb says different things, where the
// first is dead: left two people dead and [nine] with burns.
func (f *finder) besideDead(l link) (patient, bool) {
	if !f.t.Is(l.with, "with") || l.with < l.at+3 {
		return patient{}, false
	}
	p, ok, _ := f.groupEnding(l.with - 1)
	if !ok || !f.t.Is(p.first-1, "and") || f.w.adjectives[f.t.Word(p.first-2)] == "" {
		return patient{}, false
	}
	return p, true
}
