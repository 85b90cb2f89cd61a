package golden

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/wordlist"
)

// CompareJSON says where two arrays of records differ, event by event and
// field by field.
func CompareJSON(want, got []byte) ([]Difference, error) {
	if bytes.Equal(want, got) {
		return nil, nil
	}
	a, err := flatten(want)
	if err != nil {
		return nil, err
	}
	b, err := flatten(got)
	if err != nil {
		return nil, err
	}
	return orBytes(compare(a, b)), nil
}

// CompareCSV does the same for two tables.
func CompareCSV(want, got []byte) ([]Difference, error) {
	if bytes.Equal(want, got) {
		return nil, nil
	}
	a, header, err := readCSV(want)
	if err != nil {
		return nil, err
	}
	b, gotHeader, err := readCSV(got)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(header, gotHeader) {
		return []Difference{{Field: "header", Want: strings.Join(header, ","), Got: strings.Join(gotHeader, ",")}}, nil
	}
	return orBytes(compare(a, b)), nil
}

// orBytes is for files that say the same in other bytes.
func orBytes(d []Difference) []Difference {
	if len(d) == 0 {
		return []Difference{{Field: "bytes", Want: "those that extract writes", Got: "the same records in another order or layout"}}
	}
	return d
}

// flat is one record as its fields by path.
type flat struct {
	name   string // trigger@start
	keys   []string
	fields map[string]string
}

func flatten(data []byte) ([]flat, error) {
	var records []record.Record
	if err := json.Unmarshal(data, &records); err != nil {
		return nil, err
	}
	var raw []any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&raw); err != nil {
		return nil, err
	}
	out := make([]flat, len(records))
	for i, r := range records {
		f := flat{name: name(r.Trigger.Text, r.Trigger.Start), fields: map[string]string{},
			keys: []string{fmt.Sprint(r.Trigger.Start, r.Trigger.Text, r.Action), fmt.Sprint(r.Trigger.Start), r.Trigger.Text}}
		spread(f.fields, "", raw[i])
		out[i] = f
	}
	return out, nil
}

// spread files every value of v under its path: actors[0].name.
func spread(into map[string]string, at string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, member := range v {
			below := k
			if at != "" {
				below = at + "." + k
			}
			spread(into, below, member)
		}
	case []any:
		for i, item := range v {
			spread(into, at+"["+strconv.Itoa(i)+"]", item)
		}
	case string:
		into[at] = strconv.Quote(v)
	default:
		into[at] = fmt.Sprint(v)
	}
}

func readCSV(data []byte) (rows []flat, header []string, err error) {
	all, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	header = all[0]
	for _, cells := range all[1:] {
		f := flat{fields: map[string]string{}}
		for i, c := range cells {
			if c != "" {
				f.fields[header[i]] = strconv.Quote(c)
			}
		}
		id, _ := strconv.Unquote(f.fields["event_id"])
		trigger, _ := strconv.Unquote(f.fields["trigger"])
		f.name = trigger + " " + id
		f.keys = []string{id, trigger}
		rows = append(rows, f)
	}
	return rows, header, nil
}

// compare pairs records by the first key that two of them share, the
// strictest keys first, and compares the fields of each pair.
func compare(want, got []flat) []Difference {
	partner := map[int]int{}
	used := map[int]bool{}
	if len(want)+len(got) > 0 {
		for level := range max(levels(want), levels(got)) {
			for i, w := range want {
				if _, ok := partner[i]; ok {
					continue
				}
				for j, g := range got {
					if !used[j] && w.keys[level] == g.keys[level] {
						partner[i], used[j] = j, true
						break
					}
				}
			}
		}
	}
	var out []Difference
	for i, w := range want {
		j, ok := partner[i]
		if !ok {
			out = append(out, Difference{Event: w.name, Want: "this event"})
			continue
		}
		g := got[j]
		both := maps.Clone(w.fields)
		maps.Copy(both, g.fields)
		for _, k := range slices.Sorted(maps.Keys(both)) {
			if w.fields[k] != g.fields[k] {
				out = append(out, Difference{Event: w.name, Field: k, Want: w.fields[k], Got: g.fields[k]})
			}
		}
	}
	for j, g := range got {
		if !used[j] {
			out = append(out, Difference{Event: g.name, Got: "this event"})
		}
	}
	return out
}

