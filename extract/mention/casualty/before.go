package casualty

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
)

// subjectSearch looks for a subject from its verb to the left.
type subjectSearch struct {
	best patient
	ok   bool
}

// subjectBefore returns the patient that stands before token i as a subject does: over
// auxiliaries, relative pronouns, prepositional phrases and appositions. hops
// counts what was passed over.
func (f *finder) subjectBefore(i int) (best patient, hops int, ok bool) {
	var s subjectSearch
	for k := f.overAuxiliaries(i - 1); k >= 0; hops++ {
		next, done := f.step(&s, k)
		if done {
			break
		}
		k = next
	}
	return s.best, hops, s.ok
}

// step reads the group that ends at token k, or passes over the mark or remark
// there. It returns the token to go on from, and whether the search is done.
func (f *finder) step(s *subjectSearch, k int) (next int, done bool) {
	k, comma := f.overMarks(k)
	if k < 0 {
		return k, true
	}
	if f.t.Is(k, "(") {
		return k - 1, false
	}
	if from := f.aside(k); comma && from > 0 {
		return from - 1, false
	}
	p, isPatient, found := f.groupEnding(k)
	if !found {
		return k, true
	}
	j := p.first - 1
	if open := f.shortNameAt(j); open > 0 && !comma && p.number == nil {
		return open - 1, false
	}
	j = f.overIdentity(j)
	if f.subordinates(j) {
		if isPatient && !f.t.Is(j, "by") {
			f.offerPart(s, p)
		}
		return f.overPrepositions(j), false
	}
	if comma {
		if before := f.overDescription(p, isPatient, j); before < j {
			return before, false
		}
	}
	if isPatient {
		f.offer(s, p)
	}
	return k, true
}

// offer keeps the patient that the search ends with, unless only the one found on
// the way to it is of people.
func (f *finder) offer(s *subjectSearch, p patient) {
	if !s.ok || p.number != nil || !f.isPeople(s.best) || f.isPeople(p) {
		s.best, s.ok = p, true
	}
}

// offerPart keeps a patient that is a part of the group before it, as 12 men in 12
// men in a lorry, unless another was found or it is a body of people.
func (f *finder) offerPart(s *subjectSearch, p patient) {
	if !f.bodyOfPeople(p) && (!s.ok || !f.isPeople(s.best) && f.isPeople(p)) {
		s.best, s.ok = p, true
	}
}

// overDescription returns the token before the comma or bracket up to token k that
// opens a description by p, as in Karimi, a farmer, or k.
func (f *finder) overDescription(p patient, isPatient bool, k int) int {
	if f.t.Is(k, "(") && k > 0 {
		return k - 1
	}
	c := f.beforeAdverbs(k)
	if f.t.Is(c, ",") && c > 0 && p.number == nil && (!isPatient || f.describes(p, c-1)) {
		return c - 1
	}
	return k
}

// overAuxiliaries returns the last token up to k that is no adverb, auxiliary or
// relative pronoun: men who | were later [killed].
func (f *finder) overAuxiliaries(k int) int {
	for f.t.Adverb(k) || f.t.Tagged(k, "MD", "WP", "WDT", "TO") || f.copula(k) || f.t.Is(k, "that", "either") && !f.t.Tagged(k, "DT") {
		k--
	}
	return k
}

// overMarks returns the last token up to k that is no closing mark, and whether a
// comma or another mark of a parenthesis was among them.
func (f *finder) overMarks(k int) (last int, comma bool) {
	for ; k >= 0; k-- {
		switch {
		case f.t.Is(k, ",", ")", "-", "–", "—", "--"):
			comma = true
		case f.t.Is(k, "\"", "]", "[") || f.t.Tagged(k, "''", "``"):
		default:
			return k, comma
		}
	}
	return k, comma
}

// shortNameAt returns the opening bracket of a short name that closes at token k,
// as in the Front (FX), or 0.
func (f *finder) shortNameAt(k int) int {
	if !f.t.Is(k, ")") {
		return 0
	}
	if open := f.opening(k); open > 0 && open < k && f.t.Tagged(open-1, "NNP", "NNPS") {
		return open
	}
	return 0
}

