package table

import (
	"slices"
	"testing"
)

func TestEach(t *testing.T) {
	const src = "# a remark\nname,note\r\n\n\"Rajo, \"\"the town\"\"\",\"two\nlines\"\n# another\nHama,\n# the last"
	var got []string
	err := Each("x.csv", src, []string{"name", "kind", "note"}, 1, func(r *Table) error {
		got = append(got, r.Get(0), r.Get(1), r.Get(2))
		if r.Get(0) == "Hama" && r.At(0) != (Pos{"x.csv", 7, 1}) {
			t.Errorf("Hama is at %v", r.At(0))
		}
		return nil
	})
	want := []string{`Rajo, "the town"`, "", "two\nlines", "Hama", "", ""}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestEachNamesThePlace(t *testing.T) {
	for src, want := range map[string]string{
		"":                      "x.csv:1:1: the file is empty; its header must be name,year",
		"name,colour\n":         `x.csv:1:6: unknown column "colour"; known are name, year`,
		"name,name\n":           `x.csv:1:6: column "name" appears twice`,
		"year\n":                `x.csv:1:1: column "name" is missing`,
		"name,year\na\n":        "x.csv:2:1: the row has 1 fields, the header has 2",
		"#\nname,year\na,\"b\n": "x.csv:3:3: this quotation mark is never closed",
		"name,year\n\"a\"b,1\n": "x.csv:2:1: there is text after the closing quotation mark",
		"name,year\na,soon\n":   `x.csv:2:3: "soon" is not a year`,
	} {
		err := Each("x.csv", src, []string{"name", "year"}, 1, func(r *Table) error {
			_, err := r.Year(1)
			return err
		})
		if err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", src, err, want)
		}
	}
}
