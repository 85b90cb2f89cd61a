package golden

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/record"
)

const gold = `{"id": "a", "published": "2021-05-04", "events": [
 {"start": 10, "trigger": "shelled", "sub_event_type": "Shelling/artillery/missile attack", "modality": "actual", "actors": [["the army", "Army of Ruritania"]], "targets": [["rebel posts", "rebels"]], "locations": [["Strelsau"]], "date": "2021-05-03", "casualties": [{"kind": "killed", "min": 12, "max": 12}], "source": ["a spokesman"]},
 {"start": 200, "trigger": "march", "sub_event_type": "Peaceful protest", "modality": "planned", "actors": [["teachers"]], "locations": [["Zenda"]], "date": "2021-05", "source": null},
 {"start": 900, "trigger": "seized", "sub_event_type": "Non-state actor overtakes territory", "modality": "actual"}]}
{"id": "b", "events": [{"start": 5, "trigger": "clashed", "sub_event_type": "Armed clash", "modality": "actual", "actors": [["rebels"], ["troops"]]}]}
`

const found = `{"article": {"id": "a"}, "trigger": {"text": "shelled", "start": 10, "end": 17}, "sub_event_type": "Shelling/artillery/missile attack", "modality": "actual", "evidence": {"start": 0, "end": 100}, "actors": [{"text": "army", "name": "Army of Ruritania"}], "targets": [{"text": "the rebels"}, {"text": "a school"}], "locations": [{"text": "Strelsau"}], "time": {"from": "2021-05-03", "to": "2021-05-03"}, "casualties": [{"kind": "killed", "min": 12, "max": 12}, {"kind": "wounded", "min": 3}], "source": {"text": "the spokesman"}}
{"article": {"id": "a"}, "trigger": {"text": "rally", "start": 230, "end": 235}, "sub_event_type": "Violent demonstration", "modality": "planned", "evidence": {"start": 180, "end": 300}, "actors": [{"text": "some teachers"}], "time": {"from": "2021-05-02", "to": "2021-05-02"}, "source": {"text": "a mayor"}}
{"article": {"id": "a"}, "trigger": {"text": "fire", "start": 600, "end": 604}, "sub_event_type": "Armed clash", "modality": "negated", "evidence": {"start": 500, "end": 650}}
{"article": {"id": "b"}, "trigger": {"text": "clashed", "start": 5, "end": 12}, "sub_event_type": "Armed clash", "modality": "actual", "evidence": {"start": 0, "end": 60}, "actors": [{"text": "rebels"}], "time": {"from": "2021-05-02"}}
{"article": {"id": "elsewhere"}, "trigger": {"text": "x", "start": 5, "end": 12}, "sub_event_type": "Attack", "modality": "actual"}
`