// overIdentity returns the token before the first of two names that an and at k
// joins behind as or including: identified as A | and B, including a son of C | and D.
// Else it returns k.
func (f *finder) overIdentity(k int) int {
	if !f.t.Is(k, "and") || f.t.Tagged(k-1, ",") {
		return k
	}
	g := f.s.GroupAt(k - 1)
	for g != nil && f.t.Is(g.First-1, "of") {
		g = f.s.GroupAt(g.First - 2)
	}
	if g != nil && g.First > 0 && (f.t.Is(g.First-1, "as") || f.t.In(g.First-1, f.w.parts)) {
		return g.First - 1
	}
	return k
}

// subordinates reports whether the word at k makes the group after it a part of
// the group before: a preposition, including, identified as.
func (f *finder) subordinates(k int) bool {
	return f.t.Tagged(k, "IN", "TO") && !f.t.In(k, f.w.subordinate) || f.t.In(k, f.w.parts) || f.t.Is(k, "as") && f.t.Tagged(k-1, "VBN", "VBD") || f.beforeJointly(k) < k
}

// overPrepositions returns the last token up to k that is no preposition and no
// participle that only describes.
func (f *finder) overPrepositions(k int) int {
	if before := f.beforeJointly(k); before < k {
		return before
	}
	for f.t.Tagged(k, "IN", "TO") || f.t.In(k, f.w.parts) || f.t.In(k, f.w.describing) {
		k--
	}
	return k
}

// beforeJointly returns the token before the words that end at token k and add others to a group, or
// k if there are none: nine [soldiers] as well as two civilians.
func (f *finder) beforeJointly(k int) int {
	for _, w := range f.w.jointly {
		if n := len(w); k >= n && f.t.Spell(k-n+1, w...) {
			return k - n
		}
	}
	return k
}

// beforeAdverbs returns the last token up to j that is no adverb.
func (f *finder) beforeAdverbs(j int) int {
	for f.t.Tagged(j, "RB") {
		j--
	}
	return j
}

// bodyOfPeople reports whether the patient is a body of people that others belong to.
func (f *finder) bodyOfPeople(p patient) bool {
	return p.number == nil && p.victims != nil && f.w.wholes[f.t[p.victims.Head].Lower]
}

// aside returns the comma before token k that opens a remark on the figure before
// it (, mostly women and children, / , one of them a captain,), or 0.
func (f *finder) aside(k int) int {
	part := false
	for j := k; j > 0 && j > k-9; j-- {
		part = part || f.t.In(j, f.w.partial)
		if f.t.Is(j, ",", "-", "–", "—", "--") {
			if part || f.t.Tagged(j+1, "RB", "RBR", "RBS") && !part {
				return j
			}
			return 0
		}
		if strings.HasPrefix(f.t[j].Tag, "VB") {
			return 0
		}
	}
	return 0
}

// describes reports whether the patient after a comma only describes the group
// that ends at token j (Karimi, a farmer, was) or is the wider place of it
// (of Kobani, Syria, was).
func (f *finder) describes(p patient, j int) bool {
	prev := f.s.GroupAt(j)
	if p.victims == nil || prev == nil {
		return false
	}
	if f.t.Tagged(prev.First-1, "IN", "TO") && p.victims.Proper {
		return true
	}
	if p.victims.Det == "" && p.victims.Number == lang.Plural && f.w.kin[p.victims.Lemma] && prev.Number == lang.Plural {
		return true // two headmen, brothers, were
	}
	return f.apposition(p.victims, j) && prev.Number != lang.Plural
}

// apposition reports whether g, after a comma or bracket, only describes the
// group that ends at token j: Karimi, a farmer, was.
func (f *finder) apposition(g *lang.NounGroup, j int) bool {
	prev := f.s.GroupAt(j)
	return prev != nil && (g.Det == "a" || g.Det == "an" || g.Det == "the") && prev.Head >= 0 && f.w.person(f.t[g.Head].Lemma, f.t[g.Head].Lower)
}

// isAntecedent reports whether a relative clause follows a patient that ends a list, so that the
// whole list may be the object of another verb: buried nine soldiers and | four civilians | whom
// rebels had killed.
func (f *finder) isAntecedent(p patient) bool {
	if p.victims == nil || p.victims.Coordinated == nil || p.last+1 >= len(f.t) {
		return false
	}
	next := f.t[p.last+1].Span
	return slices.ContainsFunc(f.s.Clauses, func(c *lang.Clause) bool { return c.Link == lang.Relative && c.Start == next.Start })
}
