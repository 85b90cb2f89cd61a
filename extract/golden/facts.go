package golden

import (
	"fmt"
	"slices"

	"sitrep/extract/record"
)

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
