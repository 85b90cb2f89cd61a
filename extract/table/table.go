package table

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/extract/record"
)

// Writer writes the records of article after article.
type Writer interface {
	// Write adds what one article told. No records: the article told nothing.
	Write(article record.Article, records []record.Record) error
	// Flush hands everything written so far to the file.
	Flush() error
	// Close completes the file's form; it closes no file.
	Close() error
}

// Options say what a table holds.
type Options struct {
	UnknownFatalities int // what an unknown number of dead counts as
}

// format is one way to write a table.
type format struct {
	name   string
	create func(io.Writer, Options) (Writer, error)
}

var formats = []format{
	{"csv", newCSV},
	{"json", newJSON},
	{"jsonl", newJSONLines},
}

// Formats are the names of the formats, the default first.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// FormatOf is the format that a file's ending stands for; empty if it stands
// for none.
func FormatOf(path string) string {
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if slices.Contains(Formats(), ending) {
		return ending
	}
	return ""
}

// New makes the writer of a format.
func New(name string, w io.Writer, o Options) (Writer, error) {
	for _, f := range formats {
		if f.name == name {
			return f.create(w, o)
		}
	}
	return nil, fmt.Errorf("unknown format %q: want one of %s", name, strings.Join(Formats(), ", "))
}
