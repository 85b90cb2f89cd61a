package casualty

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
)

// subject is the patient before a trigger. What has a number is believed
// first, then what is a person; the clause before the nearest group.
func (f *finder) subject(l link) (patient, bool) {
	// 12 wounded: the number before a participle without a noun of its own
	if n := f.numberAt(l.at - 1); n != nil && n.To == l.at {
		return f.numbered(n)
	}
	if p, found := f.those(l.at); found {
		return p, p.quantity.Text != ""
	}
	if p, ok := f.antecedent(l.at); ok {
		return p, true
	}
	near, hops, isNear := f.before(l.at)
	if isNear && (hops == 0 && f.people(near) || near.number != nil) {
		return near, true
	}
	if f.negative(l.at) {
		return patient{}, false
	}
	far, isFar := f.clauseSubject(l.at)
	if isFar && (far.number != nil || f.people(far)) {
		return far, true
	}
	if isNear && (!isFar || f.people(near)) {
		return near, true
	}
	if isFar {
		return far, true
	}
	return f.elided(l.at)
}

// those reads the pronoun of those killed, those who were hurt. Among those
// killed says nothing of how many.
func (f *finder) those(i int) (p patient, found bool) {
	k := i - 1
	for k >= 0 && (f.t[k].Lemma == "be" || f.t[k].Lemma == "have" || f.at(k, "who")) {
		k--
	}
	if !f.at(k, "those") {
		return patient{}, false
	}
	if f.at(k-1, "of") || f.is(k-1, f.w.parts) {
		return patient{}, true
	}
	lo := 1
	p = patient{first: k, last: k}
	p.quantity = mention.Quantity{Span: f.t[k].Span, Text: f.t[k].Text, Min: &lo, Unknown: true}
	return p, true
}

// antecedent is the subject whose relative clause stands between it and the
// verb at i: the man who trained the bombers was killed. A relative pronoun
// next to the verb has the nearest group: five men, including one who was hurt.
func (f *finder) antecedent(i int) (patient, bool) {
	k := i - 1
	for k >= 0 && (strings.HasPrefix(f.t[k].Tag, "RB") || strings.HasPrefix(f.t[k].Tag, "VB") && f.w.copulas[f.t[k].Lemma]) {
		k--
	}
	if f.at(k, ",") { // the assailant, who was on leave, was killed
		for w := k - 1; w > 1 && w > i-25 && !f.tag(w, "WRB"); w-- {
			if f.at(w, "who") && f.at(w-1, ",") {
				p, _, ok := f.before(w)
				return p, ok && f.people(p)
			}
		}
		return patient{}, false
	}
	singular, verbs := f.at(k+1, "was") || f.tag(k+1, "VBZ"), 0
	for w := k; w >= 0 && w > i-20; w-- {
		switch {
		case f.at(w, "who"):
			if w == k {
				p, ok, found := f.ending(w - 1)
				return p, ok && found && !f.thing(p) && f.is(p.first-1, f.w.parts)
			}
			p, _, ok := f.before(w)
			return p, ok && verbs == 1 && f.people(p)
		case f.tag(w, "CC") && singular && f.tag(k, "NNS"):
		case f.tag(w, "WRB", "CC") || f.is(w, f.w.subordinate) || f.at(w, ",", ";", ":", "\""):
			return patient{}, false
		case f.tag(w, "VBD", "VBZ", "VBP"):
			if f.w.copulas[f.t[w].Lemma] && f.t[w].Lemma != "have" && f.t[w].Lemma != "be" {
				return patient{}, false
			}
			if !f.tag(w+1, "VBN", "VBG") {
				verbs++
			}
		case f.tag(w, "VBN", "VBG") && f.tag(w-1, "VBD", "VBZ", "VBP"):
			verbs++
		}
	}
	return patient{}, false
}

// whom is the patient of a verb at i that has its object before it: a headman
// whom they had abducted.
func (f *finder) whom(i int) (patient, bool) {
	for w := i - 1; w > 0 && w >= i-5; w-- {
		if f.at(w, "whom") {
			p, _, ok := f.before(w)
			return p, ok && f.people(p)
		}
	}
	return patient{}, false
}

// company is who is told behind the verb to have shared its subject's lot:
// died along with 11 recruits.
func (f *finder) company(i int) (patient, bool) {
	for _, w := range f.w.jointly {
		if f.seq(i, w) {
			p, ok := f.after(i + len(w))
			return p, ok && f.people(p)
		}
	}
	return patient{}, false
}

// negative says whether nobody is the subject of the verb at i.
func (f *finder) negative(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if f.is(k, f.w.nobody) {
			return true
		}
		if f.at(k, ",", "and", "but") {
			return false
		}
	}
	return false
}

// clauseSubject is the subject of the clause whose verb is at i.
func (f *finder) clauseSubject(i int) (patient, bool) {
	for _, c := range f.s.Clauses {
		if c.Verb == nil || i < c.Verb.First || i > c.Verb.Last {
			continue
		}
		g := c.Arg(lang.Subject)
		if g == nil || g.First >= i || g.Pronoun && f.is(g.Head, f.w.relative) {
			return patient{}, false
		}
		return f.patientOf(g)
	}
	return patient{}, false
}

// doer is the subject of the clause of the verb at i, for himself and
// themselves.
func (f *finder) doer(i int) (patient, bool) {
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

// elided is the subject that a verb shares with the one before its
// conjunction (was shot in the leg and died), or that opens the sentence
// with words in between (A guard, hit in the raid, died).
func (f *finder) elided(i int) (patient, bool) {
	k := i - 1
	for k >= 0 && (strings.HasPrefix(f.t[k].Tag, "RB") || f.t[k].Lemma == "be" || f.t[k].Lemma == "have" || f.is(k, f.w.later)) {
		k--
	}
	if f.at(k, "and", "but") {
		for j := k - 1; j > 0; j-- {
			if f.tag(j, "VBD", "VBN", "VBZ", "VBP") {
				p, _, ok := f.before(j)
				return p, ok && f.people(p)
			}
		}
		return patient{}, false
	}
	if g := f.starting(0); g != nil && g.Last+1 < i && (f.at(g.Last+1, ",", "(") || f.tag(g.Last+1, "VBN")) {
		p, ok := f.patientOf(g)
		return p, ok && f.people(p)
	}
	return patient{}, false
}
