package gazetteer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ActorFileError is a defect of a dictionary file, with its place.
type ActorFileError struct {
	ActorLine
	Msg string
}

func (e *ActorFileError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
}

// actorTable reads one CSV file with a known header. Fields are substrings of
// the file: the embedded tables are opened at every start of the program, and
// encoding/csv would take half of that time to copy them.
type actorTable struct {
	file, rest string
	line       int
	width      int
	column     []int // by the order of the known columns; -1 where the file has none
	row        []string
	starts     []fieldStart
}

// fieldStart is where a field of the row stands in the file.
type fieldStart struct{ line, column int32 }

// newActorTable checks the header against the known columns, of which the
// first required have to be there.
func newActorTable(file, src string, known []string, required int) (*actorTable, error) {
	t := &actorTable{file: file, rest: strings.TrimPrefix(src, "\ufeff"), line: 1, column: make([]int, len(known))}
	for i := range t.column {
		t.column[i] = -1
	}
	ok, err := t.next()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &ActorFileError{ActorLine{file, 1, 1}, "the file is empty; its header has to be " + strings.Join(known, ",")}
	}
	for i, c := range t.row {
		k := slices.Index(known, strings.TrimSpace(c))
		if k < 0 {
			return nil, &ActorFileError{t.place(i), fmt.Sprintf("unknown column %q; known are %s", c, strings.Join(known, ", "))}
		}
		if t.column[k] >= 0 {
			return nil, &ActorFileError{t.place(i), fmt.Sprintf("column %q stands twice", c)}
		}
		t.column[k] = i
	}
	for k := range required {
		if t.column[k] < 0 {
			return nil, &ActorFileError{ActorLine{file, 1, 1}, fmt.Sprintf("column %q is missing", known[k])}
		}
	}
	t.width = len(t.row)
	return t, nil
}

// next reads a row, passing over empty lines; false at the end.
func (t *actorTable) next() (bool, error) {
	for t.rest != "" && (t.rest[0] == '\n' || t.rest[0] == '\r') {
		if t.rest[0] == '\n' {
			t.line++
		}
		t.rest = t.rest[1:]
	}
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
		return false, &ActorFileError{ActorLine{t.file, first, 1}, fmt.Sprintf("the row has %d fields and the header %d", len(t.row), t.width)}
	}
	return true, nil
}

// field reads to the next comma or line end.
func (t *actorTable) field(at fieldStart) (s string, last bool, err error) {
	if t.rest == "" || t.rest[0] != '"' {
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
	body := t.rest[1:]
	end, doubled := 0, false
	for {
		i := strings.IndexByte(body[end:], '"')
		if i < 0 {
			return "", false, &ActorFileError{ActorLine{t.file, int(at.line), int(at.column)}, "the quotation mark that opens here is not closed"}
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
	return "", false, &ActorFileError{ActorLine{t.file, int(at.line), int(at.column)}, "text stands behind the closing quotation mark"}
}

// get is the field of the known column k, "" where the file has no such
// column.
func (t *actorTable) get(k int) string {
	i := t.column[k]
	if i < 0 {
		return ""
	}
	return t.row[i]
}

func (t *actorTable) at(k int) ActorLine { return t.place(max(t.column[k], 0)) }

func (t *actorTable) place(i int) ActorLine {
	return ActorLine{t.file, int(t.starts[i].line), int(t.starts[i].column)}
}

func (t *actorTable) fail(k int, format string, args ...any) error {
	return &ActorFileError{t.at(k), fmt.Sprintf(format, args...)}
}

// year reads a year, 0 where the field is empty.
func (t *actorTable) year(k int) (int, error) {
	s := t.get(k)
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1000 || n > 2100 {
		return 0, t.fail(k, "%q is no year", s)
	}
	return n, nil
}

// list iterates over the parts of a field with bars.
func list(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for s != "" {
			part, rest, _ := strings.Cut(s, "|")
			if !yield(part) {
				return
			}
			s = rest
		}
	}
}

// aliases iterates over a list of names; a trailing question mark marks a
// name that needs more in the text to mean the actor.
func aliases(s string) func(func(string, bool) bool) {
	return func(yield func(string, bool) bool) {
		for part := range list(s) {
			a, ambiguous := strings.CutSuffix(part, "?")
			if !yield(a, ambiguous) {
				return
			}
		}
	}
}
