package casualty

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
)

// verbOf returns the lemma of a token that may be a verb whatever its tag says:
// headlines make nouns and adjectives of wounded and injured.
func verbOf(t lang.Token) string {
	l := t.Lower
	if strings.HasPrefix(t.Tag, "VB") {
		return t.Lemma
	}
	if v := words().participles[l]; v != "" {
		return v
	}
	if (t.Tag == "JJ" || strings.HasPrefix(t.Tag, "NN")) && strings.HasSuffix(l, "ed") && len(l) >= 4 {
		for _, v := range []string{l[:len(l)-2], l[:len(l)-1]} {
			if len(words().verbs[v]) > 0 {
				return v
			}
		}
		if l[len(l)-3] == l[len(l)-4] && len(words().verbs[l[:len(l)-3]]) > 0 {
			return l[:len(l)-3]
		}
	}
	return t.Lemma
}

// link is one trigger of a chain: killed [and] wounded.
type link struct {
	at    int
	kind  string
	entry *verbEntry // nil for an adjective
	next  int        // the token after its own words, where an object begins
	with  int        // the token of the words that its entry needs, or 0
}

// chain reads the verbs that begin at token i and share their patient, and
// says how many tokens they take; 0 where there is none.
func (f *finder) chain(i int) int {
	first, ok := f.trigger(i)
	if !ok {
		return 0
	}
	links := []link{first}
	alternative, later := false, false
	j := first.next
	for {
		k, or, after, ok := f.connector(j)
		if !ok && f.areHurt(j) {
			k, or, ok = j, true, true // headlines that lost their commas: nine killed injured
		}
		if !ok {
			break
		}
		l, ok := f.trigger(k)
		if !ok {
			if a := f.w.adjectives[f.t.Word(k)]; a != "" && first.entry == nil {
				l, ok = link{at: k, kind: a, next: k + 1}, true
			}
		}
		if !ok || l.entry != nil && first.entry != nil && l.entry.Patient != first.entry.Patient && !(f.passive(first) && l.entry.Patient == "subject") {
			break
		}
		links = append(links, l)
		alternative, later = alternative || or, later || after
		j = l.next
	}
	if f.unreal(first.at) {
		return j - i
	}
	f.resolve(links, alternative, later)
	return links[len(links)-1].at - i + 1
}

// connector reads what joins two triggers of a chain: and, or, commas, and
// adverbs that order them in time.
func (f *finder) connector(i int) (next int, or, later, ok bool) {
	for ; i < len(f.t); i++ {
		switch {
		case f.t.Is(i, "and", "or", "/", ",", "&", "but"):
			or = or || f.t.Is(i, "or", "/")
			ok = true
		case f.t.Tagged(i, "RB", "RBR") || f.t.In(i, f.w.later) || f.t[i].Lemma == "be":
			later = later || f.t.In(i, f.w.later)
		default:
			return i, or, later, ok
		}
	}
	return i, or, later, false
}

// trigger reads the verb at token i with the words that it needs.
func (f *finder) trigger(i int) (link, bool) {
	if i >= len(f.t) || f.taken[i] {
		return link{}, false
	}
	lemma := f.triggerLemma(i)
	if lemma == "" || f.nominal(i) || f.modifier(i) || f.otherSense(i, lemma) {
		return link{}, false
	}
	var plain *verbEntry
	for _, e := range f.w.verbs[lemma] {
		if len(e.with) > 0 {
			if l, ok := f.triggerWith(e, i); ok {
				return l, true
			}
			continue
		}
		narrow := e.Lives || e.Captives || e.Kin || len(e.adverbs) > 0
		if (plain == nil || narrow) && f.fits(e, i) {
			plain = e
		}
	}
	if plain == nil {
		return link{}, false
	}
	return link{at: i, kind: plain.Kind, entry: plain, next: f.behindPhrases(i)}, true
}

// triggerLemma returns the lemma of a token that is a verb or a participle, or "".
// A word that is tagged as a noun is a verb before a number: Gunmen kill nine.
func (f *finder) triggerLemma(i int) string {
	t := f.t[i]
	lemma := verbOf(t)
	if strings.HasPrefix(t.Tag, "VB") || lemma != t.Lemma || f.w.participles[t.Lower] != "" || t.Tag == "MD" && len(f.w.verbs[lemma]) > 0 {
		return lemma
	}
	bare := strings.TrimSuffix(t.Lower, "s")
	if n := f.numberAt(i + 1); n == nil || n.From != i+1 || len(f.w.verbs[bare]) == 0 || !f.t.Noun(i) || f.t.Tagged(i-1, "DT", "PRP$", "POS", "CD") {
		return ""
	}
	return bare
}

