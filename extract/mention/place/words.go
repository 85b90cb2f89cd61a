package place

import (
	"unicode"
	"unicode/utf8"
)

// word is a stretch of letters and digits of the raw text. The scan for
// names needs no tags, and tagging an article costs a hundred times as much.
type word struct {
	start, end int
	capital    bool // begins with a capital
	upper      bool // more than one letter, all capitals
	possessive bool // 's follows
	first      bool // of its sentence
	sentence   int  // index in the document, -1 in a dateline
	entry      entry
	before     gap // what stands between it and the word before
}

// gap is what stands between two words.
type gap uint8

const (
	gapBreak   gap = iota // the beginning, another part or paragraph
	gapSpace              // blanks, at most one line break
	gapHyphen             // one hyphen or dash without blanks
	gapComma              // a comma
	gapBracket            // an opening bracket
	gapQuote              // quotation marks and blanks
	gapStop               // a full stop or colon or another mark
)

// appendWords reads the words of text[from:to].
func appendWords(dst []word, text string, from, to, sentence int) []word {
	l := lex()
	var lower [48]byte
	gapFrom := from
	first := true
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		w := word{start: i, first: first, sentence: sentence, capital: unicode.IsUpper(r)}
		w.before = gapOf(text[gapFrom:i])
		if first {
			w.before = gapBreak
		}
		letters, uppers, n := 0, 0, 0
		for i < to {
			r, size = utf8.DecodeRuneInString(text[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
				letters++
				if unicode.IsUpper(r) {
					uppers++
				}
				if n+4 < len(lower) {
					n += utf8.EncodeRune(lower[n:n+4], unicode.ToLower(r))
				}
				i += size
				continue
			}
			next, nextSize := utf8.DecodeRuneInString(text[min(i+size, to):to])
			if apostrophe(r) && unicode.IsLetter(next) {
				after, _ := utf8.DecodeRuneInString(text[min(i+size+nextSize, to):to])
				if (next == 's' || next == 'S') && !unicode.IsLetter(after) {
					w.possessive = true
					break
				}
				i += size
				continue
			}
			if r == '.' && unicode.IsLetter(next) && letters <= 2 {
				i += size // U.S
				continue
			}
			if r == '.' && i > w.start+1 && text[i-2] == '.' {
				i += size // the last stop of U.S.
			}
			break
		}
		w.end = i
		w.upper = letters > 1 && uppers == letters
		w.entry = l.words[string(lower[:n])]
		gapFrom = i
		if w.possessive {
			_, size = utf8.DecodeRuneInString(text[i:])
			i += size + 1
			gapFrom = i
		} else if i < to {
			if r, size := utf8.DecodeRuneInString(text[i:]); apostrophe(r) && i > w.start && (text[i-1] == 's' || text[i-1] == 'S') {
				if next, _ := utf8.DecodeRuneInString(text[min(i+size, to):to]); unicode.IsSpace(next) {
					w.possessive = true // the States'
					gapFrom = i + size
				}
			}
		}
		first = false
		dst = append(dst, w)
	}
	return dst
}

// apostrophe says whether r is one.
func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// gapOf tells what a stretch between two words is.
func gapOf(s string) gap {
	g := gapSpace
	breaks := 0
	if s == "" {
		return gapSpace
	}
	if s == "-" || s == "–" || s == "‑" || s == "‐" || s == "/" {
		return gapHyphen
	}
	for _, r := range s {
		switch {
		case r == '\n':
			breaks++
		case unicode.IsSpace(r):
		case r == ',':
			if g < gapComma {
				g = gapComma
			}
		case r == '(' || r == '[':
			if g < gapBracket {
				g = gapBracket
			}
		case r == '"' || r == '“' || r == '”' || apostrophe(r) || r == '«' || r == '»':
			if g < gapQuote {
				g = gapQuote
			}
		default:
			g = gapStop
		}
	}
	if breaks > 1 {
		return gapBreak
	}
	return g
}
