package table

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// fromCells makes a record of the cells of a row, by the names of the columns.
func fromCells(named func(string) string) record.Record {
	get := func(name string) string { return uncell(named(name)) }
	number := func(name string) int {
		n, _ := strconv.Atoi(named(name))
		return n
	}
	r := record.Record{
		Schema: record.Schema, ID: get("event_id"), Incident: get("incident_id"),
		Article:   record.Article{ID: get("article_id"), Published: get("published"), Publisher: get("publisher"), Title: get("title"), URL: get("url")},
		EventType: get("event_type"), SubEventType: get("sub_event_type"), Action: get("action"),
		Trigger:  triggerFrom(get("event_id"), get("trigger")),
		Codes:    record.Codes{CAMEO: get("cameo"), PLOVER: get("plover"), PLOVERMode: get("plover_mode")},
		Modality: get("modality"), Status: get("status"), Scope: get("scope"), Rule: get("rule"),
		Actors:   partiesFrom(named, "actors", "actor"),
		Targets:  partiesFrom(named, "targets", "target"),
		Time:     timeFrom(get("event_date"), number("time_precision")),
		Evidence: record.Evidence{Sentence: number("sentence"), Text: get("evidence"), Start: number("start"), End: number("end")},
	}
	r.Confidence, _ = strconv.ParseFloat(named("confidence"), 64)
	for _, w := range split(named("weapons")) {
		r.Weapons = append(r.Weapons, record.Weapon{Text: w})
	}
	if get("location") != "" {
		r.Locations = append(r.Locations, locationFrom(get, number))
		for _, other := range split(named("other_locations")) {
			r.Locations = append(r.Locations, record.Location{Text: other})
		}
	}
	for _, slot := range split(named("inherited")) {
		switch {
		case slot == "place" && len(r.Locations) > 0:
			r.Locations[0].Inherited = true
		case slot == "date" && r.Time != nil:
			r.Time.Inherited = true
		}
	}
	for _, kind := range []string{"killed", "wounded"} {
		if c, ok := casualtyFrom(named, kind); ok {
			r.Casualties = append(r.Casualties, c)
		}
	}
	if get("source") != "" {
		r.Source = &record.Source{Text: get("source"), Name: get("source_name"), ID: get("source_id"), Kind: get("source_kind")}
		if cue := get("cue"); cue != "" {
			r.Source.Cue = &record.Span{Text: cue}
		}
	}
	return r
}

// triggerFrom returns the trigger of the event with an id, which says where it
// stands: 9f2c41d07be3-441-strike begins at 441.
func triggerFrom(id, text string) record.Trigger {
	_, rest, _ := strings.Cut(id, "-")
	offset, _, _ := strings.Cut(rest, "-")
	start, _ := strconv.Atoi(offset)
	return record.Trigger{Text: text, Start: start, End: start + utf8.RuneCountInString(text)}
}

// uncell takes off the mark that keeps a spreadsheet from running a cell.
func uncell(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(uncell(s), "; ")
}

func partiesFrom(named func(string) string, texts, side string) []record.Party {
	all := split(named(texts))
	part := func(column string, i int) string {
		if list := split(named(side + column)); i < len(list) {
			return list[i]
		}
		return ""
	}
	var out []record.Party
	for i, text := range all {
		out = append(out, record.Party{Text: text, Name: part("_names", i), ID: part("_ids", i), Kind: part("_kinds", i), Country: part("_countries", i)})
	}
	return out
}

func locationFrom(get func(string) string, number func(string) int) record.Location {
	l := record.Location{
		Text: get("location"), Name: get("location_name"), ID: get("location_id"), Relation: get("relation"),
		Kind: kindOf(get("location_id")), Country: get("country"), Admin1: get("admin1"), Admin2: get("admin2"), GeoPrecision: number("geo_precision"),
	}
	latitude, errLat := strconv.ParseFloat(get("latitude"), 64)
	longitude, errLon := strconv.ParseFloat(get("longitude"), 64)
	if errLat == nil && errLon == nil {
		l.Latitude, l.Longitude = &latitude, &longitude
	}
	return l
}

// kindOf returns the kind of place that an id tells, for those that are no point:
// iso3166:MLI is a country, geonames:ML.09 a division, geonames:YE.22.1704 a
// division of one.
func kindOf(id string) string {
	scheme, code, _ := strings.Cut(id, ":")
	switch {
	case scheme == "iso3166":
		return gazetteer.KindCountry
	case scheme == "geonames" && strings.Count(code, ".") == 1:
		return gazetteer.KindDivision1
	case scheme == "geonames" && strings.Count(code, ".") == 2:
		return gazetteer.KindDivision2
	}
	return ""
}

// timeFrom reads a date as eventDate writes it.
func timeFrom(date string, precision int) *record.Time {
	if date == "" {
		return nil
	}
	t := &record.Time{Text: date, Precision: map[int]string{1: "day", 2: "week", 3: "month"}[precision]}
	from, to, interval := strings.Cut(date, "/")
	switch first, err := time.Parse("2006-01", date); {
	case interval:
		t.From, t.To = from, to
	case err == nil:
		t.From, t.To = date+"-01", first.AddDate(0, 1, -1).Format(time.DateOnly)
	case len(date) == len("2006"):
		t.From, t.To, t.Precision = date+"-01-01", date+"-12-31", "year"
	default:
		t.From, t.To = date, date
	}
	return t
}

// casualtyFrom reads the figure of a kind; the cells add up disjoint victims.
func casualtyFrom(named func(string) string, kind string) (record.Casualty, bool) {
	c := record.Casualty{Kind: kind, Text: uncell(named(kind + "_text"))}
	if lo, err := strconv.Atoi(named(kind + "_min")); err == nil {
		c.Min = &lo
	}
	if hi, err := strconv.Atoi(named(kind + "_max")); err == nil {
		c.Max = &hi
	}
	if who := uncell(named(kind + "_who")); who != "" {
		c.Victims = &record.Mention{Text: who}
	}
	return c, c.Text != "" || c.Min != nil || c.Max != nil
}
