package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// repair mends the tags that mislead the stages after it. Every case is a
// construction, not a word: the words that it may touch stand in data/.
func repair(ts []Token, title bool) {
	w := words()
	for i := range ts {
		t := &ts[i]
		if isPunctuation(t.Text) {
			t.Tag = punctuationTag(t.Lower)
			continue
		}
		switch {
		case t.Tag == "MD" && !w.modals[t.Lower]:
			t.Tag = "NN" // overnight/MD
		case strings.HasPrefix(t.Tag, "VB") && !title && i > 0 && ts[i-1].Tag == "IN" && unicode.IsUpper(firstRune(t.Text)):
			t.Tag = "NNP" // in Sagaing/VBG region
		case t.Lower == "only" && i > 0 && (ts[i-1].Tag == "POS" || ts[i-1].Tag == "DT" || ts[i-1].Tag == "PRP$"):
			t.Tag = "JJ" // the town's only/RB bridge
		case t.Tag == "WRB" && w.past(t.Lower):
			t.Tag = "VBD" // withdrew/WRB
		case t.Text == "IS" && t.Tag == "VBZ":
			t.Tag = "NNP" // the group
		case w.timeWord(t.Lower) == "day" && t.Tag != "NNP" && t.Lower != "overnight":
			t.Tag = "NN" // tonight/VBD
		case t.Tag == "VBZ" && i+1 < len(ts) && (ts[i+1].Tag == "VBD" || ts[i+1].Tag == "VBN" || ts[i+1].Tag == "MD" || ts[i+1].Tag == "VBZ" && ts[i+1].Lower != "'s") && !isAuxiliary(t.Lower) && i > 0:
			t.Tag = "NNS" // Saudi warplanes/VBZ bombed
		}
		if !isNoun(t.Tag) && t.Tag != "JJ" && capitalInside(t.Text) {
			t.Tag = "NNP" // drove al-Shabab/RB from the port
		}
		if i == 0 && t.Tag == "NNP" && i+1 < len(ts) && !strings.HasPrefix(ts[1].Tag, "NNP") && (w.nominal[nounLemma(t.Lower)] || w.collective[t.Lower]) {
			t.Tag = "NNS" // Troops/NNP opened fire
			if nounLemma(t.Lower) == t.Lower && !w.collective[t.Lower] {
				t.Tag = "NN"
			}
		}
		if t.Tag == "IN" && i == 0 && !w.prepositions[t.Lower] && w.marks[t.Lower] == Root && i+1 < len(ts) && ts[i+1].Tag == "NNS" {
			t.Tag = "JJ" // Unknown/IN men
		}
		if isNumber(t.Lower) || w.numbers[t.Lower] && t.Tag != "PRP" && !(t.Lower == "one" && t.Tag == "NN") {
			t.Tag = "CD" // fourteen/JJ others, 3-4/JJ
		}
		if i+1 < len(ts) {
			if tag := w.retag[[2]string{t.Lower, ts[i+1].Lower}]; tag != "" {
				t.Tag = tag
			}
		}
		if (t.Tag == "VBP" || t.Tag == "VB" && i > 0 && isNoun(ts[i-1].Tag)) && w.past(t.Lower) {
			t.Tag = "VBD" // rebels shot/VBP down
		}
		if (t.Tag == "RB" || t.Tag == "NN" || t.Tag == "JJ") && i > 0 && ts[i-1].Tag == "NNS" && w.past(t.Lower) {
			t.Tag = "VBD" // fighters fought/RB again
		}
		if (t.Tag == "JJ" || t.Tag == "VBN" || t.Tag == "NN") && i > 1 && ts[i-1].Tag == "RB" && isNoun(ts[i-2].Tag) && w.past(t.Lower) && objectFollows(ts, i+1) && !verbSince(ts, i) {
			t.Tag = "VBD" // a guard fatally shot/JJ two men
		}
		if t.Lower == "half" && i+1 < len(ts) && (ts[i+1].Tag == "VBN" || w.pastForm(&ts[i+1])) && i > 0 && ts[i-1].Tag == "DT" {
			t.Tag, ts[i+1].Tag = "JJ", "JJ" // a half built/VBN school
		}
		if w.compass[t.Lower] && i+1 < len(ts) && ts[i+1].Lower == "of" && t.Tag != "NNP" {
			t.Tag = "RB" // silos east/NN of the city
			if i > 1 && ts[i-1].Tag == "JJ" && isNoun(ts[i-2].Tag) && strings.HasSuffix(ts[i-1].Lower, "s") {
				ts[i-1].Tag = "NNS"
			}
		}
		// Quotation marks between words make prose read VBZ into "'".
		if t.Lower == "'" {
			t.Tag = "''"
			if i > 0 && strings.HasSuffix(ts[i-1].Lower, "s") && ts[i-1].End == t.Start && i+1 < len(ts) && !isPunctuation(ts[i+1].Text) {
				t.Tag = "POS"
			}
		}
		if t.Tag == "RP" && w.prepositions[t.Lower] && i+1 < len(ts) && startsNoun(ts, i+1) && !particleOf(ts, i) {
			t.Tag = "IN" // outposts around Palmyra
		}
		if w.prepositions[t.Lower] && (!strings.HasPrefix(t.Tag, "V") || t.Tag == "VBP" && i > 0 && isNoun(ts[i-1].Tag)) && t.Tag != "IN" && t.Tag != "TO" && t.Tag != "RP" && t.Lower != "like" && i+1 < len(ts) && startsNoun(ts, i+1) {
			t.Tag = "IN" // Near/NNP Raqqah
		}
		if t.Lower == "'s" && i > 0 && t.Tag == "VBZ" && i+1 < len(ts) && strings.HasPrefix(ts[i+1].Tag, "NN") {
			t.Tag = "POS"
		}
		if t.Text == "s" && i > 0 && isNoun(ts[i-1].Tag) && i+1 < len(ts) && !isPunctuation(ts[i+1].Text) {
			t.Tag = "POS" // the apostrophe is lost: the mayor s brother
		}
		if t.Tag == "VBG" && w.adjectival[t.Lower] && i+1 < len(ts) && (ts[i+1].Tag == "NN" || ts[i+1].Tag == "NNS") && (i == 0 || ts[i-1].Tag != "," && !isAuxiliary(ts[i-1].Lower)) {
			t.Tag = "JJ" // by retreating/VBG fighters
		}
		if t.Tag == "VBG" && i > 0 && i+1 < len(ts) && (ts[i-1].Tag == "DT" || ts[i-1].Tag == "JJ" || ts[i-1].Tag == "PRP$" || ts[i-1].Tag == "POS" || ts[i-1].Lower == "suicide" || ts[i-1].Tag == "CD") && !startsNoun(ts, i+1) {
			t.Tag = "NN" // the shelling of X
		}
	}
	nouns(ts, w)
	mainVerb(ts, w, title)
	verbs(ts, w)
	participles(ts, w)
}

