package wordlist

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadNamesFileAndLine(t *testing.T) {
	for _, c := range []struct{ columns, text, want string }{
		{"word,class", "", "x.csv:1: no header"},
		{"word,class", "word,kind\nat,place\n", `x.csv:1: column 2 is "kind", want "class"`},
		{"word,class", "word,class,more\n", "x.csv:1: wrong number of fields"},
		{"word,class", "word,class\nat,place\nin\n", "x.csv:3: wrong number of fields"},
		{"word,class", "word,class\nat,\"place\n", "x.csv:2: "},
		{"word,class", "word,class\nat,place\n,time\n", "x.csv:3: the first column is empty"},
		{"word,class", "word,class\nat, place\n", `x.csv:2: space around " place"`},
		{"word,class", "word,class\nat,place\nat,time\nat,place\n", `x.csv:4: "at,place" is already in line 2`},
		{"word: class", "word,class\n# a remark\nat,place\n\nat,time\n", `x.csv:5: "at" is already in line 3`},
		{"word: class", "word,class\nat,place\non,unheard of\n", "x.csv:3: no such class"},
	} {
		err := Read("x.csv", c.text, c.columns, func(cells []string) error {
			if cells[1] == "unheard of" {
				return errors.New("no such class")
			}
			return nil
		})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q under %q: %v, want %s", c.text, c.columns, err, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	files := fstest.MapFS{
		"list.csv":  {Data: []byte("# prepositions\nword\nin\nat\n")},
		"pairs.csv": {Data: []byte("noun,kind\nbridge,facility\n\"town, small\",settlement\n")},
	}
	if got := Set(files, "list.csv"); len(got) != 2 || !got["in"] || !got["at"] {
		t.Errorf("set %v", got)
	}
	if got := Map(files, "pairs.csv", "noun: kind"); len(got) != 2 || got["town, small"] != "settlement" {
		t.Errorf("map %v", got)
	}
	if got := Rows(files, "pairs.csv", "noun,kind"); len(got) != 2 || !slices.Equal(got[0], []string{"bridge", "facility"}) {
		t.Errorf("rows %v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a table that is not there is no error")
		}
	}()
	Rows(files, "none.csv", "noun,kind")
}
