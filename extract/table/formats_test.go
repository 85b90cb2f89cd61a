package table

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"sitrep/extract/deaths"
	"sitrep/extract/record"
)

// day are two records of one incident and one of another.
func day() []record.Record {
	a, b, c := strike(), strike(), strike()
	b.ID, b.Status, b.Confidence = "aa-90-strike", record.Unverified, 0.9
	b.Source = &record.Source{Text: "monitors", Name: "The Monitors", ID: "monitors", Kind: "monitor"}
	b.Actors = b.Actors[1:]
	b.Casualties = []record.Casualty{{Kind: "killed", Text: "40", Min: n(40), Max: n(40), Victims: &record.Mention{Text: "soldiers", Kind: "state forces"}}}
	c.ID, c.Incident, c.Locations, c.Casualties, c.Time = "aa-200-strike", "aa-200-strike-i", nil, nil, nil
	c.Modality = record.Planned
	return []record.Record{a, b, c}
}

func written(t *testing.T, format string, o Options, records ...record.Record) []byte {
	t.Helper()
	o.UnknownFatalities = deaths.DefaultUnknown
	var b bytes.Buffer
	w, err := New(format, Target{Writer: &b}, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(record.Article{ID: "a"}, records); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTSVIsTheCSVWithTabs(t *testing.T) {
	a, err := csv.NewReader(bytes.NewReader(written(t, "csv", Options{}, day()...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(written(t, "tsv", Options{}, day()...)))
	r.Comma = '\t'
	b, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, b); diff != "" {
		t.Error(diff)
	}
}

func TestColumnsArePickedAndOrdered(t *testing.T) {
	o := Options{Columns: []string{"killed_min", "rule"}}
	want := "killed_min,rule\n26,air-strike\n40,air-strike\n,air-strike\n"
	if got := string(written(t, "csv", o, day()...)); got != want {
		t.Errorf("got %s", got)
	}
	for _, bad := range []struct {
		format string
		o      Options
		stream bool
		want   string
	}{
		{"csv", Options{Columns: []string{"colour"}}, true, `unknown column "colour"`},
		{"jsonl", Options{Columns: []string{"event_id"}}, true, "no columns to pick from"},
		{"sqlite", Options{}, true, "name a file"},
		{"sqlite", Options{Unit: Incidents}, false, "holds records"},
		{"csv", Options{Unit: "week"}, true, `unknown unit "week"`},
		{"pdf", Options{}, true, `unknown format "pdf"`},
	} {
		if err := Check(bad.format, bad.o, bad.stream); err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%s %+v: %v", bad.format, bad.o, err)
		}
	}
}

func TestIncidents(t *testing.T) {
	got, err := csv.NewReader(bytes.NewReader(written(t, "csv", Options{Unit: Incidents}, day()...))).ReadAll()
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	cells := map[string]string{}
	for i, name := range got[0] {
		if got[1][i] != "" {
			cells[name] = got[1][i]
		}
	}
	want := map[string]string{
		"incident_id": "aa-10-strike-i", "article_id": "'-day.txt", "published": "2021-05-04", "publisher": "Wire", "title": "Jets; and <guns>",
		"records": "2", "event_ids": "aa-10-strike; aa-90-strike", "event_date": "2021-05", "date_from": "2021-05-01", "date_to": "2021-05-31", "time_precision": "3",
		"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike", "action": "strike",
		"actor_names": "Ally", "actor_ids": "ally", "location_name": "Irbin", "location_id": "geonames:1", "country": "SYR",
		"latitude": "-33.5", "longitude": "36.25", "geo_precision": "1", "killed_min": "26", "killed_max": "101", "fatalities": "42",
		"sources": "The army; The Monitors", "source_ids": "; monitors", "source_kinds": "official; monitor",
		"modality": "actual", "status": "unverified", "scope": "single", "confidence": "0.9", "evidence": "'-Jets struck \uFFFD[31m & ran\uFFFD.",
	}
	if diff := cmp.Diff(want, cells); diff != "" {
		t.Error(diff)
	}
	var lines []Incident
	for line := range strings.Lines(string(written(t, "jsonl", Options{Unit: Incidents}, day()...))) {
		var n Incident
		if err := json.Unmarshal([]byte(line), &n); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, n)
	}
	if len(lines) != 2 || len(lines[0].Events) != 2 || *lines[0].Killed.Max != 101 || lines[1].Fatalities != nil {
		t.Errorf("%+v", lines)
	}
}

func TestGeoJSON(t *testing.T) {
	for _, records := range [][]record.Record{nil, day()} {
		var got struct {
			Type     string
			Features []struct {
				Type     string
				Geometry *struct {
					Type        string
					Coordinates []float64
				}
				Properties map[string]any
			}
		}
		if err := json.Unmarshal(written(t, "geojson", Options{}, records...), &got); err != nil {
			t.Fatal(err)
		}
		if got.Type != "FeatureCollection" || got.Features == nil || len(got.Features) != len(records) {
			t.Fatalf("%+v", got)
		}
		if len(records) == 0 {
			continue
		}
		f := got.Features[0]
		if diff := cmp.Diff([]float64{36.25, -33.5}, f.Geometry.Coordinates); diff != "" {
			t.Error(diff)
		}
		if f.Properties["event_id"] != "aa-10-strike" || f.Properties["killed_min"] != 26.0 || f.Properties["wounded_text"] != nil {
			t.Errorf("%v", f.Properties)
		}
		if got.Features[2].Geometry != nil {
			t.Error("a record without a place has a geometry")
		}
	}
}

func TestXLSXHoldsTheCellsOfTheCSV(t *testing.T) {
	data := written(t, "xlsx", Options{}, day()...)
	if !bytes.Equal(data, written(t, "xlsx", Options{}, day()...)) {
		t.Error("two runs differ")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for name, unit := range map[string]string{"records": Records, "incidents": Incidents} {
		want, err := csv.NewReader(bytes.NewReader(written(t, "csv", Options{Unit: unit}, day()...))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got { // rows end with their last cell
			got[i] = append(got[i], make([]string, len(want[0])-len(got[i]))...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		panes, err := f.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: header not frozen: %+v, %v", name, panes, err)
		}
	}
	if widths := columnElements(t, data); len(widths) != len(Columns()) || !slices.IsSorted(widths) {
		t.Errorf("the widths are of columns %v", widths)
	}
	for cell, want := range map[string]excelize.CellType{"D2": excelize.CellTypeUnset, "J2": excelize.CellTypeUnset, "L2": excelize.CellTypeInlineString} {
		if got, _ := f.GetCellType("records", cell); got != want {
			v, _ := f.GetCellValue("records", cell)
			t.Errorf("cell %s (%s) has type %d, want %d", cell, v, got, want)
		}
	}
}

// columnElements returns the numbers of the columns of the first sheet, in the
// order of the file: Excel wants them to rise.
func columnElements(t *testing.T, book []byte) (out []int) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`<col min="(\d+)"`).FindAllSubmatch(b, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		out = append(out, n)
	}
	return out
}

func TestSQLiteReplacesAnArticle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b?.sqlite")
	for range 2 {
		w, err := New("sqlite", Target{Path: path}, Options{UnknownFatalities: 3})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []string{"x", "y"} {
			if err := w.Write(record.Article{ID: a}, day()); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Write(record.Article{ID: "quiet"}, nil); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]int{
		"SELECT count(*) FROM articles":                                      3,
		"SELECT count(*) FROM events":                                        6,
		"SELECT count(*) FROM parties WHERE role = 'actor'":                  10,
		"SELECT count(*) FROM parties WHERE role = 'source'":                 6,
		"SELECT count(*) FROM places WHERE coalesce(admin2, admin2_id) = ''": 0,
		"SELECT count(*) FROM places":                                        8,
		"SELECT count(*) FROM casualties":                                    12,
		"SELECT sum(incident_fatalities) FROM events":                        84,
		"SELECT count(*) FROM events WHERE event_date = '2021-05'":           4,
		"SELECT count(*) FROM events WHERE record ->> 'action' IS NULL":      0,
		"SELECT count(*) FROM pragma_foreign_key_check":                      0,
		"SELECT count(*) FROM records":                                       6,
		"SELECT count(*) FROM records WHERE date_from = '2021-05-01'":        4,
		"SELECT sum(incident_fatalities) FROM records":                       84,
		"SELECT sum(fatalities) FROM incidents":                              84,
		"SELECT user_version FROM pragma_user_version":                       databaseVersion,
		"SELECT count(*) FROM casualties WHERE combined AND kind='killed'":   2,
	} {
		var got int
		if err := db.QueryRow(query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %d, want %d (%v)", query, got, want, err)
		}
	}
}

func TestFilter(t *testing.T) {
	for name, c := range map[string]struct {
		f    Filter
		want int
	}{
		"none":                   {Filter{}, 3},
		"type":                   {Filter{Types: []string{"air/drone strike"}}, 3},
		"event type":             {Filter{Types: []string{"Battles", "explosions/remote violence"}}, 3},
		"other type":             {Filter{Types: []string{"Battles"}}, 0},
		"country":                {Filter{Countries: []string{"syr"}}, 2},
		"status":                 {Filter{Statuses: []string{"unverified"}}, 1},
		"since":                  {Filter{Since: "2021-05-31"}, 2},
		"since, too late":        {Filter{Since: "2021-06-01"}, 0},
		"until":                  {Filter{Until: "2021-05-01"}, 2},
		"until, too early":       {Filter{Until: "2021-04-30"}, 0},
		"confidence":             {Filter{MinConfidence: 0.85}, 1},
		"confidence and country": {Filter{MinConfidence: 0.5, Countries: []string{"SYR"}}, 2},
	} {
		records := day()
		if got := len(c.f.Apply(records)); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
		if len(records) != 3 || records[2].ID != "aa-200-strike" {
			t.Errorf("%s changes what it is given", name)
		}
	}
}
