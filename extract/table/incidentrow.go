package table

import (
	"cmp"
	"reflect"

	"sitrep/extract/record"
)

// IncidentRow is an incident as a spreadsheet shows it: what its records agree
// on, the lowest and the highest toll, all who say so.
type IncidentRow struct {
	IncidentID string `csv:"incident_id" doc:"shared by the records that tell the happening"`
	ArticleCells
	Records  *int   `csv:"records" doc:"how many records tell it"`
	EventIDs string `csv:"event_ids" doc:"their ids; '; ' between"`
	ActCells
	ActorNames      string `csv:"actor_names" doc:"who did it; '; ' between"`
	ActorIDs        string `csv:"actor_ids" doc:"parallel to actor_names"`
	ActorKinds      string `csv:"actor_kinds" doc:"parallel to actor_names"`
	ActorCountries  string `csv:"actor_countries" doc:"parallel to actor_names"`
	TargetNames     string `csv:"target_names" doc:"who or what it was done to; '; ' between"`
	TargetIDs       string `csv:"target_ids" doc:"parallel to target_names"`
	TargetKinds     string `csv:"target_kinds" doc:"parallel to target_names"`
	TargetCountries string `csv:"target_countries" doc:"parallel to target_names"`
	Weapons         string `csv:"weapons" doc:"what was used; '; ' between"`
	LocationName    string `csv:"location_name" doc:"name in the gazetteer, else as the text says"`
	LocationID      string `csv:"location_id" doc:"id in the gazetteer"`
	SpotCells
	KilledMin   *int   `csv:"killed_min" doc:"the lowest toll told"`
	KilledMax   *int   `csv:"killed_max" doc:"the highest toll told"`
	WoundedMin  *int   `csv:"wounded_min" doc:"as killed_min"`
	WoundedMax  *int   `csv:"wounded_max" doc:"as killed_max"`
	Fatalities  *int   `csv:"fatalities" doc:"deaths as ACLED counts them; the column adds up"`
	Sources     string `csv:"sources" doc:"all who say so; '; ' between"`
	SourceIDs   string `csv:"source_ids" doc:"parallel to sources"`
	SourceKinds string `csv:"source_kinds" doc:"parallel to sources"`
	StandingCells
	Evidence string `csv:"evidence" doc:"the sentence of the first record"`
	URL      string `csv:"url" doc:"address of the article"`
}

// IncidentColumns returns the columns of a table with a row an incident, in order.
func IncidentColumns() []Column { return columnsOf(reflect.TypeFor[IncidentRow]()) }

func incidentRows(records []record.Record, unknown int) []IncidentRow {
	all := incidents(records, unknown)
	out := make([]IncidentRow, len(all))
	for i, n := range all {
		out[i] = incidentRow(n)
	}
	return out
}

func incidentRow(n Incident) IncidentRow {
	count := len(n.Events)
	out := IncidentRow{
		IncidentID: cell(n.ID), ArticleCells: articleCells(n.Article), ActCells: actCells(n.Time, n.EventType, n.SubEventType, list(n.Actions, func(s string) string { return s })),
		Records: &count, EventIDs: list(n.Events, func(s string) string { return s }), Fatalities: n.Fatalities,
		StandingCells: StandingCells{cell(n.Modality), cell(n.Status), cell(n.Scope), &n.Confidence},
		Evidence:      cell(n.Evidence.Text), URL: cell(n.Article.URL),
	}
	out.ActorNames, out.ActorIDs, out.ActorKinds, out.ActorCountries = sides(n.Actors)
	out.TargetNames, out.TargetIDs, out.TargetKinds, out.TargetCountries = sides(n.Targets)
	out.Weapons = list(n.Weapons, func(s string) string { return s })
	out.Sources, out.SourceIDs, out.SourceKinds, _ = sides(n.Sources)
	if l := n.Location; l != nil {
		out.LocationName, out.LocationID, out.SpotCells = cell(cmp.Or(l.Name, l.Text)), cell(l.ID), spotCells(l)
	}
	out.Country, out.Admin1 = cell(n.Country), cell(n.Admin1)
	if n.Killed != nil {
		out.KilledMin, out.KilledMax = n.Killed.Min, n.Killed.Max
	}
	if n.Wounded != nil {
		out.WoundedMin, out.WoundedMax = n.Wounded.Min, n.Wounded.Max
	}
	return out
}

func sides(p []Party) (names, ids, kinds, countries string) {
	return list(p, func(p Party) string { return p.Name }), list(p, func(p Party) string { return p.ID }),
		list(p, func(p Party) string { return p.Kind }), list(p, func(p Party) string { return p.Country })
}
