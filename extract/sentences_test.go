package extract

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/record"
)

// eventCase is one entry of testdata/events/*.yaml; its README says how to
// write one.
type eventCase struct {
	Text      string      `yaml:"text"`
	Published string      `yaml:"published"`
	Events    []wantEvent `yaml:"events"`
	Only      bool        `yaml:"only"` // the text tells of no other event
}

type wantEvent struct {
	Trigger    string         `yaml:"trigger"`
	Type       string         `yaml:"type"`
	Modality   string         `yaml:"modality"`
	Actors     []string       `yaml:"actors"`
	Targets    []string       `yaml:"targets"`
	Locations  []string       `yaml:"locations"`
	Date       string         `yaml:"date"`
	Casualties []wantCasualty `yaml:"casualties"`
	Source     string         `yaml:"source"`
}

type wantCasualty struct {
	Kind    string `yaml:"kind"`
	Text    string `yaml:"text"`
	Min     *int   `yaml:"min"`
	Max     *int   `yaml:"max"`
	Victims string `yaml:"victims"`
}

func readEventCases(t testing.TB) (files []string, cases map[string][]eventCase) {
	files, err := filepath.Glob("testdata/events/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no event sentences", err)
	}
	cases = map[string][]eventCase{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var cs []eventCase
		if err := yaml.UnmarshalWithOptions(b, &cs, yaml.Strict()); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		cases[f] = cs
	}
	return files, cases
}

// slotNames are the lines of the figures. quiet counts the cases without an
// event in which nothing was found.
var slotNames = []string{"events", "typed", "actors", "targets", "locations", "date", "casualties", "source", "modality", "quiet"}

// tally counts what was wanted, got and right.
type tally struct{ right, wanted, got int }

func (c *tally) add(want, got []string) {
	c.wanted += len(want)
	c.got += len(got)
	used := map[int]bool{}
	for _, g := range got {
		for i, w := range want {
			if !used[i] && sameFiller(g, w) {
				used[i] = true
				c.right++
				break
			}
		}
	}
}

func (c tally) String() string {
	p, r := 0.0, 0.0
	if c.got > 0 {
		p = 100 * float64(c.right) / float64(c.got)
	}
	if c.wanted > 0 {
		r = 100 * float64(c.right) / float64(c.wanted)
	}
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("precision %5.1f  recall %5.1f  F1 %5.1f  (%d wanted, %d got)", p, r, f, c.wanted, c.got)
}

// sameFiller compares content words: one side's are all among the other's.
func sameFiller(got, want string) bool {
	g := contentWords(got)
	for _, w := range strings.Split(want, " | ") {
		x := contentWords(w)
		if len(g) > 0 && len(x) > 0 && (subset(g, x) || subset(x, g) && len(g) <= 2*len(x)+2) {
			return true
		}
	}
	return false
}

func contentWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127)
	}) {
		switch w {
		case "the", "a", "an", "of", "in", "at", "s", "and":
		default:
			out[w] = true
		}
	}
	return out
}

func subset(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}

// scoreEvents runs the cases of all files and tells slot by slot how they
// came out.
func scoreEvents(t testing.TB, x *Extractor, report func(string)) map[string]*tally {
	sums := map[string]*tally{}
	for _, n := range slotNames {
		sums[n] = &tally{}
	}
	files, cases := readEventCases(t)
	for _, f := range files {
		for _, c := range cases[f] {
			r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.Text, Published: c.Published})
			if err != nil {
				t.Fatal(err)
			}
			if len(c.Events) == 0 {
				sums["quiet"].wanted++
				sums["quiet"].got++
				if len(r.Events) == 0 {
					sums["quiet"].right++
				} else {
					report(fmt.Sprintf("%s: %q\n  wanted no event, got %s (%s, %s)", filepath.Base(f), c.Text, r.Events[0].Trigger.Text, r.Events[0].SubEventType, r.Events[0].Rule))
				}
			}
			compareEvents(sums, f, c, r.Events, report)
		}
	}
	return sums
}

