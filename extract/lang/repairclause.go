package lang

import "strings"

// The repairs of this file follow from where a clause begins and which verbs it has. For them a
// subordinator or a verb of saying ends a clause, too, where for finiteBefore and finiteAfter
// only marks do.

// verbAhead reports whether a finite verb precedes token i in its clause, which a subordinator
// or a verb of saying may open: after [a soldier shot a boy]; said [a soldier shot a boy].
func (r *repairer) verbAhead(i int) bool {
	for i--; i >= 0 && !r.Tagged(i, ",", ":") && !r.subordinator(i); i-- {
		if r.FiniteVerb(i) {
			return !r.complement.has(Lemma(r.Word(i), r.Tag(i)))
		}
	}
	return false
}

// subordinator reports whether token i opens a clause: after, when, that.
func (r *repairer) subordinator(i int) bool {
	return r.marks[r.Word(i)] != Root || r.Word(i) == "that"
}

// opensClause reports whether a clause begins at token i: at the start of the sentence, behind a
// subordinator or a verb of saying, or behind a phrase without a verb that opens the sentence, as
// in "meanwhile, [riot police] fired".
func (r *repairer) opensClause(i int) bool {
	if i == 0 || r.subordinator(i-1) || r.FiniteVerb(i-1) && r.complement.has(Lemma(r.Word(i-1), r.Tag(i-1))) {
		return true
	}
	if r.Tag(i-1) != "," {
		return false
	}
	for k := i - 2; k >= 0 && !r.subordinator(k) && !(r.Tag(k) == "CC" && r.Tag(k-1) == ","); k-- {
		if r.FiniteVerb(k) {
			return false
		}
	}
	return true
}

// actBeforeNoun: meanwhile, riot/VB police in Athens fired tear gas.
func (r *repairer) actBeforeNoun(i int) bool {
	return r.acts.has(r.Word(i)) && r.opensClause(i) && r.Noun(i+1) && r.verbOfSubject(i+2) >= 0
}

// pluralActBeforeVerb: in another town, riots/VB broke out.
func (r *repairer) pluralActBeforeVerb(i int) bool {
	act := nounLemma(r.Word(i))
	return act != r.Word(i) && r.acts.has(act) && r.opensClause(i) && r.FiniteVerb(i+1)
}

// thatAfterAddressee: told reporters that/WDT gunmen fled; informed the council that/WDT it agreed.
func (r *repairer) thatAfterAddressee(i int) bool {
	if r.Word(i) != "that" || !isNominal(r.Tag(i-1)) {
		return false
	}
	k := i - 1
	for k > 0 && !r.Verb(k) && !isPunctuation(r.Tokens[k].Text) && i-k < longestAddressee {
		k--
	}
	return r.addressing.has(Lemma(r.Word(k), r.Tag(k)))
}

// longestAddressee is the largest number of words for those to whom something is told.
const longestAddressee = 7

// clauseOpensWithVerb reports whether token i is tagged as a verb, and the clause that begins with
// it has its subject and verb behind it: …, but gang/VBD members seized two lorries.
func (r *repairer) clauseOpensWithVerb(i int) bool {
	if isAuxiliary(r.Word(i)) || !r.Noun(i+1) {
		return false
	}
	verb := i + 2
	for r.ProperNoun(i+1) && r.Noun(verb) {
		verb++ // suspected Shining Path rebels
	}
	verb = r.behindAside(verb)
	for r.Adverb(verb) {
		verb++
	}
	switch {
	case !r.FiniteVerb(verb) && !(r.Tag(verb) == "VBN" && r.objectAt(verb+1)):
		return false
	case r.Word(i-1) == "that":
		return r.Verb(i-2) || r.thatAfterAddressee(i-1) // but not the group that attacked soldiers fled
	}
	return r.opensClause(i) || r.Tag(i-1) == "CC" && r.Tag(i-2) == ","
}

// participleOpensClause: …, but armed/VBD men took him away.
func (r *repairer) participleOpensClause(i int) bool {
	return strings.HasSuffix(r.Word(i), "ed") && r.clauseOpensWithVerb(i)
}

// nounOpensClause: …, but gang/VBD members seized two lorries.
func (r *repairer) nounOpensClause(i int) bool {
	return !strings.HasSuffix(r.Word(i), "ed") && !r.complement.has(Lemma(r.Word(i), r.Tag(i))) && r.clauseOpensWithVerb(i)
}

