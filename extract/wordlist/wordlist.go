package wordlist

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Read calls row with the cells of every row of text, which is the content of
// file. The columns are the header, "preposition,noun"; where a colon stands
// in the place of a comma, "verb: kind,frames", what is left of it identifies
// a row, and no two rows may have it alike. Without a colon no two rows may be
// alike. An error, row's own too, names file and line. Lines that begin with #
// are comments.
func Read(file, text, columns string, row func(cells []string) error) error {
	key, rest, keyed := strings.Cut(columns, ": ")
	header := strings.Split(key, ",")
	identity := len(header)
	if keyed {
		header = append(header, strings.Split(rest, ",")...)
	}
	if len(header) == 1 {
		header[0] = "" // what the words of a mere list are is said for its readers
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comment = '#'
	r.FieldsPerRecord = len(header)
	seen := map[string]int{}
	for first := true; ; first = false {
		cells, err := r.Read()
		var syntax *csv.ParseError
		switch {
		case err == io.EOF && first:
			return fmt.Errorf("%s:1: no header", file)
		case err == io.EOF:
			return nil
		case errors.As(err, &syntax):
			return fmt.Errorf("%s:%d: %w", file, syntax.Line, syntax.Err)
		case err != nil:
			return fmt.Errorf("%s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		if first {
			err = checkHeader(cells, header)
		} else if err = check(cells); err == nil {
			name := strings.Join(cells[:identity], ",")
			if before := seen[name]; before > 0 {
				err = fmt.Errorf("%q stands in line %d already", name, before)
			} else {
				seen[name] = line
				err = row(cells)
			}
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
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

// Each is Read for a table that is part of the program: a broken one is a
// programming error, so it panics.
func Each(files fs.FS, file, columns string, row func(cells []string) error) {
	b, err := fs.ReadFile(files, file)
	if err == nil {
		err = Read(file, string(b), columns, row)
	}
	if err != nil {
		panic(err)
	}
}

// Rows are the rows of a table that is part of the program.
func Rows(files fs.FS, file, columns string) [][]string {
	var out [][]string
	Each(files, file, columns, func(cells []string) error {
		out = append(out, cells)
		return nil
	})
	return out
}

// Set are the words of a list that is part of the program.
func Set(files fs.FS, file string) map[string]bool {
	set := map[string]bool{}
	Each(files, file, "word", func(cells []string) error {
		set[cells[0]] = true
		return nil
	})
	return set
}

// Map is a table of two columns that is part of the program, by its first.
func Map(files fs.FS, file, columns string) map[string]string {
	m := map[string]string{}
	Each(files, file, columns, func(cells []string) error {
		m[cells[0]] = cells[1]
		return nil
	})
	return m
}
