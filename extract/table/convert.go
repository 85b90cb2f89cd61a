package table

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sitrep/extract/deaths"
	"sitrep/extract/record"
)

// rows turns the records of one article into rows.
func rows(records []record.Record, unknown int) []Row {
	ofIncident := deaths.OfIncidents(records, unknown)
	out := make([]Row, len(records))
	for i, r := range records {
		out[i] = row(r)
		out[i].Fatalities = deaths.Of(r, unknown)
		out[i].IncidentFatalities = ofIncident[i]
	}
	return out
}

func row(r record.Record) Row {
	out := Row{
		EventID: cell(r.ID), IncidentID: cell(r.Incident), ArticleCells: articleCells(r.Article),
		ActCells: actCells(r.Time, r.EventType, r.SubEventType, r.Action), Trigger: cell(r.Trigger.Text),
		Weapons:       list(r.Weapons, func(w record.Weapon) string { return w.Text }),
		StandingCells: StandingCells{cell(r.Modality), cell(r.Status), cell(r.Scope), &r.Confidence},
		CAMEO:         cell(r.Codes.CAMEO), PLOVER: cell(r.Codes.PLOVER), PLOVERMode: cell(r.Codes.PLOVERMode), Rule: cell(r.Rule),
		Sentence: &r.Evidence.Sentence, Start: &r.Evidence.Start, End: &r.Evidence.End, Evidence: cell(r.Evidence.Text),
		URL: cell(r.Article.URL),
	}
	out.Actors, out.ActorNames, out.ActorIDs, out.ActorKinds, out.ActorCountries = parties(r.Actors)
	out.Targets, out.TargetNames, out.TargetIDs, out.TargetKinds, out.TargetCountries = parties(r.Targets)
	out.place(r.Locations)
	out.KilledMin, out.KilledMax, out.KilledText, out.KilledWho = figures(r.Casualties, "killed")
	out.WoundedMin, out.WoundedMax, out.WoundedText, out.WoundedWho = figures(r.Casualties, "wounded")
	out.OtherCasualties = otherCasualties(r.Casualties)
	if s := r.Source; s != nil {
		out.Source, out.SourceName, out.SourceID, out.SourceKind = cell(s.Text), cell(s.Name), cell(s.ID), cell(s.Kind)
		if s.Cue != nil {
			out.Cue = cell(s.Cue.Text)
		}
	}
	out.Inherited = inherited(&r)
	return out
}

// inherited lists which of place and date another sentence tells.
func inherited(r *record.Record) string {
	var out []string
	if len(r.Locations) > 0 && r.Locations[0].Inherited {
		out = append(out, "place")
	}
	if r.Time != nil && r.Time.Inherited {
		out = append(out, "date")
	}
	return strings.Join(out, "; ")
}

func articleCells(a record.Article) ArticleCells {
	return ArticleCells{cell(a.ID), cell(a.Published), cell(a.Publisher), cell(a.Title)}
}

func actCells(t *record.Time, eventType, subEventType, action string) ActCells {
	date, precision := eventDate(t)
	from, to := days(t)
	return ActCells{date, from, to, precision, cell(eventType), cell(subEventType), cell(action)}
}

func spotCells(l *record.Location) SpotCells {
	out := SpotCells{Country: cell(l.Country), Admin1: cell(l.Admin1), Admin2: cell(l.Admin2), Latitude: l.Latitude, Longitude: l.Longitude}
	if l.GeoPrecision > 0 {
		out.GeoPrecision = &l.GeoPrecision
	}
	return out
}

func parties(p []record.Party) (texts, names, ids, kinds, countries string) {
	return list(p, func(p record.Party) string { return p.Text }),
		list(p, func(p record.Party) string { return p.Name }),
		list(p, func(p record.Party) string { return p.ID }),
		list(p, func(p record.Party) string { return p.Kind }),
		list(p, func(p record.Party) string { return p.Country })
}

// place fills the columns of the one location that has them: the first that
// can be put on a map, else the first.
func (out *Row) place(locations []record.Location) {
	if len(locations) == 0 {
		return
	}
	first := mapped(locations)
	l := locations[first]
	out.Location, out.LocationName, out.LocationID = cell(l.Text), cell(l.Name), cell(l.ID)
	out.Relation, out.SpotCells = cell(l.Relation), spotCells(&l)
	var others []record.Location
	others = append(append(others, locations[:first]...), locations[first+1:]...)
	out.OtherLocations = list(others, func(l record.Location) string {
		if l.Name != "" {
			return l.Name
		}
		return l.Text
	})
}

