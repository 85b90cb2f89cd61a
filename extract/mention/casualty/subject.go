package casualty

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// subject returns the patient before a trigger. What has a number is believed
// first, then what is a person; the clause before the nearest group.
func (f *finder) subject(l link) (patient, bool) {
	// 12 wounded: the number before a participle without a noun of its own
	if n := f.numberAt(l.at - 1); n != nil && n.To == l.at && !n.Measure && !f.isAgeOf(n) {
		return f.numbered(n)
	}
	if p, found := f.those(l.at); found {
		return p, p.quantity.Text != ""
	}
	if p, ok := f.antecedent(l.at); ok {
		return p, true
	}
	near, hops, isNear := f.subjectBefore(l.at)
	far, isFar := f.clauseSubject(l.at)
	if isNear && (hops == 0 && f.isPeople(near) || near.number != nil) {
		if f.isPartOf(near, far) {
			return far, true
		}
		return near, true
	}
	if f.negative(l.at) {
		return patient{}, false
	}
	if isFar && (far.number != nil || f.isPeople(far)) {
		return far, true
	}
	if isNear && (!isFar || f.isPeople(near)) {
		return near, true
	}
	if isFar {
		return far, true
	}
	return f.sharedSubject(l.at)
}

// isPartOf reports whether near only tells who some of the counted people in far are, the
// subject of the clause: nine people [mostly farmers] died.
func (f *finder) isPartOf(near, far patient) bool {
	next := far.last + 1
	if f.t.Is(next, ",") && (f.t.In(next+1, f.w.parts) || f.t.In(near.first-1, f.w.partial)) {
		next++
	}
	if far.number == nil || next >= near.first || f.t.Is(next, ",") || f.t.Tagged(next, "CC") {
		return false
	}
	return !f.t.Tagged(next, "IN") || f.t.In(next, f.w.parts)
}

// those reads the pronoun of those killed, those who were hurt. Among those
// killed says nothing of how many, but for one who was.
func (f *finder) those(i int) (p patient, found bool) {
	k := i - 1
	for k >= 0 && (f.t[k].Lemma == "be" || f.t[k].Lemma == "have" || f.t.Is(k, "who")) {
		k--
	}
	if !f.t.Is(k, "those") {
		return patient{}, false
	}
	if f.t.Is(k-1, "of") || f.t.In(k-1, f.w.parts) {
		p, _ = f.oneAmong(k - 1)
		return p, true
	}
	lo := 1
	p = patient{first: k, last: k}
	p.quantity = mention.Quantity{Span: f.t[k].Span, Text: f.t[k].Text, Min: &lo, Unknown: true}
	return p, true
}

// oneAmong returns the single person who is said to be among those of whom the word at
// k begins to tell: her nephew was | among those killed.
func (f *finder) oneAmong(k int) (patient, bool) {
	j := k - 1
	for f.t.Adverb(j) {
		j--
	}
	if j < 1 || f.t[j].Lemma != "be" || f.unreal(j) {
		return patient{}, false
	}
	p, ok, found := f.groupEnding(j - 1)
	if !found || !ok || p.number != nil || p.quantity.Unknown || !f.isPeople(p) {
		return patient{}, false
	}
	return p, true
}

// antecedent returns the subject whose relative clause stands between it and the
// verb at i: the man who trained the bombers was killed. A relative pronoun
// next to the verb has the nearest group: five men, including one who was hurt.
func (f *finder) antecedent(i int) (patient, bool) {
	k := i - 1
	for f.t.Adverb(k) || f.copula(k) {
		k--
	}
	if f.t.Is(k, ",") {
		return f.beforeAside(k, i)
	}
	if f.t.Is(k, "who") {
		p, ok, found := f.groupEnding(k - 1)
		return p, ok && found && !f.notPeople(p) && f.t.In(p.first-1, f.w.parts)
	}
	return f.headOfRelative(k, i)
}

