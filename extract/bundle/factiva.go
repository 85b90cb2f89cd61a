package bundle

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
)

var (
	factivaCode  = lazyregexp.New(`^([A-Z]{2,3})(?:[ \t|]+(.*))?$`)
	factivaWords = lazyregexp.New(`^[\d,]+ words$`)
)

// factiva reads a document of Factiva: with the codes of its fields before them
// (HD, PD, SN, LP, TD), or in the plain form, in which the fields stand in the
// same order without.
func factiva(piece string) (article.Input, error) {
	id := factivaEnd().FindStringSubmatch(piece)
	piece = factivaEnd().ReplaceAllString(piece, "")
	in, ok := factivaCoded(piece)
	var err error
	if !ok {
		in, err = factivaPlain(piece)
	}
	if id != nil {
		in.ID = id[1]
	}
	return in, err
}

// factivaCoded reads the form with codes. It returns false for the other.
func factivaCoded(piece string) (article.Input, bool) {
	fields := map[string]string{}
	var in article.Input
	var text []string
	code := ""
	for line := range strings.Lines(piece) {
		line = strings.TrimSpace(line)
		rest := line
		if m := factivaCode().FindStringSubmatch(line); m != nil && labels()["factiva"][strings.ToLower(m[1])] != "" {
			code, rest = strings.ToLower(m[1]), m[2]
		}
		switch field := labels()["factiva"][code]; field {
		case "":
		case "text":
			text = append(text, rest)
		default:
			fields[field] = strings.TrimSpace(fields[field] + " " + rest)
		}
	}
	if fields["title"] == "" || fields["date"] == "" {
		return in, false
	}
	for field, value := range fields {
		set(&in, field, value)
	}
	in.Text = strings.TrimSpace(strings.Join(text, "\n"))
	return in, in.Text != ""
}

// factivaPlain reads the form without codes: headline, byline, number of words,
// date, time, publisher, its code, language, copyright, text.
func factivaPlain(piece string) (article.Input, error) {
	var in article.Input
	lines := strings.Split(piece, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	words, end := -1, -1
	var head []string
	for i, l := range lines {
		if l == "" {
			continue
		}
		if isCopyright(l) {
			end = i
			break
		}
		if factivaWords().MatchString(l) {
			words = len(head)
		}
		head = append(head, l)
	}
	if words < 1 || end < 0 {
		return in, errNoBody
	}
	in.Title = head[0]
	for i := 1; i < words; i++ { // a headline of two lines, with the byline behind it
		if strings.HasPrefix(strings.ToLower(head[i]), "by ") {
			break
		}
		if i+1 < words {
			in.Title += " " + head[i]
		}
	}
	for i, l := range head[words+1:] {
		day, ok := isDate(l)
		if !ok {
			continue
		}
		in.Published = day
		for _, next := range head[words+2+i:] {
			if !strings.Contains(next, ":") || len(next) > 12 { // no time of day
				in.Publisher = next
				break
			}
		}
		break
	}
	in.Text = strings.TrimSpace(strings.Join(lines[end+1:], "\n"))
	if in.Text == "" {
		return in, errNoBody
	}
	return in, nil
}