func compareEvents(sums map[string]*tally, file string, c eventCase, got []record.Record, report func(string)) {
	used := map[int]bool{}
	var wrong []string
	for _, w := range c.Events {
		k := -1
		for i := range got {
			if !used[i] && triggerMatches(c.Text, w.Trigger, got[i]) {
				k = i
				break
			}
		}
		sums["events"].wanted++
		sums["typed"].wanted++
		if w.Modality == "" {
			w.Modality = record.Actual
		}
		if w.Modality != record.Actual {
			sums["modality"].wanted++
		}
		var wc []string
		for _, q := range w.Casualties {
			wc = append(wc, q.Kind+" "+bounds(q.Min, q.Max))
		}
		if k < 0 {
			wrong = append(wrong, fmt.Sprintf("not found: %s (%s)", w.Trigger, w.Type))
			sums["actors"].add(w.Actors, nil)
			sums["targets"].add(w.Targets, nil)
			sums["locations"].add(w.Locations, nil)
			sums["date"].add(list(w.Date), nil)
			sums["casualties"].add(wc, nil)
			sums["source"].add(list(w.Source), nil)
			continue
		}
		used[k] = true
		g := got[k]
		sums["events"].right++
		if g.SubEventType == w.Type {
			sums["typed"].right++
		} else {
			wrong = append(wrong, fmt.Sprintf("%s: type wanted %s, got %s (%s)", w.Trigger, w.Type, g.SubEventType, g.Rule))
		}
		if g.Modality != record.Actual {
			sums["modality"].got++
			if g.Modality == w.Modality {
				sums["modality"].right++
			}
		}
		if g.Modality != w.Modality {
			wrong = append(wrong, fmt.Sprintf("%s: modality wanted %s, got %s", w.Trigger, w.Modality, g.Modality))
		}
		slot := func(name string, want, have []string) {
			before := *sums[name]
			sums[name].add(want, have)
			if after := *sums[name]; after.right-before.right < max(len(want), len(have)) {
				wrong = append(wrong, fmt.Sprintf("%s: %s wanted %q, got %q", w.Trigger, name, want, have))
			}
		}
		slot("actors", w.Actors, parties(g.Actors))
		slot("targets", w.Targets, parties(g.Targets))
		var ls, cs, ds, ss []string
		ls = spots(g.Locations)
		for _, q := range g.Casualties {
			cs = append(cs, q.Kind+" "+bounds(q.Min, q.Max))
		}
		if g.Time != nil && g.Time.From != "" {
			ds = list(dateText(g.Time))
		}
		if g.Source != nil {
			ss = list(g.Source.Text)
		}
		slot("locations", w.Locations, ls)
		slot("date", list(w.Date), ds)
		slot("casualties", wc, cs)
		slot("source", list(w.Source), ss)
	}
	sums["events"].got += len(got)
	sums["typed"].got += len(got)
	for i := range got {
		if !used[i] && len(c.Events) > 0 {
			wrong = append(wrong, fmt.Sprintf("not wanted: %s (%s, %s)", got[i].Trigger.Text, got[i].SubEventType, got[i].Rule))
			sums["actors"].add(nil, parties(got[i].Actors))
			sums["targets"].add(nil, parties(got[i].Targets))
		}
	}
	if len(wrong) > 0 {
		report(fmt.Sprintf("%s: %q\n  %s", filepath.Base(file), c.Text, strings.Join(wrong, "\n  ")))
	}
}

func dateText(t *record.Time) string {
	switch {
	case t.Precision == "month" && t.From[:7] == t.To[:7]:
		return t.From[:7]
	case t.Precision == "year" && t.From[:4] == t.To[:4]:
		return t.From[:4]
	}
	return t.From
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func parties(ps []record.Party) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Text)
	}
	return out
}

func spots(ls []record.Location) []string {
	var out []string
	for _, l := range ls {
		out = append(out, l.Text)
	}
	return out
}

func bounds(lo, hi *int) string {
	s := func(n *int) string {
		if n == nil {
			return "open"
		}
		return fmt.Sprint(*n)
	}
	return s(lo) + " to " + s(hi)
}

// triggerMatches says whether the record's trigger overlaps one of the wanted
// ones.
func triggerMatches(text, want string, r record.Record) bool {
	rs := []rune(text)
	for _, w := range strings.Split(want, " | ") {
		n := len([]rune(w))
		for i := 0; i+n <= len(rs); i++ {
			if string(rs[i:i+n]) == w && i < r.Trigger.End && r.Trigger.Start < i+n {
				return true
			}
		}
	}
	return false
}

var update = flag.Bool("update", false, "rewrite testdata/quality.golden")

// TestQuality holds the figures that the rules reach on our own sentences:
// those of testdata/events, slot by slot, and the false alarms in
// testdata/figurative.txt. A change of a rule shows here as a change of
// figures, in review. Run with -v to see every sentence that is wrong.
func TestQuality(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	sums := scoreEvents(t, x, func(s string) { t.Log(s) })
	for _, n := range slotNames {
		fmt.Fprintf(&b, "%-10s %s\n", n, sums[n])
	}
	alarms, lines := countAlarms(t, x)
	fmt.Fprintf(&b, "figurative %d false alarms in %d sentences\n", alarms, lines)
	const file = "testdata/quality.golden"
	want, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		if !*update {
			t.Fatalf("the figures have changed; look at them, then go test ./extract -run TestQuality -update\nwant\n%sgot\n%s", want, got)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