// pluralBeforeOf: in Bayaa, relatives/VBZ of the victims threw stones.
func (r *repairer) pluralBeforeOf(i int) bool {
	return strings.HasSuffix(r.Word(i), "s") && r.Word(i+1) == "of" && r.opensClause(i) && !isAuxiliary(r.Word(i))
}

// verbBehind reports whether a finite verb follows token i before another clause begins: a
// soldier shot a boy [when police fled].
func (r *repairer) verbBehind(i int) bool {
	for i++; i < len(r.Tokens) && !r.Tagged(i, ",", ":", "CC", "WDT", "WP", "WRB") && !r.subordinator(i); i++ {
		if r.FiniteVerb(i) {
			return true
		}
	}
	return false
}

// markReadAsNoun: was calm, whereas/NN in the north rebels burned a school.
func (r *repairer) markReadAsNoun(i int) bool {
	link, mark := r.marks[r.Word(i)]
	return mark && link == Adverbial
}

// thatBeforePlural: to announce that/DT heavily armed rebels had captured it; came in that/DT nine
// soldiers had died. The determiner that never stands before a plural.
func (r *repairer) thatBeforePlural(i int) bool {
	if r.Word(i) != "that" {
		return false
	}
	k := i + 1
	for r.Adverb(k) || r.Adjective(k) || r.Tagged(k, "VBN", "CD", "NN") {
		k++
	}
	return r.Tag(k) == "NNS" && k-i < longestSubject && (r.FiniteVerb(k+1) || r.Tag(k+1) == "VBN" && r.objectAt(k+2))
}

// earlyBeforeTime: a gunman early/JJ on Tuesday opened fire; a militant late/JJ Sunday night shot a
// guard. Behind a noun and before a time it tells when.
func (r *repairer) earlyBeforeTime(i int) bool {
	if !r.Is(i, "early", "late") || r.Tagged(i-1, "DT", "IN", "TO", "PRP$") || i == 0 {
		return false
	}
	k := i + 1
	if r.Is(k, "on", "in") {
		k++
	}
	return r.timeWord(r.Word(k)) != "" && (!r.Tagged(k+1, "NN", "NNS") || r.timeWord(r.Word(k+1)) != "")
}

// The first word of a sentence has a capital, for which prose takes it for a name, and an
// unknown word for something else.

// nounAtStart reports whether the first word of the sentence is a common noun
// that its capital makes a name of: Troops/NNP opened fire; 9 May – Troops/NNP opened fire.
func (r *repairer) nounAtStart(i int) bool {
	if !r.Tagged(i, "NNP", "NNPS", "IN", "RB") || i+1 >= len(r.Tokens) || r.ProperNoun(i+1) || i > 0 && !r.behindDate(i) {
		return false
	}
	return r.nominal.has(nounLemma(r.Word(i))) || r.collective.has(r.Word(i))
}

// behindDate reports whether nothing but a date and a mark stands before token i: 9 May 2014 – |
// Rebels; May 9: | Rebels.
func (r *repairer) behindDate(i int) bool {
	if m := r.Mark(i - 1); m != '-' && m != ':' {
		return false
	}
	dated := false
	for k := range i - 1 {
		word := r.Word(k)
		named := isMonth(r.Tokens[k]) || words().timeWord(word) == "weekday"
		if !named && r.Tag(k) != "CD" && r.Mark(k) == 0 {
			return false
		}
		dated = dated || named
	}
	return dated
}

// singularAtStart: Fire/NNP broke out; Airstrike/RB killed two.
func (r *repairer) singularAtStart(i int) bool {
	return r.nounAtStart(i) && nounLemma(r.Word(i)) == r.Word(i) && !r.collective.has(r.Word(i))
}

// pluralAtStart: Troops/NNP opened fire; Police/NNP said.
func (r *repairer) pluralAtStart(i int) bool {
	return r.nounAtStart(i) && !r.singularAtStart(i)
}