// nominal reports whether the form of a verb at i is a noun: the killing of, the
// wounded.
func (f *finder) nominal(i int) bool {
	return f.t[i].Tag == "VBG" && f.t.Is(i+1, "of") || f.t.Is(i-1, "the") && f.t.Tagged(i, "VBN", "JJ", "VBD", "NN")
}

// modifier reports whether the participle at i only describes the noun after it:
// a group of wounded people.
func (f *finder) modifier(i int) bool {
	if !f.t.Tagged(i, "JJ", "VBN") || !f.t.Tagged(i+1, "NN", "NNS", "JJ") || f.numberAt(i-1) != nil || f.numberAt(i+1) != nil {
		return false
	}
	return f.t.Tagged(i-1, "IN", "JJ", "DT", "PRP$", "POS", "TO") && !f.t.Is(i-1, "another") || f.t[i].Tag == "JJ" && f.t.Tagged(i-1, "CC")
}

// otherSense reports whether the verb at i has a particle with which it says
// nothing of people: died down, killed off.
func (f *finder) otherSense(i int, lemma string) bool {
	return f.w.strict[lemma] && f.t.Tagged(i+1, "RP", "IN", "RB") && f.t.In(i+1, f.w.particles)
}

// triggerWith reads the verb at i with the words after it that an entry needs:
// shot [dead], and marks them as taken.
func (f *finder) triggerWith(e *verbEntry, i int) (link, bool) {
	k, n := f.follows(e, i+1)
	if k == 0 {
		return link{}, false
	}
	l := link{at: i, kind: e.Kind, entry: e, next: i + 1, with: k}
	for x := k; x < k+n; x++ {
		f.taken[x] = true
	}
	if k == i+1 && (!f.t.Tagged(k+n-1, "IN", "TO") || f.t.In(k+n-1, f.w.particles)) || e.After {
		l.next = k + n
	}
	return l, true
}

// fits reports whether an entry that counts lives or captives has them as its
// object, and one that needs an adverb has it beside its verb.
func (f *finder) fits(e *verbEntry, i int) bool {
	switch {
	case len(e.adverbs) > 0:
		return f.t.In(i-1, e.adverbs) || f.t.In(i+1, e.adverbs)
	case e.Lives:
		counted, told := f.counts(i, f.w.lives)
		return counted || (!told || f.auxiliary(i)) && f.livesLost(i)
	case e.Captives:
		counted, _ := f.counts(i, f.w.captives)
		return counted
	case e.Kin:
		g := f.s.GroupFrom(i + 1)
		return g != nil && f.w.kin[g.Lemma]
	}
	return true
}

// counts reports whether the object of the verb at i is a number of nouns of a set:
// claimed 12 lives, took 40 prisoners; and whether anything behind the verb told.
func (f *finder) counts(i int, nouns set) (counted, told bool) {
	for k := i + 1; k < len(f.t) && k <= i+7; k++ {
		switch {
		case f.t.In(k, nouns):
			return f.numberAt(k-1) != nil || f.numberAt(k-2) != nil, true
		case strings.HasPrefix(f.t[k].Tag, "VB") || f.t.Tagged(k, "IN") && f.numberAt(k) == nil:
			return false, true
		}
	}
	return false, false
}

// livesLost reports whether the subject of the verb at i is a number of lives: 12
// lives were lost.
func (f *finder) livesLost(i int) bool {
	p, _, ok := f.subjectBefore(i)
	return ok && p.victims != nil && p.number != nil && f.t.In(p.victims.Head, f.w.lives)
}

// follows finds one of the word sequences that an entry needs, before the
// next finite verb.
func (f *finder) follows(e *verbEntry, from int) (at, n int) {
	for k := from; k < len(f.t) && k < from+12; k++ {
		for _, w := range e.with {
			if f.t.Spell(k, w...) {
				return k, len(w)
			}
		}
		if f.t.Tagged(k, "VBD", "VBZ", "VBP", "MD") && k > from || f.t.Is(k, ";") || f.t.Is(k, ",") && (k > from+6 || f.t.Tagged(k+1, "VBG")) {
			return 0, 0
		}
	}
	return 0, 0
}

