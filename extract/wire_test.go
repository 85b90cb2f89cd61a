package extract

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/article"
	"sitrep/extract/record"
)

// The columns of testdata/wire/NAME.expected.md.
const (
	wireNumber = iota
	wireSentence
	wireTrigger
	wireType
	wireActor
	wireTarget
	wirePlace
	wireDate
	wireKilled
	wireWounded
	wireSource
	wireStanding
	wireColumns
)

// TestCountedWire holds how much of what a coder expects of whole wire articles
// comes out.
func TestCountedWire(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	const figures = "testdata/wire/figures.golden"
	files, err := filepath.Glob("testdata/wire/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	var b strings.Builder
	var found, whole share
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := x.Extract(context.Background(), article.Input{ID: name, Text: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		n := sumOfDeaths(r.Events)
		fmt.Fprintf(&b, "%s: deaths %d\n", name, n)
		for _, want := range expectedEvents(t, strings.TrimSuffix(file, ".txt")+".expected.md") {
			wrong, ok := likestRecord(r.Events, want)
			found.add(ok)
			whole.add(ok && len(wrong) == 0)
			switch {
			case !ok:
				fmt.Fprintf(&b, "  %s %s (%s): not found\n", want[wireNumber], want[wireSentence], want[wireTrigger])
			case len(wrong) > 0:
				fmt.Fprintf(&b, "  %s %s (%s): wrong in %s\n", want[wireNumber], want[wireSentence], want[wireTrigger], strings.Join(wrong, ", "))
			}
		}
	}
	fmt.Fprintf(&b, "found %s, with every slot right %s\n", found, whole)
	if *update {
		if err := os.WriteFile(figures, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(figures)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("%s (-want +got):\n%s", figures, d)
	}
}

// expectedEvents reads the rows of a table of expected events.
func expectedEvents(t *testing.T, path string) [][]string {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		line = strings.ReplaceAll(strings.TrimSpace(line), `\|`, "\x00")
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if len(cells) != wireColumns {
			continue
		}
		for i := range cells {
			cells[i] = strings.ReplaceAll(strings.TrimSpace(cells[i]), "\x00", "|")
		}
		if _, err := strconv.Atoi(cells[wireNumber]); err == nil {
			out = append(out, cells)
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s: no rows", path)
	}
	return out
}

// likestRecord returns the slots in which the record that is likest an expected
// event differs from it. It reports false where no record of the sentence has its
// trigger.
func likestRecord(records []record.Record, want []string) (wrong []string, ok bool) {
	for _, r := range records {
		if !strings.Contains(r.Evidence.Text, want[wireSentence]) || !matches(want[wireTrigger], r.Trigger.Text+" "+r.Trigger.Lemma+" "+r.Action) {
			continue
		}
		if w := wrongSlots(r, want); !ok || len(w) < len(wrong) {
			wrong, ok = w, true
		}
	}
	return wrong, ok
}

// wrongSlots returns the slots of a record that are not as expected.
func wrongSlots(r record.Record, want []string) []string {
	var actors, targets, places []string
	for _, p := range r.Actors {
		actors = append(actors, p.Text, p.Name)
	}
	for _, p := range r.Targets {
		targets = append(targets, p.Text, p.Name)
	}
	for _, l := range r.Locations {
		places = append(places, l.Text, l.Name)
	}
	day, source := "", ""
	if r.Time != nil {
		day = r.Time.From
	}
	if r.Source != nil {
		source = r.Source.Text + " " + r.Source.Name
	}
	var wrong []string
	for _, s := range []struct {
		name, got string
		column    int
	}{
		{"type", r.SubEventType, wireType},
		{"actors", strings.Join(actors, "; "), wireActor},
		{"targets", strings.Join(targets, "; "), wireTarget},
		{"places", strings.Join(places, "; "), wirePlace},
		{"date", day, wireDate},
		{"killed", lowest(r, "killed"), wireKilled},
		{"wounded", lowest(r, "wounded"), wireWounded},
		{"source", source, wireSource},
		{"standing", r.Status + " " + r.Modality, wireStanding},
	} {
		if !matches(want[s.column], s.got) {
			wrong = append(wrong, s.name)
		}
	}
	return wrong
}

// matches reports whether a slot is as a pattern wants it; an empty pattern wants
// nothing.
func matches(pattern, got string) bool {
	return pattern == "" || regexp.MustCompile(pattern).MatchString(got)
}

// lowest returns the lower bounds of the casualties of a kind, added up, or "".
func lowest(r record.Record, kind string) string {
	n, told := 0, false
	for _, c := range r.Casualties {
		if c.Kind == kind && c.Min != nil {
			n, told = n+*c.Min, true
		}
	}
	if !told {
		return ""
	}
	return strconv.Itoa(n)
}
