package link

import (
	"cmp"
	"slices"

	"sitrep/extract/deaths"
	"sitrep/extract/record"
)

// Incident is one happening, with all that tell it.
type Incident struct {
	Schema       int              `json:"schema"`
	ID           string           `json:"incident"`
	EventType    string           `json:"event_type"`
	SubEventType string           `json:"sub_event_type"`
	Actions      []string         `json:"actions,omitempty"`
	Modality     string           `json:"modality"`
	Status       string           `json:"status"`
	Scope        string           `json:"scope"`
	Actors       []Party          `json:"actors,omitempty"`
	Targets      []Party          `json:"targets,omitempty"`
	Location     *record.Location `json:"location,omitempty"` // the most precise
	Time         *record.Time     `json:"time,omitempty"`     // the most told of the shortest
	Killed       *Toll            `json:"killed,omitempty"`
	KilledBySide []SideToll       `json:"killed_by_side,omitempty"`
	Wounded      *Toll            `json:"wounded,omitempty"`
	Fatalities   *int             `json:"fatalities,omitempty"` // the best toll, where it happened and is one happening
	ConfirmedBy  []Party          `json:"confirmed_by,omitempty"`
	DeniedBy     []Party          `json:"denied_by,omitempty"`
	FirstReport  string           `json:"first_report,omitempty"`
	LastReport   string           `json:"last_report,omitempty"`
	Articles     int              `json:"articles"` // copies counted
	Tellers      int              `json:"tellers"`  // articles that are no copies
	Confidence   float64          `json:"confidence"`
	Tellings     []Telling        `json:"tellings"`
}