// capitalInside says whether a hyphen and a capital stand within a word, as in
// names with an Arabic article.
func capitalInside(s string) bool {
	i := strings.IndexByte(s, '-')
	return i > 0 && i+1 < len(s) && unicode.IsLower(firstRune(s)) && unicode.IsUpper(firstRune(s[i+1:]))
}

// nouns reads as nouns what stands where only a noun can.
func nouns(ts []Token, w *lexicon) {
	for i := range ts {
		t := &ts[i]
		if t.Tag == "JJ" && w.nominal[t.Lower] && i+1 < len(ts) && ts[i+1].Tag == "NN" && strings.HasSuffix(ts[i+1].Lower, "ed") && w.known(&ts[i+1]) {
			t.Tag, ts[i+1].Tag = "NN", "VBD" // a civilian/JJ died/NN
		}
		if strings.HasPrefix(t.Tag, "VB") && (w.nominal[nounLemma(t.Lower)] || w.nominal[t.Lower]) && !w.verb(nounLemma(t.Lower)) && !w.control[nounLemma(t.Lower)] {
			t.Tag = "NN" // insurgents/VBZ
			if nounLemma(t.Lower) != t.Lower {
				t.Tag = "NNS"
			}
		}
		if t.Tag == "VBP" && i > 0 && isNoun(ts[i-1].Tag) && strings.HasSuffix(t.Lower, "s") && !strings.HasSuffix(t.Lower, "ss") && !w.verb(verbLemmaOf(t.Lower)) && !w.verb(t.Lower) && !isAuxiliary(t.Lower) {
			t.Tag = "NNS" // an airport and grain silos/VBP
		}
		if t.Tag == "VBZ" && i > 1 && strings.HasPrefix(ts[i-1].Tag, "JJ") && !(w.nominal[ts[i-1].Lower] && w.verb(verbLemmaOf(t.Lower))) && modifies(ts[i-2].Tag) && strings.HasSuffix(t.Lower, "s") && !isAuxiliary(t.Lower) {
			t.Tag = "NNS" // the largest military airbases/VBZ
		}
		if strings.HasPrefix(t.Tag, "JJ") && i > 0 && w.nominal[t.Lower] && (i+1 == len(ts) || !isNoun(ts[i+1].Tag) && !strings.HasPrefix(ts[i+1].Tag, "JJ") && !(ts[i+1].Tag == "VBZ" && !w.verb(verbLemmaOf(ts[i+1].Lower)) && !isAuxiliary(ts[i+1].Lower)) && !(ts[i+1].Tag == "CC" && i+2 < len(ts) && strings.HasPrefix(ts[i+2].Tag, "JJ"))) {
			t.Tag = "NN" // launched an offensive/JJ; the U.S. military/JJ said
		}
		if isPast(t.Tag) && w.ambiguous[t.Lower] && !w.past(t.Lower) && w.lemma[t.Lower] != t.Lower {
			t.Tag = "NN" // the bomb blast/VBN
		}
		if i == 0 || !w.ambiguous[Lemma(t.Lower, "VBZ")] {
			continue
		}
		if (t.Tag == "VB" || t.Tag == "VBP" || t.Tag == "VBZ") && (ts[i-1].Tag == "DT" || ts[i-1].Tag == "JJ" || ts[i-1].Tag == "PRP$" || ts[i-1].Tag == "POS") {
			if ts[i-1].Tag == "JJ" && t.Tag != "VB" && i+1 < len(ts) && startsNoun(ts, i+1) && ts[i+1].Tag != "IN" {
				continue
			}
			t.Tag = "NN"
			if strings.HasSuffix(t.Lower, "s") {
				t.Tag = "NNS"
			}
		}
	}
}

