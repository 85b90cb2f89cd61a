package bundle

import (
	"embed"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
	"sitrep/extract/wordlist"
)

//go:embed data/labels.csv
var data embed.FS

// labels maps a database and the label of a field to what the field is.
var labels = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, r := range wordlist.Rows(data, "data/labels.csv", "database,label: field") {
		if out[r[0]] == nil {
			out[r[0]] = map[string]string{}
		}
		out[r[0]][r[1]] = r[2]
	}
	return out
})

// Marks that only the bundles of one database have.
var (
	lexisCount  = lazyregexp.New(`(?m)^[ \t]*(?:Document )?\d+ of \d+ DOCUMENTS?[ \t]*\r?$`)
	lexisEnd    = lazyregexp.New(`(?m)^[ \t]*End of Document[ \t]*\r?$`)
	factivaEnd  = lazyregexp.New(`(?m)^[ \t]*(?:AN[ \t|]+)?Document ([A-Z]{2,10}0[0-9a-z]{12,})[ \t]*\r?$`)
	proquestTop = lazyregexp.New(`(?m)^[ \t]*Document \d+ of \d+[ \t]*\r?$`)
	proquestBar = lazyregexp.New(`(?m)^[ \t]*_{20,}[ \t]*\r?$`)
	lexisField  = lazyregexp.New(`(?m)^[ \t]*(?:LOAD-DATE|HEADLINE|BODY):`)
)

// Split splits a bundle into its articles. It returns no name for a text that is
// none. A bundle that cannot be split is an error.
func Split(text string) (articles []article.Input, name string, err error) {
	switch {
	case lexisCount().MatchString(text):
		return splitWith("LexisNexis", between(text, lexisCount(), true), lexis)
	case proquestTop().MatchString(text) && lexisField().MatchString(text) && !strings.Contains(text, "Full text:"):
		return splitWith("LexisNexis", between(text, proquestTop(), true), lexis)
	case lexisEnd().MatchString(text) && strings.Contains(text, "Load-Date:"):
		return splitWith("LexisNexis", between(text, lexisEnd(), false), nexisUni)
	case factivaEnd().MatchString(text):
		return splitWith("Factiva", between(text, factivaEnd(), false), factiva)
	case proquestTop().MatchString(text) && strings.Contains(text, "Full text:"):
		return splitWith("ProQuest", between(text, proquestTop(), true), proquest)
	case proquestBar().MatchString(text) && proquestFull().MatchString(text):
		return splitWith("ProQuest", withFull(between(text, proquestBar(), true)), proquest)
	}
	return nil, "", nil
}

// splitWith reads the pieces of a bundle one by one.
func splitWith(name string, pieces []string, read func(string) (article.Input, error)) ([]article.Input, string, error) {
	var out []article.Input
	for i, p := range pieces {
		if strings.TrimSpace(p) == "" {
			continue
		}
		in, err := read(p)
		if err != nil {
			return nil, name, fmt.Errorf("a bundle of %s of which document %d cannot be split: %w", name, i+1, err)
		}
		out = append(out, in)
	}
	if len(out) == 0 {
		return nil, name, fmt.Errorf("a bundle of %s without a document", name)
	}
	return out, name, nil
}

// between cuts a text at the lines that match: behind the mark that heads a
// piece, whose first lines are a table of contents, or with the mark that ends
// one.
func between(text string, mark *regexp.Regexp, heads bool) []string {
	var out []string
	at := 0
	marks := mark.FindAllStringIndex(text, -1)
	for i, m := range marks {
		if heads {
			end := len(text)
			if i+1 < len(marks) {
				end = marks[i+1][0]
			}
			out = append(out, text[m[1]:end])
			continue
		}
		out = append(out, text[at:m[1]])
		at = m[1]
	}
	return out
}

var errNoBody = errors.New("it has no text where the database puts it")

// paragraph is a stretch of a text without a blank line, its lines trimmed.
func paragraphs(text string) [][]string {
	var out [][]string
	var p []string
	flush := func() {
		if p != nil {
			out = append(out, p)
			p = nil
		}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(strings.Trim(line, "\ufeff\f"))
		if line == "" {
			flush()
			continue
		}
		p = append(p, line)
	}
	flush()
	return out
}

// label returns what the field is that a line of a database begins with, and the
// rest of the line.
func label(database, line string) (field, rest string) {
	head, rest, ok := strings.Cut(line, ":")
	if !ok || len(head) > 40 {
		return "", line
	}
	field = labels()[database][strings.ToLower(strings.TrimSpace(head))]
	if field == "" {
		return "", line
	}
	return field, strings.TrimSpace(rest)
}

// set puts a field into an article.
func set(in *article.Input, field, value string) {
	switch field {
	case "title":
		in.Title = value
	case "date":
		in.Published = value
	case "publisher":
		in.Publisher = value
	case "id":
		in.ID = value
	case "url":
		in.URL = value
	}
}

// isDate reports whether a line is a date, with a weekday or a clock time behind
// it or not, and returns the day.
func isDate(line string) (string, bool) {
	if len(line) > 60 {
		return "", false
	}
	for s := line; s != ""; {
		if t, err := article.ParseDate(s); err == nil {
			return t.Format("2006-01-02"), true
		}
		i := strings.LastIndexAny(s, " ,")
		if i < 8 {
			break
		}
		s = strings.TrimRight(s[:i], " ,")
	}
	return "", false
}

func isCopyright(line string) bool {
	low := strings.ToLower(line)
	return strings.HasPrefix(low, "copyright") || strings.HasPrefix(low, "(c)") || strings.HasPrefix(low, "©") ||
		strings.HasPrefix(low, "all rights reserved")
}
