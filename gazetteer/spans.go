package gazetteer

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"
)

//go:embed data/spans.csv
var spansTable string

// spans holds the countries of the regions that lie in several, by id.
var spans = sync.OnceValue(func() map[string][]string {
	r := csv.NewReader(strings.NewReader(spansTable))
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic("gazetteer: data/spans.csv: " + err.Error())
	}
	out := make(map[string][]string, len(rows))
	for _, row := range rows[1:] {
		out[row[0]] = strings.Split(row[1], "|")
	}
	return out
})

// Countries returns the alpha-3 codes of the countries that a place lies in:
// its own, or all those of a region such as the Sahel. The caller must not
// change the slice.
func (p *Place) Countries() []string {
	if p.Country != "" {
		return []string{p.Country}
	}
	return spans()[p.ID]
}
