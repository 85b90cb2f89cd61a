package mend

import (
	"strings"
	"unicode/utf8"

	"sitrep/extract/lazyregexp"
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
