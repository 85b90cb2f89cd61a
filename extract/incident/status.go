package incident

import (
	"sitrep/extract/record"
)

// Doubt is what a text says of how sure it is, beside the records.
type Doubt struct {
	Hedged     []bool // by record: reportedly, purports
	Paragraph  []int  // by record
	Unverified []Remark
	// Related says whether two sources, by id, are of one side: one is the
	// other's parent or government, or quotes it.
	Related func(a, b string) bool
}

// Remark is a sentence that says that something could not be verified.
type Remark struct {
	Sentence  int
	Paragraph int
}

// Settle gives every record its status, the first that holds: denied,
// unverified, confirmed, claimed, reported. Records are in text order and
// have their incidents.
func Settle(rs []record.Record, d Doubt) {
	unverified := covered(rs, d)
	tellings := map[string][]*record.Record{}
	for i := range rs {
		tellings[rs[i].Incident] = append(tellings[rs[i].Incident], &rs[i])
	}
	for i := range rs {
		r := &rs[i]
		switch {
		case denied(r, tellings[r.Incident]):
			r.Status = record.Denied
		case unverified[i] || d.Hedged[i]:
			r.Status = record.Unverified
		case confirmed(r, tellings[r.Incident], d):
			r.Status = record.Confirmed
		case r.Source != nil:
			r.Status = record.Claimed
		default:
			r.Status = record.Reported
		}
	}
}

// covered says which records the remarks cover: the unbroken run by one
// source before the remark, in its paragraph and the one before.
func covered(rs []record.Record, d Doubt) []bool {
	out := make([]bool, len(rs))
	for _, m := range d.Unverified {
		speaker := ""
		for i := len(rs) - 1; i >= 0; i-- {
			if rs[i].Evidence.Sentence > m.Sentence || rs[i].Modality == record.Negated {
				continue // nobody has to verify what is denied
			}
			if d.Paragraph[i] < m.Paragraph-1 || rs[i].Source == nil {
				break
			}
			s := speakerOf(rs[i].Source)
			if speaker == "" {
				speaker = s
			}
			if s != speaker {
				break
			}
			out[i] = true
		}
	}
	return out
}

// speakerOf names a source: its id where it has one, else its words.
func speakerOf(s *record.Source) string {
	switch {
	case s.ID != "":
		return s.ID
	case s.Name != "":
		return s.Name
	}
	return s.Text
}

// denied says whether another source denies the incident, of which all are
// the tellings.
func denied(r *record.Record, all []*record.Record) bool {
	if r.Modality == record.Negated {
		return false
	}
	for _, o := range all {
		if o.Modality != record.Negated || o.Source == nil {
			continue
		}
		if r.Source == nil || speakerOf(r.Source) != speakerOf(o.Source) {
			return true
		}
	}
	return false
}

// confirmed says whether an unrelated source asserts the incident too.
func confirmed(r *record.Record, all []*record.Record, d Doubt) bool {
	if r.Source == nil || r.Modality != record.Actual {
		return false
	}
	for _, o := range all {
		if o == r || o.Source == nil || o.Modality != record.Actual {
			continue
		}
		a, b := speakerOf(r.Source), speakerOf(o.Source)
		if a != b && !quotes(r.Source, b) && !quotes(o.Source, a) && !d.Related(r.Source.ID, o.Source.ID) {
			return true
		}
	}
	return false
}

// quotes says whether the source hands on the words of the speaker.
func quotes(s *record.Source, speaker string) bool {
	for _, v := range s.Via {
		if v.ID == speaker || v.Name == speaker || v.Text == speaker {
			return true
		}
	}
	return false
}