// mapped returns the index of the first location with coordinates, else 0.
func mapped(locations []record.Location) int {
	for i, l := range locations {
		if l.Latitude != nil && l.Longitude != nil {
			return i
		}
	}
	return 0
}

// days returns the first and the last day of a time, as machines want them.
func days(t *record.Time) (from, to string) {
	if t == nil || t.From == "" {
		return "", ""
	}
	return cell(t.From), cell(cmp.Or(t.To, t.From))
}

// eventDate returns the date as ACLED's tables want it: a day, a month, a year, or
// an interval, with time precision 1 (day), 2 (week) or 3 (month and longer).
func eventDate(t *record.Time) (string, *int) {
	if t == nil || t.From == "" {
		return "", nil
	}
	precision := 3
	switch t.Precision {
	case "day":
		precision = 1
	case "week":
		precision = 2
	}
	from, to := t.From, t.To
	if to == "" {
		to = from
	}
	f, errFrom := time.Parse(time.DateOnly, from)
	l, errTo := time.Parse(time.DateOnly, to)
	if errFrom != nil || errTo != nil {
		return cell(from), &precision
	}
	switch {
	case from == to:
		return cell(from), &precision
	case f.Month() == 1 && f.Day() == 1 && l.Month() == 12 && l.Day() == 31 && f.Year() == l.Year():
		return from[:4], &precision
	case f.Day() == 1 && f.Year() == l.Year() && f.Month() == l.Month() && l.AddDate(0, 0, 1).Day() == 1:
		return from[:7], &precision
	}
	if precision == 1 { // days apart: told to the day at either end only
		precision = 2
	}
	return cell(from + "/" + to), &precision
}

// figures adds up the casualties of one kind.
func figures(casualties []record.Casualty, kind string) (lo, hi *int, texts, who string) {
	all := deaths.Disjoint(casualties, kind)
	if len(all) == 0 {
		return
	}
	var lows, highs int
	lowKnown, highKnown := true, true
	for _, c := range all {
		if c.Min == nil {
			lowKnown = false
		} else {
			lows += *c.Min
		}
		if c.Max == nil {
			highKnown = false
		} else {
			highs += *c.Max
		}
	}
	if lowKnown {
		lo = &lows
	}
	if highKnown {
		hi = &highs
	}
	return lo, hi, list(all, func(c record.Casualty) string { return c.Text }), list(all, victims)
}

func victims(c record.Casualty) string {
	switch {
	case c.Victims == nil:
		return ""
	case c.Victims.Text != "":
		return c.Victims.Text
	}
	return c.Victims.Name
}

// otherCasualties writes what has no columns of its own:
// "captured 3 (soldiers); killed and wounded 60". A figure of two kinds
// together stands once.
func otherCasualties(casualties []record.Casualty) string {
	type entry struct {
		kinds []string
		c     record.Casualty
	}
	var entries []entry
next:
	for _, c := range casualties {
		if !c.Combined && c.Scope != record.Aggregate && (c.Kind == "killed" || c.Kind == "wounded") {
			continue
		}
		if c.Combined {
			for i := range entries {
				if e := &entries[i]; e.c.Combined && e.c.Start == c.Start && e.c.End == c.End {
					e.kinds = append(e.kinds, c.Kind)
					continue next
				}
			}
		}
		entries = append(entries, entry{[]string{c.Kind}, c})
	}
	return list(entries, func(e entry) string {
		s := strings.Join(e.kinds, " and ") + " " + bounds(e.c.Min, e.c.Max)
		if who := victims(e.c); who != "" {
			s += " (" + who + ")"
		}
		return s
	})
}

func bounds(lo, hi *int) string {
	switch {
	case lo == nil && hi == nil:
		return "?"
	case lo == nil:
		return "up to " + strconv.Itoa(*hi)
	case hi == nil:
		return strconv.Itoa(*lo) + "+"
	case *lo == *hi:
		return strconv.Itoa(*lo)
	}
	return fmt.Sprintf("%d-%d", *lo, *hi)
}
