package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/deaths"
	"sitrep/extract/record"
)

// declared retypes the columns: one that appears, moves or goes fails here.
const declared = "event_id, incident_id, article_id, published, publisher, title, event_date, date_from, date_to, time_precision, event_type, sub_event_type, " +
	"action, trigger, actors, actor_names, actor_ids, actor_kinds, actor_countries, targets, target_names, target_ids, target_kinds, " +
	"target_countries, weapons, location, location_name, location_id, relation, country, admin1, admin2, latitude, longitude, geo_precision, " +
	"other_locations, killed_min, killed_max, killed_text, killed_who, wounded_min, wounded_max, wounded_text, wounded_who, " +
	"other_casualties, fatalities, incident_fatalities, source, source_name, source_id, source_kind, cue, modality, status, scope, " +
	"confidence, cameo, plover, plover_mode, rule, inherited, sentence, start, end, evidence, url"

func TestColumnsAreTheDeclaredOnes(t *testing.T) {
	var names []string
	for _, c := range Columns() {
		names = append(names, c.Name)
		if c.Doc == "" {
			t.Errorf("column %s has no description", c.Name)
		}
	}
	if diff := cmp.Diff(strings.Split(declared, ", "), names); diff != "" {
		t.Error(diff)
	}
}

func n(i int) *int         { return &i }
func f(x float64) *float64 { return &x }

func strike() record.Record {
	return record.Record{
		Schema: 1, ID: "aa-10-strike", Incident: "aa-10-strike-i",
		Article:   record.Article{ID: "-day.txt", Title: "Jets; and <guns>", Published: "2021-05-04", Publisher: "Wire"},
		EventType: "Explosions/Remote violence", SubEventType: "Air/drone strike", Action: "strike",
		Codes:    record.Codes{CAMEO: "195", PLOVER: "ASSAULT", PLOVERMode: "aerial"},
		Trigger:  record.Trigger{Text: "struck", Lemma: "strike", Start: 10, End: 16},
		Modality: record.Actual, Status: record.Claimed, Scope: record.Single,
		Actors: []record.Party{{Text: "=jets; fast", Country: "SYR"}, {Text: "Allies", Name: "Ally", ID: "ally"}},
		Locations: []record.Location{{Text: "the hill"},
			{Text: "Arbin", Name: "Irbin", ID: "geonames:1", Country: "SYR", Latitude: f(-33.5), Longitude: f(36.25), GeoPrecision: 1}},
		Time: &record.Time{Text: "in May", From: "2021-05-01", To: "2021-05-31", Precision: "month"},
		Casualties: []record.Casualty{
			{Kind: "killed", Text: "dozens", Min: n(24), Max: n(99), Victims: &record.Mention{Text: "soldiers", Kind: "state forces"}},
			{Kind: "killed", Text: "two", Min: n(2), Max: n(2), Victims: &record.Mention{Text: "farmers", Kind: "civilians"}},
			{Kind: "killed", Text: "60", Start: 4, End: 6, Min: n(60), Max: n(60), Combined: true},
			{Kind: "wounded", Text: "60", Start: 4, End: 6, Min: n(60), Max: n(60), Combined: true},
			{Kind: "captured", Text: "at least 3", Min: n(3)},
		},
		Source:     &record.Source{Text: "The army", Kind: "official", Cue: &record.Span{Text: "said"}},
		Confidence: 0.8, Rule: "air-strike",
		Evidence: record.Evidence{Sentence: 1, Text: "-Jets\nstruck \x1b[31m & ran\u009b.", Start: 1, End: 40},
	}
}

