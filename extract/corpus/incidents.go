package corpus

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"sitrep/extract/article"
	"sitrep/extract/wordlist"
)

//go:embed columns.csv
var columnsFile embed.FS

var columnKinds = sync.OnceValue(func() map[string]string { return wordlist.Map(columnsFile, "columns.csv", "name: holds") })

// incidentColumns maps what the columns of a table of incidents hold to their
// numbers.
type incidentColumns map[string]int

// columnsOf returns the columns of a header, or nil where the table is none of
// incidents: one has a date or words for what happened, and a place or the number
// of the dead or wounded. Sums by province have neither.
func columnsOf(header []string) incidentColumns {
	c := incidentColumns{}
	for i, h := range header {
		if kind := columnKinds()[normal(h)]; kind != "" {
			if _, ok := c[kind]; !ok {
				c[kind] = i
			}
		}
	}
	has := func(kinds ...string) bool {
		return slices.ContainsFunc(kinds, func(k string) bool { _, ok := c[k]; return ok })
	}
	if len(c) >= 3 && has("date", "what") && has("place", "within") && has("what", "killed", "wounded") {
		return c
	}
	return nil
}

func (c incidentColumns) cell(kind string, row []string) string {
	i, ok := c[kind]
	if !ok || i >= len(row) {
		return ""
	}
	return strings.Join(strings.Fields(row[i]), " ")
}

// sentence reads a row of a table of incidents as a sentence, or as "" where it
// tells nothing: "Gunmen attacked a village in Ségou on 10 March 2023, killing 4
// people and wounding 2 others."
func (c incidentColumns) sentence(row []string) string {
	if strings.EqualFold(strings.TrimSpace(strings.Join(row[:min(1, len(row))], "")), "total") {
		return ""
	}
	killed, wounded := number(c.cell("killed", row)), number(c.cell("wounded", row))
	what, told := strings.TrimRight(c.cell("what", row), ". "), false
	switch actor, target := c.cell("actor", row), c.cell("target", row); {
	case what != "":
	case actor != "" && target != "":
		what = actor + " attacked " + target
	case killed != "" && actor != "":
		what, told = actor+" killed "+people(killed), true
	case killed != "":
		what, told = people(killed)+" "+were(killed)+" killed", true
	case wounded != "":
		what, told = people(wounded)+" "+were(wounded)+" wounded", true
	default:
		return ""
	}
	s := what
	for _, kind := range []string{"place", "within"} {
		if p := c.cell(kind, row); p != "" && !strings.Contains(what, p) {
			if s == what {
				s += " in " + p
			} else {
				s += ", " + p + ","
			}
		}
	}
	if date := c.cell("date", row); date != "" {
		if t, err := article.ParseDate(date); err == nil {
			date = t.Format("2 January 2006")
		}
		s += " on " + date
	}
	if !told {
		s += toll(killed, wounded)
	}
	if source := c.cell("source", row); source != "" && !strings.Contains(source, "://") {
		s = strings.TrimSuffix(s, ",") + ", " + source + " said"
	}
	return strings.TrimSuffix(s, ",") + "."
}

// incident hands on a row of a table of incidents as an article of one sentence.
func (r *reader) incident(at place, n int, c incidentColumns, cells []string) bool {
	s := c.sentence(cells)
	if s == "" {
		return true
	}
	return r.emit(Document{Input: article.Input{ID: where(at.id, n), Text: s}, Path: at.path, Record: n})
}

// toll says what an incident did to people, behind a comma.
func toll(killed, wounded string) string {
	switch {
	case killed != "" && wounded != "":
		return fmt.Sprintf(", killing %s and wounding %s", people(killed), people(wounded))
	case killed != "":
		return ", killing " + people(killed)
	case wounded != "":
		return ", wounding " + people(wounded)
	}
	return ""
}

func people(n string) string {
	if n == "1" {
		return "1 person"
	}
	return n + " people"
}

func were(n string) string {
	if n == "1" {
		return "was"
	}
	return "were"
}

// number returns a figure of a cell that counts somebody, or "".
func number(cell string) string {
	n, err := strconv.Atoi(strings.ReplaceAll(strings.TrimSuffix(cell, ".0"), ",", ""))
	if err != nil || n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// readTables puts a paragraph for every row in the place of a page's tables of
// incidents: cells alone have no grammar.
func readTables(doc *html.Node) {
	var tables []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "table" {
			tables = append(tables, n)
		}
	}
	for _, t := range tables {
		rows := tableRows(t)
		if len(rows) < 2 || t.Parent == nil {
			continue
		}
		c := columnsOf(rows[0])
		if c == nil {
			continue
		}
		for _, row := range rows[1:] {
			if s := c.sentence(row); s != "" {
				p := &html.Node{Type: html.ElementNode, Data: "p"}
				p.AppendChild(&html.Node{Type: html.TextNode, Data: s})
				t.Parent.InsertBefore(p, t)
			}
		}
		t.Parent.RemoveChild(t)
	}
}

// tableRows returns the cells of a table's own rows.
func tableRows(t *html.Node) [][]string {
	var out [][]string
	for n := range t.Descendants() {
		if n.Type != html.ElementNode || n.Data != "tr" {
			continue
		}
		var row []string
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode && (c.Data == "td" || c.Data == "th") {
				row = append(row, textOf(c))
			}
		}
		out = append(out, row)
	}
	return out
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// readBars puts a sentence for every row in the place of the tables of incidents
// in a text, whose cells have bars between them, as Markdown's have.
func readBars(text string) string {
	if !strings.Contains(text, "|") {
		return text
	}
	var out []string
	var c incidentColumns
	inside := false
	for _, line := range strings.Split(text, "\n") {
		cells := barred(line)
		switch {
		case len(cells) < 3:
			inside, c = false, nil
		case !inside:
			inside, c = true, columnsOf(cells)
			if c != nil {
				out = append(out, "")
				continue
			}
		case c != nil:
			if s := c.sentence(cells); s != "" && strings.Trim(line, "|-: \t\r") != "" {
				out = append(out, s, "")
			}
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// barred returns the cells of a line of a table.
func barred(line string) []string {
	line = strings.TrimSpace(line)
	cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}
