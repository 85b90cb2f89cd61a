package incident

import (
	"sitrep/extract/record"
)

// Group gives every record of one article its incident: records of the same
// kind of act at the same place and day, whose tolls and parties do not
// contradict each other. Vague says of each record whether its words name no
// kind of act of their own (were killed, the attack): such a record may tell
// a happening of another type. Nil stands for none.
func Group(rs []record.Record, vague []bool) {
	var groups []*group
	for i := range rs {
		rs[i].Incident = ""
		t := telling{Record: &rs[i], vague: vague != nil && vague[i]}
		for k := len(groups) - 1; k >= 0; k-- {
			if groups[k].tells(t) {
				groups[k].members = append(groups[k].members, t)
				rs[i].Incident = groups[k].members[0].Incident
				break
			}
		}
		if rs[i].Incident == "" {
			rs[i].Incident = rs[i].ID + "-i"
			groups = append(groups, &group{members: []telling{t}})
		}
	}
}

// telling is a record and whether its words leave the kind of act open.
type telling struct {
	*record.Record
	vague bool
}

// group are the records that tell one incident.
type group struct{ members []telling }

// tells says whether the record tells the incident: it fits the first record
// of it, and no toll of it contradicts.
func (g *group) tells(b telling) bool {
	a := g.members[0]
	if !modalitiesAgree(a.Record, b.Record) || a.Scope != b.Scope {
		return false
	}
	if leads(a.Record) && a.SubEventType == b.SubEventType && sameToll(a.Record, b.Record) && daysAgree(a.Record, b.Record) {
		return true // the headline tells it in other words
	}
	if !placesAgree(a.Record, b.Record) || !partiesAgree(a.Actors, b.Actors) {
		return false
	}
	for _, m := range g.members {
		if !daysAgree(m.Record, b.Record) || contradicts(m.Record, b.Record) {
			return false
		}
	}
	if a.SubEventType == b.SubEventType {
		return true
	}
	if !violent(a.Record) || !violent(b.Record) {
		return false
	}
	for _, m := range g.members {
		if (m.vague || b.vague) && force(m.Record) && force(b.Record) {
			return true
		}
		if (m.vague || b.vague) && sameDay(m.Record, b.Record) && samePlace(m.Record, b.Record) {
			return true
		}
		// an unlike word for it, with the very toll
		if sameToll(m.Record, b.Record) && (m.vague || b.vague || sameDay(m.Record, b.Record)) {
			return true
		}
	}
	return b.Modality == record.Negated && samePlace(a.Record, b.Record) && sameDay(a.Record, b.Record)
}

// leads says whether a record is of the first sentence, which tells what the
// article goes on with.
func leads(r *record.Record) bool { return r.Evidence.Sentence == 0 }

// modalitiesAgree says whether two records can tell one happening: a denial
// denies what others tell as actual.
func modalitiesAgree(a, b *record.Record) bool {
	return (a.Modality == record.Actual) == (b.Modality == record.Actual) || a.Modality == record.Negated || b.Modality == record.Negated
}

// force says whether the record tells of force without the means: a fight or
// an attack, which one text calls by either name.
func force(r *record.Record) bool {
	return r.SubEventType == "Armed clash" || r.SubEventType == "Attack"
}

// violent says whether the record tells an act that people die of, so that
// another word may stand for it.
func violent(r *record.Record) bool {
	return force(r) || r.EventType == "Explosions/Remote violence"
}

func placesAgree(a, b *record.Record) bool {
	return len(a.Locations) == 0 || len(b.Locations) == 0 || samePlace(a, b) || holds(a.Locations, b.Locations) || holds(b.Locations, a.Locations)
}

// holds says whether all that some locations say is the country that the
// others lie in.
func holds(wide, narrow []record.Location) bool {
	for _, x := range wide {
		if x.Kind != "country" || x.Country == "" {
			return false
		}
		for _, y := range narrow {
			if y.Country != "" && y.Country != x.Country {
				return false
			}
		}
	}
	return true
}

func samePlace(a, b *record.Record) bool {
	for _, x := range a.Locations {
		for _, y := range b.Locations {
			if x.ID != "" && x.ID == y.ID || x.ID == "" && x.Text == y.Text {
				return true
			}
		}
	}
	return false
}

func daysAgree(a, b *record.Record) bool {
	return !dated(a) || !dated(b) || a.Time.From <= b.Time.To && b.Time.From <= a.Time.To
}

func dated(r *record.Record) bool { return r.Time != nil && r.Time.From != "" }

// sameDay says whether both records are of one day and say so.
func sameDay(a, b *record.Record) bool {
	return dated(a) && dated(b) && a.Time.From == b.Time.From && a.Time.To == b.Time.To
}

func partiesAgree(a, b []record.Party) bool {
	known := false
	for _, x := range a {
		for _, y := range b {
			if x.ID == "" || y.ID == "" {
				return true
			}
			known = true
			if x.ID == y.ID {
				return true
			}
		}
	}
	return !known
}

// dead are the figures of the dead that a record gives as its own.
func dead(r *record.Record) []record.Casualty {
	var out []record.Casualty
	for _, c := range r.Casualties {
		if c.Kind == "killed" && c.Min != nil {
			out = append(out, c)
		}
	}
	return out
}

// contradicts says whether the tolls of two records are of two happenings: one
// tells of one dead, the other of more, and neither sums up; or one source
// gives both and they differ.
func contradicts(a, b *record.Record) bool {
	x, y := dead(a), dead(b)
	if len(x) != 1 || len(y) != 1 || *x[0].Min == *y[0].Min {
		return false
	}
	if x[0].Toll == "total" || y[0].Toll == "total" || a.Modality != record.Actual || b.Modality != record.Actual {
		return false
	}
	return single(x[0]) != single(y[0]) || a.Source != nil && b.Source != nil && speakerOf(a.Source) == speakerOf(b.Source) && exact(x[0]) && exact(y[0])
}

func single(c record.Casualty) bool { return exact(c) && *c.Min == 1 }

func exact(c record.Casualty) bool { return c.Max != nil && *c.Max == *c.Min }

// sameToll says whether two records tell of as many dead, of more than one.
func sameToll(a, b *record.Record) bool {
	for _, x := range dead(a) {
		for _, y := range dead(b) {
			if *x.Min == *y.Min && *x.Min > 1 && (exact(x) || exact(y)) {
				return true
			}
		}
	}
	return false
}