func write(t *testing.T, format string, records ...record.Record) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(format, Target{Writer: &b}, Options{UnknownFatalities: deaths.DefaultUnknown})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(record.Article{ID: "a"}, records); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRow(t *testing.T) {
	got, err := csv.NewReader(strings.NewReader(write(t, "csv", strike()))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for i, name := range got[0] {
		if got[1][i] != "" {
			cells[name] = got[1][i]
		}
	}
	want := map[string]string{
		"event_id": "aa-10-strike", "incident_id": "aa-10-strike-i", "article_id": "'-day.txt", "published": "2021-05-04",
		"publisher": "Wire", "title": "Jets; and <guns>", "event_date": "2021-05", "date_from": "2021-05-01", "date_to": "2021-05-31", "time_precision": "3",
		"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike", "action": "strike", "trigger": "struck",
		"actors": "'=jets, fast; Allies", "actor_names": "; Ally", "actor_ids": "; ally", "actor_countries": "SYR; ",
		"location": "Arbin", "location_name": "Irbin", "location_id": "geonames:1", "country": "SYR",
		"latitude": "-33.5", "longitude": "36.25", "geo_precision": "1", "other_locations": "the hill",
		"killed_min": "26", "killed_max": "101", "killed_text": "dozens; two", "killed_who": "soldiers; farmers",
		"other_casualties": "killed and wounded 60; captured 3+", "fatalities": "14", "incident_fatalities": "14",
		"source": "The army", "source_kind": "official", "cue": "said", "modality": "actual", "status": "claimed", "scope": "single",
		"confidence": "0.8", "cameo": "195", "plover": "ASSAULT", "plover_mode": "aerial", "rule": "air-strike",
		"sentence": "1", "start": "1", "end": "40", "evidence": "'-Jets struck \uFFFD[31m & ran\uFFFD.",
	}
	if diff := cmp.Diff(want, cells); diff != "" {
		t.Error(diff)
	}
}

func TestNoRecordsStillMakeAWholeFile(t *testing.T) {
	for format, want := range map[string]string{"csv": strings.ReplaceAll(declared, ", ", ",") + "\n", "json": "[]\n", "jsonl": ""} {
		if got := write(t, format); got != want {
			t.Errorf("%s: %q", format, got)
		}
	}
}

func TestJSONIsTheRecordAndHarmsNoTerminal(t *testing.T) {
	for _, format := range []string{"json", "jsonl"} {
		out := write(t, format, strike(), strike())
		if strings.ContainsAny(out, "\x1b\u009b\x7f") || strings.Contains(out, `\u003c`) {
			t.Errorf("%s lets a control character pass or escapes HTML:\n%s", format, out)
		}
		var got []record.Record
		if format == "jsonl" {
			out = "[" + strings.Join(strings.Split(strings.TrimSpace(out), "\n"), ",") + "]"
		}
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]record.Record{strike(), strike()}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestEventDate(t *testing.T) {
	for _, c := range []struct {
		time      *record.Time
		want      string
		precision int
	}{
		{nil, "", 0},
		{&record.Time{Text: "on Monday"}, "", 0},
		{&record.Time{From: "2016-12-12", To: "2016-12-12", Precision: "day"}, "2016-12-12", 1},
		{&record.Time{From: "2016-12-06", To: "2016-12-12", Precision: "week"}, "2016-12-06/2016-12-12", 2},
		{&record.Time{From: "2016-12-06", To: "2016-12-08", Precision: "day"}, "2016-12-06/2016-12-08", 2},
		{&record.Time{From: "2016-02-01", To: "2016-02-29", Precision: "month"}, "2016-02", 3},
		{&record.Time{From: "2015-01-01", To: "2015-12-31", Precision: "year"}, "2015", 3},
		{&record.Time{From: "2011-01-01", To: "2013-12-31", Precision: "year"}, "2011-01-01/2013-12-31", 3},
	} {
		got, p := eventDate(c.time)
		if got != c.want || bound(p) != c.precision && !(p == nil && c.precision == 0) {
			t.Errorf("%v: got %s, %d", c.time, got, bound(p))
		}
	}
}

func TestCell(t *testing.T) {
	for in, want := range map[string]string{
		"":                 "",
		"plain":            "plain",
		"=1+1":             "'=1+1",
		"+1":               "'+1",
		"-1":               "'-1",
		"@SUM(A1)":         "'@SUM(A1)",
		"\t=1":             "' =1",
		"\rx":              "' x",
		"a\r\nb\tc":        "a b c",
		"bell\aesc\x1b[2J": "bell\uFFFDesc\uFFFD[2J",
		"bad \xff byte":    "bad \uFFFD byte",
		"nul\x00":          "nul\uFFFD",
	} {
		if got := cell(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestSchemaNamesEveryField(t *testing.T) {
	out, err := Encode(Schema())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"sub_event_type"`, `"enum":["actual","planned","hypothetical","negated"]`, `"csvColumns":[{"name":"event_id"`, `"latitude":{"type":"number"}`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in %s", want, out)
		}
	}
}

// bound returns a number that may be absent, -1 where it is.
func bound(p *int) int {
	if p == nil {
		return -1
	}
	return *p
}