// passive reports whether the trigger is a passive, or a participle after its
// patient: were killed, the men wounded in the blast.
func (f *finder) passive(l link) bool {
	t := f.t[l.at]
	if f.t.Tagged(l.at, "VBG", "VBZ") || f.t.Tagged(l.at, "VBP", "VB") && (f.w.participles[t.Lower] == "" || f.objectAt(l.next)) {
		return false
	}
	if f.t.In(l.at-1, f.w.relative) || f.whomBefore(l.at) > 0 {
		return false
	}
	if passive, found := f.auxiliaryVoice(l.at); found && !f.behindRelative(l) {
		return passive
	}
	if f.nextCount(l.next) {
		return true
	}
	if f.objectAt(l.next) || f.sharedObject(l.next) > 0 {
		return false
	}
	if l.entry != nil && l.entry.Persons && t.Tag == "VBD" {
		return f.countsGroupBefore(l.at) // forces seized on Thursday a cache
	}
	return true
}

// countsGroupBefore reports whether a number, or a number and its noun, stands right
// before the verb at i: ten captured at Bria, 160 soldiers captured at Bria.
func (f *finder) countsGroupBefore(i int) bool {
	if n := f.numberAt(i - 1); n != nil {
		return n.To == i
	}
	g := f.s.GroupAt(i - 1)
	return g != nil && g.Last == i-1 && f.numberIn(g) != nil && f.w.person(g.Lemma, f.t[g.Head].Lower)
}

// behindRelative reports whether the verb of a link has an object and a comma before it, which ends
// a relative clause, so that the auxiliary before the comma belongs to another verb: the rebels, who
// had been trained in Chad, [killed] nine.
func (f *finder) behindRelative(l link) bool {
	k := l.at - 1
	for f.t.Adverb(k) {
		k--
	}
	return f.t.Mark(k) == ',' && f.objectAt(l.next) && !f.nextCount(l.next)
}

// auxiliaryVoice reports whether the auxiliary before the verb at i makes a passive,
// were killed, and whether there is one.
func (f *finder) auxiliaryVoice(i int) (passive, found bool) {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		verb := strings.HasPrefix(f.t[k].Tag, "VB")
		switch lemma := f.t[k].Lemma; {
		case lemma == "be" || lemma == "get" && verb:
			return true, true
		case lemma == "have" && verb:
			return false, true
		case !f.t.Adverb(k) && !f.t.Tagged(k, "VBN", "CC", ","):
			return false, false
		}
	}
	return false, false
}

// nextCount reports whether the number at token i is of those who were hurt
// beside the dead, as headlines without commas have it: nine killed 12 injured.
func (f *finder) nextCount(i int) bool {
	n := f.numberAt(i)
	if n == nil || n.From > i || n.Measure {
		return false
	}
	k := n.To
	for k < len(f.t) && f.w.others[f.t[k].Lower] {
		k++
	}
	return f.areHurt(k)
}

// areHurt reports whether the word at k says that somebody was hurt, and describes nobody behind it.
func (f *finder) areHurt(k int) bool {
	if k >= len(f.t) || !strings.HasSuffix(f.t[k].Lower, "ed") || f.t.Noun(k+1) || f.t.Tagged(k+1, "JJ") && f.t.Noun(k+2) {
		return false
	}
	return slices.ContainsFunc(f.w.verbs[verbOf(f.t[k])], func(e *verbEntry) bool { return e.Kind == Wounded && e.Patient == "object" })
}

// comesBefore reports whether the patient stands before the verb of a link, as its subject or as
// the antecedent of a relative clause: two men whom they killed.
func (p *patient) comesBefore(l link, subject bool) bool { return subject || p.last < l.at }

