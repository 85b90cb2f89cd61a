package casualty

import (
	"slices"
	"strings"

	"sitrep/extract/mention"
	"sitrep/extract/mention/quantity"
)

// adjective reads dead, missing and the like at token i: 14 dead, left 14
// people dead, were found dead, 12 dead soldiers.
func (f *finder) adjective(i int) {
	kind := f.w.adjectives[f.t[i].Lower]
	if kind == "" || f.t[i].Lower == "missing" && f.objectAt(i+1) && !f.t.Tagged(i+1, "NNS") {
		return
	}
	links := []link{{at: i, kind: kind, next: i + 1}}
	alternative, later := false, false
	for j := i + 1; ; {
		k, or, after, ok := f.connector(j)
		if !ok || k >= len(f.t) {
			break
		}
		next := f.stateKind(k)
		if next == "" {
			break
		}
		links = append(links, link{at: k, kind: next, next: k + 1})
		alternative, later = alternative || or, later || after
		j = k + 1
	}
	if f.t.Is(i-1, "the", "own") && !f.predicative(i) {
		f.numbering(links)
		return
	}
	if f.unreal(i) || !f.ofPeople(links[0]) {
		return
	}
	f.resolve(links, alternative, later)
}

// stateKind returns the kind of an adjective, or of a participle without an object
// of its own, at i, or "": dead or [wounded].
func (f *finder) stateKind(i int) string {
	if kind := f.w.adjectives[f.t[i].Lower]; kind != "" {
		return kind
	}
	if !f.t.Tagged(i, "VBN", "VBD", "JJ") || f.objectAt(i+1) {
		return ""
	}
	return f.objectKind(i)
}

// objectKind returns the kind of a verb that needs nothing but an object, or "".
func (f *finder) objectKind(i int) string {
	for _, e := range f.w.verbs[verbOf(f.t[i])] {
		if len(e.with) == 0 && len(e.adverbs) == 0 && e.Patient == "object" {
			return e.Kind
		}
	}
	return ""
}

// ofPeople reports whether the adjective can be said of people who are told: 14
// dead, and not two missing chapters, a dead end, missing persons.
func (f *finder) ofPeople(l link) bool {
	i := l.at
	p, attributive := f.attributive(l)
	if attributive && !f.isPeople(p) {
		return false
	}
	if f.t.Tagged(i+1, "NN", "NNS", "NNP") {
		switch n := f.numberAt(i - 1); {
		case n == nil && !f.predicative(i):
			return false
		case n != nil && n.To == i && !attributive:
			return false
		}
	}
	return !f.w.idioms[f.t.Word(i+1)]
}

// numbering reads the figure of the dead: the dead and wounded in the shelling numbered 85.
func (f *finder) numbering(links []link) {
	last := links[len(links)-1].at
	put := f.isPut(links[0].at)
	for k := last + 1; k < len(f.t) && k < last+10; k++ {
		if n := f.numberAt(k); n != nil && n.From == k && (f.counting(k) || put && f.t.Is(k-1, "at")) {
			p, ok := f.numbered(n)
			if !ok {
				return
			}
			p.toll = TollTotal
			var kinds []string
			for _, l := range links {
				kinds = append(kinds, l.kind)
			}
			f.addAll(kinds, []patient{p}, links[0].at, len(kinds) > 1)
			return
		}
		if f.t.Is(k, ",", ";") {
			return
		}
	}
}

// counting reports whether the number at k is the object of a verb that reaches it:
// numbered 85.
func (f *finder) counting(k int) bool {
	return f.w.steps[f.t[k-1].Lemma] && strings.HasPrefix(f.t[k-1].Tag, "VB") && f.t[k-1].Lemma != "be"
}

// isPut reports whether the dead at i are the object of a verb that sets their number:
// put the dead, put its own dead.
func (f *finder) isPut(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if strings.HasPrefix(f.t[k].Tag, "VB") {
			return f.w.steps[f.t[k].Lemma] && f.t[k].Lemma != "be"
		}
	}
	return false
}

// predicative reports whether a verb of being or finding governs the adjective.
func (f *finder) predicative(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if f.t.Adverb(k) {
			continue
		}
		return strings.HasPrefix(f.t[k].Tag, "VB")
	}
	return false
}