func levels(f []flat) int {
	if len(f) == 0 {
		return 0
	}
	return len(f[0].keys)
}

// Difference is one thing that is not as it should be. An empty Want: it
// should not be there; an empty Got: it is missing.
type Difference struct {
	File, Event, Field, Want, Got string
}

func (d Difference) String() string {
	var b strings.Builder
	for _, s := range []string{d.File, d.Event, d.Field} {
		if s != "" {
			b.WriteString(s + ": ")
		}
	}
	fmt.Fprintf(&b, "want %s, got %s", orNothing(d.Want), orNothing(d.Got))
	return b.String()
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

// quoted writes fillers: "the army"|"Army of Ruritania", "rebels".
func quoted(fillers [][]string) string {
	out := make([]string, len(fillers))
	for i, f := range fillers {
		all := make([]string, len(f))
		for k, s := range f {
			all[k] = strconv.Quote(s)
		}
		out[i] = strings.Join(all, "|")
	}
	return strings.Join(out, ", ")
}

func figures(fs []figure) string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.String()
	}
	return strings.Join(out, ", ")
}

func (f figure) String() string {
	bound := func(n int) string {
		if n == open {
			return ""
		}
		return strconv.Itoa(n)
	}
	if f.min == f.max && f.min != open {
		return f.kind + " " + strconv.Itoa(f.min)
	}
	return f.kind + " " + bound(f.min) + ".." + bound(f.max)
}

// name names an event in a message: its trigger and where that stands.
func name(trigger string, start int) string { return fmt.Sprintf("%s@%d", trigger, start) }

func (f figure) compare(o figure) int {
	return cmp.Or(cmp.Compare(f.kind, o.kind), cmp.Compare(f.min, o.min), cmp.Compare(f.max, o.max))
}

//go:embed stopwords.txt
var stopwords string

var passedOver = sync.OnceValue(func() map[string]bool { return wordlist.Words(stopwords) })

// nearby is how many code points two triggers may stand apart and still be
// the same words.
const nearby = 12

// affinity says how much an extracted and a gold event have in common; 0: they
// are no pair.
func affinity(p, g event) int {
	near := max(p.start-g.start, g.start-p.start) < nearby
	hi := min(p.to, p.from+longest)
	if !near && (g.start < p.from || g.start >= max(hi, p.from+1)) {
		return 0
	}
	s := 0
	if near {
		s += 4
	}
	if p.kind == g.kind {
		s += 2
	}
	if rules.EventType(p.kind) == rules.EventType(g.kind) {
		s++
	}
	s += matched(p.actors, g.actors) + matched(p.targets, g.targets) + matched(p.locations, g.locations)
	if commonFigures(p.casualties, g.casualties) > 0 {
		s++
	}
	return s
}

type pair struct{ found, gold int }

// pairs gives each event at most one partner, the best pairs first.
func pairs(found, gold []event) []pair {
	type candidate struct {
		pair
		score, distance int
	}
	var all []candidate
	for i, p := range found {
		for j, g := range gold {
			if s := affinity(p, g); s > 0 {
				all = append(all, candidate{pair{i, j}, s, max(p.start-g.start, g.start-p.start)})
			}
		}
	}
	sort.Slice(all, func(a, b int) bool {
		x, y := all[a], all[b]
		switch {
		case x.score != y.score:
			return x.score > y.score
		case x.distance != y.distance:
			return x.distance < y.distance
		case x.found != y.found:
			return x.found > y.found
		}
		return x.gold > y.gold
	})
	usedFound, usedGold := map[int]bool{}, map[int]bool{}
	var out []pair
	for _, c := range all {
		if !usedFound[c.found] && !usedGold[c.gold] {
			usedFound[c.found], usedGold[c.gold] = true, true
			out = append(out, c.pair)
		}
	}
	return out
}
