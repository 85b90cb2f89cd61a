package mend

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lazyregexp"
	"sitrep/extract/tagger"
	"sitrep/extract/wordlist"
)

// The markup that is left in a text taken from a page: the tags of HTML that stand within
// a sentence, and the links and pictures of Markdown.
var (
	tag  = lazyregexp.New(`</?(?i:a|abbr|b|br|cite|code|em|font|i|img|li|mark|p|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>`)
	href = lazyregexp.New(`!?\[([^\[\]\n]*)\]\((?:https?:|mailto:|/|#)[^()\s]*(?:\s"[^"\n]*")?\)`)
)

// markup replaces each character of a tag or of the target of a link by a blank, so that
// offsets do not change.
func markup(s string, n *counts) string {
	if strings.Contains(s, "](") {
		s = href().ReplaceAllStringFunc(s, func(w string) string {
			n[tags]++
			open, shut := strings.IndexByte(w, '[')+1, strings.LastIndex(w, "](")
			return blanks(w[:open]) + w[open:shut] + blanks(w[shut:])
		})
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = tag().ReplaceAllStringFunc(s, func(w string) string {
			n[tags]++
			return blanks(w)
		})
	}
	return s
}

// blanks returns as many blanks as a text has characters.
func blanks(s string) string { return strings.Repeat(" ", utf8.RuneCountInString(s)) }

// parted matches a word that is parted by a hyphen at the end of a line, as in the columns
// of a newspaper.
var parted = lazyregexp.New(`([\p{L}\d]*\pL)-\r?\n(\p{Ll}+)`)

// shortestPart is the smallest number of bytes of a parted word on each line.
const shortestPart = 2

// joinLines joins the words that the end of a line has parted: inter-/preter. A compound
// of two words keeps its hyphen: US-/led.
func joinLines(s string, n *counts) string {
	if !strings.Contains(s, "-\n") && !strings.Contains(s, "-\r\n") {
		return s
	}
	return parted().ReplaceAllStringFunc(s, func(w string) string {
		first, rest, _ := strings.Cut(w, "-")
		rest = strings.TrimLeft(rest, "\r\n")
		if len(first) < shortestPart || len(rest) < shortestPart {
			return w
		}
		n[linedWords]++
		isWord := tagger.Knows(first) || first != strings.ToLower(first)
		if joined := first + rest; tagger.Knows(joined) || !isWord || !tagger.Knows(rest) {
			return joined
		}
		return first + "-" + rest
	})
}

// longestMessage is how many bytes a message of a social network may have, or a
// thread of them. In a longer text a hashtag is quoted, not used.
const longestMessage = 2000

var (
	messageMark = lazyregexp.New(`(?:^|\s)#\pL|^RT @\w|(?:^|\s)@\w{2,30}\b|https?://t\.co/|^\W*\b(?i:breaking|just in|urgent)\b`)
	retweet     = lazyregexp.New(`^\s*RT @\w{1,30}:?\s`)
	link        = lazyregexp.New(`(?:https?://|pic\.twitter\.com/|t\.me/)\S+`)
	handlesHead = lazyregexp.New(`^(?:\s*[.]?@\w{2,30})+\s`)
	handlesTail = lazyregexp.New(`(?:(?:\s|^)(?:via |h/t |cc )?[@#]\w{2,40})+[\s.!]*$`)
	tagOrHandle = lazyregexp.New(`(^|[\s(“"'])[#@](\pL)`)
	counter     = lazyregexp.New(`(?:^|\s)\(?\d{1,2}/(?:\d{1,2}|n)?\)?(?:\s|$)`)
)

// heralds matches the words that herald a message, at its head.
var heralds = sync.OnceValue(func() *regexp.Regexp {
	var words []string
	for _, w := range slices.Sorted(maps.Keys(wordlist.Set(data, "data/heralds.csv"))) {
		words = append(words, regexp.QuoteMeta(w))
	}
	herald := `(?:` + strings.Join(words, "|") + `)`
	return regexp.MustCompile(`^(?i)[\s#]*` + herald + `\s*(?:[:|!—–]|-\s)\s*|^(?i)\s*#` + herald + `\s+`)
})

// mayBeMessage reports whether a text has what messageMark cannot do without: it
// is asked of every text, and is much faster.
func mayBeMessage(s string) bool {
	if strings.ContainsAny(s, "#@") || strings.Contains(s, "://t.co/") {
		return true
	}
	first := strings.IndexFunc(s, func(r rune) bool {
		return r == '_' || '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z'
	})
	return first >= 0 && strings.IndexByte("bjuBJU", s[first]) >= 0 // breaking, just in, urgent
}

// message blanks what is no word of a message on a social network: the marks of
// hashtags and handles, the handles at its head and foot, links, flags and
// other pictures, the number in a thread. Each character becomes a blank, so that
// offsets stay.
func message(s string) string {
	if len(s) > longestMessage || !mayBeMessage(s) || !messageMark().MatchString(s) {
		return s
	}
	b := []byte(strings.Map(func(r rune) rune {
		if picture(r) {
			return ' '
		}
		return r
	}, s))
	for _, r := range []*regexp.Regexp{retweet(), link(), handlesHead(), heralds(), handlesTail(), counter()} {
		found := r.FindAllIndex(b, -1)
		for _, m := range slices.Backward(found) { // the earlier ones stay where they are
			if r != handlesTail() || tailIsLoose(b[:m[0]]) {
				b = blankOut(b, m[0], m[1])
			}
		}
	}
	for _, m := range tagOrHandle().FindAllSubmatchIndex(b, -1) {
		b[m[4]-1] = ' '
	}
	return string(b)
}

// tailIsLoose reports whether the tags and handles at the foot of a message stand
// behind the end of its sentence, or behind pictures and links: those within it
// are words of it, as in "shelling on #Aleppo".
func tailIsLoose(before []byte) bool {
	words := bytes.TrimRightFunc(before, unicode.IsSpace)
	return len(words) == 0 || len(before) > len(words) || strings.ContainsAny(string(words[len(words)-1:]), ".!?\"")
}

// blankOut puts a blank in the place of every character between two offsets, and
// keeps line breaks.
func blankOut(b []byte, from, to int) []byte {
	out := append([]byte(nil), b[:from]...)
	for i := from; i < to; {
		r, size := utf8.DecodeRune(b[i:])
		if r == '\n' {
			out = append(out, '\n')
		} else {
			out = append(out, ' ')
		}
		i += size
	}
	return append(out, b[to:]...)
}

// picture reports whether r is an emoji, a flag's letter or what joins them.
func picture(r rune) bool {
	return r >= 0x1f000 && r <= 0x1faff || r >= 0x2600 && r <= 0x27bf || r == 0xfe0f || r == 0x20e3 || r >= 0xe0020 && r <= 0xe007f
}