// noun reads the nouns of casualties at token i: the killing of 12 men, the
// farmer's death, 12 fatalities, 30 casualties.
func (f *finder) noun(i int) {
	t := f.t[i]
	if !strings.HasPrefix(t.Tag, "NN") && !(t.Tag == "VBG" && f.t.Is(i+1, "of")) {
		return
	}
	lemma := t.Lemma
	if t.Tag == "VBG" {
		lemma = t.Lower
	}
	if f.w.combined[lemma] {
		if p, ok := f.countBefore(i); ok {
			f.addAll([]string{Killed, Wounded}, []patient{p}, i, true)
		}
		return
	}
	for _, e := range f.w.nouns[lemma] {
		switch e.Use {
		case "count":
			p, ok := f.counted(i)
			if !ok {
				continue
			}
			if f.t.Is(i+1, "of") {
				if g, ok := f.objectAfter(i + 2); ok && g.number == nil {
					p.victims = g.victims
				}
			}
			f.addAll([]string{e.Kind}, []patient{p}, i, false)
			return
		case "each":
			if p, ok := f.each(i); ok {
				f.addAll([]string{e.Kind}, []patient{p}, i, false)
				return
			}
		case "act":
			if f.numberAt(i-1) != nil || f.hypothetical(i) {
				continue
			}
			if f.act(i, e) {
				return
			}
		}
	}
}

// isDescribedBy reports whether one of some adjectives, where there are any, stands before
// the noun at i: the fatal police shooting of a boy.
func (f *finder) isDescribedBy(i int, adjectives []string) bool {
	for k := i - 1; k >= 0 && k >= i-3 && len(adjectives) > 0; k-- {
		if slices.Contains(adjectives, f.t[k].Lower) {
			return true
		}
		if !f.t.Noun(k) && !f.t.Tagged(k, "JJ") {
			break
		}
	}
	return len(adjectives) == 0
}

// act records what follows the of of an act noun, or its possessor.
func (f *finder) act(i int, e nounEntry) bool {
	if !f.isDescribedBy(i, e.Adjectives) {
		return false
	}
	at := i
	for k := i + 1; k <= i+3 && f.t.Is(i+1, "and"); k++ { // the abduction and subsequent killing of
		if len(f.w.nouns[f.t.Word(k)]) > 0 {
			at = k
		}
	}
	of := f.behindDoer(at)
	if f.t.Is(of, "of") || e.To && f.t.Is(of, "to") {
		ps := f.actedOn(of+1, e)
		if len(ps) > 0 {
			f.addAll([]string{e.Kind}, ps, i, false)
		}
		return len(ps) > 0
	}
	p, ok := f.whose(i)
	ok = ok && (e.Kind == Killed && !e.Persons || e.Kind == Abducted)
	if !ok && e.Kind == Killed {
		p, ok = f.multiple(i)
	}
	if !ok {
		p, ok = f.possessorOf(i, e)
	}
	if ok {
		f.addAll([]string{e.Kind}, []patient{p}, i, false)
	}
	return ok
}

// behindDoer returns the token after the act noun at i, or after the doer if one follows the noun: the
// killing by soldiers [of] three miners; the killing by members of a gang [of] nine miners.
func (f *finder) behindDoer(i int) int {
	k := i + 1
	if !f.t.Is(k, "by") {
		return k
	}
	for {
		g := f.s.GroupFrom(k + 1)
		if g == nil || !f.t.Is(g.Last+1, "of") {
			return k
		}
		k = g.Last + 1
	}
}

// actedOn returns the patients of an act noun, whose "of" or "to" stands before token j.
func (f *finder) actedOn(j int, e nounEntry) []patient {
	if f.t.Is(j, "all", "up") && f.numberAt(j) == nil {
		j++
	}
	p, ok := f.objectAfter(j)
	if !ok || !f.suitsNoun(e, p) {
		return nil
	}
	ps := f.list(p, false)
	if last := ps[len(ps)-1].last; f.t.Is(last+1, "and") && f.t.Is(last+2, "of") { // of 480 militants and of two civilians
		if q, ok := f.objectAfter(last + 3); ok && f.suitsNoun(e, q) && q.number != nil {
			ps = append(ps, q)
		}
	}
	return ps
}

