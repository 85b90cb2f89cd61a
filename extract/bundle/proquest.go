package bundle

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
)

// proquestFull is the heading of the text in the newer export, which has a line of
// its own.
var proquestFull = lazyregexp.New(`(?m)^[ \t]*FULL TEXT[ \t]*\r?$`)

// withFull returns the pieces that hold a text: the first may be a list of titles,
// the last the address of the database.
func withFull(pieces []string) []string {
	var out []string
	for _, p := range pieces {
		if proquestFull().MatchString(p) {
			out = append(out, p)
		}
	}
	return out
}

// proquest reads a document of ProQuest: labelled fields in any order, the text
// among them.
func proquest(piece string) (article.Input, error) {
	var in article.Input
	var text []string
	field, first, open := "", "", ""
	for line := range strings.Lines(piece) {
		line = strings.TrimSpace(line)
		if open != "" && line != "" { // a label has its value on the line below
			value := open
			open = ""
			if f, _ := label("proquest", line); f == "" {
				set(&in, value, line)
				continue
			}
		}
		if proquestFull().MatchString(line) {
			line = "Full text:"
		}
		f, rest := label("proquest", line)
		if strings.Trim(line, "_-=") == "" && line != "" {
			f, rest = "end", ""
		}
		if f != "" {
			field = f
			switch {
			case f == "text":
			case rest == "":
				open = f
			default:
				set(&in, f, rest)
			}
		} else if field == "" && first == "" {
			first = line
		}
		if field == "text" {
			text = append(text, rest)
		}
	}
	if in.Title == "" {
		in.Title = first
	}
	in.Text = strings.TrimSpace(strings.Join(text, "\n"))
	if in.Text == "" {
		return in, errNoBody
	}
	return in, nil
}
