package bundle

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
)

// lexis reads a document of LexisNexis' old export: publisher, date, edition and
// headline centred at its head, then labelled fields, then the text.
func lexis(piece string) (article.Input, error) {
	var in article.Input
	ps := paragraphs(piece)
	body := 0
	for ; body < len(ps); body++ {
		field, rest := label("lexisnexis", ps[body][0])
		if field == "text" || field == "" && body > 0 && labelled(ps[:body]) {
			if field == "text" {
				ps[body] = dropEmpty(rest, ps[body][1:])
			}
			break
		}
		switch value := joined(rest, ps[body][1:]); {
		case field == "":
			lexisHead(&in, ps[body])
		case field == "dateline":
			in.Text = value + " — "
		default:
			set(&in, field, value)
		}
	}
	return withBody(in, ps[min(body, len(ps)):], "lexisnexis")
}

// labelled reports whether one of the paragraphs is a labelled field: what comes
// after the fields is the text.
func labelled(ps [][]string) bool {
	for _, p := range ps {
		if field, _ := label("lexisnexis", p[0]); field != "" {
			return true
		}
	}
	return false
}

// lexisHead reads a paragraph of the head: the publisher comes first, the date
// next, and the headline last.
func lexisHead(in *article.Input, p []string) {
	for _, line := range p {
		day, dated := isDate(line)
		switch {
		case isCopyright(line):
			if _, rest, ok := strings.Cut(line, "All Rights Reserved "); ok && in.Publisher == "" {
				in.Publisher, _, _ = strings.Cut(rest, " -- ")
			}
		case in.Published == "" && dated:
			in.Published = day
		case in.Published == "" && in.Publisher == "":
			in.Publisher, _, _ = strings.Cut(line, " -- ") // Agence France Presse -- English
		case in.Published != "" && !isEdition(line):
			if len(p) > 1 && line != p[0] && in.Title != "" { // a headline of two lines
				in.Title += " " + line
				continue
			}
			in.Title = line
		}
	}
}

var edition = lazyregexp.New(`(?i)\bedition\b|^(?:late|early|final|national|first|second|third|morning|evening)\b.*\b(?:final|edition)\b|^\d{1,2}:\d\d`)

func isEdition(line string) bool { return len(line) < 60 && edition().MatchString(line) }

// nexisUni reads a document of Nexis Uni and Lexis Advance: headline, publisher
// and date on lines of their own, then fields, "Body", the text and
// "Classification".
func nexisUni(piece string) (article.Input, error) {
	var in article.Input
	ps := paragraphs(lexisEnd().ReplaceAllString(piece, ""))
	var lines []string
	for _, p := range ps {
		lines = append(append(lines, p...), "")
	}
	head, body := lines, []string(nil)
	for i, l := range lines {
		if l == "Body" || l == "BODY" || strings.HasPrefix(l, "Body:") {
			head, body = lines[:i], lines[i+1:]
			break
		}
	}
	if body == nil {
		return in, errNoBody
	}
	var plain []string
	for _, l := range head {
		field, rest := label("lexisnexis", l)
		if field == "dateline" {
			in.Text = rest + " — "
		} else if field != "" {
			set(&in, field, rest)
		} else if l != "" {
			plain = append(plain, l)
		}
	}
	for i, l := range plain {
		if day, ok := isDate(l); ok && i >= 2 {
			in.Published, in.Publisher = day, plain[i-1]
			if in.Title == "" {
				in.Title = headline(plain[:i-1])
			}
			break
		}
	}
	return withBody(in, paragraphs(strings.Join(body, "\n")), "lexisnexis")
}

var pageLine = lazyregexp.New(`^(?:Page \d+ of \d+|Documents? \(\d+\)|\d+\. .*|Client/Matter:.*|Search .*|User Name:.*|Date and Time:.*|Job Number:.*)$`)

// headline is the last line of the head of a document that is no part of the
// page's own.
func headline(lines []string) string {
	for i := len(lines) - 1; i >= 0; i-- {
		if !pageLine().MatchString(lines[i]) {
			return lines[i]
		}
	}
	return ""
}

// withBody adds the paragraphs of the text, up to the first field behind it.
func withBody(in article.Input, ps [][]string, database string) (article.Input, error) {
	var text []string
	for _, p := range ps {
		if field, _ := label(database, p[0]); field == "end" || strings.EqualFold(p[0], "Classification") {
			break
		}
		if isCopyright(p[0]) && len(text) > 0 {
			break
		}
		if p[0] != "" {
			text = append(text, strings.Join(p, "\n"))
		}
	}
	if len(text) == 0 {
		return in, errNoBody
	}
	in.Text += strings.Join(text, "\n\n")
	return in, nil
}

func joined(first string, rest []string) string {
	return strings.TrimSpace(first + " " + strings.Join(rest, " "))
}

func dropEmpty(first string, rest []string) []string {
	if first != "" {
		rest = append([]string{first}, rest...)
	}
	if len(rest) == 0 {
		return []string{""}
	}
	return rest
}