// suitsNoun reports whether a patient is what the entry of an act noun asks for.
func (f *finder) suitsNoun(e nounEntry, p patient) bool {
	return !f.notPeople(p) && !slices.Contains(e.Except, f.headOf(p)) && (!e.Persons || f.isPeople(p)) && (!e.Counted || p.number != nil)
}

// possessorOf returns the person whose act noun is at i: the farmer's death.
func (f *finder) possessorOf(i int, e nounEntry) (patient, bool) {
	g := f.s.GroupAt(i)
	if g == nil || g.Head != i || g.Possessor == nil || e.Kind == Captured {
		return patient{}, false
	}
	p, ok := f.patientOf(g.Possessor)
	if !ok || p.number != nil || p.quantity.Unknown || !f.suitsNoun(e, p) || !f.isPeople(p) && !(e.Named && g.Possessor.Proper) {
		return patient{}, false
	}
	p.quantity = quantity.Of(g.Possessor)
	return p, true
}

// headOf returns the lemma of the patient's noun, or nothing.
func (f *finder) headOf(p patient) string {
	if p.victims == nil {
		return ""
	}
	return f.t[p.victims.Head].Lemma
}

// whose returns the pronoun before an act noun: his death, their abduction.
func (f *finder) whose(i int) (patient, bool) {
	if !f.t.Tagged(i-1, "PRP$") || f.t.Tagged(i+1, "NN", "NNS") {
		return patient{}, false
	}
	t, lo := f.t[i-1], 1
	p := patient{first: i - 1, last: i - 1, quantity: mention.Quantity{Span: t.Span, Text: t.Text, Min: &lo}}
	switch {
	case f.w.his[t.Lower]:
		hi := 1
		p.quantity.Max = &hi
	case f.w.their[t.Lower]:
		p.quantity.Unknown = true
	default:
		return patient{}, false
	}
	return p, true
}

// hypothetical reports whether an act noun is only planned, called for, denied
// or without.
func (f *finder) hypothetical(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if f.w.factive[f.t[k].Lemma] || f.isSought(k) {
			return false
		}
		if f.w.governors[f.t[k].Lemma] || f.w.unreal[f.t[k].Lower] || f.t.In(k, f.w.undone) {
			return true
		}
	}
	return false
}

// isSought reports whether somebody is wanted or sought, by token k, for what has happened:
// wanted for the kidnapping of three tourists; sought over the murder of a judge.
func (f *finder) isSought(k int) bool {
	return f.t.Tagged(k, "VBN", "VBD") && f.w.sought[f.t[k].Lemma] && f.t.Is(k+1, "for", "over") && f.t.Tagged(k+2, "DT", "PRP$")
}

// counted returns the dead or wounded that the noun at token i stands for: 12 fatalities, Fatalities: 12, deaths.
func (f *finder) counted(i int) (patient, bool) {
	if p, ok := f.countBefore(i); ok {
		return p, true
	}
	if p, ok := f.countBehind(i); ok {
		return p, true
	}
	return f.bare(i)
}

// countBehind returns the number that a colon sets behind the noun at token i: Fatalities: 4.
func (f *finder) countBehind(i int) (patient, bool) {
	n := f.numberAt(i + 2)
	if !f.t.Is(i+1, ":") || n == nil || n.From != i+2 || f.countedGroup(n) != nil {
		return patient{}, false
	}
	return f.numbered(n)
}

// countBefore returns the number that counts the noun at token i.
func (f *finder) countBefore(i int) (patient, bool) {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		n := f.numberAt(k)
		if n == nil {
			if f.t.Tagged(k, "JJ", "NN", "NNP", "VBN", "JJR") {
				continue
			}
			return patient{}, false
		}
		if n.To > i || n.Measure || f.t.Is(n.From-1, "no") || n.Max != nil && *n.Max == 0 {
			return patient{}, false
		}
		p, ok := f.numbered(n)
		if g := f.s.GroupAt(i); g != nil {
			p.victims = g
		}
		return p, ok
	}
	return patient{}, false
}
