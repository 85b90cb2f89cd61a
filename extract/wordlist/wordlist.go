package wordlist

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/bits"
	"slices"
	"strings"
)

// Read calls row with the cells of every row of text, which is the content of
// file. The columns are the header, as in "preposition,noun". A colon in place
// of a comma, as in "verb: kind,frames", ends the columns that identify a row:
// no two rows may agree in them. Without a colon no two rows may agree in all
// columns. An error, also one that row returns, names file and line. Lines that
// begin with # are comments. The slice of cells is used again for the next row.
func Read(file, text, columns string, row func(cells []string) error) error {
	key, rest, keyed := strings.Cut(columns, ": ")
	header := strings.Split(key, ",")
	identity := len(header)
	if keyed {
		header = append(header, strings.Split(rest, ",")...)
	}
	if len(header) == 1 {
		header[0] = "" // the header of a plain list is for its human readers
	}
	r := lines{rest: text, columns: len(header)}
	seen := newLineIndex(strings.Count(text, "\n"))
	for first := true; ; first = false {
		cells, err := r.next()
		switch {
		case err == io.EOF && first:
			return fmt.Errorf("%s:1: no header", file)
		case err == io.EOF:
			return nil
		case err != nil:
		case first:
			err = checkHeader(cells, header)
		default:
			if err = check(cells); err != nil {
				break
			}
			name := cells[0]
			if identity > 1 {
				name = strings.Join(cells[:identity], ",")
			}
			if before := seen.add(name, r.line); before > 0 {
				err = fmt.Errorf("%q is already in line %d", name, before)
			} else {
				err = row(cells)
			}
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", file, r.line, err)
		}
	}
}

// lineIndex knows in which line of a table a name stands. It is a third of the cost of
// a map, which is much where sixty tables are read at every start.
type lineIndex struct {
	slots []uint32 // 1 + the index of a name
	names []string
	lines []int
}

func newLineIndex(n int) *lineIndex {
	return &lineIndex{slots: make([]uint32, 1<<bits.Len(uint(2*n+1))), names: make([]string, 0, n+1), lines: make([]int, 0, n+1)}
}

// add puts a name into the index, or returns the line that it was put in with. There are
// never more names than lines, so that a slot is always free.
func (x *lineIndex) add(name string, line int) (before int) {
	h := uint32(2166136261)
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	for mask := uint32(len(x.slots) - 1); ; h++ {
		slot := &x.slots[h&mask]
		if *slot == 0 {
			x.names, x.lines = append(x.names, name), append(x.lines, line)
			*slot = uint32(len(x.names))
			return 0
		}
		if k := *slot - 1; x.names[k] == name {
			return x.lines[k]
		}
	}
}

// lines reads a table line by line. Package csv, which it asks about lines with
// quotes only, takes four times as long, and every start of the program reads
// sixty tables.
type lines struct {
	rest    string
	line    int // the number of the last one
	columns int
	cells   []string // of the last one
}

// next returns the cells of the next line that is neither empty nor a comment.
func (l *lines) next() ([]string, error) {
	for l.rest != "" {
		var line string
		line, l.rest, _ = strings.Cut(l.rest, "\n")
		l.line++
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.IndexByte(line, '"') >= 0 {
			return l.quoted(line)
		}
		cells := l.cells[:0]
		for {
			cell, rest, more := strings.Cut(line, ",")
			cells = append(cells, cell)
			if !more {
				break
			}
			line = rest
		}
		l.cells = cells
		if len(cells) != l.columns {
			return nil, csv.ErrFieldCount
		}
		return cells, nil
	}
	return nil, io.EOF
}

// quoted returns the cells of a line that has quotes.
func (l *lines) quoted(line string) ([]string, error) {
	r := csv.NewReader(strings.NewReader(line))
	r.FieldsPerRecord = l.columns
	cells, err := r.Read()
	if syntax, ok := errors.AsType[*csv.ParseError](err); ok {
		err = syntax.Err
	}
	return cells, err
}

func checkHeader(cells, header []string) error {
	for i, h := range header {
		if h != "" && cells[i] != h {
			return fmt.Errorf("column %d is %q, want %q", i+1, cells[i], h)
		}
	}
	return nil
}

func check(cells []string) error {
	if cells[0] == "" {
		return errors.New("the first column is empty")
	}
	for _, c := range cells {
		if strings.TrimSpace(c) != c {
			return fmt.Errorf("space around %q", c)
		}
	}
	return nil
}

// Words returns the words of a list that has spaces or line breaks between
// them. Lines that begin with # are comments.
func Words(text string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			set[w] = true
		}
	}
	return set
}

// Each reads a table that is embedded in the program, as Read does. It panics
// if the table is broken, which is a programming error.
func Each(files fs.FS, file, columns string, row func(cells []string) error) {
	b, err := fs.ReadFile(files, file)
	if err == nil {
		err = Read(file, string(b), columns, row)
	}
	if err != nil {
		panic(err)
	}
}

// Rows returns the rows of an embedded table.
func Rows(files fs.FS, file, columns string) [][]string {
	var out [][]string
	Each(files, file, columns, func(cells []string) error {
		out = append(out, slices.Clone(cells))
		return nil
	})
	return out
}

// Set returns the words of an embedded list.
func Set(files fs.FS, file string) map[string]bool {
	set := map[string]bool{}
	Each(files, file, "word", func(cells []string) error {
		set[cells[0]] = true
		return nil
	})
	return set
}

// Sets returns the words in the second column of an embedded table by their class in
// the first.
func Sets(files fs.FS, file, columns string) map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	Each(files, file, columns, func(cells []string) error {
		if sets[cells[0]] == nil {
			sets[cells[0]] = map[string]bool{}
		}
		sets[cells[0]][cells[1]] = true
		return nil
	})
	return sets
}

// Map returns an embedded table of two columns, from the first to the second.
func Map(files fs.FS, file, columns string) map[string]string {
	m := map[string]string{}
	Each(files, file, columns, func(cells []string) error {
		m[cells[0]] = cells[1]
		return nil
	})
	return m
}

// Named is Map where the second column has the name of one of values.
func Named[V any](files fs.FS, file, columns string, values map[string]V) map[string]V {
	m := map[string]V{}
	Each(files, file, columns, func(cells []string) error {
		v, ok := values[cells[1]]
		if !ok {
			return fmt.Errorf("unknown %q", cells[1])
		}
		m[cells[0]] = v
		return nil
	})
	return m
}