// actOpens reports whether the first word of the sentence is the noun of an act whose verb or whose
// place, doer or time follows: Riots/NNP erupted; but not Hunt said, nor a word of the calendar.
func (r *repairer) actOpens(i int) bool {
	if i > 0 || !r.Capital(i) || r.timeWord(r.Word(i)) != "" || !r.acts.has(nounLemma(r.Word(i))) {
		return false
	}
	return r.FiniteVerb(1) && !r.complement.has(Lemma(r.Word(1), r.Tag(1))) ||
		!r.Tagged(i, "JJ", "RB", "IN") && !r.past(r.Word(i)) && r.Tagged(1, "IN", "TO")
}

// actAtStart: Curfew/NNP continued in the port.
func (r *repairer) actAtStart(i int) bool {
	return r.actOpens(i) && nounLemma(r.Word(i)) == r.Word(i)
}

// actsAtStart: Riots/NNP erupted in the port.
func (r *repairer) actsAtStart(i int) bool {
	return r.actOpens(i) && nounLemma(r.Word(i)) != r.Word(i)
}

// adjectiveAtStart: Unknown/IN men attacked the post; Heavy/NNP shelling on a town.
func (r *repairer) adjectiveAtStart(i int) bool {
	unknown := r.Tag(i) == "IN" && r.Tag(1) == "NNS" && !r.prepositions.has(r.Word(i)) && r.marks[r.Word(i)] == Root
	strong := r.Tag(i) == "NNP" && r.degrees.has(r.Word(i)) && r.Tagged(1, "VBG", "NN", "NNS")
	return i == 0 && (unknown || strong)
}

// subjectAfterFronted reads what stands after a phrase with which a sentence begins as its
// subject and verb: On 2 May, suspected/VBD bandits shot/VBN a man; In Dara, heavily
// armed/VBD men gathered/VBN. No verb stands there without a subject.
func (r *repairer) subjectAfterFronted() {
	i := r.endOfFronted() + 1
	if i == 0 {
		return
	}
	if r.Adverb(i) && strings.HasSuffix(r.Word(i), "ly") {
		i++
	}
	if !isPast(r.Tag(i)) && r.Tag(i) != "VBG" || isAuxiliary(r.Word(i)) || !r.Tagged(i+1, "NN", "NNS", "NNP", "NNPS", "JJ", "VBN") {
		return
	}
	v := r.verbOfSubject(i + 2)
	if v < 0 {
		return
	}
	r.Tokens[i].Tag = "JJ"
	if r.Tag(v) == "VBN" && r.Noun(v-1) && r.Word(v+1) != "by" && !r.finiteAfter(v) || r.Tag(v+1) == "CC" && r.Tag(v+2) == "VBD" {
		r.Tokens[v].Tag = "VBD"
	}
}

// endOfFronted returns the comma that ends the phrase or adverb with which the sentence begins, or
// -1: On June 17, 2002, …; Separately, ….
func (r *repairer) endOfFronted() int {
	if !r.Tagged(0, "IN", "RB", "RBR", "JJR", "TO") && !(r.Tag(0) == "VBG" && r.Tag(1) == "TO") {
		return -1
	}
	for k := 1; k < len(r.Tokens) && k < longestFronted; k++ {
		switch {
		case r.Tag(k) == "," && r.Tag(k+1) == "CD" && r.Tag(k+2) == ",":
			return k + 2
		case r.Tag(k) == ",":
			return k
		case r.FiniteVerb(k), r.Tagged(k, ":", ".", "``", "WP", "WDT", "WRB"):
			return -1
		}
	}
	return -1
}

// longestFronted is how many words a phrase before a subject has at most.
const longestFronted = 16

// verbOfSubject returns the first verb from token k on that can be that of the subject
// before it, or -1 where a comma or the like comes first.
func (r *repairer) verbOfSubject(k int) int {
	for ; k < len(r.Tokens) && (!isPunctuation(r.Tokens[k].Text) || r.inBrackets(k)); k++ {
		if (r.FiniteVerb(k) || isPast(r.Tag(k))) && isNominal(r.Tag(k-1)) {
			return k
		}
	}
	return -1
}

// inBrackets reports whether token k is one of two brackets around a single token, the short form of
// a name: the Volta Front (VF) gunmen.
func (r *repairer) inBrackets(k int) bool {
	return r.Is(k, "(") && r.Is(k+2, ")") || r.Is(k, ")") && r.Is(k-2, "(")
}
