package lang

import "strings"

// participles tells the pasts of verbs from their participles where prose,
// which sees a word's neighbours only, takes the one for the other, or either
// for an adjective or a noun: raped, beat/NN and assaulted/JJ civilians.
func participles(ts []Token, w *lexicon) {
	for i := 1; i < len(ts); i++ {
		t := &ts[i]
		if !w.pastForm(t) {
			continue
		}
		joins := joinsBefore(ts, i)
		switch {
		case t.Tag == "VBD":
		case t.Tag == "VBN" && isNominal(ts[i-1].Tag) && !auxiliaryBefore(ts, i) && objectFollows(ts, endOfSeries(ts, i, w)+1):
			t.Tag = "VBD" // gunmen shot/VBN two policemen: a participle without auxiliary takes no object
		case t.Tag == "VBN" && isNominal(ts[i-1].Tag) && i+2 < len(ts) && particleOf(ts, i+1) && ts[i+2].Lower != "by" && !auxiliaryBefore(ts, i) && !verbSince(ts, i) && !verbAfter(ts, i):
			t.Tag = "VBD" // after taking the port the rebels pressed/VBN ahead
		case t.Tag == "VBN" && isNominal(ts[i-1].Tag) && w.aimed[Lemma(t.Lower, "VBN")] && i+1 < len(ts) && ts[i+1].Lower == "at" && !auxiliaryBefore(ts, i) && !verbSince(ts, i) && !verbAfter(ts, i):
			t.Tag = "VBD" // snipers shot/VBN at the ambulances
		case joins < 0:
		case w.pastForm(&ts[joins]) && isPast(ts[joins].Tag) && (w.known(t) || t.Tag == "VBN"):
			// raped, beat and …: the members of a series are alike
			t.Tag = ts[joins].Tag
		case (t.Tag == "VBN" || w.known(t) && !strings.HasPrefix(t.Tag, "V")) && objectFollows(ts, i+1) && activeBefore(ts, joins):
			if t.Tag == "JJ" && ts[joins+1].Tag != "CC" && !countsOrPoints(ts[i+1]) {
				break // , suspected/JJ members of …
			}
			t.Tag = "VBD" // burned our homes and killed/VBN my brother
		}
	}
}

// verbAfter says whether a finite verb follows i in its clause.
func verbAfter(ts []Token, i int) bool {
	for i++; i < len(ts) && ts[i].Tag != "," && ts[i].Tag != ":"; i++ {
		switch ts[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

func isPast(tag string) bool { return tag == "VBD" || tag == "VBN" }

func isNominal(tag string) bool { return isNoun(tag) || tag == "PRP" }

// pastForm says whether a word can be the past or the participle of a verb.
func (l *lexicon) pastForm(t *Token) bool {
	if isPast(t.Tag) {
		return true
	}
	if t.Tag != "JJ" && t.Tag != "NN" && t.Tag != "VB" && t.Tag != "VBP" {
		return false
	}
	return len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ed") || l.past(t.Lower) || l.lemma[t.Lower] == t.Lower
}

// known says whether the word is a form of a listed verb.
func (l *lexicon) known(t *Token) bool {
	return l.verb(Lemma(t.Lower, "VBD"))
}

// joinsBefore is the last word before the comma or conjunction that stands
// before the word at i, or -1.
func joinsBefore(ts []Token, i int) int {
	k := i - 1
	for k > 0 && strings.HasPrefix(ts[k].Tag, "RB") {
		k--
	}
	if k > 0 && ts[k].Tag == "CC" {
		k--
		if ts[k].Tag == "," {
			k--
		}
		return k
	}
	if k > 0 && ts[k].Tag == "," {
		return k - 1
	}
	return -1
}

// endOfSeries is the last of the verbs in a series that begins at i:
// abducted, tortured and killed.
func endOfSeries(ts []Token, i int, w *lexicon) int {
	for k := i + 1; k < len(ts) && (ts[k].Tag == "," || ts[k].Tag == "CC"); k++ {
		n := k + 1
		if n < len(ts) && ts[n].Tag == "CC" {
			n++
		}
		for n < len(ts) && strings.HasPrefix(ts[n].Tag, "RB") {
			n++
		}
		if n >= len(ts) || !w.pastForm(&ts[n]) || !isPast(ts[n].Tag) && !w.known(&ts[n]) {
			break
		}
		i, k = n, n
	}
	return i
}

// activeBefore says whether the nearest verb at or before i is active, so
// that what is coordinated with it is too.
func activeBefore(ts []Token, i int) bool {
	for ; i >= 0; i-- {
		switch ts[i].Tag {
		case "VBD", "VBZ", "VBP":
			return !isAuxiliary(ts[i].Lower)
		case "VBN":
			for k := i - 1; k >= 0; k-- {
				if strings.HasPrefix(ts[k].Tag, "RB") {
					continue
				}
				return Lemma(ts[k].Lower, "VB") == "have"
			}
			return false
		case "VB", "VBG", "WDT", "WP", "WRB":
			return false
		}
	}
	return false
}

// countsOrPoints says whether a word can only open a noun group.
func countsOrPoints(t Token) bool {
	return t.Tag == "DT" || t.Tag == "CD" || t.Tag == "PRP" || t.Tag == "PRP$"
}

// objectFollows says whether a direct object begins at i.
func objectFollows(ts []Token, i int) bool {
	for i < len(ts) && (strings.HasPrefix(ts[i].Tag, "RB") || ts[i].Lower == "dead" || ts[i].Tag == "RP") {
		i++
	}
	if i >= len(ts) || ts[i].Tag == "EX" || !startsNoun(ts, i) {
		return false
	}
	for n := 0; n < 3 && i+1 < len(ts) && (countsOrPoints(ts[i]) || strings.HasPrefix(ts[i].Tag, "JJ")) && ts[i].Tag != "PRP"; n++ {
		if words().temporal[ts[i].Lower] == "order" {
			return false // last week
		}
		i++
	}
	return words().temporal[ts[i].Lower] == ""
}

// auxiliaryBefore says whether an auxiliary governs the verb at i, over
// adverbs and coordinated participles.
func auxiliaryBefore(ts []Token, i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch {
		case Lemma(ts[k].Lower, "VB") == "be" || Lemma(ts[k].Lower, "VB") == "have" || ts[k].Tag == "MD":
			return true
		case strings.HasPrefix(ts[k].Tag, "RB"):
		default:
			return false
		}
	}
	return false
}
