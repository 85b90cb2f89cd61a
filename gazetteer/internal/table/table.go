// Package table reads the CSV tables of the gazetteer, embedded or a user's
// own: a header with known columns, rows of equal width, and comments, which
// are lines that begin with #. Every error names file, line and column. It
// knows nothing of what the columns hold.
package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Pos is a place in a file. Lines and columns count from 1.
type Pos struct {
	File         string
	Line, Column int
}

// Error is a defect of a table, with its place.
type Error struct {
	Pos
	Msg string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
}

// Table reads one CSV file, row by row. Fields are substrings of the file: the
// embedded tables are opened at every start of the program, and encoding/csv
// would take half of that time to copy them.
type Table struct {
	file, rest string
	line       int
	width      int
	column     []int // by the order of the known columns; -1 where the file has none
	row        []string
	starts     []fieldStart
}

// fieldStart is where a field of the row stands in the file.
type fieldStart struct{ line, column int32 }

// Open reads the header of src, the content of file, and checks it against the
// known columns, of which the first required must be there.
func Open(file, src string, known []string, required int) (*Table, error) {
	t := &Table{file: file, rest: strings.TrimPrefix(src, "\ufeff"), line: 1, column: make([]int, len(known))}
	for i := range t.column {
		t.column[i] = -1
	}
	ok, err := t.Next()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &Error{Pos{file, 1, 1}, "the file is empty; its header must be " + strings.Join(known, ",")}
	}
	for i, c := range t.row {
		k := slices.Index(known, strings.TrimSpace(c))
		if k < 0 {
			return nil, &Error{t.place(i), fmt.Sprintf("unknown column %q; known are %s", c, strings.Join(known, ", "))}
		}
		if t.column[k] >= 0 {
			return nil, &Error{t.place(i), fmt.Sprintf("column %q appears twice", c)}
		}
		t.column[k] = i
	}
	for k := range required {
		if t.column[k] < 0 {
			return nil, &Error{Pos{file, 1, 1}, fmt.Sprintf("column %q is missing", known[k])}
		}
	}
	t.width = len(t.row)
	return t, nil
}

// Next reads a row and reports whether there was one. It skips empty lines and
// comments.
func (t *Table) Next() (bool, error) {
	t.skip()
	if t.rest == "" {
		return false, nil
	}
	t.row, t.starts = t.row[:0], t.starts[:0]
	begin := t.rest
	first := t.line
	for end := false; !end; {
		at := fieldStart{int32(t.line), int32(len(begin) - len(t.rest) + 1)}
		if t.line != first {
			at.column = 1 // behind a quoted line break
		}
		var field string
		var err error
		if field, end, err = t.field(at); err != nil {
			return false, err
		}
		t.row = append(t.row, field)
		t.starts = append(t.starts, at)
	}
	if t.width > 0 && len(t.row) != t.width {
		return false, &Error{Pos{t.file, first, 1}, fmt.Sprintf("the row has %d fields, the header has %d", len(t.row), t.width)}
	}
	return true, nil
}

// skip passes over empty lines and comments.
func (t *Table) skip() {
	for t.rest != "" {
		switch t.rest[0] {
		case '#':
			end := strings.IndexByte(t.rest, '\n')
			if end < 0 {
				end = len(t.rest)
			}
			t.rest = t.rest[end:]
		case '\n':
			t.line++
			t.rest = t.rest[1:]
		case '\r':
			t.rest = t.rest[1:]
		default:
			return
		}
	}
}

// Each opens a table and calls row for every row of it.
func Each(file, src string, known []string, required int, row func(*Table) error) error {
	t, err := Open(file, src, known, required)
	if err != nil {
		return err
	}
	for {
		ok, err := t.Next()
		if err != nil || !ok {
			return err
		}
		if err := row(t); err != nil {
			return err
		}
	}
}

// field reads to the next comma or line end, and reports whether it is the
// last of its row.
func (t *Table) field(at fieldStart) (s string, last bool, err error) {
	if t.rest != "" && t.rest[0] == '"' {
		return t.quoted(at)
	}
	i := 0
	for i < len(t.rest) && t.rest[i] != ',' && t.rest[i] != '\n' {
		i++
	}
	if i == len(t.rest) {
		s, t.rest = t.rest, ""
		return strings.TrimSuffix(s, "\r"), true, nil
	}
	s = t.rest[:i]
	last = t.rest[i] == '\n'
	t.rest = t.rest[i+1:]
	if last {
		t.line++
		s = strings.TrimSuffix(s, "\r")
	}
	return s, last, nil
}

// quoted reads a field that stands between quotation marks.
func (t *Table) quoted(at fieldStart) (s string, last bool, err error) {
	body := t.rest[1:]
	end, doubled := 0, false
	for {
		i := strings.IndexByte(body[end:], '"')
		if i < 0 {
			return "", false, &Error{Pos{t.file, int(at.line), int(at.column)}, "this quotation mark is never closed"}
		}
		end += i
		if !strings.HasPrefix(body[end+1:], `"`) {
			break
		}
		doubled = true
		end += 2
	}
	s = body[:end]
	t.line += strings.Count(s, "\n")
	if doubled {
		s = strings.ReplaceAll(s, `""`, `"`)
	}
	t.rest = strings.TrimPrefix(body[end+1:], "\r")
	switch {
	case t.rest == "":
		return s, true, nil
	case t.rest[0] == ',':
		t.rest = t.rest[1:]
		return s, false, nil
	case t.rest[0] == '\n':
		t.rest = t.rest[1:]
		t.line++
		return s, true, nil
	}
	return "", false, &Error{Pos{t.file, int(at.line), int(at.column)}, "there is text after the closing quotation mark"}
}

// Get returns the field of the known column k, or "" if the file has no such
// column.
func (t *Table) Get(k int) string {
	i := t.column[k]
	if i < 0 {
		return ""
	}
	return t.row[i]
}

// At returns the place of the field of the known column k.
func (t *Table) At(k int) Pos { return t.place(max(t.column[k], 0)) }

func (t *Table) place(i int) Pos {
	return Pos{t.file, int(t.starts[i].line), int(t.starts[i].column)}
}

// Fail returns an error about the field of the known column k.
func (t *Table) Fail(k int, format string, args ...any) error {
	return &Error{t.At(k), fmt.Sprintf(format, args...)}
}

// Year reads a year, 0 where the field is empty.
func (t *Table) Year(k int) (int, error) {
	s := t.Get(k)
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1000 || n > 2100 {
		return 0, t.Fail(k, "%q is not a year", s)
	}
	return n, nil
}
