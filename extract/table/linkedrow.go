package table

import (
	"cmp"
	"reflect"

	"sitrep/extract/link"
)

// LinkedRow is an incident across articles as a spreadsheet shows it.
type LinkedRow struct {
	IncidentID string `csv:"incident_id" doc:"id of the incident: that of its first telling"`
	ActCells
	ActorNames      string `csv:"actor_names" doc:"who did it, the most told first; '; ' between"`
	ActorIDs        string `csv:"actor_ids" doc:"parallel to actor_names"`
	ActorKinds      string `csv:"actor_kinds" doc:"parallel to actor_names"`
	ActorCountries  string `csv:"actor_countries" doc:"parallel to actor_names"`
	TargetNames     string `csv:"target_names" doc:"who or what it was done to; '; ' between"`
	TargetIDs       string `csv:"target_ids" doc:"parallel to target_names"`
	TargetKinds     string `csv:"target_kinds" doc:"parallel to target_names"`
	TargetCountries string `csv:"target_countries" doc:"parallel to target_names"`
	LocationName    string `csv:"location_name" doc:"the most precise place told"`
	LocationID      string `csv:"location_id" doc:"id in the gazetteer"`
	SpotCells
	KilledLowest  *int   `csv:"killed_lowest" doc:"the lowest toll told"`
	KilledHighest *int   `csv:"killed_highest" doc:"the highest toll told"`
	KilledLatest  *int   `csv:"killed_latest" doc:"the toll told last"`
	KilledBest    *int   `csv:"killed_best" doc:"the toll that counts"`
	KilledRule    string `csv:"killed_rule" doc:"why: agreed, repeated, most told, latest"`
	WoundedBest   *int   `csv:"wounded_best" doc:"as killed_best"`
	Fatalities    *int   `csv:"fatalities" doc:"deaths of the happening: the column adds up"`
	Articles      *int   `csv:"articles" doc:"how many articles tell it, copies counted"`
	Tellers       *int   `csv:"tellers" doc:"how many of them are no copies"`
	ConfirmedBy   string `csv:"confirmed_by" doc:"sources that say so; '; ' between"`
	DeniedBy      string `csv:"denied_by" doc:"sources that deny it; '; ' between"`
	FirstReport   string `csv:"first_report" doc:"publication date of the first article"`
	LastReport    string `csv:"last_report" doc:"and of the last"`
	StandingCells
	ArticleIDs string `csv:"article_ids" doc:"the articles, parallel to event_ids"`
	EventIDs   string `csv:"event_ids" doc:"the records; '; ' between"`
	Evidence   string `csv:"evidence" doc:"the sentence of the first telling"`
}

// LinkedColumns are the columns of a table with a row an incident across
// articles, in order.
func LinkedColumns() []Column { return columnsOf(reflect.TypeFor[LinkedRow]()) }

func linkedRow(n link.Incident) LinkedRow {
	out := LinkedRow{
		IncidentID: cell(n.ID), ActCells: actCells(n.Time, n.EventType, n.SubEventType, list(n.Actions, func(s string) string { return s })),
		Fatalities: n.Fatalities, Articles: &n.Articles, Tellers: &n.Tellers,
		ConfirmedBy: namesOf(n.ConfirmedBy), DeniedBy: namesOf(n.DeniedBy), FirstReport: cell(n.FirstReport), LastReport: cell(n.LastReport),
		StandingCells: StandingCells{cell(n.Modality), cell(n.Status), cell(n.Scope), &n.Confidence},
		ArticleIDs:    list(n.Tellings, func(t link.Telling) string { return t.Article.ID }),
		EventIDs:      list(n.Tellings, func(t link.Telling) string { return t.Event }),
		Evidence:      cell(n.Tellings[0].Evidence.Text),
	}
	out.ActorNames, out.ActorIDs, out.ActorKinds, out.ActorCountries = sides(linkedParties(n.Actors))
	out.TargetNames, out.TargetIDs, out.TargetKinds, out.TargetCountries = sides(linkedParties(n.Targets))
	if l := n.Location; l != nil {
		out.LocationName, out.LocationID, out.SpotCells = cell(cmp.Or(l.Name, l.Text)), cell(l.ID), spotCells(l)
	}
	if k := n.Killed; k != nil {
		out.KilledLowest, out.KilledHighest, out.KilledLatest, out.KilledBest, out.KilledRule = &k.Lowest, &k.Highest, &k.Latest, &k.Best, k.Rule
	}
	if n.Wounded != nil {
		out.WoundedBest = &n.Wounded.Best
	}
	return out
}

