package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"sitrep/extract/record"
)

// openParquet opens a file in memory.
func openParquet(t *testing.T, b []byte) *parquet.File {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// parquetCells returns the header and the rows of a file as CSV would have them.
func parquetCells(t *testing.T, b []byte) [][]string {
	t.Helper()
	f := openParquet(t, b)
	var header []string
	for _, c := range f.Schema().Columns() {
		header = append(header, strings.Join(c, "."))
	}
	out := [][]string{header}
	for _, g := range f.RowGroups() {
		err := readRows(g, func(row parquet.Row) bool {
			cells := make([]string, len(row))
			for i, v := range row {
				cells[i] = cellOf(v)
			}
			out = append(out, cells)
			return true
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestParquetHoldsTheCellsOfTheCSV(t *testing.T) {
	old := day()
	old[0].Article.Published = "1969-12-30"
	for _, o := range []Options{{}, {Unit: Incidents}, {Columns: []string{"rule", "killed_min", "date_from"}}} {
		want, err := csv.NewReader(bytes.NewReader(written(t, "csv", o, old...))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, parquetCells(t, written(t, "parquet", o, old...))); diff != "" {
			t.Errorf("%+v: %s", o, diff)
		}
	}
}

func TestParquetHasRealTypes(t *testing.T) {
	want := map[string]string{"published": "INT32", "date_to": "INT32", "event_date": "BYTE_ARRAY", "latitude": "DOUBLE", "killed_max": "INT64", "evidence": "BYTE_ARRAY"}
	columns := openParquet(t, written(t, "parquet", Options{})).Root().Columns()
	for _, c := range columns {
		if kind, ok := want[c.Name()]; ok && c.Type().Kind().String() != kind {
			t.Errorf("%s is %s, want %s", c.Name(), c.Type().Kind(), kind)
		}
	}
	if len(columns) != len(Columns()) {
		t.Errorf("%d columns without a row, want %d", len(columns), len(Columns()))
	}
}

func TestNestedParquetIsTheRecord(t *testing.T) {
	b := written(t, "parquet", Options{Nested: true}, day()...)
	f := openParquet(t, b)
	var got []record.Record
	if err := readNested(f, func(r record.Record) bool { got = append(got, r); return true }); err != nil {
		t.Fatal(err)
	}
	wanted, _ := json.Marshal(day())
	have, _ := json.Marshal(got)
	if diff := cmp.Diff(string(wanted), string(have)); diff != "" {
		t.Error(diff)
	}
	for _, path := range []string{"actors.list.element.antecedent.text", "article.copy_of", "source.via.list.element.name", "locations.list.element.countries.list.element"} {
		if _, ok := f.Schema().Lookup(strings.Split(path, ".")...); !ok {
			t.Errorf("no column %s", path)
		}
	}
	if n := openParquet(t, written(t, "parquet", Options{Nested: true, Unit: Incidents}, day()...)).NumRows(); n != 2 {
		t.Errorf("%d incidents, want 2", n)
	}
}

// TestJoinedPartsAreTheFileInOnePiece writes the same records as one file and in
// parts that end anywhere, with row groups so short that there are many.
func TestJoinedPartsAreTheFileInOnePiece(t *testing.T) {
	write := func(inParts bool, flushes func(i int) bool) ([]byte, *parquetWriter) {
		var b bytes.Buffer
		w, err := newParquet(Target{Writer: &b}, Options{InParts: inParts})
		if err != nil {
			t.Fatal(err)
		}
		p := w.(*parquetWriter)
		p.limit = 30_000
		for i := range 500 {
			a := record.Article{ID: fmt.Sprint("a", i)}
			r := day()
			for k := range r {
				r[k].Article.ID, r[k].ID = a.ID, fmt.Sprint(a.ID, "-", k)
			}
			if err := p.Write(a, r[:i%4%3]); err != nil {
				t.Fatal(err)
			}
			if flushes(i) {
				if err := p.Flush(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes(), p
	}
	want, _ := write(false, func(int) bool { return true })
	if n := len(openParquet(t, want).RowGroups()); n < 4 {
		t.Errorf("%d row groups, want several", n)
	}
	for _, every := range []int{1, 7, 1000} {
		parts, p := write(true, func(i int) bool { return i%every == 0 })
		var got bytes.Buffer
		if err := p.Join(bytes.NewReader(parts), int64(len(parts)), &got); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, got.Bytes()) {
			t.Errorf("a part each %d articles: %d bytes differ from the %d of one file", every, got.Len(), len(want))
		}
		if err := p.Join(bytes.NewReader(parts[:len(parts)-3]), int64(len(parts)-3), &got); err == nil {
			t.Error("a damaged part is no error")
		}
	}
}
