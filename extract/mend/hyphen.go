package mend

import (
	"strings"

	"sitrep/extract/lazyregexp"
	"sitrep/extract/tagger"
)

// parted is a word in small letters with a hyphen at the end of a line, and its rest on
// the next one, as columns of print have it.
var parted = lazyregexp.New(`([\p{L}\d]*\pL)-\r?\n(\p{Ll}+)`)

// shortestPart is how many letters stand on each line at least.
const shortestPart = 2

// joinLines joins the words that the end of a line has parted: inter-/preter. The hyphen
// of a compound stays, whose parts are words by themselves: US-/led.
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
