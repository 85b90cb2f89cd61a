package gazetteer

import (
	_ "embed"

	"sitrep/gazetteer/internal/table"
)

//go:embed data/sources.csv
var sourceRows string

// Source is where data of the gazetteer comes from, and on what terms.
type Source struct {
	Name        string
	Version     string
	Gives       string
	Licence     string
	Attribution string
	Origin      string // its raw file, or the table of ours that it went into
}

var sourceColumns = []string{"name", "version", "gives", "licence", "attribution", "origin"}

// Sources returns the origins of all embedded data.
func Sources() []Source {
	var out []Source
	err := table.Each("data/sources.csv", sourceRows, sourceColumns, len(sourceColumns), func(t *table.Table) error {
		out = append(out, Source{t.Get(0), t.Get(1), t.Get(2), t.Get(3), t.Get(4), t.Get(5)})
		return nil
	})
	if err != nil {
		panic(err) // the table is embedded, and a test reads it
	}
	return out
}
