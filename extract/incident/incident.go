package incident

import (
	"sitrep/extract/record"
)

// Group gives every record of one article its incident: records of the same
// kind of act at the same place and day, whose tolls and parties do not
// contradict each other.
func Group(rs []record.Record) {
	var heads []int // index of the first record of every incident
	for i := range rs {
		rs[i].Incident = ""
		for k := len(heads) - 1; k >= 0; k-- {
			if same(rs, heads[k], i) {
				rs[i].Incident = rs[heads[k]].Incident
				break
			}
		}
		if rs[i].Incident == "" {
			rs[i].Incident = rs[i].ID + "-i"
			heads = append(heads, i)
		}
	}
}

// same says whether the record at i tells the incident that begins at head.
func same(rs []record.Record, head, i int) bool {
	a, b := &rs[head], &rs[i]
	if family(a) != family(b) || (a.Modality == record.Actual) != (b.Modality == record.Actual) && a.Modality != record.Negated && b.Modality != record.Negated {
		return false
	}
	if a.Scope != b.Scope {
		return false
	}
	return placesAgree(a, b) && daysAgree(a, b) && partiesAgree(a.Actors, b.Actors)
}

// family is what two tellings of one happening share of their types: those
// of one event type may be told apart by words only.
func family(r *record.Record) string {
	switch r.SubEventType {
	case "Armed clash", "Attack":
		return "force"
	}
	return r.SubEventType
}

func placesAgree(a, b *record.Record) bool {
	if len(a.Locations) == 0 || len(b.Locations) == 0 {
		return true
	}
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
	if a.Time == nil || b.Time == nil || a.Time.From == "" || b.Time.From == "" {
		return true
	}
	return a.Time.From <= b.Time.To && b.Time.From <= a.Time.To
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
