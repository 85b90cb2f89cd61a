package golden

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"sitrep/extract/record"
)

// Tally counts what was right, extracted and in gold for one slot.
type Tally struct {
	Right, Found, Gold float64
}

// Precision, Recall and F1 are in per cent.
func (t Tally) Precision() float64 { return share(t.Right, t.Found) }

// Recall returns the share of gold that was found.
func (t Tally) Recall() float64 { return share(t.Right, t.Gold) }

// F1 returns the harmonic mean of the two.
func (t Tally) F1() float64 {
	p, r := t.Precision()/100, t.Recall()/100
	if p+r == 0 {
		return 0
	}
	return 100 * (2 * p * r / (p + r))
}

func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return 100 * (a / b)
}

// Slots are the slots whose F1 the overall score is the mean of.
var Slots = []string{"typed", "actors", "targets", "locations", "source", "casualties", "date"}

// Score is how well extracted events meet gold.
type Score struct {
	Slots  map[string]*Tally // Slots, events, modality
	types  map[string]*Tally
	missed []placed
	wrong  []placed
	pairs  []placedPair
}

type placed struct {
	doc string
	event
}

type placedPair struct {
	doc         string
	found, gold event
}

// Of scores records against gold. Of a document that gold does not have,
// nothing counts.
func Of(gold []Document, records []record.Record) *Score {
	found := map[string][]event{}
	for _, r := range records {
		found[r.Article.ID] = append(found[r.Article.ID], fromRecord(r))
	}
	return score(gold, found)
}

// Between scores one annotation against another, over the documents that
// both have.
func Between(gold, other []Document) *Score {
	found := map[string][]event{}
	for _, d := range other {
		found[d.ID] = eventsOf(d)
	}
	gold = slices.DeleteFunc(slices.Clone(gold), func(d Document) bool { _, ok := found[d.ID]; return !ok })
	return score(gold, found)
}

func eventsOf(d Document) []event {
	events := make([]event, 0, len(d.Events))
	for _, e := range d.Events {
		events = append(events, fromGold(e))
	}
	return events
}

func score(gold []Document, found map[string][]event) *Score {
	s := &Score{Slots: map[string]*Tally{}, types: map[string]*Tally{}}
	for _, name := range append([]string{"events", "modality"}, Slots...) {
		s.Slots[name] = &Tally{}
	}
	for _, d := range gold {
		s.add(d.ID, found[d.ID], eventsOf(d), d.Published != "")
	}
	return s
}

func (s *Score) add(doc string, found, gold []event, published bool) {
	pairedFound, pairedGold := map[int]bool{}, map[int]bool{}
	for _, pr := range pairs(found, gold) {
		pairedFound[pr.found], pairedGold[pr.gold] = true, true
		p, g := found[pr.found], gold[pr.gold]
		s.pairs = append(s.pairs, placedPair{doc, p, g})
		s.Slots["events"].Right++
		if p.kind == g.kind {
			s.Slots["typed"].Right++
			s.byType(g.kind).Right++
		}
		if p.modality == g.modality && g.modality != record.Actual {
			s.Slots["modality"].Right++
		}
		if p.modality != record.Actual {
			s.Slots["modality"].Found++
		}
		if g.modality != record.Actual {
			s.Slots["modality"].Gold++
		}
		for _, slot := range fillerSlots {
			s.Slots[slot.name].Right += float64(matched(slot.of(p), slot.of(g)))
		}
		s.Slots["casualties"].Right += float64(commonFigures(p.casualties, g.casualties))
		s.Slots["date"].Right += dateRight(p.date, g.date)
		// A date where gold has none may be right where the text has a
		// publication date; it is wrong where it has not.
		if p.date != "" && (g.date != "" || !published) {
			s.Slots["date"].Found++
		}
	}
	for j, g := range gold {
		if !pairedGold[j] {
			s.missed = append(s.missed, placed{doc, g})
		}
		s.side(g, func(t *Tally) *float64 { return &t.Gold })
		if g.date != "" {
			s.Slots["date"].Gold++
		}
	}
	for i, p := range found {
		if !pairedFound[i] {
			s.wrong = append(s.wrong, placed{doc, p})
		}
		s.side(p, func(t *Tally) *float64 { return &t.Found })
	}
}