// headOfRelative returns the subject before the who of a relative clause that ends
// at token last, before the verb: the man who trained the bombers | was killed. The
// clause must have one verb and nothing coordinated or subordinate.
func (f *finder) headOfRelative(last, verb int) (patient, bool) {
	verbs := 0
	for w := last; w >= 0 && w > verb-20; w-- {
		switch {
		case f.t.Is(w, "who"):
			p, _, ok := f.subjectBefore(w)
			return p, ok && verbs == 1 && f.isPeople(p)
		case f.t.Tagged(w, "CC") && f.t.Tagged(last, "NNS") && (f.t.Is(last+1, "was") || f.t.Tagged(last+1, "VBZ")): // who led raids and ambushes was
		case f.t.Tagged(w, "WRB", "CC") || f.t.In(w, f.w.subordinate) || f.t.Is(w, ",", ";", ":", "\""):
			return patient{}, false
		case f.t.Tagged(w, "VBD", "VBZ", "VBP"):
			if f.copula(w) && f.t[w].Lemma != "have" && f.t[w].Lemma != "be" {
				return patient{}, false
			}
			if !f.t.Tagged(w+1, "VBN", "VBG") {
				verbs++
			}
		case f.t.Tagged(w, "VBN", "VBG") && f.t.Tagged(w-1, "VBD", "VBZ", "VBP"):
			verbs++
		}
	}
	return patient{}, false
}

// beforeAside returns the subject before a relative clause between commas, of
// which the second is at k: the assailant, who was on leave, was killed.
func (f *finder) beforeAside(k, verb int) (patient, bool) {
	for w := k - 1; w > 1 && w > verb-25 && !f.t.Tagged(w, "WRB"); w-- {
		if f.t.Is(w, "that") && f.t.Verb(w-1) {
			break // a nurse, who asked not to be named, said that a fifth man, a cook, had died
		}
		if f.t.Is(w, "who") && f.t.Is(w-1, ",") {
			p, _, ok := f.subjectBefore(w)
			return p, ok && f.isPeople(p)
		}
	}
	return patient{}, false
}

// copula reports whether a verb that may stand between a subject and what is said
// of it is at i: was, were found, are feared.
func (f *finder) copula(i int) bool {
	return strings.HasPrefix(f.t.Tag(i), "VB") && f.w.copulas[f.t[i].Lemma]
}

// whom returns the patient of a verb at i that has its object before it: a headman
// whom they had abducted; nine girls | they had abducted.
func (f *finder) whom(i int) (patient, bool) {
	w := f.whomBefore(i)
	if w == 0 {
		return f.objectBefore(i)
	}
	p, _, ok := f.subjectBefore(w)
	return p, ok && f.isPeople(p)
}

// objectBefore returns the patient of the verb at i in a relative clause that begins with "that" or
// with its subject: [nine girls] that rebels had abducted; [nine girls] they had abducted.
func (f *finder) objectBefore(i int) (patient, bool) {
	c := f.clauseAt(i)
	if c == nil || c.Verb == nil || c.Link != lang.Relative || c.Predicate.Voice == lang.Passive {
		return patient{}, false
	}
	for _, a := range c.Args {
		if g := a.Group; a.Function == lang.Object && a.Shared && g.Last < i {
			p, ok := f.patientOf(g)
			return p, ok && f.isPeople(p) && !slices.ContainsFunc(f.t[g.First:g.Head], isOf) // not 78 of the men they had detained
		}
	}
	return patient{}, false
}

// isOf reports whether a token joins a part and its whole: 78 [of] the men.
func isOf(t lang.Token) bool { return t.Lower == "of" }

// whomBefore returns the token of the whom that is the object of the verb at i, or 0.
func (f *finder) whomBefore(i int) int {
	for w := i - 1; w > 0 && w >= i-5; w-- {
		if f.t.Is(w, "whom") {
			return w
		}
	}
	return 0
}

