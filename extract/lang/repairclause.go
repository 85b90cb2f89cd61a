package lang

// The methods of this file look for the verbs of the clause that a token stands in. They know
// subordinators and verbs of saying, where those of Tokens know commas alone.

// verbAhead reports whether a finite verb stands before token i, behind the word that opens
// its clause: after [a soldier shot a boy]; said [a soldier shot a boy].
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
	for k := range i - 1 {
		if r.FiniteVerb(k) || r.Tag(k) == "," {
			return false
		}
	}
	return true
}

// actBeforeNoun: meanwhile, riot/VB police fired tear gas.
func (r *repairer) actBeforeNoun(i int) bool {
	return r.acts.has(r.Word(i)) && r.opensClause(i) && r.Noun(i+1) && r.FiniteVerb(i+2)
}

// pluralActBeforeVerb: in another town, riots/VB broke out.
func (r *repairer) pluralActBeforeVerb(i int) bool {
	act := nounLemma(r.Word(i))
	return act != r.Word(i) && r.acts.has(act) && r.opensClause(i) && r.FiniteVerb(i+1)
}

// nounReadAsPreposition: in Batticaloa, army/IN shelling killed nine.
func (r *repairer) nounReadAsPreposition(i int) bool {
	return r.collective.has(r.Word(i)) || r.nominal.has(r.Word(i))
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
