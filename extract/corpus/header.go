package corpus

import (
	"fmt"
	"strings"

	"sitrep/extract/wordlist"
)

// mostNamed is how many columns a message names.
const mostNamed = 8

// noTextColumn is the error of a table of whose columns none is known to hold a
// text. It names the column that is likeliest meant; a spreadsheet may have
// hundreds.
func noTextColumn(header []string) error {
	if near := nearText(header); near != "" {
		return fmt.Errorf("no column of text: is it %q? (--map text=%s)", near, near)
	}
	if len(header) > mostNamed {
		return fmt.Errorf("no column of text among %d, which begin %q (--map text=COLUMN)", len(header), header[:mostNamed])
	}
	return fmt.Errorf("no column of text in %q (--map text=COLUMN)", header)
}

// nearText returns the column whose name is the most like one of the usual
// names of a text: article_text, contents.
func nearText(header []string) string {
	for _, usual := range usualNames()["text"] {
		for _, h := range header {
			if n := normal(h); n != "" && (strings.HasPrefix(n, usual) || strings.HasSuffix(n, usual)) {
				return h
			}
		}
	}
	for _, usual := range usualNames()["text"] {
		if near := wordlist.Nearest(usual, header); near != "" && len(usual) > 3 {
			return near
		}
	}
	return ""
}
