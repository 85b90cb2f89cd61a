package golden

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"sitrep/extract/record"
)

// recordsOfTable reads the records of a table that extract wrote, as far as they are
// compared. Such a table has one sum of the killed and one of the wounded.
func recordsOfTable(b *bufio.Reader) ([]record.Record, error) {
	r := csv.NewReader(b)
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, name := range header {
		at[strings.TrimPrefix(name, "\ufeff")] = i
	}
	for _, name := range []string{"event_id", "article_id", "sub_event_type", "trigger"} {
		if _, ok := at[name]; !ok {
			return nil, fmt.Errorf("no column %s: want a table as extract --format csv writes it, with all its columns", name)
		}
	}
	var out []record.Record
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, fromRow(func(name string) string {
			if i, ok := at[name]; ok {
				return cells[i]
			}
			return ""
		}))
	}
}

func fromRow(cell func(name string) string) record.Record {
	x := record.Record{
		ID: cell("event_id"), SubEventType: cell("sub_event_type"), Modality: cell("modality"),
		Article: record.Article{ID: cell("article_id")}, Trigger: record.Trigger{Text: cell("trigger")},
		Evidence: record.Evidence{Text: cell("evidence")},
		Time:     timeOf(cell("event_date")),
	}
	if parts := strings.SplitN(x.ID, "-", 3); len(parts) == 3 { // an id holds the place of its trigger
		x.Trigger.Start, _ = strconv.Atoi(parts[1])
	}
	x.Trigger.End = x.Trigger.Start + len([]rune(x.Trigger.Text))
	x.Evidence.Start, _ = strconv.Atoi(cell("start"))
	x.Evidence.End, _ = strconv.Atoi(cell("end"))
	x.Actors, x.Targets = partiesOf(cell("actors"), cell("actor_names")), partiesOf(cell("targets"), cell("target_names"))
	for i, text := range append([]string{cell("location")}, strings.Split(cell("other_locations"), "; ")...) {
		if text == "" {
			continue
		}
		l := record.Location{Text: text}
		if i == 0 {
			l.Name = cell("location_name")
		}
		x.Locations = append(x.Locations, l)
	}
	if s := cell("source"); s != "" {
		x.Source = &record.Source{Text: s, Name: cell("source_name")}
	}
	for _, kind := range []string{"killed", "wounded"} {
		c := record.Casualty{Kind: kind, Text: cell(kind + "_text"), Min: number(cell(kind + "_min")), Max: number(cell(kind + "_max"))}
		if c.Text != "" || c.Min != nil || c.Max != nil {
			x.Casualties = append(x.Casualties, c)
		}
	}
	return x
}

// partiesOf splits the cells of texts and of the names parallel to them.
func partiesOf(texts, names string) []record.Party {
	if texts == "" {
		return nil
	}
	name := strings.Split(names, "; ")
	var out []record.Party
	for i, text := range strings.Split(texts, "; ") {
		p := record.Party{Text: text}
		if i < len(name) {
			p.Name = name[i]
		}
		out = append(out, p)
	}
	return out
}

func number(cell string) *int {
	if n, err := strconv.Atoi(cell); err == nil {
		return &n
	}
	return nil
}

// timeOf reads a date as tables have it: a day, a month, a year or an interval.
func timeOf(cell string) *record.Time {
	if cell == "" {
		return nil
	}
	if from, to, ok := strings.Cut(cell, "/"); ok {
		return &record.Time{From: from, To: to}
	}
	if t, err := time.Parse("2006-01", cell); err == nil {
		return &record.Time{From: t.Format(time.DateOnly), To: t.AddDate(0, 1, -1).Format(time.DateOnly)}
	}
	if _, err := time.Parse("2006", cell); err == nil {
		return &record.Time{From: cell + "-01-01", To: cell + "-12-31"}
	}
	return &record.Time{From: cell, To: cell}
}
