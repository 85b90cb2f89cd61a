package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/record"
)

// TestWhatTheRecordsAgreeOn has a case for each way in which tellings of one
// incident fit together or do not.
func TestWhatTheRecordsAgreeOn(t *testing.T) {
	party := func(text, id, kind, country string) record.Party {
		return record.Party{Text: text, ID: id, Kind: kind, Country: country}
	}
	var (
		army      = party("the army", "SYR-MIL", "state forces", "SYR")
		jets      = party("jets", "RUS-MIL", "state forces", "RUS")
		soldiers  = party("soldiers", "", "state forces", "")
		gunmen    = party("Gunmen", "", "political militia", "JOR")
		armedMen  = party("armed men", "", "political militia", "JOR")
		civilians = party("six people", "", "civilians", "")
		church    = party("a church", "", "facility", "")
		they      = party("they", "", "", "")
	)
	country := record.Location{Text: "Syria", ID: "c", Kind: "country", Country: "SYR"}
	division := record.Location{Text: "Idlib", ID: "d", Kind: "first-order division", Country: "SYR", Admin1: "Idlib"}
	town := record.Location{Text: "Sarmada", ID: "t", Kind: "village", Country: "SYR", Admin1: "Idlib"}
	other := record.Location{Text: "Homs", ID: "h", Kind: "populated place", Country: "SYR", Admin1: "Homs"}
	abroad := record.Location{Text: "Cosa", ID: "x", Kind: "populated place", Country: "ESP", Admin1: "Aragon"}
	month := &record.Time{From: "2021-05-01", To: "2021-05-31", Precision: "month"}
	day := &record.Time{From: "2021-05-04", To: "2021-05-04", Precision: "day"}
	next := &record.Time{From: "2021-05-05", To: "2021-05-05", Precision: "day"}

	taken := other
	taken.Inherited = true
	after := &record.Time{From: "2021-05-05", To: "2021-05-05", Precision: "day", Inherited: true}
	with := func(weapon string) record.Record {
		return record.Record{Modality: record.Actual, Action: "strike", Weapons: []record.Weapon{{Text: weapon}}}
	}
	actors := func(a ...record.Party) record.Record {
		return record.Record{Modality: record.Actual, Action: "strike", Actors: a}
	}
	at := func(l record.Location) record.Record {
		return record.Record{Modality: record.Actual, Action: "strike", Locations: []record.Location{l}}
	}
	on := func(t *record.Time) record.Record {
		return record.Record{Modality: record.Actual, Action: "strike", Time: t}
	}
	denial := record.Record{Modality: record.Negated, Action: "bomb", Actors: []record.Party{jets}}
	for name, c := range map[string]struct {
		records []record.Record
		column  string
		want    string
	}{
		"the named stands for the described": {[]record.Record{actors(soldiers), actors(army)}, "actor_names", "the army"},
		"two named differ":                   {[]record.Record{actors(army), actors(jets)}, "actor_names", ""},
		"both at once do not":                {[]record.Record{actors(army, jets), actors(army, jets)}, "actor_names", "the army; jets"},
		"one of them is left out":            {[]record.Record{actors(army, jets), actors(army)}, "actor_names", "the army"},
		"other words for the same":           {[]record.Record{actors(gunmen), actors(armedMen)}, "actor_names", "Gunmen"},
		"other kinds add up":                 {[]record.Record{actors(civilians), actors(church)}, "actor_names", "six people; a church"},
		"who is not known says nothing":      {[]record.Record{actors(they), actors(army)}, "actor_names", "the army"},
		"nobody is known":                    {[]record.Record{actors(they), actors(they)}, "actor_names", "they"},
		"a denial tells nothing else":        {[]record.Record{actors(army), denial}, "actor_names", "the army"},
		"nor another act":                    {[]record.Record{actors(army), denial}, "action", "strike"},
		"nor another modality":               {[]record.Record{actors(army), denial}, "modality", "actual"},
		"a town in its division":             {[]record.Record{at(division), at(town), at(country)}, "location_name", "Sarmada"},
		"two towns":                          {[]record.Record{at(town), at(other)}, "location_name", ""},
		"two towns of a country":             {[]record.Record{at(town), at(other)}, "country", "SYR"},
		"two towns of a division":            {[]record.Record{at(town), at(division)}, "admin1", "Idlib"},
		"two countries have no division":     {[]record.Record{at(country), at(abroad)}, "admin1", ""},
		"a day in its month":                 {[]record.Record{on(month), on(day)}, "event_date", "2021-05-04"},
		"what is taken over yields":          {[]record.Record{at(taken), at(town)}, "location_name", "Sarmada"},
		"nobody names the place himself":     {[]record.Record{at(taken), at(taken)}, "location_name", "Homs"},
		"a day that is taken over yields":    {[]record.Record{on(after), on(day)}, "event_date", "2021-05-04"},
		"all that was used":                  {[]record.Record{with("barrel bombs"), with("rockets")}, "weapons", "barrel bombs; rockets"},
		"a weapon told twice":                {[]record.Record{with("rockets"), with("rockets")}, "weapons", "rockets"},
		"two days":                           {[]record.Record{on(day), on(next)}, "event_date", ""},
	} {
		for _, reversed := range []bool{false, true} {
			rs := c.records
			if reversed && len(rs) == 2 && !strings.Contains(c.want, ";") && c.want != "Gunmen" {
				rs = []record.Record{rs[1], rs[0]}
			}
			lines := strings.Split(string(written(t, "csv", Options{Unit: Incidents, Columns: []string{c.column, "records"}}, rs...)), "\n")
			got, _, _ := strings.Cut(lines[1], ",")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (reversed %t): %s", name, reversed, diff)
			}
		}
	}
}
