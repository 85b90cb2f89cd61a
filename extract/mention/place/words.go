package place

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run of letters and digits in the raw text. The scan for names
// needs no tags, and tagging an article costs a hundred times as much.
type word struct {
	start, end int
	capital    bool // begins with a capital
	upper      bool // has more than one letter, all in capitals
	possessive bool // is followed by 's, or ends in s'
	first      bool // is the first of its sentence
	sentence   int  // index in the document, -1 in a dateline
	begins     bool // may begin an entry of several words
	entry      *entry
	before     gap // what stands between it and the word before
}

// is reports whether the word is of one of the classes.
func (w *word) is(c class) bool { return w.entry.class&c != 0 }

// gap is what stands between two words. The later a value, the more it parts
// them.
type gap uint8

const (
	gapBreak   gap = iota // the beginning of a sentence, or a new paragraph
	gapSpace              // blanks, at most one line break
	gapHyphen             // a hyphen, a dash or a slash without blanks
	gapComma              // a comma
	gapBracket            // an opening bracket
	gapQuote              // quotation marks and blanks
	gapStop               // a full stop, a colon or another mark
)

func appendWords(dst []word, text string, from, to, sentence int) []word {
	text = text[:to]
	l := vocab()
	gapFrom := from
	first := true
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !letterOrDigit(r) {
			i += size
			continue
		}
		w := word{start: i, first: first, sentence: sentence, capital: unicode.IsUpper(r), before: gapOf(text[gapFrom:i])}
		if first {
			w.before = gapBreak
		}
		w.read(text, l)
		i, gapFrom = w.end, w.end
		if w.possessive {
			_, size = utf8.DecodeRuneInString(text[i:])
			i += size + len("s")
			gapFrom = i
		} else if size := pluralPossessive(text, w.end); size > 0 {
			w.possessive = true
			gapFrom = i + size
		}
		first = false
		dst = append(dst, w)
	}
	return dst
}

// read finds the end of the word that begins at w.start, its capitals, whether
// 's follows, and its entry in the vocabulary.
func (w *word) read(text string, l *vocabulary) {
	var lower [48]byte
	letters, capitals, n := 0, 0, 0
	i := w.start
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf && letterOrDigit(rune(c)) {
			letters++
			if 'A' <= c && c <= 'Z' {
				capitals++
				c += 'a' - 'A'
			}
			if n+utf8.UTFMax < len(lower) {
				lower[n] = c
				n++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case letterOrDigit(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Mn, r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
			}
			if n+utf8.UTFMax < len(lower) {
				n += utf8.EncodeRune(lower[n:n+utf8.UTFMax], unicode.ToLower(r))
			}
		case apostrophe(r) && possessiveS(text[i+size:]):
			w.possessive = true
		case !markInside(text[w.start:i], r, text[i+size:], letters):
			size = 0
		}
		if w.possessive || size == 0 {
			break
		}
		i += size
	}
	w.end = i
	w.upper = letters > 1 && capitals == letters
	w.begins = l.begins.MayBytes(lower[:n])
	w.entry = unknown
	if l.known.MayBytes(lower[:n]) {
		if e := l.words[string(lower[:n])]; e != nil {
			w.entry = e
		}
	}
}

func letterOrDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// possessiveS reports whether rest, which follows an apostrophe, begins with
// the s of a possessive.
func possessiveS(rest string) bool {
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[1:])
	return !unicode.IsLetter(next)
}

// pluralPossessive returns the length of the apostrophe at text[i:] where it
// makes a possessive of a word in s, as in the States' armies, else 0.
func pluralPossessive(text string, i int) int {
	if i >= len(text) || text[i-1] != 's' && text[i-1] != 'S' {
		return 0
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if !apostrophe(r) {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(text[i+size:]); !unicode.IsSpace(next) {
		return 0
	}
	return size
}

// markInside reports whether the mark r belongs to the word of which before was
// read, with so many letters in it: the apostrophe of Da'esh, the stops of U.S.
func markInside(before string, r rune, after string, letters int) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case apostrophe(r):
		return unicode.IsLetter(next)
	case r == '.':
		return unicode.IsLetter(next) && letters <= 2 || len(before) > 1 && before[len(before)-2] == '.'
	}
	return false
}

// gapOf classifies what stands between two words.
func gapOf(s string) gap {
	switch s {
	case " ", "": // most
		return gapSpace
	case "-", "–", "‑", "‐", "/":
		return gapHyphen
	}
	widest, breaks := gapSpace, 0
	for _, r := range s {
		if r == '\n' {
			breaks++
		}
		widest = max(widest, gapOfMark(r))
	}
	if breaks > 1 {
		return gapBreak
	}
	return widest
}

func gapOfMark(r rune) gap {
	switch {
	case unicode.IsSpace(r):
		return gapSpace
	case r == ',':
		return gapComma
	case r == '(' || r == '[':
		return gapBracket
	case r == '"' || r == '“' || r == '”' || r == '«' || r == '»' || apostrophe(r):
		return gapQuote
	}
	return gapStop
}

// adjacent reports whether word i and the one before it stand side by side in
// one sentence, with blanks or a hyphen between them.
func (t *text) adjacent(i int) bool {
	return i > 0 && i < len(t.words) && (t.words[i].before == gapSpace || t.words[i].before == gapHyphen) && t.words[i].sentence == t.words[i-1].sentence
}

// spelt returns word i as the text has it.
func (t *text) spelt(i int) string { return t.src[t.words[i].start:t.words[i].end] }

// lower returns word i in lower case.
func (t *text) lower(i int) string { return strings.ToLower(t.spelt(i)) }

// wordIs reports whether there is a word i that stands beside the one before it
// and is spelt so in lower case.
func (t *text) wordIs(i int, spelt string) bool { return t.adjacent(i) && t.lower(i) == spelt }

// isConjunction reports whether word i joins names: and, or.
func (t *text) isConjunction(i int) bool {
	w := t.lower(i)
	return w == "and" || w == "or"
}

// phrase returns what the vocabulary knows of the words from i on, the longest
// entry first, and how many words that entry has.
func (t *text) phrase(i int) (*entry, int) {
	w := &t.words[i]
	if w.begins && i+1 < len(t.words) && t.words[i+1].sentence == w.sentence && t.words[i+1].before <= gapHyphen {
		if key := t.lower(i); t.vocab.longer[key] {
			var longest *entry
			n := 0
			for k := i + 1; k < len(t.words) && k < i+3 && t.words[k].before <= gapHyphen && t.words[k].before != gapBreak; k++ {
				key += " " + t.lower(k)
				if e, ok := t.vocab.words[key]; ok {
					longest, n = e, k-i+1
				}
			}
			if n > 0 {
				return longest, n
			}
		}
	}
	return w.entry, 1
}

// inTitleCase reports whether the sentence of word i is in title case, as
// headlines are, where a capital means nothing. A verb in lower case speaks
// against it, however many names there are: killed Hazaras in Hazar Ganji, Quetta.
func (t *text) inTitleCase(i int) bool {
	long, capital, verbs := 0, 0, 0
	count := func(k int) {
		if w := &t.words[k]; w.end-w.start > 3 {
			long++
			if w.capital {
				capital++
			} else if strings.HasSuffix(t.spelt(k), "ed") {
				verbs++
			}
		}
	}
	sentence := t.words[i].sentence
	for k := i - 1; k >= 0 && t.words[k].sentence == sentence; k-- {
		count(k)
	}
	for k := i + 1; k < len(t.words) && t.words[k].sentence == sentence; k++ {
		count(k)
	}
	return long >= 3 && capital*4 >= long*3 && verbs == 0
}
