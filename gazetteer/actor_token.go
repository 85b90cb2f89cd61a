package gazetteer

import (
	"unicode"
	"unicode/utf8"

	"sitrep/gazetteer/internal/fold"
)

// actorToken is a word of a name or a text as the index compares it: by the
// hash of its folded letters. The words of U.S. are one, the s of Syria's
// belongs to none, an apostrophe inside a word is passed over.
type actorToken struct {
	start, end int // bytes
	hash       uint64
	letters    uint8 // folded, at most 255
	flags      uint8
}

const (
	tokenUpper  uint8 = 1 << iota // begins upper-case
	tokenCaps                     // has no lower-case letter
	tokenDigit                    // begins with a digit
	tokenBreak                    // a comma, bracket, full stop or more comes before it
	tokenOwner                    // 's follows
	tokenHyphen                   // a hyphen joins it to the word before
)

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func phraseHash(h uint64, t *actorToken) uint64 {
	h ^= t.hash
	if t.flags&tokenBreak != 0 && h != fnvOffset^t.hash {
		h ^= 0x9e3779b97f4a7c15 // Retour, Reclamation: the comma counts
	}
	h *= fnvPrime
	return h ^ h>>29
}

// actorTokens splits text into tokens, appended to buf. With limit > 0 it
// stops after that many.
func actorTokens(text string, buf []actorToken, limit int) []actorToken {
	flags := uint8(0)
	for i := 0; i < len(text); {
		c := text[i]
		if isLetterByte(c) || c >= utf8.RuneSelf {
			t, next, ok := actorWord(text, i)
			if !ok {
				flags |= gapFlag(text, i)
				_, w := utf8.DecodeRuneInString(text[i:])
				i += w
				continue
			}
			t.flags |= flags
			flags = 0
			buf = append(buf, t)
			if limit > 0 && len(buf) >= limit {
				return buf
			}
			i = next
			continue
		}
		flags |= gapFlag(text, i)
		i++
	}
	return buf
}

// gapFlag returns what the byte between two words does to a phrase. A blank
// line breaks one, a line break does not.
func gapFlag(text string, i int) uint8 {
	switch text[i] {
	case ' ', '\t', '\r', '\'', '/', '&':
		return 0
	case '\n':
		if i > 0 && (text[i-1] == '\n' || i > 1 && text[i-1] == '\r' && text[i-2] == '\n') {
			return tokenBreak
		}
		return 0
	case '-':
		return tokenHyphen
	case '.':
		if i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
			return 0
		}
		return tokenBreak
	}
	if text[i] >= utf8.RuneSelf {
		r, _ := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '’' || r == '‘' || r == '\u00a0':
			return 0
		case unicode.Is(unicode.Pd, r):
			return tokenHyphen
		}
		if class, _ := fold.Rune(r); class == fold.Dropped || class == fold.Space {
			return 0
		}
	}
	return tokenBreak
}

func isLetterByte(c byte) bool { return asciiFold[c] != 0 }

// asciiFold is the lower case of an ASCII letter or digit, 0 for other bytes.
var asciiFold = func() (t [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-0x20] = c, c
	}
	return t
}()

// actorWord reads the word at i and returns it with the place at which the next
// one may begin. ok is false if no word begins at i.
func actorWord(text string, i int) (t actorToken, next int, ok bool) {
	t.start = i
	t.hash = fnvOffset
	if i+2 < len(text) && text[i+1] == '.' { // U.S.
		if end, n := initials(text, i); n > 1 {
			t.initials(text, end)
			return owner(text, t)
		}
	}
	t.flags |= firstFlag(text[i])
	lower := false
	hash, n := t.hash, 0
	for i < len(text) {
		c := text[i]
		if folded := asciiFold[c]; folded != 0 {
			lower = lower || c >= 'a'
			hash = (hash ^ uint64(folded)) * fnvPrime
			n++
			i++
			continue
		}
		r, w := rune(c), 1
		if c >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(text[i:])
		}
		if i > t.start && silentApostrophe(text, r, i+w) {
			i += w
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		class, s := fold.Rune(r)
		if i > t.start && silentRune(class, r) {
			i += w
			continue
		}
		if class != fold.Letter {
			break
		}
		if !unicode.IsUpper(r) {
			lower = true
		} else if i == t.start {
			t.flags |= tokenUpper
		}
		for k := 0; k < len(s); k++ {
			hash = (hash ^ uint64(s[k])) * fnvPrime
			n++
		}
		i += w
	}
	t.hash, t.letters = hash, uint8(min(n, 255))
	if i == t.start {
		return t, i, false
	}
	if !lower {
		t.flags |= tokenCaps
	}
	t.end = i
	return owner(text, t)
}

// firstFlag returns the flag of a token that begins with c.
func firstFlag(c byte) uint8 {
	switch {
	case c >= 'A' && c <= 'Z':
		return tokenUpper
	case c >= '0' && c <= '9':
		return tokenDigit
	}
	return 0
}

// initials makes the token one of initials that end at end, as in U.S.
func (t *actorToken) initials(text string, end int) {
	for k := t.start; k < end; k++ {
		if text[k] != '.' {
			t.hash = (t.hash ^ uint64(text[k]|0x20)) * fnvPrime
			t.letters++
		}
	}
	t.flags |= tokenUpper | tokenCaps
	t.end = end
}

// silentApostrophe reports whether r, before next, is an apostrophe within a
// word, as in Da'esh.
func silentApostrophe(text string, r rune, next int) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ':
		return apostropheInside(text, next)
	}
	return false
}

// silentRune reports whether a rune within a word counts for nothing, as
// diacritics do.
func silentRune(class fold.Class, r rune) bool {
	return class == fold.Dropped && r != '’' && r != '‘' && !unicode.IsPunct(r)
}

// owner skips a possessive 's after the token.
func owner(text string, t actorToken) (actorToken, int, bool) {
	i := t.end
	if i >= len(text) || text[i] != '\'' && text[i] < utf8.RuneSelf {
		return t, i, true
	}
	if n := apostropheAt(text, i); n > 0 && i+n < len(text) && (text[i+n]|0x20) == 's' && !wordAt(text, i+n+1) {
		t.flags |= tokenOwner
		return t, i + n + 1, true
	}
	return t, i, true
}

// apostropheAt returns the length of the apostrophe at i, or 0 if there is none.
func apostropheAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	if text[i] == '\'' {
		return 1
	}
	if text[i] >= utf8.RuneSelf {
		if r, w := utf8.DecodeRuneInString(text[i:]); r == '’' || r == 'ʼ' {
			return w
		}
	}
	return 0
}

func wordAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if text[i] < utf8.RuneSelf {
		return isLetterByte(text[i])
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// apostropheInside reports whether the apostrophe before i stands within a word
// (Da'esh) and is not that of a possessive (Syria's).
func apostropheInside(text string, i int) bool {
	return wordAt(text, i) && !((text[i]|0x20) == 's' && !wordAt(text, i+1))
}

// initials finds single letters with full stops from i on: U.S., D.R.
func initials(text string, i int) (end, n int) {
	for i+1 < len(text) && text[i+1] == '.' && text[i] >= 'A' && text[i] <= 'Z' {
		i += 2
		n++
	}
	if n == 1 && i+1 <= len(text) && i < len(text) && text[i] >= 'A' && text[i] <= 'Z' && !wordAt(text, i+1) {
		return i + 1, 2 // U.S
	}
	return i, n
}
