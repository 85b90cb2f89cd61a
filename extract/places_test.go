package extract

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// placeCase is a line of testdata/places/*.jsonl: a text, the trigger of its
// event and the places that it happened at, the narrowest first.
type placeCase struct {
	ID           string
	Construction string
	Text         string
	Published    string
	Trigger      string
	Start        int
	Places       []wantPlace
}

// wantPlace is a place of a placeCase. Area marks a wide one, whose point is a
// convention; ByContainer one that has the point of the place after it; Spans a
// region in several countries.
type wantPlace struct {
	Text, Name          string
	Country             string
	Latitude, Longitude *float64
	Area                bool
	ByContainer         bool `json:"by_container"`
	Spans               []string
}

// The kilometres up to which a point is right, and beyond which it is far off.
const (
	nearKm      = 25
	containerKm = 60
	areaKm      = 300
	farKm       = 161
)

// TestPlaces holds how many of the first places of events are right in the
// tables of testdata/places, by construction. A text whose event is not found
// counts as wrong.
func TestPlaces(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, table := range []string{"attachment", "namesakes"} {
		var order []string
		right, all, atTrigger, rightAtTrigger, far := map[string]int{}, map[string]int{}, 0, 0, 0
		for _, c := range readPlaceCases(t, "testdata/places/"+table+".jsonl") {
			if all[c.Construction] == 0 {
				order = append(order, c.Construction)
			}
			all[c.Construction]++
			ok, found, off := c.judge(t, x)
			if ok {
				right[c.Construction]++
			}
			if found {
				atTrigger++
				if ok {
					rightAtTrigger++
				}
			}
			if off {
				far++
			}
		}
		sum, total := 0, 0
		for _, k := range order {
			fmt.Fprintf(&out, "%-32s %3d of %d\n", k, right[k], all[k])
			sum, total = sum+right[k], total+all[k]
		}
		fmt.Fprintf(&out, "%-32s %3d of %d; where the event is found %d of %d; more than %d km off %d\n", table, sum, total, rightAtTrigger, atTrigger, farKm, far)
	}
	holdFigures(t, "testdata/places/places.golden", out.String())
}

// holdFigures compares lines of a name and how many are right with those of a
// file, which -update rewrites. None may become fewer; more are welcome.
func holdFigures(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	now := strings.Split(got, "\n")
	for i, want := range strings.Split(string(b), "\n") {
		if want == "" {
			continue
		}
		var name string
		var were, are int
		fmt.Sscan(want, &name, &were)
		if i >= len(now) || !strings.HasPrefix(now[i], name+" ") {
			t.Fatalf("%s of %s is missing", name, file)
		}
		fmt.Sscan(now[i], &name, &are)
		if are < were {
			t.Errorf("%s: %d right, were %d; go test ./extract -run %s -update where that is meant", name, are, were, t.Name())
		}
	}
}

func readPlaceCases(t *testing.T, file string) []placeCase {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []placeCase
	for s := bufio.NewScanner(f); s.Scan(); {
		var c placeCase
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// judge extracts the case and reports whether a first place of the event at the
// trigger, or of any where there is none, is right, whether the event was found,
// and whether the point is far off.
func (c *placeCase) judge(t *testing.T, x *Extractor) (right, found, far bool) {
	t.Helper()
	result, err := x.Extract(context.Background(), article.Input{ID: c.ID, Text: c.Text, Published: c.Published})
	if err != nil {
		t.Fatal(err)
	}
	events := slices.DeleteFunc(slices.Clone(result.Events), func(r record.Record) bool {
		return r.Trigger.Start >= c.Start+len([]rune(c.Trigger)) || r.Trigger.End <= c.Start
	})
	found = len(events) > 0
	if !found {
		events = result.Events
	}
	if len(events) == 0 {
		return len(c.Places) == 0, false, false
	}
	for i, e := range events {
		ok, off := c.isRight(e.Locations)
		if ok || i == 0 {
			right, far = ok, off
		}
		if ok {
			break
		}
	}
	return right, found, far
}

// isRight reports whether the first of the locations is the first place of the
// case, and whether its point is far off.
func (c *placeCase) isRight(ls []record.Location) (right, far bool) {
	if len(c.Places) == 0 || len(ls) == 0 {
		return len(c.Places) == len(ls), false
	}
	l := ls[0]
	if i := slices.IndexFunc(ls, func(l record.Location) bool { return l.Latitude != nil }); i >= 0 {
		l = ls[i]
	}
	w := c.Places[0]
	switch {
	case w.Spans != nil:
		return w.isNamed(l) && (l.Country == "" || slices.Contains(w.Spans, l.Country)), false
	case w.Latitude == nil:
		return w.isNamed(l) && (l.Latitude == nil || l.Country == w.Country), false
	case l.Country != w.Country || l.Latitude == nil:
		return false, l.Latitude != nil
	}
	km := gazetteer.Distance(*w.Latitude, *w.Longitude, *l.Latitude, *l.Longitude)
	switch {
	case w.Area:
		return km <= areaKm || w.isNamed(l), km > areaKm+farKm
	case w.ByContainer:
		return km <= containerKm, km > farKm
	}
	return km <= nearKm || w.isNamed(l) && km <= farKm, km > farKm
}

// isNamed reports whether one of the names of the place and one of those of the
// location are the same, or one holds the other.
func (w *wantPlace) isNamed(l record.Location) bool {
	for _, a := range []string{w.Text, w.Name} {
		for _, b := range []string{l.Text, l.Name} {
			a, b := gazetteer.Fold(a), gazetteer.Fold(b)
			if a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a)) {
				return true
			}
		}
	}
	return false
}
