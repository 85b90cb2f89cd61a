package incident

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"sitrep/extract/attribution"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// doubt is what a text says of how sure it is, beside its records.
type doubt struct {
	unverified []remark
	rejected   []remark
	harmless   []remark // that nobody died
	confirmed  []remark
	// related reports whether two sources, by id, are of one side: one is the
	// other's parent or government, or quotes it.
	related func(a, b string) bool
}

// remark says of what was told up to a sentence that it could not be verified or
// that somebody rejects or confirms it.
type remark struct {
	sentence  int
	paragraph int
	speaker   string         // who rejects or confirms it, where that is known
	source    *record.Source // who confirms it
	several   bool           // it speaks of what several said: neither claim
}

// unverified returns the remarks of a text that something could not be verified.
func unverified(r *reading.Reading) []remark {
	var out []remark
	for _, v := range r.Certainty() {
		if v.Kind == attribution.Unverified {
			s := r.Document.Sentences[v.Sentence]
			out = append(out, remark{sentence: v.Sentence, paragraph: s.Paragraph, several: speaksOfSeveral(s.Text)})
		}
	}
	return out
}

// speaksOfSeveral reports whether a sentence that says of what was told that it could not
// be verified speaks of more than one account: neither claim, the figures.
func speaksOfSeveral(sentence string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(sentence), func(c rune) bool { return !unicode.IsLetter(c) }), func(w string) bool { return isOfClass("several", w) })
}

// rejections returns the remarks of a text, of a kind, that somebody rejects what others said
// in the sentences before.
func rejections(r *reading.Reading, kind attribution.Certainty) []remark {
	var out []remark
	for _, v := range r.Certainty() {
		if v.Kind != kind {
			continue
		}
		m := remark{sentence: v.Sentence - 1, paragraph: r.Document.Sentences[v.Sentence].Paragraph}
		if in := r.AttributionIndex().In(v.Sentence); len(in) > 0 {
			s := r.Speaker(in[0].Source)
			m.speaker = speakerOf(&s)
		}
		out = append(out, m)
	}
	return out
}

// confirmations returns the remarks of a text that somebody confirms what was told in the
// sentences before: a doctor confirmed the toll; this was confirmed by the police.
func confirmations(r *reading.Reading) []remark {
	var out []remark
	for _, x := range r.Attributions() {
		if x.Kind != attribution.Confirmed || !isAccount(r.Document.Article.Text[x.Content[0].Start:x.Content[0].End]) {
			continue
		}
		s := r.Speaker(x.Source)
		out = append(out, remark{sentence: x.Sentence - 1, paragraph: r.Document.Sentences[x.Sentence].Paragraph, speaker: speakerOf(&s), source: &s})
	}
	return out
}

// isAccount reports whether words stand for what was told before: this, the death toll, the
// account of the villagers.
func isAccount(words string) bool {
	ws := strings.Fields(strings.ToLower(words))
	if len(ws) == 1 {
		return isOfClass("this", ws[0])
	}
	for _, w := range ws[1:min(len(ws), accountReach)] {
		if isOfClass("account", w) {
			return isOfClass("the", ws[0])
		}
	}
	return false
}

// accountReach is the largest number of words up to the noun that stands for what was told
// before: the latest death toll.
const accountReach = 4

