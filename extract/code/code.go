package code

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"

	"sitrep/extract/record"
)

//go:embed data/codes.csv
var codes string

// table maps a sub-event type to its usual codes: CAMEO's from the CAMEO
// codebook 1.1b3 (Schrodt 2012), PLOVER's from its manual (Open Event Data
// Alliance 2018).
var table = sync.OnceValue(func() map[string]record.Codes {
	rows, err := csv.NewReader(strings.NewReader(codes)).ReadAll()
	if err != nil {
		panic("data/codes.csv: " + err.Error())
	}
	t := make(map[string]record.Codes, len(rows))
	for _, r := range rows[1:] {
		t[r[0]] = record.Codes{CAMEO: r[1], PLOVER: r[2], PLOVERMode: r[3]}
	}
	return t
})

// Of is the codes of a sub-event type, with what a rule says of its own act
// in the place of the type's usual code.
func Of(sub string, own record.Codes) record.Codes {
	c := table()[sub]
	if own.CAMEO != "" {
		c.CAMEO = own.CAMEO
	}
	if own.PLOVER != "" {
		c.PLOVER, c.PLOVERMode = own.PLOVER, own.PLOVERMode
	}
	return c
}
