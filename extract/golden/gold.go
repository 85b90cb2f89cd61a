package golden

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/record"
)

// Document is one text with the events that people found in it.
type Document struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Published string  `json:"published"`
	Text      string  `json:"text"`
	Events    []Event `json:"events"`

	// Incidents are the happenings that the events tell, where that is known.
	Incidents []Incident `json:"incidents"`

	// Of a text of which only the type of its event is known, that type; null
	// where it has none.
	Type *string `json:"type"`
}

// Incident is one happening: the places of the events that tell it.
type Incident struct {
	Events []int `json:"events"`
}

// Event is one event as people write it down. A filler is a list of
// acceptable strings, the best first. Start counts code points.
type Event struct {
	Start        int        `json:"start"`
	Trigger      string     `json:"trigger"`
	SubEventType string     `json:"sub_event_type"`
	Modality     string     `json:"modality"`
	Actors       [][]string `json:"actors"`
	Targets      [][]string `json:"targets"`
	Locations    [][]string `json:"locations"`
	Date         *string    `json:"date"` // day, month, year or from/to; null where nothing settles it
	Casualties   []Casualty `json:"casualties"`
	Source       []string   `json:"source"` // null where the article speaks itself

	// Held where they are given; gold data for scoring has neither.
	Status string `json:"status"`
	Scope  string `json:"scope"`
}

// Casualty is one figure; nil bounds are open.
type Casualty struct {
	Kind    string   `json:"kind"`
	Min     *int     `json:"min"`
	Max     *int     `json:"max"`
	Text    string   `json:"text"`
	Victims []string `json:"victims"`
}

// ReadDocuments reads gold documents, one a line or in an array. Unknown
// fields are passed over.
func ReadDocuments(r io.Reader) ([]Document, error) { return readAll[Document](r) }

// ReadRecords reads records, one a line or in an array, or a table of them as
// CSV.
func ReadRecords(r io.Reader) ([]record.Record, error) {
	b := bufio.NewReader(r)
	head, _ := b.Peek(64)
	if strings.HasPrefix(strings.TrimPrefix(string(head), "\ufeff"), "event_id,") {
		return recordsOfTable(b)
	}
	return readAll[record.Record](b)
}

// readAll reads an array where the input begins like one, else lines.
func readAll[T any](r io.Reader) ([]T, error) {
	b := bufio.NewReader(r)
	for {
		c, err := b.ReadByte()
		if err != nil {
			return nil, nil // there is nothing
		}
		if !unicode.IsSpace(rune(c)) {
			b.UnreadByte()
			if c != '[' {
				return readLines[T](b)
			}
			break
		}
	}
	var out []T
	if err := json.NewDecoder(b).Decode(&out); err != nil {
		return nil, fmt.Errorf("not an array of events or documents: %w", err)
	}
	return out, nil
}

func readLines[T any](b *bufio.Reader) ([]T, error) {
	var out []T
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var v T
			if e := json.Unmarshal(line, &v); e != nil {
				return nil, fmt.Errorf("line %d: want JSON, one object a line, or an array of them: %w", n, e)
			}
			out = append(out, v)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// Hold holds records against the facts of their text, and says what is
// missing, wrong or too much. A fact's fillers must all be there; more may be.
// text is the analysed text, nil where it is not known.
func Hold(facts []Event, records []record.Record, text []rune) []Difference {
	var out []Difference
	gold := make([]event, len(facts))
	for j, f := range facts {
		gold[j] = fromGold(f)
		if !standsAt(f, text) {
			out = append(out, Difference{Event: name(f.Trigger, f.Start), Field: "start",
				Want: fmt.Sprintf("%q in the text", f.Trigger), Got: "other words there"})
		}
	}
	found := make([]event, len(records))
	for i, r := range records {
		found[i] = fromRecord(r)
	}
	partner := map[int]int{}
	paired := map[int]bool{}
	for _, p := range pairs(found, gold) {
		partner[p.gold], paired[p.found] = p.found, true
	}
	for j, f := range facts {
		i, ok := partner[j]
		if !ok {
			out = append(out, Difference{Event: name(f.Trigger, f.Start), Want: f.SubEventType})
			continue
		}
		for _, d := range held(f, gold[j], found[i], records[i]) {
			d.Event = name(f.Trigger, f.Start)
			out = append(out, d)
		}
	}
	for i, r := range records {
		if !paired[i] {
			out = append(out, Difference{Event: name(r.Trigger.Text, r.Trigger.Start), Got: r.SubEventType})
		}
	}
	return out
}

func standsAt(f Event, text []rune) bool {
	if text == nil {
		return true
	}
	end := f.Start + len([]rune(f.Trigger))
	return f.Start >= 0 && end <= len(text) && string(text[f.Start:end]) == f.Trigger
}

func held(f Event, g, p event, r record.Record) []Difference {
	var out []Difference
	add := func(field, want, got string) { out = append(out, Difference{Field: field, Want: want, Got: got}) }
	overlap := r.Trigger.Start < f.Start+len([]rune(f.Trigger)) && f.Start < r.Trigger.End
	if !overlap {
		add("trigger", name(g.trigger, g.start), name(p.trigger, p.start))
	}
	for _, c := range [][3]string{{"sub_event_type", g.kind, p.kind}, {"modality", g.modality, p.modality},
		{"status", f.Status, r.Status}, {"scope", f.Scope, r.Scope}} {
		if c[1] != "" && c[1] != c[2] {
			add(c[0], c[1], c[2])
		}
	}
	for _, slot := range fillerSlots {
		if missing := unmatched(slot.of(p), slot.of(g), false); len(missing) > 0 {
			add(slot.name, quoted(missing), quoted(slot.of(p)))
		}
	}
	// Who says so, and how many died: what is too much is as wrong as what is
	// missing.
	if len(g.source) == 0 && len(p.source) > 0 {
		add("source", "", quoted(p.source))
	}
	slices.SortFunc(g.casualties, figure.compare)
	slices.SortFunc(p.casualties, figure.compare)
	if !slices.Equal(g.casualties, p.casualties) {
		add("casualties", figures(g.casualties), figures(p.casualties))
	}
	if g.date != "" && dateRight(p.date, g.date) < 1 {
		add("date", g.date, p.date)
	}
	return out
}
