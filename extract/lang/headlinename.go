package lang

import (
	"strings"
	"unicode"
)

// namedSubjects finds the verbs of a headline whose subject is a name or a body that is
// singular in form and plural to its verb, and those that follow a comma: Boko Haram
// attack/NN village, abduct/NN 12 girls; four killed as army shell/NN Gao.
func (r *repairer) namedSubjects() {
	if !r.title && !r.isUnstopped() {
		return
	}
	for i := 1; i+1 < len(r.Tokens); i++ {
		if r.bareVerb(i) && (r.verbOfNamed(i) || r.verbAfterComma(i)) {
			r.Tokens[i].Tag = "VBP"
			if r.nameReadAsAdjective(i - 1) {
				r.Tokens[i-1].Tag = "NNP"
			}
		}
	}
}

// bareVerb reports whether token i is the base form of a verb before an object, which
// was read as a noun, an infinitive or an adverb.
func (r *repairer) bareVerb(i int) bool {
	w := r.Word(i)
	return r.Tagged(i, "NN", "NNP", "VB", "RP", "RB") && (r.verbs.has(w) || r.ambiguous.has(w)) && r.startsNoun(i+1)
}

// verbOfNamed: JNIM abduct/NN two farmers; army shell/NN Gao, killing four; but not
// Boko Haram attack victims, where nothing else says that the word is a verb.
func (r *repairer) verbOfNamed(i int) bool {
	if !r.Noun(i-1) && !r.nameReadAsAdjective(i-1) || r.finiteBefore(i) || r.finiteAfter(i) {
		return false
	}
	first := i - 1
	for first > 0 && (r.Noun(first-1) || r.Tagged(first-1, "JJ", "DT", "POS")) {
		first--
	}
	marked := first > 0 && r.marks[r.Word(first-1)] != Root
	switch {
	case first > 0 && !marked:
		return false
	case r.verbs.has(r.Word(i)):
		return true
	}
	return (r.Capital(i-1) || r.Tag(i-1) == "NNS" || r.bodies.has(r.Word(i-1))) && (marked || r.actFollows(i))
}

// nameReadAsAdjective: Ansar al-Sunna/JJ abduct two.
func (r *repairer) nameReadAsAdjective(i int) bool {
	return r.Tag(i) == "JJ" && strings.ContainsFunc(r.Tokens[i].Text, unicode.IsUpper)
}

// actFollows reports whether a comma after token i is followed by a second act of the
// same subject: …, kill 12; …, killing 12.
func (r *repairer) actFollows(i int) bool {
	for i++; i+2 < len(r.Tokens); i++ {
		if r.Tag(i) == "," {
			return r.startsNoun(i+2) && (r.Tagged(i+1, "VBG", "VBP") || r.bareVerb(i+1) && r.verbs.has(r.Word(i+1)))
		}
	}
	return false
}

// verbAfterComma: gunmen burn church in Gao, abduct/NN priest.
func (r *repairer) verbAfterComma(i int) bool {
	if r.Tag(i-1) != "," {
		return false
	}
	for k := i - 2; k > 0; k-- {
		if r.FiniteVerb(k) {
			return r.Tag(k) == "VBP"
		}
	}
	return false
}
