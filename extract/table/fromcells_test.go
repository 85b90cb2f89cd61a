package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/record"
)

// TestFromCells holds what of a record its row gives back: the columns say the
// rest of places, sources and victims in words only.
func TestFromCells(t *testing.T) {
	want := strike()
	want.Locations[1].ID, want.Locations[1].Kind = "geonames:SY.08.1", "second-order division"
	var got []record.Record
	if err := readCSV(strings.NewReader(write(t, "csv", want)), ',', func(r record.Record) bool {
		got = append(got, r)
		return true
	}); err != nil {
		t.Fatal(err)
	}
	want.Trigger.Lemma = ""                                                               // no column
	want.Actors[0].Text = "=jets, fast"                                                   // no separator in a value
	want.Locations[0], want.Locations[1] = want.Locations[1], want.Locations[0]           // the one with columns first
	want.Time.Text = "2021-05"                                                            // as a table wants it
	want.Evidence.Text = "-Jets struck \uFFFD[31m & ran\uFFFD."                           // one line
	want.Casualties = []record.Casualty{{Kind: "killed", Text: "dozens; two", Min: n(26), // added up
		Max: n(101), Victims: &record.Mention{Text: "soldiers; farmers"}}}
	if diff := cmp.Diff([]record.Record{want}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestKindOf(t *testing.T) {
	for id, want := range map[string]string{
		"iso3166:MLI": "country", "geonames:ML.09": "first-order division", "geonames:YE.22.1704": "second-order division",
		"geonames:2457163": "", "sitrep:tiyas-air-base": "", "": "",
	} {
		if got := kindOf(id); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
