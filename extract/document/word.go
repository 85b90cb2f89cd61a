package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// word reads the main part of a DOCX. Heads, feet and notes are parts of their
// own; what was deleted, and a field's instructions, are not read.
func word(part []byte) Text {
	w := &writer{}
	inText := false
	start := func(e xml.StartElement) {
		switch e.Name.Local {
		case "del", "moveFrom", "instrText", "delText", "Fallback":
			w.skip++
		case "t":
			inText = true
		case "tab":
			w.put("\t")
		case "br", "cr":
			w.put("\n")
		case "noBreakHyphen":
			w.put("-")
		case "tr":
			w.startRow()
		case "tc":
			w.cell()
		case "pStyle":
			w.title = attr(e, "val") == "Title" && w.Title == "" && w.row == 0
		case "p":
			w.title = false
		}
	}
	from := 0
	end := func(name string) {
		switch name {
		case "del", "moveFrom", "instrText", "delText", "Fallback":
			w.skip--
		case "t":
			inText = false
		case "p":
			if w.title {
				w.Title = strings.Join(strings.Fields(w.b.String()[from:]), " ")
			}
			w.end()
			from = w.b.Len()
		case "tr":
			w.endRow()
		case "tbl":
			w.endTable()
		}
	}
	walk(part, start, end, func(s string) {
		if inText {
			w.put(s)
		}
	})
	w.Text.Text = w.text()
	return w.Text
}

// openText reads the content of an ODT. Notes, comments and tracked changes are
// not read.
func openText(part []byte) Text {
	w := &writer{}
	paragraph := 0
	start := func(e xml.StartElement) {
		switch e.Name.Local {
		case "note", "annotation", "tracked-changes", "desc", "title":
			w.skip++
		case "p", "h":
			paragraph++
			w.title = w.Title == "" && w.row == 0 && attr(e, "style-name") == "Title"
		case "s":
			n, _ := strconv.Atoi(attr(e, "c"))
			w.put(strings.Repeat(" ", min(max(n, 1), 100)))
		case "tab":
			w.put("\t")
		case "line-break":
			w.put("\n")
		case "table-row":
			w.startRow()
		case "table-cell":
			w.cell()
		}
	}
	from := 0
	end := func(name string) {
		switch name {
		case "note", "annotation", "tracked-changes", "desc", "title":
			w.skip--
		case "p", "h":
			paragraph--
			if w.title && paragraph == 0 {
				w.Title = strings.Join(strings.Fields(w.b.String()[from:]), " ")
			}
			w.end()
			from = w.b.Len()
		case "table-row":
			w.endRow()
		case "table":
			w.endTable()
		}
	}
	walk(part, start, end, func(s string) {
		if paragraph > 0 {
			w.put(s)
		}
	})
	w.Text.Text = w.text()
	return w.Text
}
