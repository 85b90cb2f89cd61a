package date

import (
	"strings"

	"sitrep/extract/lang"
)

// tense that a time expression is told in.
type tense uint8

const (
	noTense tense = iota // no verb says
	pastTense
	futureTense
)

// governing returns the tense of the verb that the words from byte start to end
// of the sentence go with: the nearest before them, or the nearest after where
// they open a clause.
func governing(s *lang.Sentence, start, end int) tense {
	ts := s.Tokens
	first, last := covered(s, start, end)
	if cue(ts, first) || isSetFor(ts, first, last) {
		return futureTense
	}
	opens := first == 0 || first < len(ts) && opensClause(ts, first)
	before := verbBefore(ts, first)
	if !opens && before >= 0 {
		t := verbTense(ts, before)
		if t == pastTense && deadline(ts, first, last) {
			return futureTense
		}
		return t
	}
	if after := verbAfter(ts, last); after >= 0 {
		return verbTense(ts, chainEnd(ts, after))
	}
	if before >= 0 {
		return verbTense(ts, before)
	}
	return noTense
}

// covered returns the first token of the bytes from start to end of the sentence
// and the first one after them.
func covered(s *lang.Sentence, start, end int) (first, last int) {
	ts := s.Tokens
	first, last = len(ts), len(ts)
	for i := range ts {
		if ts[i].End > s.Start+start && first == len(ts) {
			first = i
		}
		if ts[i].Start >= s.Start+end {
			last = i
			break
		}
	}
	return first, last
}

// verbBefore returns the nearest verb before token i, or -1.
func verbBefore(ts lang.Tokens, i int) int {
	for i--; i >= 0 && !ts.Verb(i); i-- {
	}
	return i
}

// verbAfter returns the nearest finite verb from token i on, else the nearest
// verb, or -1: in Sunday's loss, despite raids meant to stop it, was, the verb of
// Sunday is was.
func verbAfter(ts lang.Tokens, i int) int {
	other := -1
	for ; i < len(ts); i++ {
		if ts.FiniteVerb(i) {
			return i
		}
		if other < 0 && ts.Verb(i) {
			other = i
		}
	}
	return other
}

// perfect reports whether the verb before byte start is a present perfect.
func perfect(s *lang.Sentence, start int) bool {
	ts := s.Tokens
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].Start >= s.Start+start || !ts.Verb(i) {
			continue
		}
		for k := i; k >= 0 && (ts.Verb(k) || ts.Adverb(k)); k-- {
			if ts[k].Lemma == "have" && k < i && (ts[k].Tag == "VBP" || ts[k].Tag == "VBZ") {
				return true
			}
		}
		return false
	}
	return false
}

// opensClause reports whether the words at i stand before the clause they go
// with: that on Friday it would; and on Monday they.
func opensClause(ts lang.Tokens, i int) bool {
	switch prev := ts[i-1]; {
	case prev.Lower == "that" && prev.Tag != "DT", prev.Lower == ";", prev.Lower == ":", prev.Tag == "''", prev.Tag == "``":
		return true
	case prev.Tag == "CC":
		// on Monday and on Tuesday is no clause: a verb has to follow soon
		for k := i; k < len(ts) && k < i+9; k++ {
			if ts[k].Tag == "CC" || ts[k].Tag == "," && k > i+3 {
				return false
			}
			if ts.Verb(k) {
				return i > 1 && ts[i-2].Tag == ","
			}
		}
	}
	return false
}

// cue reports whether the words before i make what follows a plan: scheduled
// for, ahead of.
func cue(ts lang.Tokens, i int) bool {
	l := lex()
	for k := i; k >= 1 && k >= i-1; k-- {
		if k < len(ts) && l.cues[ts[k-1].Lower+" "+ts[k].Lower] || k >= 2 && l.cues[ts[k-2].Lower+" "+ts[k-1].Lower] {
			return true
		}
	}
	return false
}

