package lang

// Words that say what a subject is believed to be stand between it and its verb: jets believed to
// be Russian | bombed a hospital.

// pastBehindSeeming: Jets believed to be Russian bombed/VBN a hospital; a man said to be drunk
// shot/JJ two guards.
func (r *repairer) pastBehindSeeming(i int) bool {
	if !r.past(r.Word(i)) && !r.pastForm(&r.Tokens[i]) || !r.opensGroup(i+1) {
		return false
	}
	for k := i - 1; k > 2 && k >= i-4; k-- {
		if r.Is(k, "be") {
			return k < i-1 && r.heldToBe(k-2)
		}
		if !r.Noun(k) && !r.Tagged(k, "JJ", "VBG") {
			break
		}
	}
	return false
}

// heldToBe reports whether token k is the verb with which a phrase says what the noun before it is
// believed to be: jets [believed] to be Russian.
func (r *repairer) heldToBe(k int) bool {
	return k > 0 && r.Is(k+1, "to") && r.Is(k+2, "be") && isNominal(r.Tag(k-1)) && isPast(r.Tag(k)) && r.complement.has(Lemma(r.Word(k), "VBD"))
}
