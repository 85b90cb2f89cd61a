package lang

import "strings"

// The methods of this file look at what stands around a token, by tags alone:
// they serve the repairs, which run before there are groups and clauses.

// startsNoun reports whether token i can be the first of a noun group.
func (ts Tokens) startsNoun(i int) bool {
	switch ts.Tag(i) {
	case "DT", "CD", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "PDT", "JJS":
		return true
	}
	return false
}

// beforeAdverbs returns the last token before token i that is no adverb.
func (ts Tokens) beforeAdverbs(i int) int {
	for i--; ts.Adverb(i); i-- {
	}
	return i
}

// opensGroup reports whether token i can only be the first of a noun group.
func (ts Tokens) opensGroup(i int) bool { return ts.Tagged(i, "DT", "CD", "PRP", "PRP$") }

// particleAt reports whether the word at i is a particle of the verb before
// it: carried out.
func (ts Tokens) particleAt(i int) bool {
	return i > 0 && words().particles[Lemma(ts.Word(i-1), "VBD")][ts.Word(i)]
}

// finiteBefore reports whether a finite verb stands before token i in its
// clause.
func (ts Tokens) finiteBefore(i int) bool {
	for i--; i >= 0 && ts[i].Tag != "," && ts[i].Tag != ":"; i-- {
		if ts.FiniteVerb(i) {
			return true
		}
	}
	return false
}

// finiteAfter reports whether a finite verb follows token i in its clause.
func (ts Tokens) finiteAfter(i int) bool {
	for i++; i < len(ts) && ts[i].Tag != "," && ts[i].Tag != ":"; i++ {
		if ts.FiniteVerb(i) {
			return true
		}
	}
	return false
}

// nameToEnd reports whether nothing but a name follows from token i to the
// end of the sentence: the Times of India.
func (ts Tokens) nameToEnd(i int) bool {
	if ts.Word(i) == "the" && i+1 < len(ts) {
		i++
	}
	from := i
	for ts.ProperNoun(i) || i > from && ts.Tag(i) == "IN" {
		i++
	}
	return i > from && (i == len(ts) || ts[i].Tag == ".")
}

// qualifier returns the tokens of the phrase at i that bounds the number after
// it: at least [12], more than a [dozen].
func (ts Tokens) qualifier(i int) Range {
	for n := 3; n >= 1; n-- {
		if i+n >= len(ts) || !words().qualifier(ts[i:i+n]) || ts.Word(i) == "between" && !ts.rangeAt(i+n) {
			continue
		}
		if ts[i+n].Tag == "CD" || words().quantifiers.has(ts.Word(i+n)) || ts[i+n].Lower == "a" && words().quantifiers.has(ts.Word(i+n+1)) {
			return Range{i, i + n}
		}
	}
	return Range{i, i}
}

// rangeAt reports whether two numbers and no two sides stand at token i, behind between:
// [20] and 30 gunmen; but not [20] gunmen and the police.
func (ts Tokens) rangeAt(i int) bool {
	for ts.Tag(i) == "CD" || words().quantifiers.has(ts.Word(i)) {
		if strings.Contains(ts[i].Text, "-") {
			return true // between 3-4 shells
		}
		i++
	}
	return ts.Word(i) == "and" && (ts.Tag(i+1) == "CD" || words().quantifiers.has(ts.Word(i+1)))
}

// objectAt reports whether a direct object begins at token i: (shot) dead two
// men; (killed) at least two; but not a time: (shot) last week.
func (ts Tokens) objectAt(i int) bool {
	for ts.Adverb(i) || ts.Word(i) == "dead" || ts.Tag(i) == "RP" {
		i++
	}
	i = ts.qualifier(i).To
	if !ts.startsNoun(i) {
		return false
	}
	temporal := words().temporal
	for n := 0; n < 3 && i+1 < len(ts) && (ts.Tagged(i, "DT", "CD", "PRP$") || ts.Adjective(i)); n++ {
		if temporal[ts.Word(i)] == "order" {
			return false
		}
		i++
	}
	return temporal[ts.Word(i)] == ""
}

// auxiliaryBefore reports whether an auxiliary governs the verb at i, over
// adverbs: has since been shot.
func (ts Tokens) auxiliaryBefore(i int) bool {
	k := i - 1
	for ts.Adverb(k) {
		k--
	}
	lemma := Lemma(ts.Word(k), "VB")
	return lemma == "be" || lemma == "have" || ts.Tag(k) == "MD"
}

// activeBefore reports whether the nearest verb at or before token i is
// active, so that what is coordinated with it is too.
func (ts Tokens) activeBefore(i int) bool {
	for ; i >= 0; i-- {
		switch ts[i].Tag {
		case "VBD", "VBZ", "VBP":
			return !isAuxiliary(ts[i].Lower)
		case "VBN":
			k := i - 1
			for ts.Adverb(k) {
				k--
			}
			return Lemma(ts.Word(k), "VB") == "have"
		case "VB", "VBG", "WDT", "WP", "WRB":
			return false
		}
	}
	return false
}

// isPast reports whether a tag is that of a past or of a participle.
func isPast(tag string) bool { return tag == "VBD" || tag == "VBN" }

// isNominal reports whether a tag is that of a noun or a personal pronoun.
func isNominal(tag string) bool { return isNoun(tag) || tag == "PRP" }

// isAuxiliary reports whether a finite form is one of be, have and do.
func isAuxiliary(lower string) bool {
	switch Lemma(lower, "VBZ") {
	case "be", "have", "do":
		return true
	}
	return false
}

// opens reports whether token i is the first of the sentence or of one that is quoted in it.
func (ts Tokens) opens(i int) bool { return i == 0 || ts.opensQuoted(i-1) }
