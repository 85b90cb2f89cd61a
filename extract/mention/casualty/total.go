package casualty

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention/quantity"
)

// This file reads the totals that a text gives of the dead, wounded, abducted and displaced.

// toll reads the figure of a toll at token i: the death toll rose to 43, a
// toll of 12, the number of dead stands at 30, to 43 the number of wounded.
func (f *finder) toll(i int) {
	kind, next := f.tollWord(i)
	if kind == "" {
		return
	}
	n, exceeded := f.tollFigure(next)
	if verb := f.tollVerb(i); n == nil && verb > next {
		n, exceeded = f.tollFigure(verb)
	}
	if n == nil && f.t.Is(i-1, "the", "death") {
		n = f.figureBefore(i)
	}
	if n == nil {
		return
	}
	p, ok := f.numbered(n)
	if !ok {
		return
	}
	if exceeded && p.quantity.Min != nil && p.quantity.Max != nil && *p.quantity.Min == *p.quantity.Max {
		n := *p.quantity.Min + 1
		p.quantity.Min, p.quantity.Max = &n, nil
	}
	if p.victims != nil && p.victims.Time {
		p.victims, p.last = nil, n.To-1 // rose to ten | the next day
	}
	if f.notPeople(p) {
		return
	}
	if p.victims == nil {
		p.victims = f.totalled(i, next)
	}
	p.toll = TollTotal
	if f.isFormer(i, p.first) || f.t.Is(p.first-1, "from") { // revised the toll down from 12
		p.toll = TollFormer
	}
	f.tolled = p.last + 1
	p.corrects = p.toll == TollTotal && f.corrects(i, p.first)
	f.addAll([]string{kind}, []patient{p}, i, false)
}

// totalled returns whom the number at token i is of, before token next, or nil: the number
// of [dead policemen]; the number of [soldiers] killed; [its] own losses.
func (f *finder) totalled(i, next int) *lang.NounGroup {
	if own := f.s.GroupAt(i); own != nil && own.Head == i && f.t[i].Lemma == "loss" {
		return f.ownerOf(own)
	}
	g := f.s.GroupAt(i + 2)
	if !f.t.Is(i+1, "of") || g == nil || g.First >= next || !f.w.person(g.Lemma, f.t[g.Head].Lower) {
		return nil
	}
	return f.trimmed(g, i+2, g.Last)
}

// ownerOf returns whose losses a group is of, or nil: the army's losses; the army put its losses at six,
// said that its losses were six.
func (f *finder) ownerOf(losses *lang.NounGroup) *lang.NounGroup {
	if !f.t.Tagged(losses.First, "PRP$") {
		return losses.Possessor
	}
	for c := f.clauseAt(losses.Head); c != nil; c = c.Parent {
		if g := c.Arg(lang.Subject); g != nil && g != losses {
			return g
		}
	}
	return nil
}

// tollWord returns the kind of casualties that the word at i totals, or "", and
// the token where its figure may begin: the injury toll, the number of dead.
func (f *finder) tollWord(i int) (kind string, next int) {
	if f.t.In(i, f.w.tolls) {
		if kind, told := f.w.tollKinds[f.t.Word(i-1)]; told {
			return kind, i + 1
		}
		return Killed, i + 1
	}
	if !f.w.numbers[f.t[i].Lemma] || !f.t.Noun(i) {
		return "", i
	}
	kind, next = f.countedKind(i + 1)
	if kind != "" && f.numberAt(i) == nil { // its verb tells of the number
		f.taken[next-1] = true
	}
	return kind, next
}