// resolve finds the patient of a chain of triggers and records it.
func (f *finder) resolve(links []link, alternative, later bool) {
	links = withoutHarm(withoutWeak(links))
	all := links
	first, last := links[0], links[len(links)-1]
	kinds, harm := kindsOf(links)
	if last.entry != nil && last.entry.Patient == "subject" && last.kind == Killed && harm {
		links, kinds = links[len(links)-1:], []string{Killed} // was hit and died
	}
	combined := len(kinds) > 1 && !later && (alternative || harm)
	p, subject, ok := f.chainPatient(links, first, last)
	if !ok || !f.admits(links, &p) {
		return
	}
	ps := []patient{p}
	if _, described := f.attributive(first); !described { // three detained men and two guards
		ps = f.list(p, p.comesBefore(first, subject))
	}
	if q, found := f.companions(last.next); subject && found {
		ps = append(ps, f.list(q, false)...)
	}
	if q, ok := f.reflexive(ps, last.at); ok {
		f.addAll(kinds, []patient{q}, first.at, combined)
		ps = ps[1:]
	}
	if f.newDeath(first, p, all) {
		markNew(ps)
	}
	for i := range ps {
		ps[i].weak = first.isWeak()
	}
	if combined {
		f.addAll(kinds, ps, first.at, true)
	} else {
		for _, l := range links { // kidnapped and killed: each figure at its own verb
			f.addAll([]string{l.kind}, ps, l.at, false)
		}
	}
	if from := p.last + 1; !subject {
		f.figureWithoutVerb(kinds, from, first.at, combined)
	} else if p.number != nil {
		f.figureWithoutVerb(kinds, last.next, first.at, combined)
	}
}

// isWeak reports whether the trigger says what became of its patient only where
// nothing else does: shot 17 people.
func (l link) isWeak() bool { return l.entry != nil && l.entry.Weak }

// withoutWeak returns the triggers of a chain without those that leave it to the
// others what became of the patient: shot and wounded.
func withoutWeak(links []link) []link {
	strong := slices.DeleteFunc(slices.Clone(links), link.isWeak)
	if len(strong) == 0 {
		return links[:1]
	}
	return strong
}

// withoutHarm returns the triggers of a chain without those that hurt only the living,
// behind those that kill: killed and burned.
func withoutHarm(links []link) []link {
	if links[0].kind != Killed {
		return links
	}
	return slices.DeleteFunc(slices.Clone(links), func(l link) bool { return l.kind == Wounded && l.entry != nil && l.entry.Persons })
}

// chainPatient returns the patient of a chain, and whether it stands before its
// verbs.
func (f *finder) chainPatient(links []link, first, last link) (p patient, subject, ok bool) {
	if p, ok := f.attributive(first); ok {
		return p, true, true
	}
	if first.entry == nil || first.entry.Patient == "subject" || f.passive(first) && !f.activeLast(links) {
		p, ok = f.subject(first)
		return p, true, ok
	}
	p, ok = f.object(last)
	return p, false, ok
}

// markNew marks the dead as new ones, who come on top of a toll, where nothing
// else says how they count.
func markNew(ps []patient) {
	for i := range ps {
		if ps[i].toll == "" {
			ps[i].toll = TollNew
		}
	}
}

// reflexive returns the subject of the verb at i where the first of its patients is a
// reflexive pronoun: he shot himself.
func (f *finder) reflexive(ps []patient, i int) (patient, bool) {
	if len(ps) == 0 || ps[0].victims == nil || !f.t.In(ps[0].victims.Head, f.w.reflexive) {
		return patient{}, false
	}
	return f.subjectOf(i)
}

// kindsOf returns the kinds of a chain, each once, and whether all of them are
// death or wounds.
func kindsOf(links []link) (kinds []string, harm bool) {
	harm = true
	for _, l := range links {
		if !slices.Contains(kinds, l.kind) {
			kinds = append(kinds, l.kind)
		}
		harm = harm && (l.kind == Killed || l.kind == Wounded)
	}
	return kinds, harm
}

// attributive reads a participle between a number and its noun: twenty
// wounded fighters.
func (f *finder) attributive(l link) (patient, bool) {
	if !f.t.Tagged(l.at, "VBN", "VBD", "JJ") || !f.t.Tagged(l.at+1, "NNS", "NN", "JJ", "NNP", "NNPS") {
		return patient{}, false
	}
	n := f.numberAt(l.at - 1)
	g := f.s.GroupAt(l.at + 1)
	if n == nil || n.To != l.at || g == nil || g.Det != "" || f.numberAt(l.at+1) != nil {
		return patient{}, false
	}
	p, ok := f.numbered(n)
	p.victims, p.last = g, g.Last
	return p, ok && f.isPeople(p)
}

// activeLast reports whether the last verb of a chain has the object that the
// first one shares: killed and wounded 60.
func (f *finder) activeLast(links []link) bool {
	return len(links) >= 2 && !f.auxiliary(links[0].at) && f.objectAt(links[len(links)-1].next)
}

func (f *finder) auxiliary(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if f.t[k].Lemma == "be" {
			return true
		}
		if !f.t.Adverb(k) {
			return false
		}
	}
	return false
}