// settle gives every record its status, the first that holds: denied,
// unverified, confirmed, claimed, reported. The accounts are in text order and
// have their incidents.
func settle(as []account, d doubt) {
	unverified, rejected := covered(as, d.unverified, nil), covered(as, d.rejected, onlyCounts)
	for _, m := range d.harmless {
		m.rejectDead(as, rejected)
	}
	tellings := map[string][]account{}
	for _, a := range as {
		tellings[a.Incident] = append(tellings[a.Incident], a)
	}
	confirmed := map[string]bool{} // by incident, since one may be told a thousand times
	for id, all := range tellings {
		confirmed[id] = areConfirmed(all, d)
	}
	for _, m := range d.confirmed {
		for r := range covered(as, []remark{m}, nil) {
			confirmed[r.Incident] = confirmed[r.Incident] || r.Source != nil && d.independent(r.Source, m.source)
		}
	}
	for _, a := range as {
		all := tellings[a.Incident]
		switch {
		case a.answered || isDenied(a.Record, all) || rejected[a.Record]:
			a.Status = record.Denied
		case unverified[a.Record] || a.hedged:
			a.Status = record.Unverified
		case a.Source != nil && a.Modality == record.Actual && confirmed[a.Incident]:
			a.Status = record.Confirmed
		case a.Source != nil:
			a.Status = record.Claimed
		default:
			a.Status = record.Reported
		}
	}
}

// onlyCounts reports whether an account gives no more than how many died, from somebody
// who takes no side. Whoever rejects what was told of the act does not reject the
// count: troops opened fire, witnesses said. Nine were killed, according to medics.
func onlyCounts(a account) bool {
	if !a.vague || len(a.dead) == 0 || a.Source == nil || a.Trigger.Lemma == "attack" {
		return false
	}
	return a.Source.Kind == gazetteer.SourceMedical || a.Source.Kind == gazetteer.SourceMonitor || a.Source.Kind == gazetteer.SourceInternational
}

// covered returns the records that the remarks cover: the unbroken run by one
// source before each remark, or by all where it speaks of several, in its paragraph and the
// one before, without those that are passed over.
func covered(as []account, remarks []remark, passed func(account) bool) map[*record.Record]bool {
	out := map[*record.Record]bool{}
	for _, m := range remarks {
		speaker := ""
		var between []*record.Record // of the text itself, behind what is covered
		end := sort.Search(len(as), func(i int) bool { return as[i].Evidence.Sentence > m.sentence })
		for i := end - 1; i >= 0; i-- {
			a := as[i]
			if m.passes(a) || passed != nil && passed(a) {
				continue
			}
			if a.paragraph == m.paragraph && a.Source == nil && speaker == "" && m.speaker != "" {
				between = append(between, a.Record) // killed 51, the army said; in Gao 30 died
				continue
			}
			if a.paragraph < m.paragraph-1 || a.Source == nil {
				break
			}
			s := speakerOf(a.Source)
			if speaker == "" {
				speaker = s
			}
			if s != speaker && !m.several || s == m.speaker {
				break
			}
			out[a.Record] = true
			for _, r := range between {
				out[r] = out[r] || r.Incident == a.Incident
			}
		}
	}
	return out
}

// rejectDead adds to what is rejected the accounts of the last sentence before a remark that nobody
// died, where they give dead by what somebody else says.
func (m remark) rejectDead(as []account, rejected map[*record.Record]bool) {
	last := sort.Search(len(as), func(i int) bool { return as[i].Evidence.Sentence > m.sentence }) - 1
	for i := last; i >= 0 && m.speaker != "" && as[i].Evidence.Sentence == as[last].Evidence.Sentence; i-- {
		if a := as[i]; a.paragraph >= m.paragraph-1 && a.Source != nil && speakerOf(a.Source) != m.speaker && len(a.dead) > 0 {
			rejected[a.Record] = true
		}
	}
}