// Party is a side or a source, as most tellings have it.
type Party struct {
	Name    string `json:"name"`
	ID      string `json:"id,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Country string `json:"country,omitempty"`
}

func (p Party) key() string { return cmp.Or(p.ID, p.Name) }

// SideToll is the toll of one kind of victims.
type SideToll struct {
	Side string `json:"side"` // the id of the victims, else their kind
	Toll
}

// Telling is one record of an incident.
type Telling struct {
	Event        string            `json:"event"`
	Article      record.Article    `json:"article"`
	SubEventType string            `json:"sub_event_type"`
	Action       string            `json:"action"`
	Trigger      record.Trigger    `json:"trigger"`
	Modality     string            `json:"modality"`
	Status       string            `json:"status"`
	Source       *record.Source    `json:"source,omitempty"`
	Also         []record.Source   `json:"also,omitempty"`
	Actors       []record.Party    `json:"actors,omitempty"`
	Targets      []record.Party    `json:"targets,omitempty"`
	Weapons      []record.Weapon   `json:"weapons,omitempty"`
	Locations    []record.Location `json:"locations,omitempty"`
	Time         *record.Time      `json:"time,omitempty"`
	Casualties   []record.Casualty `json:"casualties,omitempty"`
	Fatalities   *int              `json:"fatalities,omitempty"`
	Confidence   float64           `json:"confidence"`
	Evidence     record.Evidence   `json:"evidence"`
}

// incident makes an incident of a cluster.
func (l *Linker) incident(c *cluster) Incident {
	var all, own []record.Record
	for _, a := range c.members {
		for _, r := range a.records {
			r.Article.CopyOf = a.copyOf
			all = append(all, r)
		}
	}
	for _, a := range c.own() {
		own = append(own, a.records...)
	}
	telling := Asserted(own)
	first := all[0]
	out := Incident{
		Schema: record.Schema, ID: first.Incident, Modality: mode(telling, func(r record.Record) string { return r.Modality }),
		Scope:       mode(telling, func(r record.Record) string { return r.Scope }),
		Actors:      partiesOf(telling, func(r record.Record) []record.Party { return r.Actors }),
		Targets:     partiesOf(telling, func(r record.Record) []record.Party { return r.Targets }),
		Location:    placeOf(telling),
		Time:        timeOf(telling),
		FirstReport: first.Article.Published, LastReport: all[len(all)-1].Article.Published,
	}
	out.SubEventType = mode(telling, func(r record.Record) string { return r.SubEventType })
	for _, r := range telling {
		if r.SubEventType == out.SubEventType {
			out.EventType = r.EventType
		}
		if !slices.Contains(out.Actions, r.Action) {
			out.Actions = append(out.Actions, r.Action)
		}
		out.Confidence = max(out.Confidence, r.Confidence)
	}
	out.ConfirmedBy, out.DeniedBy = sourcesOf(telling, false), sourcesOf(all, true)
	out.Status = statusOf(telling, out)
	l.addTolls(&out, c)
	out.Articles, out.Tellers = articles(c)
	for _, r := range all {
		out.Tellings = append(out.Tellings, l.tellingOf(r))
	}
	return out
}

// own returns the members that are no copies, or all where the copied article
// is not here.
func (c *cluster) own() []*account {
	var out []*account
	for _, m := range c.members {
		if m.copyOf == "" {
			out = append(out, m)
		}
	}
	if out == nil {
		return c.members
	}
	return out
}

// articles returns how many articles tell an incident, and how many of them
// are no copies.
func articles(c *cluster) (all, own int) {
	type id struct{ id, fingerprint string }
	seen := map[id]bool{}
	for _, a := range c.members {
		k := id{a.article.ID, a.article.Fingerprint}
		if seen[k] {
			continue
		}
		seen[k] = true
		all++
		if a.copyOf == "" {
			own++
		}
	}
	return all, own
}

func (l *Linker) tellingOf(r record.Record) Telling {
	return Telling{
		Event: r.ID, Trigger: r.Trigger, Actors: r.Actors, Targets: r.Targets, Weapons: r.Weapons, Locations: r.Locations, Article: r.Article, SubEventType: r.SubEventType, Action: r.Action, Modality: r.Modality, Status: r.Status,
		Source: r.Source, Also: r.Also, Time: r.Time, Casualties: r.Casualties, Confidence: r.Confidence, Evidence: r.Evidence,
		Fatalities: deaths.Of(r, l.options.UnknownFatalities),
	}
}

// addTolls fills the tolls: each account that is no copy tells one of all dead
// and one of each kind of victims.
func (l *Linker) addTolls(out *Incident, c *cluster) {
	var killed, wounded []figure
	bySide := map[string][]figure{}
	var sides []string
	for _, a := range c.own() {
		teller := a.article.ID + a.article.Fingerprint
		if a.dead.known && !(a.isVague && c.hasNumber()) {
			killed = append(killed, figure{a.report, a.dead.lo, a.dead.hi < 0, teller})
		}
		if a.wounded.known {
			wounded = append(wounded, figure{a.report, a.wounded.lo, false, teller})
		}
		most := map[string]int{}
		for _, r := range a.records {
			for _, d := range deaths.Disjoint(r.Casualties, "killed") {
				if d.Victims == nil || d.Min == nil || cmp.Or(d.Victims.ID, d.Victims.Kind) == "" {
					continue
				}
				side := cmp.Or(d.Victims.ID, d.Victims.Kind)
				most[side] = max(most[side], *d.Min)
				if !slices.Contains(sides, side) {
					sides = append(sides, side)
				}
			}
		}
		for side, n := range most {
			bySide[side] = append(bySide[side], figure{a.report, n, false, teller})
		}
	}
	out.Killed, out.Wounded = tollOf(killed), tollOf(wounded)
	for _, s := range sides {
		out.KilledBySide = append(out.KilledBySide, SideToll{s, *tollOf(bySide[s])})
	}
	if out.Killed != nil && out.Modality == record.Actual && out.Scope != record.Aggregate {
		out.Fatalities = &out.Killed.Best
	}
}

// hasNumber reports whether a member tells a number of dead, so that those who
// tell of dead without one add nothing.
func (c *cluster) hasNumber() bool {
	return slices.ContainsFunc(c.members, func(m *account) bool { return m.dead.known && !m.isVague })
}

// Asserted returns the records that tell what happened: a denial only says
// that it did not, and counts where nobody says that it did.
func Asserted(records []record.Record) []record.Record {
	return Those(records, func(r record.Record) bool { return r.Modality != record.Negated })
}

// Those returns the records of which something holds, and all of them where it holds of none.
func Those(records []record.Record, holds func(record.Record) bool) []record.Record {
	out := slices.DeleteFunc(slices.Clone(records), func(r record.Record) bool { return !holds(r) })
	if len(out) == 0 {
		return records
	}
	return out
}

// mode returns the value that most records have, and of two that are as
// frequent the one told first.
func mode(records []record.Record, value func(record.Record) string) string {
	count := map[string]int{}
	out := ""
	for _, r := range records {
		if v := value(r); v != "" {
			count[v]++
		}
	}
	for _, r := range records {
		if v := value(r); count[v] > count[out] {
			out = v
		}
	}
	return out
}

// partiesOf returns the parties that records name, the most told first. Who is
// told of without a name is left out where a named one is of his kind.
func partiesOf(records []record.Record, of func(record.Record) []record.Party) []Party {
	count := map[string]int{}
	var all []Party
	for _, r := range records {
		for _, p := range of(r) {
			q := Party{cmp.Or(p.Name, p.Text), p.ID, p.Kind, p.Country}
			if count[q.key()]++; count[q.key()] == 1 {
				all = append(all, q)
			}
		}
	}
	var out []Party
	for _, p := range all {
		stands := p.ID == "" && slices.ContainsFunc(all, func(o Party) bool { return o.ID != "" && (o.Kind == p.Kind || p.Kind == "") })
		described := p.ID == "" && slices.ContainsFunc(out, func(o Party) bool { return o.ID == "" && (o.Kind == p.Kind || p.Kind == "") })
		if !stands && !described {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b Party) int { return count[b.key()] - count[a.key()] })
	return out
}

// placeOf returns the most precise place of the records, of several the most
// told.
func placeOf(records []record.Record) *record.Location {
	count := map[string]int{}
	key := func(l record.Location) string { return cmp.Or(l.ID, l.Name, l.Text) }
	var out *record.Location
	for _, r := range records {
		for _, l := range r.Locations {
			count[key(l)]++
		}
	}
	for _, r := range records {
		for _, l := range r.Locations {
			if out == nil || isBetter(l, *out, count[key(l)], count[key(*out)]) {
				out = &l
			}
		}
	}
	return out
}

// isBetter reports whether one place says more of where it was than another.
func isBetter(l, o record.Location, told, otherTold int) bool {
	if l.Latitude == nil || o.Latitude == nil {
		return l.Latitude != nil && o.Latitude == nil
	}
	if lp, op := l.GeoPrecision == 3, o.GeoPrecision == 3; lp != op {
		return op
	}
	if told != otherTold {
		return told > otherTold
	}
	return l.GeoPrecision < o.GeoPrecision
}

// timeOf returns the shortest time of the records, of several the most told.
func timeOf(records []record.Record) *record.Time {
	count := map[string]int{}
	key := func(t *record.Time) string { return t.From + "/" + t.To }
	for _, r := range records {
		if r.Time != nil && r.Time.From != "" {
			count[key(r.Time)]++
		}
	}
	var out *record.Time
	for _, r := range records {
		if r.Time == nil || r.Time.From == "" {
			continue
		}
		if out == nil {
			out = r.Time
			continue
		}
		is, was := lengthOf(r.Time), lengthOf(out)
		if is < was || is == was && count[key(r.Time)] > count[key(out)] {
			out = r.Time
		}
	}
	return out
}

func lengthOf(t *record.Time) int { return dayOf(cmp.Or(t.To, t.From)) - dayOf(t.From) }

// sourcesOf returns the sources that deny the incident, or those that assert
// it, each once.
func sourcesOf(records []record.Record, denials bool) []Party {
	var out []Party
	for _, r := range records {
		if (r.Modality == record.Negated) != denials || r.Source == nil {
			continue
		}
		for _, s := range append([]record.Source{*r.Source}, r.Also...) {
			p := Party{cmp.Or(s.Name, s.Text), s.ID, s.Kind, s.Country}
			if !slices.ContainsFunc(out, func(o Party) bool { return o.key() == p.key() }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// statusOf returns the first status that holds of the tellings together:
// somebody denies it, nobody could verify it, two unrelated sources say so.
func statusOf(telling []record.Record, n Incident) string {
	every := func(status string) bool {
		return !slices.ContainsFunc(telling, func(r record.Record) bool { return r.Status != status })
	}
	some := func(status string) bool {
		return slices.ContainsFunc(telling, func(r record.Record) bool { return r.Status == status })
	}
	switch {
	case len(n.DeniedBy) > 0 && n.Modality != record.Negated || some(record.Denied):
		return record.Denied
	case every(record.Unverified):
		return record.Unverified
	case some(record.Confirmed) || unrelated(n.ConfirmedBy) > 1:
		return record.Confirmed
	case len(n.ConfirmedBy) > 0:
		return record.Claimed
	}
	return record.Reported
}

// unrelated returns how many of the sources are of different sides: two
// offices of one state are one.
func unrelated(sources []Party) int {
	var sides []side
	for _, p := range sources {
		s := side{cmp.Or(p.ID, p.Name), "", ""}
		if !slices.ContainsFunc(sides, func(o side) bool { return o == s || o.isKin(s) }) {
			sides = append(sides, s)
		}
	}
	return len(sides)
}