func linkedParties(ps []link.Party) []Party {
	out := make([]Party, len(ps))
	for i, p := range ps {
		out[i] = Party(p)
	}
	return out
}

func namesOf(ps []link.Party) string { return list(ps, func(p link.Party) string { return p.Name }) }

// ClaimRow is one telling of an incident across articles.
type ClaimRow struct {
	IncidentID string `csv:"incident_id" doc:"shared by the tellings of a happening"`
	EventID    string `csv:"event_id" doc:"id of the record"`
	ArticleCells
	CopyOf string `csv:"copy_of" doc:"the article that this one copies"`
	ActCells
	LocationName string `csv:"location_name" doc:"name in the gazetteer, else as the text says"`
	SpotCells
	KilledMin  *int   `csv:"killed_min" doc:"lower bound of the dead that it tells"`
	KilledMax  *int   `csv:"killed_max" doc:"upper bound"`
	KilledWho  string `csv:"killed_who" doc:"the victims"`
	WoundedMin *int   `csv:"wounded_min" doc:"as killed_min"`
	WoundedMax *int   `csv:"wounded_max" doc:"as killed_max"`
	Fatalities *int   `csv:"fatalities" doc:"deaths as ACLED counts them; the tellings of an incident do not add up"`
	Source     string `csv:"source" doc:"who says so; empty: the article itself"`
	SourceID   string `csv:"source_id" doc:"dictionary id"`
	SourceKind string `csv:"source_kind" doc:"official, monitor, witness, media, belligerent, …"`
	StandingCells
	Evidence string `csv:"evidence" doc:"the sentence"`
	URL      string `csv:"url" doc:"address of the article"`
}

// ClaimColumns are the columns of a table with a row a telling, in order.
func ClaimColumns() []Column { return columnsOf(reflect.TypeFor[ClaimRow]()) }

func claimRows(n link.Incident) []ClaimRow {
	out := make([]ClaimRow, len(n.Tellings))
	for i, t := range n.Tellings {
		row := ClaimRow{
			IncidentID: cell(n.ID), EventID: cell(t.Event), ArticleCells: articleCells(t.Article), CopyOf: cell(t.Article.CopyOf),
			ActCells: actCells(t.Time, n.EventType, t.SubEventType, t.Action), Fatalities: t.Fatalities,
			StandingCells: StandingCells{cell(t.Modality), cell(t.Status), cell(n.Scope), &t.Confidence},
			Evidence:      cell(t.Evidence.Text), URL: cell(t.Article.URL),
		}
		row.KilledMin, row.KilledMax, _, row.KilledWho = figures(t.Casualties, "killed")
		row.WoundedMin, row.WoundedMax, _, _ = figures(t.Casualties, "wounded")
		if len(t.Locations) > 0 {
			l := &t.Locations[mapped(t.Locations)]
			row.LocationName, row.SpotCells = cell(cmp.Or(l.Name, l.Text)), spotCells(l)
		}
		if s := t.Source; s != nil {
			row.Source, row.SourceID, row.SourceKind = cell(cmp.Or(s.Name, s.Text)), cell(s.ID), cell(s.Kind)
		}
		out[i] = row
	}
	return out
}
