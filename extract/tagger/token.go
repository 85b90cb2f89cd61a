package tagger

import (
	"sitrep/extract/lazyregexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word or a punctuation mark as prose gives it: Text is a stretch
// of what was tagged, with straight quotes.
type Token struct {
	Text string
	Tag  string
}

// straight makes quotes straight, as prose does before it splits a text.
var straight = strings.NewReplacer("\u201c", `"`, "\u201d", `"`, "\u2018", "'", "\u2019", "'", "&rsquo;", "'")

// needsStraight reports whether a text can hold what straight replaces.
func needsStraight(text string) bool {
	return strings.Contains(text, "&rsquo;") || strings.Contains(text, "\u2018"[:2])
}

// split fills the sentence with the words of a text: stretches between white
// space, which are cut into words.
func (s *sentence) split(text string) {
	if needsStraight(text) {
		text = straight.Replace(text)
	}
	for at := 0; at < len(text); {
		if n := spaceAt(text, at); n > 0 {
			at += n
			continue
		}
		start := at
		for at++; at < len(text) && spaceAt(text, at) == 0; at++ {
		}
		s.stretch(text[start:at], at == len(text))
	}
}

// spaceAt returns how many bytes the white space at a byte of a text has, or 0 where there
// is none, as within a rune.
func spaceAt(text string, at int) int {
	switch c := text[at]; {
	case c == ' ' || '\t' <= c && c <= '\r':
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	if r, n := utf8.DecodeRuneInString(text[at:]); unicode.IsSpace(r) {
		return n
	}
	return 0
}

// stretch appends the words of a stretch without white space. prose cuts a
// stretch that comes again once only and lets its words share one token, so
// that all of them have the tag of the last; only the stretch that ends the
// text is cut anew. Whoever reads prose's tags reads them with that quirk.
func (s *sentence) stretch(text string, last bool) {
	if !last {
		if first, found := s.seen.add(text, len(s.cuts)); found {
			again := s.cuts[first]
			s.words = append(s.words, s.words[again.from:again.to]...)
			return
		}
	}
	from := len(s.words)
	s.cut(text)
	for k := from; k < len(s.words); k++ {
		s.words[k].token = k
	}
	s.cuts = append(s.cuts, cut{from, len(s.words)})
}

// cut appends the words of a stretch, by prose's rules: marks part from the
// front, then endings as in they'll and don't, then marks from the end. An
// ending that begins the stretch is lost, as prose loses it.
func (s *sentence) cut(text string) {
	marks := 0 // at the end of the stretch
	whole := text
	for last := 0; text != "" && utf8.RuneCountInString(text) != last; {
		if special(text) {
			s.words = append(s.words, word{text: text})
			break
		}
		last = utf8.RuneCountInString(text)
		if len(text) > 1 && opening(text[0]) {
			s.words = append(s.words, word{text: text[:1]})
			text = text[1:]
		} else if i := ending(text); i >= 0 {
			if i > 0 {
				s.words = append(s.words, word{text: text[:i]})
			}
			text = text[i:]
		} else if len(text) > 1 && closing(text[len(text)-1]) {
			marks++
			text = text[:len(text)-1]
		} else {
			s.words = append(s.words, word{text: text})
		}
	}
	for k := len(whole) - marks; k < len(whole); k++ {
		s.words = append(s.words, word{text: whole[k : k+1]})
	}
}

// opening reports whether a byte parts from the front of a word: $100.
func opening(c byte) bool { return c == '$' || c == '(' || c == '"' || c == '[' }

// closing reports whether a byte parts from the end of a word: Well).
func closing(c byte) bool {
	switch c {
	case ',', ')', '"', ']', '!', ';', '.', '?', ':', '\'':
		return true
	}
	return false
}

// endings are what parts from the end of a word, in prose's order.
var endings = []string{"'ll", "'s", "'re", "'m", "n't"}

// ending returns where the ending of a word begins, or -1: they|'ll, do|n't.
// prose looks for it in the lower-case form, whose offsets are other ones
// where letters change their length.
func ending(text string) int {
	if strings.IndexByte(text, '\'') < 0 {
		return -1
	}
	lower := strings.ToLower(text)
	for _, e := range endings {
		if i := strings.Index(lower, e); i >= 0 && len(lower) > len(e) {
			return min(i, len(text))
		}
	}
	return -1
}

// Loses reports whether a word behind an apostrophe would be lost as an ending that begins
// its stretch: 'retakes.
func Loses(word string) bool {
	return slices.ContainsFunc(endings, func(e string) bool {
		return e[0] == '\'' && len(word) >= len(e) && strings.EqualFold(word[:len(e)-1], e[1:])
	})
}

// special reports whether a word is not cut: an emoticon, U.S., Gen.
func special(text string) bool {
	return isEmoticon(text) || initials(text) || title(text)
}

// isEmoticon reports whether a word is an emoticon. Those of more than three bytes
// begin with no letter, so that the table is asked about few words.
func isEmoticon(text string) bool {
	if c := text[0]; len(text) > 3 && (lower(c) || upper(c)) {
		return false
	}
	return emoticons[text]
}

// initials reports whether a word is letters, two at least, each with its full
// stop: U.S.
func initials(text string) bool {
	if len(text) < 4 || len(text)%2 != 0 {
		return false
	}
	for i := 0; i < len(text); i += 2 {
		if !upper(text[i]) && !lower(text[i]) || text[i+1] != '.' {
			return false
		}
	}
	return true
}

// title reports whether a word is a capital and one or two small letters with
// a full stop: Gen.
func title(text string) bool {
	if n := len(text); n < 3 || n > 4 || !upper(text[0]) || text[n-1] != '.' {
		return false
	}
	for i := 1; i < len(text)-1; i++ {
		if !lower(text[i]) {
			return false
		}
	}
	return true
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }
func lower(c byte) bool { return 'a' <= c && c <= 'z' }

// plainTag returns the tag of a word that prose knows by its form, or "".
func plainTag(text string) string {
	switch {
	case text == "-":
		return "-"
	case isEmoticon(text):
		return "SYM"
	case text[0] == '@', linkLike(text) && link().MatchString(text), strings.IndexByte(text, '@') >= 0 && email().MatchString(text):
		return "NN"
	case text == "0", text[0] == '*' && trace().MatchString(text):
		return "-NONE-"
	case len(text) == 5 && text[0] == '-' && text[4] == '-' && upper(text[1]) && upper(text[2]) && upper(text[3]):
		return text // -LRB-
	}
	return ""
}

// The regular expressions of prose, and of commonregex which it asks. Each is
// asked only about words that have the marks it cannot do without.
var (
	link  = lazyregexp.New(`(?:(?:https?:\/\/)?(?:[a-z0-9.\-]+|www|[a-z0-9.\-])[.](?:[^\s()<>]+|\((?:[^\s()<>]+|(?:\([^\s()<>]+\)))*\))+(?:\((?:[^\s()<>]+|(?:\([^\s()<>]+\)))*\)|[^\s!()\[\]{};:\'".,<>?]))`)
	email = lazyregexp.New(`(?i)([A-Za-z0-9!#$%&'*+\/=?^_{|.}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)`)
	trace = lazyregexp.New(`^(?:\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$`)
)

// linkLike reports whether a word can hold a link: a full stop between a small
// letter, a digit, a hyphen or another full stop and two bytes more.
func linkLike(text string) bool {
	for i := 1; i+2 < len(text); i++ {
		if c := text[i-1]; text[i] == '.' && (lower(c) || '0' <= c && c <= '9' || c == '.' || c == '-') {
			return true
		}
	}
	return false
}

var emoticons = map[string]bool{
	"(-8": true, "(-;": true, "(-_-)": true, "(._.)": true, "(:": true, "(=": true, "(o:": true, "(¬_¬)": true,
	"(ಠ_ಠ)": true, "(╯°□°）╯︵┻━┻": true, "-__-": true, "8-)": true, "8-D": true, "8D": true, ":(": true, ":((": true,
	":(((": true, ":()": true, ":)))": true, ":-)": true, ":-))": true, ":-)))": true, ":-*": true, ":-/": true,
	":-X": true, ":-]": true, ":-o": true, ":-p": true, ":-x": true, ":-|": true, ":-}": true, ":0": true, ":3": true,
	":P": true, ":]": true, ":`(": true, ":`)": true, ":`-(": true, ":o": true, ":o)": true, "=(": true, "=)": true,
	"=D": true, "=|": true, "@_@": true, "O.o": true, "O_o": true, "V_V": true, "XDD": true, "[-:": true,
	"^___^": true, "o_0": true, "o_O": true, "o_o": true, "v_v": true, "xD": true, "xDD": true, "¯\\(ツ)/¯": true,
}
