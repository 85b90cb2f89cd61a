package frame

import (
	"slices"

	"sitrep/extract/record"
	"sitrep/extract/telling"
)

// mainFloor is how likely the place that a text is about must at least be to be that of a telling
// for which nothing likelier is known.
const mainFloor = 0.2

// likeliestPlace returns the setting that is likeliest the place of a telling and how likely it is,
// or nil.
func (p *pass) likeliestPlace(t *telling.Telling) (*setting, float64) {
	s, likely := p.likeliest(t, p.placeCandidates(t), p.placeEvidence)
	if likely < placeFloor && p.isAtMain(t) {
		return p.told[0], placeFloor
	}
	return s, likely
}

// isAtMain reports whether a telling for which nothing is likely enough was probably at the place
// that the text is about: a bomb wrecked the market of Gao; …; sappers have defused a second device.
func (p *pass) isAtMain(t *telling.Telling) bool {
	if len(p.told) == 0 || p.Explicit || len(t.Places)+len(t.Nearby) > 0 || isGeneral(t) || t.Another || t.Aggregate {
		return false
	}
	s := p.told[0]
	return p.isAbout(s) && !p.isRuledOut(t, s) && p.model.Probability(p.placeEvidence(t, s)) >= mainFloor
}

// isAbout reports whether the first setting that the text told is that of the place it is about: its
// title names it, or its first sentence tells it and nowhere else happens more. A division is only
// where no more happens elsewhere.
func (p *pass) isAbout(s *setting) bool {
	most := isMain(s, p.told)
	if isWide(s.places) || !most && s.places[0].Width() > 1 {
		return false
	}
	return slices.ContainsFunc(s.places, p.isInTitle) || most && s.tellings[0].Event.Sentence.Index == 0
}

// mainDayFloor is how likely the day that a text is about must at least be to be that of a telling.
const mainDayFloor = 0.3

// fewestOfMainDay is how many tellings of a day make a text be about it.
const fewestOfMainDay = 3

// isOfMainDay reports whether a setting is the day that the text is about, the first that it told
// and more than twice as often as any other, and a telling may well be of it: one thing that happened,
// not in a past perfect.
func (p *pass) isOfMainDay(t *telling.Telling, s *setting) bool {
	if len(p.told) == 0 || !s.same(p.told[0]) || isPerfect(t) || isPresentPerfect(t) || t.Another || t.Aggregate || t.Event.Modality != record.Actual {
		return false
	}
	n := len(p.told[0].tellings)
	return n >= fewestOfMainDay && !slices.ContainsFunc(p.told[1:], func(o *setting) bool { return 2*len(o.tellings) >= n })
}
