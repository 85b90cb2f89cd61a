package incident

import (
	"sitrep/extract/attribution"
	"sitrep/extract/reading"
	"sitrep/extract/record"
)

// doubt is what a text says of how sure it is, beside its records.
type doubt struct {
	unverified []remark
	// related reports whether two sources, by id, are of one side: one is the
	// other's parent or government, or quotes it.
	related func(a, b string) bool
}

// remark is a sentence that says that something could not be verified.
type remark struct {
	sentence  int
	paragraph int
}

// remarks returns the sentences of a text that say that something could not be
// verified.
func remarks(r *reading.Reading) []remark {
	var out []remark
	for _, v := range r.Certainty() {
		if v.Kind == attribution.Unverified {
			out = append(out, remark{sentence: v.Sentence, paragraph: r.Document.Sentences[v.Sentence].Paragraph})
		}
	}
	return out
}

// settle gives every record its status, the first that holds: denied,
// unverified, confirmed, claimed, reported. The accounts are in text order and
// have their incidents.
func settle(as []account, d doubt) {
	unverified := covered(as, d.unverified)
	tellings := map[string][]*record.Record{}
	for _, a := range as {
		tellings[a.Incident] = append(tellings[a.Incident], a.Record)
	}
	for _, a := range as {
		all := tellings[a.Incident]
		switch {
		case isDenied(a.Record, all):
			a.Status = record.Denied
		case unverified[a.Record] || a.hedged:
			a.Status = record.Unverified
		case isConfirmed(a.Record, all, d):
			a.Status = record.Confirmed
		case a.Source != nil:
			a.Status = record.Claimed
		default:
			a.Status = record.Reported
		}
	}
}

// covered returns the records that the remarks cover: the unbroken run by one
// source before each remark, in its paragraph and the one before.
func covered(as []account, remarks []remark) map[*record.Record]bool {
	out := map[*record.Record]bool{}
	for _, m := range remarks {
		speaker := ""
		for i := len(as) - 1; i >= 0; i-- {
			a := as[i]
			if a.Evidence.Sentence > m.sentence || a.Modality == record.Negated {
				continue // nobody has to verify what is denied
			}
			if a.paragraph < m.paragraph-1 || a.Source == nil {
				break
			}
			s := speakerOf(a.Source)
			if speaker == "" {
				speaker = s
			}
			if s != speaker {
				break
			}
			out[a.Record] = true
		}
	}
	return out
}

// speakerOf returns the id of a source where it has one, else its words.
func speakerOf(s *record.Source) string {
	switch {
	case s.ID != "":
		return s.ID
	case s.Name != "":
		return s.Name
	}
	return s.Text
}

// isDenied reports whether another source denies the incident, of which all are
// the tellings.
func isDenied(r *record.Record, all []*record.Record) bool {
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

// isConfirmed reports whether an unrelated source asserts the incident too.
func isConfirmed(r *record.Record, all []*record.Record, d doubt) bool {
	if r.Source == nil || r.Modality != record.Actual {
		return false
	}
	for _, o := range all {
		if o == r || o.Source == nil || o.Modality != record.Actual {
			continue
		}
		a, b := speakerOf(r.Source), speakerOf(o.Source)
		if a != b && !quotes(r.Source, b) && !quotes(o.Source, a) && !d.related(r.Source.ID, o.Source.ID) {
			return true
		}
	}
	return false
}

// quotes reports whether the source hands on the words of the speaker.
func quotes(s *record.Source, speaker string) bool {
	for _, v := range s.Via {
		if v.ID == speaker || v.Name == speaker || v.Text == speaker {
			return true
		}
	}
	return false
}
