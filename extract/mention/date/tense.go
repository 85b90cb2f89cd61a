package date

import (
	"strings"

	"sitrep/extract/lang"
)

// tense that a time expression is told in.
type tense uint8

const (
	untold tense = iota // no verb says
	told
	future
)

// governing is the tense of the verb that the words from byte start to end of
// the sentence go with: the nearest before them, or the nearest after where
// they open a clause.
func governing(s *lang.Sentence, start, end int) tense {
	ts := s.Tokens
	first, last := len(ts), len(ts)
	for i := range ts {
		if ts[i].End > s.Start+start && first == len(ts) {
			first = i
		}
		if ts[i].Start >= s.Start+end {
			last = i
			break
		}
	}
	if cue(ts, first) {
		return future
	}
	opens := first == 0 || first < len(ts) && first > 0 && opensClause(ts, first)
	if !opens {
		for i := first - 1; i >= 0; i-- {
			if isVerb(ts[i]) {
				t := verbTense(ts, i)
				if t == told && deadline(ts, first, last) {
					return future
				}
				return t
			}
		}
	}
	for _, finite := range []bool{true, false} {
		for i := last; i < len(ts); i++ {
			if isVerb(ts[i]) && (!finite || isFinite(ts[i])) {
				return verbTense(ts, chainEnd(ts, i))
			}
		}
	}
	if opens {
		for i := first - 1; i >= 0; i-- {
			if isVerb(ts[i]) {
				return verbTense(ts, i)
			}
		}
	}
	return untold
}

// perfect says whether the verb before byte start is a present perfect.
func perfect(s *lang.Sentence, start int) bool {
	ts := s.Tokens
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].Start >= s.Start+start || !isVerb(ts[i]) {
			continue
		}
		for k := i; k >= 0 && (isVerb(ts[k]) || strings.HasPrefix(ts[k].Tag, "RB")); k-- {
			if ts[k].Lemma == "have" && k < i && (ts[k].Tag == "VBP" || ts[k].Tag == "VBZ") {
				return true
			}
		}
		return false
	}
	return false
}

// opensClause says whether the words at i stand before the clause they go
// with: that on Friday it would; and on Monday they.
func opensClause(ts []lang.Token, i int) bool {
	switch prev := ts[i-1]; {
	case prev.Lower == "that" && prev.Tag != "DT", prev.Lower == ";", prev.Lower == ":", prev.Tag == "''", prev.Tag == "``":
		return true
	case prev.Tag == "CC":
		// on Monday and on Tuesday is no clause: a verb has to follow soon
		for k := i; k < len(ts) && k < i+9; k++ {
			if ts[k].Tag == "CC" || ts[k].Tag == "," && k > i+3 {
				return false
			}
			if isVerb(ts[k]) {
				return i > 1 && ts[i-2].Tag == ","
			}
		}
	}
	return false
}

// cue says whether the words before i make what follows a plan: scheduled
// for, ahead of.
func cue(ts []lang.Token, i int) bool {
	l := lex()
	for k := i; k >= 1 && k >= i-1; k-- {
		if k < len(ts) && l.cues[ts[k-1].Lower+" "+ts[k].Lower] || k >= 2 && l.cues[ts[k-2].Lower+" "+ts[k-1].Lower] {
			return true
		}
	}
	return false
}

// deadline says whether the expression is the end of a term that is given:
// gave them until Friday to leave.
func deadline(ts []lang.Token, first, last int) bool {
	before := first > 0 && lex().tense["deadline"][ts[first-1].Lower] || first < len(ts) && lex().tense["deadline"][ts[first].Lower]
	return before && last+1 < len(ts) && ts[last].Tag == "TO" && strings.HasPrefix(ts[last+1].Tag, "VB")
}

func isVerb(t lang.Token) bool { return strings.HasPrefix(t.Tag, "VB") || t.Tag == "MD" }

// chainEnd is the last verb of the group that begins at i.
func chainEnd(ts []lang.Token, i int) int {
	end := i
	for k := i + 1; k < len(ts) && k <= i+6; k++ {
		switch {
		case isVerb(ts[k]):
			end = k
		case ts[k].Tag == "RB" || ts[k].Tag == "TO" || ts[k].Lower == "not":
		default:
			return end
		}
	}
	return end
}

// verbTense is the tense of the group whose last verb is at i.
func verbTense(ts []lang.Token, i int) tense {
	l := lex().tense
	main := ts[i]
	if l["modal"][main.Lower] && main.Tag == "MD" {
		return future
	}
	k := i - 1
	aux := ""
	for ; k >= 0; k-- {
		t := ts[k]
		switch {
		case strings.HasPrefix(t.Tag, "RB") || t.Lower == "not" || t.Lower == "n't":
			continue
		case t.Tag == "MD" && l["modal"][t.Lower]:
			if aux == "have" && t.Lower != "will" {
				return told // could have been, may have killed
			}
			return future
		case isVerb(t) && (t.Lemma == "be" || t.Lemma == "have"):
			aux = t.Lemma
			if t.Tag == "VBD" {
				return pastUnless(l, main)
			}
			if (t.Tag == "VBP" || t.Tag == "VBZ") && t.Lemma == "be" && (main.Tag == "VBG" && k == i-1 || l["intent"][main.Lemma]) {
				return future // are meeting, is expected
			}
			continue
		case t.Tag == "TO" && (main.Tag == "VB" || aux != ""):
			return infinitive(ts, k)
		}
		break
	}
	switch main.Tag {
	case "VBD", "VBN":
		return pastUnless(l, main)
	case "VBZ", "VBP", "VB":
		if l["schedule"][main.Lemma] {
			return future
		}
		return told // the historic present of headlines
	case "VBG":
		for ; k >= 0; k-- {
			if isVerb(ts[k]) && ts[k].Tag != "VBG" {
				return verbTense(ts, k)
			}
		}
	}
	return told
}

func pastUnless(l map[string]map[string]bool, main lang.Token) tense {
	if l["arranged"][main.Lemma] {
		return future
	}
	return told
}

// infinitive is the tense of what hangs on the to at k: plans to attack is
// future, tried to storm is past.
func infinitive(ts []lang.Token, k int) tense {
	l := lex().tense
	for n := 1; n <= 6 && k-n >= 0; n++ {
		t := ts[k-n]
		if l["intent"][t.Lemma] || l["intent"][t.Lower] {
			return future
		}
		if isVerb(t) {
			if t.Lemma == "be" && t.Tag != "VBD" {
				return future
			}
			if t.Lemma == "go" && t.Tag == "VBG" {
				return future
			}
			return verbTense(ts, k-n)
		}
	}
	return told
}

// isFinite says whether the verb has a tense of its own: Sunday's loss,
// despite raids meant to stop it, was.
func isFinite(t lang.Token) bool {
	switch t.Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}
