package lang

// An aside is what stands between two commas or two dashes behind a noun: militiamen, [some of them
// in uniform], looted shops; the gang – [six men] – fled.

// pastBehindAside: militiamen, some of them in uniform, looted/VBN shops; the militia, backed by tanks,
// annexed/JJ the villages; rivals, armed with sticks, clashed/VBN over land.
func (r *repairer) pastBehindAside(i int) bool {
	if !r.pastForm(&r.Tokens[i]) || !r.known(&r.Tokens[i]) && !r.past(r.Word(i)) {
		return false
	}
	open := r.openOfAside(i)
	switch {
	case open < 0:
		return false
	case r.Tag(i) != "VBN":
		return r.objectAt(i+1) && !r.finiteAfter(i) && (r.Mark(open) == '-' || !r.Noun(open+1))
	}
	return r.objectAt(i+1) || r.intransitive.has(Lemma(r.Word(i), "VBD")) || !r.title && r.Word(i+1) != "by" && r.isOnlyFinite(i)
}

// participleOfAside: police, armed/VBD with rifles, shot two men. No comma stands between a subject
// and its verb. And men, all of them masked/VBD, took him away.
func (r *repairer) participleOfAside(i int) bool {
	if r.isOfPart(i) {
		return true
	}
	if r.Tag(i-1) != "," || !r.Noun(i-2) || r.objectAt(i+1) || r.verbAhead(i-1) || r.openOfAside(i) >= 0 {
		return false
	}
	for k := i + 1; k < len(r.Tokens) && k < i+longestAside && !r.Verb(k); k++ {
		if isPunctuation(r.Tokens[k].Text) {
			return r.Tag(k) == "," && k+1 < len(r.Tokens) && (r.FiniteVerb(k+1) || r.pastForm(&r.Tokens[k+1]))
		}
	}
	return false
}

// isOfPart reports whether the past at token i describes some or all of the people before it: men,
// [all of them masked], broke in.
func (r *repairer) isOfPart(i int) bool {
	if !r.Is(i-1, "them") || !r.Is(i-2, "of") || r.objectAt(i+1) || r.intransitive.has(Lemma(r.Word(i), "VBD")) {
		return false
	}
	k := i - 3
	for k > i-7 && (r.Tagged(k, "DT", "CD", "JJ", "JJS", "RBS") || r.Is(k, "at", "least", "half")) {
		k--
	}
	return k < i-3 && (r.Mark(k) == ',' || r.Mark(k) == '-')
}

// isOnlyFinite reports whether the sentence has no finite verb other than token i.
func (r *repairer) isOnlyFinite(i int) bool {
	for k := range r.Tokens {
		if k != i && r.FiniteVerb(k) {
			return false
		}
	}
	return r.Tag(len(r.Tokens)-1) == "."
}

// openOfAside returns the mark that opens the aside that ends before token i, or -1. The aside must
// stand behind a noun, and the clause of that must have no verb yet.
func (r *repairer) openOfAside(i int) int {
	mark := r.Mark(i - 1)
	if mark != ',' && mark != '-' {
		return -1
	}
	finite := false
	for k := i - 2; k > 0; k-- {
		switch {
		case r.Mark(k) == mark && (mark == '-' || !finite || r.Tagged(k+1, "WP", "WDT", "WP$")):
			if r.Noun(k-1) && !r.verbAhead(k) {
				return k
			}
			if mark == '-' || finite {
				return -1
			}
		case r.Mark(k) == mark, r.Tagged(k, ":", ".", "(", ")", "''") && mark == ',':
			return -1
		case r.FiniteVerb(k):
			finite = true
		}
	}
	return -1
}

// behindAside returns the token behind the aside that the mark at token k opens, or k where it opens
// none.
func (r *repairer) behindAside(k int) int {
	mark := r.Mark(k)
	if mark != ',' && mark != '-' {
		return k
	}
	relative := r.Tagged(k+1, "WP", "WDT", "WP$")
	for n := k + 1; n < len(r.Tokens) && n < k+longestAside; n++ {
		switch {
		case r.Mark(n) == mark && n > k+1:
			return n + 1
		case isPunctuation(r.Tokens[n].Text), r.FiniteVerb(n) && !relative:
			return k
		}
	}
	return k
}

// longestAside is the largest number of words in an aside, its marks included.
const longestAside = 20