// passes reports whether a remark says nothing of an account before it: of what is denied, which
// nobody has to verify, and of what only points back in the remark itself, as in "there was no
// confirmation of the attack".
func (m remark) passes(a account) bool {
	return a.Modality == record.Negated || a.Evidence.Sentence == m.sentence && a.Source == nil && a.anaphoric
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
func isDenied(r *record.Record, all []account) bool {
	if r.Modality == record.Negated {
		return false
	}
	for _, o := range all {
		if o.Modality != record.Negated || o.Source == nil || o.disclaimed || o.result && !deniesVictims(o, r) || deniesBeside(o, r, all) {
			continue
		}
		if r.Source == nil || speakerOf(r.Source) != speakerOf(o.Source) {
			return true
		}
	}
	return false
}

// deniesVictims reports whether an account that nobody came to harm denies what a record
// tells: nobody was killed denies that nine were, but no attack and none of the wounded.
func deniesVictims(o account, r *record.Record) bool {
	if isToldAs("fatal", o.Record) {
		return len(killed(r)) > 0
	}
	return len(r.Casualties) > 0
}

// deniesBeside reports whether an account denies something beside what a record tells: killed 17
// soldiers; no civilians were hurt, no prisoners taken, nobody was beheaded, as others tell.
func deniesBeside(o account, r *record.Record, all []account) bool {
	dead := killed(r)
	if len(dead) == 0 || r.Trigger.Lemma == o.Trigger.Lemma {
		return false
	}
	if isToldAs("taking", o.Record) {
		return len(dead) == len(r.Casualties)
	}
	if isToldAs("manner", o.Record) {
		return slices.ContainsFunc(all, func(a account) bool { return a.Modality == record.Actual && a.Trigger.Lemma == o.Trigger.Lemma })
	}
	return o.result && slices.ContainsFunc(o.Targets, func(p record.Party) bool {
		return areOthers(&record.Mention{Text: p.Text, Kind: p.Kind}, dead[0].Victims)
	})
}

// areConfirmed reports whether two sources of an incident, of which all are the
// tellings, confirm one another, and so what every source says of it.
func areConfirmed(all []account, d doubt) bool {
	return slices.ContainsFunc(all, func(a account) bool { return isConfirmed(a, all, d) })
}

// isConfirmed reports whether an unrelated source asserts what the record does.
func isConfirmed(r account, all []account, d doubt) bool {
	if r.Source == nil || r.Modality != record.Actual {
		return false
	}
	for i := range r.Also {
		if d.independent(r.Source, &r.Also[i]) {
			return true // residents and the Observatory reported
		}
	}
	for i := range r.dead {
		if s := r.dead[i].Source; s != nil && d.independent(r.Source, s) {
			return true // killed nine, the army said; a nurse put the dead at 13
		}
	}
	for _, o := range all {
		if o.Record == r.Record || o.Source == nil || o.Modality != record.Actual || !assertSame(r, o) {
			continue
		}
		if d.independent(r.Source, o.Source) || d.ownsUp(r.Record, o.Record) || d.ownsUp(o.Record, r.Record) {
			return true
		}
	}
	return false
}

// assertSame reports whether two records of an incident assert the same of it.
// What is of no plain type, and what changes from hour to hour, as the course of
// a front, is the same only in the same word.
func assertSame(a, b account) bool {
	if tellUnlikeDead(a.Record, b.Record) {
		return false
	}
	if isDeadly(a.Record) || isDeadly(b.Record) {
		return a.SubEventType == b.SubEventType || sameToll(a.Record, b.Record) || isGeneral(a) || isGeneral(b)
	}
	if a.EventType == "Strategic developments" && !isPlain[a.SubEventType] && a.Trigger.Lemma != b.Trigger.Lemma {
		return false
	}
	if isTaking(a.Record) && samePlace(a.Record, b.Record) && !isAroundPlace(a.Record) && !isAroundPlace(b.Record) {
		return a.SubEventType == b.SubEventType // said that they had captured it; confirmed that it had fallen
	}
	return a.SubEventType == b.SubEventType && (a.EventType != "Battles" || a.Trigger.Lemma == b.Trigger.Lemma)
}

// tellUnlikeDead reports whether two records tell of dead of unlike kinds: the jets
// killed 30 villagers; the junta says that they killed 30 rebels.
func tellUnlikeDead(a, b *record.Record) bool {
	x, y := killed(a), killed(b)
	if len(x) != 1 || len(y) != 1 || x[0].Victims == nil || y[0].Victims == nil {
		return false
	}
	v, w := x[0].Victims, y[0].Victims
	return areOthers(v, w) && (v.Kind == "civilians") != (w.Kind == "civilians")
}

// isPlain has the strategic developments that one word tells as well as another:
// burned, set ablaze.
var isPlain = map[string]bool{"Looting/property destruction": true, "Arrests": true, "Disrupted weapons use": true}

// isGeneral reports whether an account leaves the means of an act of force open,
// or points back to one that was told: the attack.
func isGeneral(a account) bool { return a.anaphoric || a.SubEventType == "Attack" }

// independent reports whether two sources are known, different and unrelated, so
// that one can confirm the other. A news medium hands on what others say: it
// confirms nobody but another medium.
func (d doubt) independent(a, b *record.Source) bool {
	x, y := identity(a), identity(b)
	if x == "" || y == "" || x == y || quotes(a, speakerOf(b)) || quotes(b, speakerOf(a)) || d.related(a.ID, b.ID) {
		return false
	}
	if (a.Kind == gazetteer.SourceMedia) != (b.Kind == gazetteer.SourceMedia) {
		return false
	}
	return !maySpeakFor(a, b) && !maySpeakFor(b, a)
}

// identity returns by what a source is known: its id, or its part where that says
// enough, as of residents and doctors; "" where it is not known who speaks.
func identity(s *record.Source) string {
	if s.ID != "" {
		return s.ID
	}
	switch s.Kind {
	case gazetteer.SourceWitness, gazetteer.SourceMedical, gazetteer.SourceOfficial, gazetteer.SourceMonitor, gazetteer.SourceInternational:
		return s.Kind
	}
	return ""
}

// maySpeakFor reports whether an official without a name may be one of the other
// source's: officials, and the police.
func maySpeakFor(a, b *record.Source) bool {
	if a.ID != "" || a.Kind != gazetteer.SourceOfficial {
		return false
	}
	if a.Country != "" && b.Country != "" && a.Country != b.Country {
		return false
	}
	return b.Kind == gazetteer.SourceOfficial || b.Kind == gazetteer.SourceBelligerent
}

// ownsUp reports whether the source of r says that it was its own act that the
// unrelated source of o tells of: nobody is doubted who claims an attack that
// others report.
func (d doubt) ownsUp(r, o *record.Record) bool {
	s := r.Source
	if speakerOf(s) == speakerOf(o.Source) || s.Kind == gazetteer.SourceMedia || d.related(s.ID, o.Source.ID) {
		return false
	}
	if claimsResponsibility(r) {
		return true
	}
	return slices.ContainsFunc(r.Actors, func(p record.Party) bool { return isSpeaker(p, s) })
}

// claimsResponsibility reports whether the source of a record says that the act was
// its own: claimed responsibility for the raid.
func claimsResponsibility(r *record.Record) bool {
	c := r.Source.Cue
	if c == nil {
		return false
	}
	if !strings.Contains(r.Evidence.Text, "responsib") {
		return strings.Contains(c.Text, "responsib")
	}
	words := []rune(r.Evidence.Text)
	from, to := c.Start-r.Evidence.Start, c.End-r.Evidence.Start+len(" responsib")
	return from >= 0 && from < to && to <= len(words) && strings.HasSuffix(string(words[from:to]), "responsib") || strings.Contains(c.Text, "responsib")
}

// isSpeaker reports whether a party is the source itself: the rebels said that they
// had planted the bomb.
func isSpeaker(p record.Party, s *record.Source) bool {
	if p.ID != "" || s.ID != "" {
		return p.ID == s.ID
	}
	if p.Start >= s.Start && p.End <= s.End {
		return true // the rebels claim to have taken the town
	}
	a := p.Antecedent
	return a != nil && (a.Start >= s.Start && a.End <= s.End || a.Text == s.Text)
}

// quotes reports whether the source hands on the words of the speaker.
func quotes(s *record.Source, speaker string) bool {
	return slices.ContainsFunc(s.Via, func(v record.Mention) bool { return v.ID == speaker || v.Name == speaker || v.Text == speaker })
}