// modifies says whether a word with the tag can stand before an adjective of
// the same group.
func modifies(tag string) bool {
	switch tag {
	case "DT", "JJ", "JJS", "JJR", "CD", "PRP$", "POS":
		return true
	}
	return false
}

// verbs reads as verbs what stands between a subject and its object.
func verbs(ts []Token, w *lexicon) {
	for i := 1; i+1 < len(ts); i++ {
		t := &ts[i]
		prev, next := ts[i-1], ts[i+1]
		switch {
		case t.Tag == "NN" && prev.Tag == "NNS" && w.ambiguous[t.Lower] && (next.Tag == "NNP" || next.Tag == "DT" || next.Tag == "CD" || next.Tag == "NNS" || next.Tag == "PRP" || next.Tag == "JJ"):
			t.Tag = "VBP"
		case t.Tag == "NN" && prev.Tag == "NNS" && w.ambiguous[t.Lower] && startsNoun(ts, i+1) && i > 1 && w.marks[ts[i-2].Lower] != Root:
			t.Tag = "VBP" // as jets pound/NN market
		case t.Tag == "NN" && prev.Tag == "NN" && next.Tag == "IN" && next.Lower != "of" && w.past(t.Lower) && !w.ambiguous[t.Lower] && !verbSince(ts, i) && !verbAfter(ts, i):
			t.Tag = "VBD" // a shell burst/NN in the yard
		case t.Tag == "NN" && prev.Tag == "NNS" && w.ambiguous[t.Lower] && particleOf(ts, i+1) && !verbSince(ts, i):
			t.Tag = "VBP" // as jets strike/NN back
		case t.Tag == "NN" && prev.Tag == "NNP" && next.Tag == "IN" && w.past(t.Lower) && !verbSince(ts, i):
			t.Tag = "VBD" // snipers loyal to Omar shot/NN at …
		case t.Tag == "JJ" && w.pastForm(t) && w.transitive[Lemma(t.Lower, "VBN")] && !isNoun(next.Tag) && auxiliaryBefore(ts, i):
			t.Tag = "VBN" // was severely injured/JJ, were also beaten/JJ
		case t.Tag == "NNS" && prev.Tag == "NN" && w.verbs[verbLemmaOf(t.Lower)]:
			t.Tag = "VBZ" // unless the president resigns/NNS
		case strings.HasPrefix(t.Tag, "NN") && next.Tag == "TO" && strings.HasSuffix(t.Lower, "s") && (prev.Tag == "," || isNoun(prev.Tag)) && w.verb(verbLemmaOf(t.Lower)) && !w.ambiguous[verbLemmaOf(t.Lower)] && !w.nominal[t.Lower]:
			t.Tag = "VBZ" // the constable, hurt in a blast, succumbs/NNS to his wounds
		case t.Tag == "NN" && isNominal(prev.Tag) && startsNoun(ts, i+1) && strings.HasSuffix(t.Lower, "ing") && !w.gerunds[t.Lower] && w.known(t):
			t.Tag = "VBG" // marched through the capital demanding/NN water
		case t.Tag == "NNS" && w.complement[verbLemmaOf(t.Lower)] && (prev.Tag == "CD" || prev.Tag == "NNP" || prev.Tag == ",") && namesToEnd(ts, i+1):
			t.Tag = "VBZ" // on March 3 reports/NNS Dawn
		case t.Tag == "NNS" && w.complement[verbLemmaOf(t.Lower)] && w.mastheads[prev.Lower] && unicode.IsUpper(firstRune(prev.Text)) && (next.Lower == "that" || next.Tag == "," || next.Tag == "." || next.Tag == ""):
			ts[i-1].Tag, t.Tag = "NNP", "VBZ" // the Daily Star reports/NNS that …
		case t.Tag == "VBG" && w.gerunds[t.Lower] && (next.Tag == "VBD" || next.Tag == "VBZ") && (i == 0 || !isVerb(prev.Tag) && prev.Tag != "IN"):
			t.Tag = "NN" // fierce fighting/VBG broke out
		case t.Tag == "VBG" && w.gerunds[t.Lower] && next.Tag == "VBN" && i+2 < len(ts) && ts[i+2].Tag == "IN" && ts[i+2].Lower != "by" && !isVerb(prev.Tag) && prev.Tag != "IN" && prev.Tag != "," && !verbSince(ts, i):
			t.Tag, ts[i+1].Tag = "NN", "VBD" // heavy fighting/VBG raged/VBN around the port
		case t.Tag == "VBG" && w.gerunds[t.Lower] && (next.Lower == "of" || next.Tag == "IN" && (prev.Lower == "in" || prev.Lower == "during" || prev.Lower == "amid")):
			t.Tag = "NN" // in shelling/VBG of the market
		}
	}
}