// companionReach is how many words behind a verb those may be told who shared its
// subject's lot.
const companionReach = 6

// companions is who is told behind the verb to have shared its subject's lot:
// died along with 11 recruits, was shot at her desk together with her clerk.
func (f *finder) companions(i int) (patient, bool) {
	for k := i; k < len(f.t) && k <= i+companionReach; k++ {
		for _, w := range f.w.jointly {
			if f.t.Spell(k, w...) {
				p, ok := f.objectAfter(k + len(w))
				return p, ok && f.isPeople(p)
			}
		}
		if p, ok := f.ownMen(k); ok && k == i {
			return p, true
		}
		if f.t.Is(k, ",", ";", "and") || f.t.Tagged(k, "VBD", "VBZ", "VBP", "VBN", "MD") {
			break
		}
	}
	return patient{}, false
}

// ownMen is who is told right behind the verb to have shared the lot of him whose they
// are: was killed with 40 of his men; died with her two sons.
func (f *finder) ownMen(k int) (patient, bool) {
	if !f.t.Is(k, "with") {
		return patient{}, false
	}
	p, ok := f.objectAfter(k + 1)
	if !ok || p.victims == nil || !f.isPeople(p) {
		return patient{}, false
	}
	for i := k + 1; i < p.victims.Head; i++ {
		if f.t.Tag(i) == "PRP$" {
			return p, true
		}
	}
	return patient{}, false
}

// negative reports whether nobody is the subject of the verb at i.
func (f *finder) negative(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if f.t.In(k, f.w.nobody) {
			return true
		}
		if f.t.Is(k, ",", "and", "but") {
			return false
		}
	}
	return false
}

// clauseSubject returns the subject of the clause whose verb is at i or ends right before it:
// were found | dead. The subject of a participle may follow it: Kidnapped in Jos, | two men were freed.
func (f *finder) clauseSubject(i int) (patient, bool) {
	for _, c := range f.s.Clauses {
		if c.Verb == nil || i < c.Verb.First || i > c.Verb.Last+1 {
			continue
		}
		g := c.Arg(lang.Subject)
		if g == nil || g.First >= i && (c.Kind != lang.Participle || c.Predicate.Voice != lang.Passive) || g.Pronoun && f.t.In(g.Head, f.w.relative) {
			return patient{}, false
		}
		return f.patientOf(g)
	}
	return patient{}, false
}

// subjectOf returns the subject of the clause of the verb at i, for himself and
// themselves.
func (f *finder) subjectOf(i int) (patient, bool) {
	c := f.clauseAt(i)
	if c == nil {
		return patient{}, false
	}
	g := c.Arg(lang.Subject)
	if g == nil {
		return patient{}, false
	}
	return f.patientOf(g)
}

// sharedSubject returns the subject that a verb shares with the one before its
// conjunction (was shot in the leg and died), or that opens the sentence
// with words in between (A guard, hit in the raid, died).
func (f *finder) sharedSubject(i int) (patient, bool) {
	k := i - 1
	for k >= 0 && (f.t.Adverb(k) || f.t[k].Lemma == "be" || f.t[k].Lemma == "have" || f.t.In(k, f.w.later)) {
		k--
	}
	if f.t.Is(k, "and", "but") {
		for j := k - 1; j > 0; j-- {
			if f.t.Tagged(j, "VBD", "VBN", "VBZ", "VBP") {
				p, _, ok := f.subjectBefore(j)
				return p, ok && f.isPeople(p)
			}
		}
		return patient{}, false
	}
	if g := f.s.GroupFrom(0); g != nil && g.Last+1 < i && (f.t.Is(g.Last+1, ",", "(") || f.t.Tagged(g.Last+1, "VBN")) {
		p, ok := f.patientOf(g)
		return p, ok && f.isPeople(p)
	}
	return patient{}, false
}
