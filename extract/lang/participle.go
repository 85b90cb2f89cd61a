package lang

import "strings"

// participle tells the past of a verb from its participle where prose, which
// sees a word's neighbours only, takes the one for the other, or either for an
// adjective or a noun: raped, beat/NN and assaulted/JJ civilians.
func (r *repairer) participle(i int) {
	t := &r.Tokens[i]
	if t.Tag == "VBD" || !r.pastForm(t) || r.participleBesideAdjective(i) {
		return
	}
	if r.pastBeforeObject(i) || r.pastWithParticle(i) || r.pastAimed(i) || r.pastByTime(i) {
		t.Tag = "VBD"
		return
	}
	switch k := r.joinedTo(i); {
	case k < 0:
	case r.inSeries(i, k):
		t.Tag = r.Tag(k)
	case r.joinedToActive(i, k):
		t.Tag = "VBD"
	}
}

// participleAfterNoun reports whether a participle without auxiliary follows a
// noun or pronoun, which is its subject or is described by it, over adverbs: soldiers
// summarily executed/VBN nine men.
func (r *repairer) participleAfterNoun(i int) bool {
	k := i - 1
	for r.Tag(k) == "RB" {
		k--
	}
	return r.Tag(i) == "VBN" && isNominal(r.Tag(k)) && !r.auxiliaryBefore(i)
}

// pastBeforeObject: gunmen shot/VBN two policemen. A participle without
// auxiliary takes no object.
func (r *repairer) pastBeforeObject(i int) bool {
	return r.participleAfterNoun(i) && r.objectAt(r.endOfSeries(i)+1)
}

// pastWithParticle: after taking the port the rebels pressed/VBN ahead.
func (r *repairer) pastWithParticle(i int) bool {
	return r.participleAfterNoun(i) && i+2 < len(r.Tokens) && r.particleAt(i+1) && r.Word(i+2) != "by" && r.onlyVerb(i)
}

// pastByTime: entered Kot at dawn and left/VBN by dusk. A time is never the doer of a passive.
func (r *repairer) pastByTime(i int) bool {
	if r.Tag(i-1) != "CC" || r.Word(i+1) != "by" || words().timeWord(r.Word(i+2)) == "" || !r.finiteBefore(i) {
		return false
	}
	return !AnyIn(0, i, func(k int) bool { return isAuxiliary(r.Word(k)) }) // but were shot and buried by dusk
}

// pastAimed: snipers shot/VBN at the ambulances; said that the man then shot/NN at a guard.
func (r *repairer) pastAimed(i int) bool {
	return isNominal(r.Tag(r.beforeAdverbs(i))) && !r.auxiliaryBefore(i) && r.aimed.has(Lemma(r.Word(i), "VBN")) && r.Is(i+1, "at", "into") &&
		!r.verbAhead(i) && !r.verbBehind(i)
}

// onlyVerb reports whether there is no finite verb in the clause of token i.
func (r *repairer) onlyVerb(i int) bool { return !r.finiteBefore(i) && !r.finiteAfter(i) }

// inSeries: raped, beat/VB and assaulted civilians. The members of a series
// have one form.
func (r *repairer) inSeries(i, k int) bool {
	return isPast(r.Tag(k)) && (r.Tag(i) == "VBN" || r.known(&r.Tokens[i]))
}

// joinedToActive: burned our homes and killed/VBN my brother; but not an
// adjective that is only counted up: …, suspected/JJ members of the group.
func (r *repairer) joinedToActive(i, k int) bool {
	if r.Tag(i) != "VBN" && (strings.HasPrefix(r.Tag(i), "V") || !r.known(&r.Tokens[i])) {
		return false
	}
	if !r.objectAt(i+1) || !r.activeBefore(k) {
		return false
	}
	return r.Tag(i) != "JJ" || r.Tag(k+1) == "CC" || r.opensGroup(i+1)
}

// pastForm reports whether a word can be the past or the participle of a verb.
func (l *lexicon) pastForm(t *Token) bool {
	switch t.Tag {
	case "VBD", "VBN":
		return true
	case "JJ", "NN", "VB", "VBP":
		return len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ed") || l.past(t.Lower) || l.lemma[t.Lower] == t.Lower
	}
	return false
}

// known reports whether the word is a form of a listed verb.
func (l *lexicon) known(t *Token) bool { return l.verb(Lemma(t.Lower, "VBD")) }

// joinedTo returns the last word before the comma or conjunction that stands
// before token i, or -1: from killed to homes in burned homes and killed.
func (ts Tokens) joinedTo(i int) int {
	k := i - 1
	for k > 0 && ts.Adverb(k) {
		k--
	}
	switch {
	case k <= 0:
	case ts[k].Tag == "CC" && ts[k-1].Tag == ",":
		return k - 2
	case ts[k].Tag == "CC", ts[k].Tag == ",":
		return k - 1
	}
	return -1
}

// endOfSeries returns the last of the verbs in a series that begins at i:
// abducted, tortured and killed.
func (r *repairer) endOfSeries(i int) int {
	for k := i + 1; r.Tagged(k, ",", "CC"); k++ {
		n := k + 1
		if r.Tag(n) == "CC" {
			n++
		}
		for r.Adverb(n) {
			n++
		}
		if n >= len(r.Tokens) || !r.pastForm(&r.Tokens[n]) || !isPast(r.Tag(n)) && !r.known(&r.Tokens[n]) {
			break
		}
		i, k = n, n
	}
	return i
}