// verbSince says whether a finite verb stands before i in its clause.
func verbSince(ts []Token, i int) bool {
	for i--; i >= 0 && ts[i].Tag != "," && ts[i].Tag != ":"; i-- {
		switch ts[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// namesToEnd says whether nothing but a name follows from i to the end.
func namesToEnd(ts []Token, i int) bool {
	if ts[i].Lower == "the" && i+1 < len(ts) {
		i++
	}
	from := i
	for i < len(ts) && (strings.HasPrefix(ts[i].Tag, "NNP") || i > from && ts[i].Tag == "IN") {
		i++
	}
	return i > from && (i == len(ts) || ts[i].Tag == ".")
}

func startsNoun(ts []Token, i int) bool {
	switch ts[i].Tag {
	case "DT", "CD", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "PDT", "JJS":
		return true
	}
	return false
}

// particleOf says whether the word at i belongs to the verb before it.
func particleOf(ts []Token, i int) bool {
	return i > 0 && words().particles[Lemma(ts[i-1].Lower, "VBD")][ts[i].Lower]
}

func isPunctuation(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(len(s) > 1 && (r == '\'' || r == '’' || r == '$' || r == '.' || r == '-' || r == '#')) && r != '%' && r != '&' && r != '$' && r != '\'' && r != '’'
}

func punctuationTag(s string) string {
	switch s[0] {
	case '"':
		return "''"
	case '(', '[', '{':
		return "("
	case ')', ']', '}':
		return ")"
	case ',':
		return ","
	case '.', '!', '?':
		return "."
	}
	return ":"
}

// isNumber says whether a word is written in digits: 12, 4,000, 10-15.
func isNumber(w string) bool {
	if w == "" || w[0] < '0' || w[0] > '9' || w[len(w)-1] < '0' || w[len(w)-1] > '9' {
		return false
	}
	for i := range len(w) {
		if (w[i] < '0' || w[i] > '9') && w[i] != ',' && w[i] != '.' && w[i] != '-' {
			return false
		}
	}
	return true
}

// isAuxiliary says whether a finite form is one of be, have and do.
func isAuxiliary(lower string) bool {
	switch Lemma(lower, "VBZ") {
	case "be", "have", "do":
		return true
	}
	return false
}