func documents(t *testing.T, s string) []Document {
	t.Helper()
	docs, err := ReadDocuments(strings.NewReader(strings.ReplaceAll(s, "\n ", " ")))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func records(t *testing.T, s string) []record.Record {
	t.Helper()
	r, err := ReadRecords(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The figures were counted by hand.
func TestScore(t *testing.T) {
	s := Of(documents(t, gold), records(t, found))
	got := map[string]Tally{}
	for k, v := range s.Slots {
		got[k] = *v
	}
	want := map[string]Tally{
		"events": {3, 4, 4}, "typed": {2, 4, 4}, "actors": {3, 3, 4}, "targets": {1, 2, 1}, "locations": {1, 1, 2},
		"source": {1, 2, 1}, "casualties": {1, 2, 1}, "date": {1.5, 3, 2}, "modality": {1, 1, 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var b bytes.Buffer
	if err := s.Write(&b, 3); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"                 P      R     F1   gold  pred",
		"events        75.0   75.0   75.0      4     4",
		"date          50.0   75.0   60.0      2     3",
		`  a @900 seized                 Non-state actor overtakes territory |  >  @ `,
		`      type       gold Peaceful protest   got Violent demonstration`,
	} {
		if !strings.Contains(b.String(), line+"\n") {
			t.Errorf("no line %q in\n%s", line, b.String())
		}
	}
	if !strings.HasSuffix(b.String(), "\noverall 66.1\n") {
		t.Error(b.String())
	}
	if same := Between(documents(t, gold), documents(t, gold)); same.Overall() != 100 {
		t.Errorf("gold against itself: %v", same.Overall())
	}
}

func TestSameFillers(t *testing.T) {
	for _, c := range []struct {
		found, gold string
		want        bool
	}{
		{"the army", "army", true}, {"Syrian army", "the army", true}, {"army", "rebel army", true}, {"rebels", "army", false},
		{"one two three four five", "one", false}, {"one two three four", "one", true}, {"the", "the", true}, {"", "x", false}, {"its", "their", false},
	} {
		if got := same([]string{c.found}, []string{c.gold}); got != c.want {
			t.Errorf("%q, %q: %v", c.found, c.gold, got)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		found, gold string
		want        float64
	}{
		{"2021-05-03", "2021-05-03", 1}, {"2021-05-03", "2021-05", 0.5}, {"2021-02-01/2021-02-28", "2021-02", 1}, {"2021-01-01/2021-12-31", "2021", 1},
		{"2021", "2021-05", 0}, {"2021-05-01/2021-05-09", "2021-05-02/2021-05-05", 0}, {"", "2021", 0}, {"2021", "", 0},
	} {
		if got := dateRight(c.found, c.gold); got != c.want {
			t.Errorf("%q, %q: %v", c.found, c.gold, got)
		}
	}
}

func TestHold(t *testing.T) {
	docs := documents(t, gold)
	var got []string
	for _, d := range Hold(docs[0].Events, records(t, found)[:3], nil) {
		got = append(got, d.String())
	}
	want := []string{
		`shelled@10: casualties: want killed 12, got killed 12, wounded 3..`,
		`march@200: trigger: want march@200, got rally@230`,
		`march@200: sub_event_type: want Peaceful protest, got Violent demonstration`,
		`march@200: locations: want "Zenda", got nothing`,
		`march@200: source: want nothing, got "a mayor"`,
		`march@200: date: want 2021-05, got 2021-05-02`,
		`seized@900: want Non-state actor overtakes territory, got nothing`,
		`fire@600: want nothing, got Armed clash`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d := Hold([]Event{{Start: 4, Trigger: "fire"}}, nil, []rune("the fire")); len(d) != 1 {
		t.Error(d)
	}
	if d := Hold([]Event{{Start: 5, Trigger: "fire"}}, nil, []rune("the fire")); len(d) != 2 || d[0].Field != "start" {
		t.Error(d)
	}
}

func TestCompare(t *testing.T) {
	a := `[{"trigger": {"text": "x", "start": 1}, "action": "strike", "actors": [{"text": "A"}]}, {"trigger": {"text": "y", "start": 5}, "action": "seize"}]`
	b := `[{"trigger": {"text": "x", "start": 1}, "action": "strike", "actors": [{"text": "B"}], "status": "denied"}, {"trigger": {"text": "z", "start": 9}, "action": "seize"}]`
	d, err := CompareJSON([]byte(a), []byte(b))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range d {
		got = append(got, x.String())
	}
	want := []string{`x@1: actors[0].text: want "A", got "B"`, `x@1: status: want nothing, got "denied"`,
		`y@5: want this event, got nothing`, `z@9: want nothing, got this event`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d, err := CompareJSON([]byte(a), []byte(strings.ReplaceAll(a, ": ", ":"))); err != nil || len(d) != 1 || d[0].Field != "bytes" {
		t.Error(d, err)
	}
	if _, err := CompareJSON([]byte("nonsense"), []byte(a)); err == nil {
		t.Error("nonsense is accepted")
	}
	d, err = CompareCSV([]byte("event_id,trigger,x\n1,a,p\n2,b,\n"), []byte("event_id,trigger,x\n1,a,q\n2,b,\n3,c,\n"))
	if err != nil || len(d) != 2 || d[0].String() != `a 1: x: want "p", got "q"` || d[1].Got != "this event" {
		t.Error(d, err)
	}
	if d, _ = CompareCSV([]byte("a,b\n"), []byte("a,c\n")); len(d) != 1 || d[0].Field != "header" {
		t.Error(d)
	}
}
