package casualty

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// behindPhrases returns the first token of the object of the verb at i if phrases stand between the
// two, else the token after the verb: killed in Sinai | nine insurgents.
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

// bare returns the uncounted people of a plural noun that a verb of causing has behind
// it, alone or after such a noun and an and: resulting in deaths and injuries.
func (f *finder) bare(i int) (patient, bool) {
	k := i
	if f.t.Is(i-1, "and") && f.t.Tagged(i-2, "NNS") && len(f.w.nouns[f.t[i-2].Lemma]) > 0 {
		k = i - 2
	}
	if !f.t.Tagged(i, "NNS") || k == 0 || f.t.Is(i+1, "of", "to") || f.unreal(k-1) || f.unreal(k-2) {
		return patient{}, false
	}
	caused := f.w.causing[f.t[k-1].Lemma] || f.t.Tagged(k-1, "IN", "TO") && k > 1 && f.w.causing[f.t[k-2].Lemma+" "+f.t[k-1].Lower]
	lo := 1
	return patient{first: i, last: i, quantity: mention.Quantity{Span: f.t[i].Span, Text: f.t[i].Text, Min: &lo, Unknown: true}}, caused
}

// each returns those who suffered the acts that a number counts, each of them one:
// nineteen killings of preachers.
func (f *finder) each(i int) (patient, bool) {
	n := f.numberAt(i - 1)
	if n == nil || n.To != i || !f.t.Is(i+1, "of") {
		return patient{}, false
	}
	p, ok := f.numbered(n)
	g, isObject := f.objectAfter(i + 2)
	if !ok || !isObject || g.number != nil || !f.isPeople(g) {
		return patient{}, false
	}
	p.victims = g.victims
	return p, true
}

// multiple returns the figure in the adjective of an act noun: a double murder.
func (f *finder) multiple(i int) (patient, bool) {
	if i == 0 {
		return patient{}, false
	}
	t := f.t[i-1]
	n, ok := f.w.multiples[t.Lower]
	if !ok || f.t.Tagged(i+1, "NN", "NNS") {
		return patient{}, false
	}
	return patient{first: i - 1, last: i - 1, quantity: mention.Quantity{Span: t.Span, Text: t.Text, Min: &n, Max: &n}}, true
}
