package bundle

import (
	"strings"

	"sitrep/extract/article"
)

// proquest reads a document of ProQuest: labelled fields in any order, the text
// among them.
func proquest(piece string) (article.Input, error) {
	var in article.Input
	var text []string
	field, first := "", ""
	for line := range strings.Lines(piece) {
		line = strings.TrimSpace(line)
		f, rest := label("proquest", line)
		if strings.Trim(line, "_-=") == "" && line != "" {
			f, rest = "end", ""
		}
		if f != "" {
			field = f
			if f != "text" {
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
