package code

import (
	"embed"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

//go:embed data/codes.csv
var data embed.FS

// table maps a sub-event type to its usual codes: CAMEO's from the CAMEO
// codebook 1.1b3 (Schrodt 2012), PLOVER's from its manual (Open Event Data
// Alliance 2018).
var table = sync.OnceValue(func() map[string]record.Codes {
	t := map[string]record.Codes{}
	for _, r := range wordlist.Rows(data, "data/codes.csv", "sub_event_type: cameo,plover,plover_mode") {
		t[r[0]] = record.Codes{CAMEO: r[1], PLOVER: r[2], PLOVERMode: r[3]}
	}
	return t
})

// Add gives the records their codes: those of their sub-event type, with what
// a rule says of its own act in the place of the type's usual code.
func Add(rs []record.Record) {
	t := table()
	for i := range rs {
		own, c := rs[i].Codes, t[rs[i].SubEventType]
		if own.CAMEO != "" {
			c.CAMEO = own.CAMEO
		}
		if own.PLOVER != "" {
			c.PLOVER, c.PLOVERMode = own.PLOVER, own.PLOVERMode
		}
		rs[i].Codes = c
	}
}