// isSetFor reports whether the date from first to last is the one that a call or a
// plan names for what is to be done: called a march in Lima for Friday, called for a
// strike on Friday. The blame for Friday's attack is for another thing.
func isSetFor(ts lang.Tokens, first, last int) bool {
	on := first < len(ts) && ts[first].Lower == "on"
	if on && first > 0 {
		first--
	} else if first < 1 || ts[first-1].Lower != "for" || last < len(ts) && strings.HasPrefix(ts[last].Tag, "NN") || last > 0 && ts[last-1].Tag == "POS" {
		return false
	}
	v := verbBefore(ts, first)
	if v < 0 || !lex().tense["call"][ts[v].Lemma] {
		return false
	}
	if !on {
		return true
	}
	return v+1 < len(ts) && ts[v+1].Lower == "for" && first > v+1
}

// deadline reports whether the expression is the end of a term that is given:
// gave them until Friday to leave.
func deadline(ts lang.Tokens, first, last int) bool {
	before := first > 0 && lex().tense["deadline"][ts[first-1].Lower] || first < len(ts) && lex().tense["deadline"][ts[first].Lower]
	return before && last+1 < len(ts) && ts[last].Tag == "TO" && strings.HasPrefix(ts[last+1].Tag, "VB")
}

// chainEnd returns the last verb of the group that begins at i.
func chainEnd(ts lang.Tokens, i int) int {
	end := i
	for k := i + 1; k < len(ts) && k <= i+6; k++ {
		switch {
		case ts.Verb(k):
			end = k
		case ts[k].Tag == "RB" || ts[k].Tag == "TO" || ts[k].Lower == "not":
		default:
			return end
		}
	}
	return end
}

// verbTense returns the tense of the verb group whose last verb is at i.
func verbTense(ts lang.Tokens, i int) tense {
	l := lex().tense
	main := ts[i]
	if main.Tag == "MD" && l["modal"][main.Lower] {
		return futureTense
	}
	k, aux := i-1, ""
	for ; k >= 0; k-- {
		t := ts[k]
		switch {
		case ts.Adverb(k) || t.Lower == "not" || t.Lower == "n't":
			continue
		case t.Tag == "MD" && l["modal"][t.Lower]:
			if aux == "have" && t.Lower != "will" {
				return pastTense // could have been, may have killed
			}
			return futureTense
		case ts.Verb(k) && (t.Lemma == "be" || t.Lemma == "have"):
			aux = t.Lemma
			if t.Tag == "VBD" {
				return pastUnless(l, main)
			}
			if arrangement(ts, k, i) {
				return futureTense
			}
			continue
		case t.Tag == "TO" && (main.Tag == "VB" || aux != ""):
			return infinitive(ts, k)
		}
		break
	}
	return tagTense(ts, i, k)
}

// arrangement reports whether the be at k and the verb at i tell of a plan: they
// are meeting on Friday, a vote is expected.
func arrangement(ts lang.Tokens, k, i int) bool {
	return ts.Tagged(k, "VBP", "VBZ") && ts[k].Lemma == "be" && (ts[i].Tag == "VBG" && k == i-1 || lex().tense["intent"][ts[i].Lemma])
}

// tagTense returns the tense of the verb at i by its own form; k is the last token
// before its group.
func tagTense(ts lang.Tokens, i, k int) tense {
	l := lex().tense
	switch main := ts[i]; main.Tag {
	case "VBD", "VBN":
		return pastUnless(l, main)
	case "VBZ", "VBP", "VB":
		if l["schedule"][main.Lemma] {
			return futureTense
		}
	case "VBG":
		for ; k >= 0; k-- {
			if ts.Verb(k) && ts[k].Tag != "VBG" {
				return verbTense(ts, k)
			}
		}
	}
	return pastTense // VBZ and VBP too: the historic present of headlines
}

// pastUnless returns the past, or the future of what was only arranged: was
// scheduled.
func pastUnless(l map[string]map[string]bool, main lang.Token) tense {
	if l["arranged"][main.Lemma] {
		return futureTense
	}
	return pastTense
}

// infinitive returns the tense of the infinitive with the to at k: plans to attack is
// future, tried to storm is past.
func infinitive(ts lang.Tokens, k int) tense {
	l := lex().tense
	for n := 1; n <= 6 && k-n >= 0; n++ {
		t := ts[k-n]
		if l["intent"][t.Lemma] || l["intent"][t.Lower] {
			return futureTense
		}
		if ts.Verb(k - n) {
			if t.Lemma == "be" && t.Tag != "VBD" || t.Lemma == "go" && t.Tag == "VBG" {
				return futureTense
			}
			return verbTense(ts, k-n)
		}
	}
	return pastTense
}