// tollFigure returns the last figure that a toll reaches from token i on, or nil,
// and whether it is exceeded: rose from 12 to 43, passed 100.
func (f *finder) tollFigure(i int) (last *quantity.Number, exceeded bool) {
	for k := i; k < len(f.t) && k < i+14; k++ {
		if n := f.numberAt(k); n != nil && !n.Measure && n.From == k {
			if f.reached(k) {
				last = n
				if f.t.Is(k-1, "to", "at") {
					break
				}
			}
			k = n.To - 1
			continue
		}
		if f.t.Tagged(k, "MD") || f.w.governors[f.t[k].Lemma] {
			return nil, false // the toll could reach 43, is expected to pass 100
		}
		exceeded = exceeded || f.w.over[f.t[k].Lemma]
		if f.t.Is(k, ";", ".") || f.t.Is(k, ",", "and", "with") && last != nil {
			break
		}
	}
	return last, exceeded
}

// tollVerb returns the first token of the finite verb that tells of the toll at
// token i, however far away, or -1: "The toll from a bombing outside the ministry
// in Kabul on Tuesday has risen to 20." The number of dead is no subject that the
// parser sees.
func (f *finder) tollVerb(i int) int {
	for _, c := range f.s.Clauses {
		if c.Kind != lang.Finite || c.Verb.First < i || !f.w.steps[c.Predicate.Lemma] {
			continue
		}
		if g := c.Arg(lang.Subject); g == nil || g.First <= i && i <= g.Last {
			return c.Verb.First
		}
	}
	return -1
}

// figureBefore returns the figure that stands before the toll at i, or nil:
// bringing to 43 the number of dead.
func (f *finder) figureBefore(i int) (first *quantity.Number) {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if n := f.numberAt(k); n != nil && !n.Measure && f.t.Is(n.From-1, "to", "at") {
			first = n
		}
	}
	return first
}

// reached reports whether the number at token k is the toll's figure.
func (f *finder) reached(k int) bool {
	prev := k - 1
	for prev >= 0 && f.t.Tagged(prev, "RB") {
		prev--
	}
	return prev >= 0 && (f.w.steps[f.t[prev].Lemma] || f.w.steps[f.t[prev].Lower])
}

// countedReach is how many words after the number of those counted may tell what
// became of them: the number of members of the Russian forces killed.
const countedReach = 9

// countedKind reads what a number of … counts: dead, people killed, those
// wounded. It gives the kind and the token after it.
func (f *finder) countedKind(i int) (string, int) {
	if f.t.Tagged(i, "VBN", "VBD") { // the number killed
		return f.objectKind(i), i + 1
	}
	if !f.t.Is(i, "of") {
		return "", i
	}
	for k := i + 1; k < len(f.t) && k < i+countedReach; k++ {
		if a := f.w.adjectives[f.t[k].Lower]; a != "" {
			return a, k + 1
		}
		if f.t.Tagged(k, "WP", "WDT") {
			if kind, next := f.sufferedKind(k + 1); kind != "" {
				return kind, next
			}
		}
		for _, n := range f.w.nouns[f.t[k].Lemma] {
			if n.Use == "count" || f.t[k].Tag == "NNS" {
				return n.Kind, k + 1
			}
		}
		if f.t.Tagged(k, "VBN", "VBD", "JJ", "NN") {
			for _, e := range f.w.verbs[verbOf(f.t[k])] {
				if len(e.with) == 0 && len(e.adverbs) == 0 && e.Patient == "object" && !e.Lives {
					return e.Kind, k + 1
				}
			}
		}
		if f.numberAt(k) != nil || f.t.Tagged(k, "VBZ", "VBP") {
			break
		}
	}
	return "", i
}

// sufferedKind reads what became of those of whom a relative clause tells whose verb may
// begin at token i: the number of those who [have died]. It gives the kind and the token
// after it.
func (f *finder) sufferedKind(i int) (string, int) {
	for f.t.Tagged(i, "VBP", "VBD", "RB") && (f.t.Tagged(i, "RB") || f.t[i].Lemma == "have") {
		i++
	}
	if !f.t.Tagged(i, "VBD", "VBN", "VBP") {
		return "", i
	}
	for _, e := range f.w.verbs[verbOf(f.t[i])] {
		if len(e.with) == 0 && len(e.adverbs) == 0 && e.Patient == "subject" && !e.Lives {
			return e.Kind, i + 1
		}
	}
	return "", i
}
