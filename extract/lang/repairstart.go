package lang

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

// actOpens reports whether the first word of the sentence is the noun of an act whose verb or
// whose place, doer or time follows: Riots/NNP erupted; Skirmish/JJ in the hills; but not Hunt said,
// nor a word of the calendar.
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
