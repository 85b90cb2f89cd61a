package mend

import (
	"strings"

	"sitrep/extract/lazyregexp"
	"sitrep/extract/tagger"
)

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
