package gazetteer

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io/fs"

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

// Hash returns the first twelve digits of the SHA-256 of the built-in places and
// actors, in hexadecimal: two tables with one hash come from the same.
func Hash() string {
	h := sha256.New()
	h.Write(placeNames)
	for _, s := range []string{placePostings, placeRecords, placeStrings, placeAdmin1, placeAdmin2, placeCountries, placeKinds, spansTable} {
		h.Write([]byte(s))
	}
	fs.WalkDir(actorFiles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := actorFiles.ReadFile(path)
		h.Write([]byte(path))
		h.Write(b)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:12]
}
