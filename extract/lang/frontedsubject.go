package lang

import "strings"

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

// endOfFronted returns the comma that ends the phrase or adverb with which the sentence
// begins, or -1: On June 17, 2002, …; Separately, …; According to
// police, ….
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
	if n := r.behindAside(k); n > k && (r.FiniteVerb(n) || isPast(r.Tag(n))) {
		return n // riot police, armed with sticks, [fired] tear gas
	}
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
