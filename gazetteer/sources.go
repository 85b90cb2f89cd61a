package gazetteer

import (
	_ "embed"
	"encoding/csv"
	"strings"
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

// Sources are the origins of all embedded data.
func Sources() []Source {
	rows, err := csv.NewReader(strings.NewReader(sourceRows)).ReadAll()
	if err != nil {
		panic("sources.csv: " + err.Error()) // embedded; a test reads it
	}
	out := make([]Source, 0, len(rows)-1)
	for _, r := range rows[1:] {
		out = append(out, Source{r[0], r[1], r[2], r[3], r[4], r[5]})
	}
	return out
}