func (s *Score) side(e event, of func(*Tally) *float64) {
	*of(s.Slots["events"])++
	*of(s.Slots["typed"])++
	*of(s.byType(e.kind))++
	for _, slot := range fillerSlots {
		*of(s.Slots[slot.name]) += float64(len(slot.of(e)))
	}
	*of(s.Slots["casualties"]) += float64(len(e.casualties))
}

func (s *Score) byType(kind string) *Tally {
	t := s.types[kind]
	if t == nil {
		t = &Tally{}
		s.types[kind] = t
	}
	return t
}

var fillerSlots = []struct {
	name string
	of   func(event) [][]string
}{
	{"actors", func(e event) [][]string { return e.actors }},
	{"targets", func(e event) [][]string { return e.targets }},
	{"locations", func(e event) [][]string { return e.locations }},
	{"source", func(e event) [][]string { return e.source }},
}

// Overall returns the mean F1 of Slots.
func (s *Score) Overall() float64 {
	sum := 0.0
	for _, k := range Slots {
		sum += s.Slots[k].F1()
	}
	return sum / float64(len(Slots))
}

// Write prints the table, and errors examples of each kind of mistake.
func (s *Score) Write(w io.Writer, errors int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-11s %6s %6s %6s   gold  pred\n", "", "P", "R", "F1")
	line := func(k, note string) {
		t := s.Slots[k]
		fmt.Fprintf(&b, "%-11s %6.1f %6.1f %6.1f  %5.0f %5.0f%s\n", k, t.Precision(), t.Recall(), t.F1(), t.Gold, t.Found, note)
	}
	line("events", "")
	for _, k := range Slots {
		line(k, "")
	}
	line("modality", "   (records that are not actual, of the pairs)")
	if errors > 0 {
		s.writeErrors(&b, errors)
	}
	fmt.Fprintf(&b, "overall %.1f\n", s.Overall())
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *Score) writeErrors(b *strings.Builder, most int) {
	names := make([]string, 0, len(s.types))
	for k := range s.types {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool {
		x, y := s.types[names[i]].Gold, s.types[names[j]].Gold
		return x > y || x == y && names[i] < names[j]
	})
	b.WriteString("\nby type (gold, extracted, right)\n")
	for _, k := range names {
		t := s.types[k]
		fmt.Fprintf(b, "  %-40s %4.0f %4.0f %4.0f\n", k, t.Gold, t.Found, t.Right)
	}
	for _, l := range []struct {
		title string
		rows  []placed
	}{{"missed", s.missed}, {"not in gold", s.wrong}} {
		fmt.Fprintf(b, "\n%s (%d)\n", l.title, len(l.rows))
		for _, e := range l.rows[:min(most, len(l.rows))] {
			trigger := []rune(e.trigger)
			fmt.Fprintf(b, "  %s @%d %-22s %s | %s > %s @ %s\n", e.doc, e.start, string(trigger[:min(22, len(trigger))]), e.kind,
				quoted(e.actors), quoted(e.targets), quoted(e.locations))
		}
	}
	b.WriteString("\npairs that differ\n")
	shown := 0
	for _, p := range s.pairs {
		if diff := slotDifferences(p.found, p.gold); len(diff) > 0 && shown < most {
			shown++
			fmt.Fprintf(b, "  %s @%d %s\n", p.doc, p.gold.start, p.gold.trigger)
			for _, d := range diff {
				fmt.Fprintf(b, "      %-10s gold %s   got %s\n", d.Field, d.Want, d.Got)
			}
		}
	}
}

func slotDifferences(p, g event) []Difference {
	var out []Difference
	add := func(field, want, got string) { out = append(out, Difference{Field: field, Want: want, Got: got}) }
	if p.kind != g.kind {
		add("type", g.kind, p.kind)
	}
	if p.modality != g.modality {
		add("modality", g.modality, p.modality)
	}
	for _, slot := range fillerSlots {
		if a, b := slot.of(p), slot.of(g); matched(a, b) != max(len(a), len(b)) {
			add(slot.name, quoted(b), quoted(a))
		}
	}
	if n := commonFigures(p.casualties, g.casualties); n != max(len(p.casualties), len(g.casualties)) {
		add("casualties", figures(g.casualties), figures(p.casualties))
	}
	if g.date != "" && dateRight(p.date, g.date) < 1 {
		add("date", g.date, p.date)
	}
	return out
}
