package incident

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/quantity"
	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

// isOneActWith reports whether the account tells, in the sentence that tells the
// incident, what was done in the same act: they threw a grenade and opened fire; a
// grenade attack and firing; grenades thrown during the clashes.
func (h *happening) isOneActWith(b account) bool {
	m := h.members[len(h.members)-1]
	if m.Evidence.Sentence != b.Evidence.Sentence || !isViolent(m.Record) || !isViolent(b.Record) || m.Modality != b.Modality || !placesAgree(m.Record, b.Record) {
		return false
	}
	if isForce(m.Record) != isForce(b.Record) && sharesDoer(m.Record, b.Record) && contradictsNothing(m.Record, b.Record) {
		return true
	}
	switch words := between(m.Record, b.Record); {
	case strings.TrimSpace(words) == "and":
		return true
	default:
		return strings.Contains(words, " during ") && !strings.Contains(words, ",")
	}
}

// isApartFrom reports whether the account tells one happening among those that the
// incident sums up, or what others did beside it: air strikes this week; a strike on
// Sunday. Some marched, others threw stones.
func (h *happening) isApartFrom(b account) bool {
	a := h.members[0]
	if a.many && b.one && (!isLead(a.Record) || hasOwnTime(a.Record) && hasOwnTime(b.Record)) {
		return true
	}
	return h.isWithin(0, b.Evidence.Sentence) && slices.ContainsFunc(b.Actors, func(p record.Party) bool { return strings.EqualFold(p.Text, "others") })
}

// numberOfActs returns how many acts a plural noun counts, or 0 where it gives no exact number:
// carried out 34 strikes; both attacks.
func numberOfActs(e *event.Event) int {
	for _, c := range e.Clauses {
		switch {
		case c.Group == nil || !c.Predicate.Noun || !c.Predicate.Plural:
			continue
		case c.Group.Det == "both":
			return 2
		case c.Group.Numeral.Empty():
			continue
		}
		for _, n := range quantity.Find(e.Sentence) {
			if c.Group.Contains(n.Span) && n.Min != nil && n.Max != nil && *n.Min == *n.Max && !n.More {
				return *n.Min
			}
		}
	}
	return 0
}

// hasOwnTime reports whether the sentence of a record says when it happened.
func hasOwnTime(r *record.Record) bool { return r.Time != nil && !r.Time.Inherited }

//go:embed data
var data embed.FS

// words are the words of data/words.csv by their class.
var words = sync.OnceValue(func() map[string]map[string]bool { return wordlist.Sets(data, "data/words.csv", "class,word") })

// isToldAs reports whether a record tells what it tells by a word of a class.
func isToldAs(class string, r *record.Record) bool {
	return isOfClass(class, r.Trigger.Lemma)
}

// shortestName is how many letters a name needs that tells one person from others.
const shortestName = 4

// contradictsNothing reports whether at most one of two records has dead of its own.
func contradictsNothing(a, b *record.Record) bool { return len(killed(a)) == 0 || len(killed(b)) == 0 }

// between returns the words between the triggers of two records of one sentence.
func between(a, b *record.Record) string {
	from, to := a.Trigger.End-a.Evidence.Start, b.Trigger.Start-a.Evidence.Start
	words := []rune(a.Evidence.Text)
	if from < 0 || to > len(words) || from > to {
		return ""
	}
	return string(words[from:to])
}

// sharesDoer reports whether one mention, as a subject of two verbs, does the act of
// both records.
func sharesDoer(a, b *record.Record) bool {
	return slices.ContainsFunc(a.Actors, func(x record.Party) bool {
		return slices.ContainsFunc(b.Actors, func(y record.Party) bool { return x.Start == y.Start })
	})
}

// isPointedToBy reports whether the account points back to the incident, near by and
// by its own kind of act, and only says more closely where: rebels ambushed a convoy
// in Ituri. The ambush on the road to Mambasa …
func (h *happening) isPointedToBy(b account) bool {
	a := h.members[0]
	return b.anaphoric && a.SubEventType == b.SubEventType && h.isWithin(placeReach, b.Evidence.Sentence) && sameRegion(a.Locations, b.Locations)
}

// placeReach is how many sentences back "the ambush" finds the happening whose
// place it tells more closely.
const placeReach = 4

// sameRegion reports whether the first places of two records can lie in one region, which is so if
// one of them has no place.
func sameRegion(a, b []record.Location) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, y := a[0], b[0]
	return x.Country == y.Country && (x.Admin1 == y.Admin1 || x.Admin1 == "" || y.Admin1 == "")
}

// takeOnePlace reports whether two records tell that one place was taken, which
// happens once in a week whoever is said to have taken it: the loss of Palmyra, they
// captured Palmyra.
func takeOnePlace(a, b *record.Record) bool {
	if !isTaking(a) || !isTaking(b) || isAroundPlace(a) != isAroundPlace(b) || a.Evidence.Sentence == b.Evidence.Sentence || a.Modality != b.Modality || !samePlace(a, b) || !partiesAgree(a.Actors, b.Actors) {
		return false
	}
	if a.SubEventType != b.SubEventType && len(a.Actors) > 0 && len(b.Actors) > 0 {
		return false // each side took it
	}
	if !isDated(a) || !isDated(b) || a.SubEventType != b.SubEventType {
		return stem(a.Trigger.Lemma) == stem(b.Trigger.Lemma) // the liberation, was liberated
	}
	return daysApart(a, b) <= takenAnew
}

// stem returns the letters that a verb and its noun share.
func stem(lemma string) string { return lemma[:min(len(lemma), stemLength)] }

const stemLength = 6

// takenAnew is how many days later a place that was taken may be taken again.
const takenAnew = 7

// isAroundPlace reports whether a record is of what lies around its place: villages
// around Palmyra.
func isAroundPlace(r *record.Record) bool {
	return len(r.Locations) > 0 && r.Locations[0].Relation != "" && r.Locations[0].Relation != "in"
}

func isTaking(r *record.Record) bool {
	return r.SubEventType == "Government regains territory" || r.SubEventType == "Non-state actor overtakes territory"
}

// daysApart returns how many days lie between the first days of two dated records.
func daysApart(a, b *record.Record) int {
	x, err := time.Parse(time.DateOnly, a.Time.From)
	y, err2 := time.Parse(time.DateOnly, b.Time.From)
	if err != nil || err2 != nil {
		return takenAnew + 1
	}
	return int(x.Sub(y).Abs() / (24 * time.Hour))
}

// lastAgreement returns the agreement that was told last before an account that points back to
// one, if nothing speaks against it, or nil: a ceasefire began on Monday; the truce.
func (g *grouping) lastAgreement(b account) *happening {
	if !b.anaphoric || !isTruce(b) {
		return nil
	}
	var out *happening
	for _, h := range g.all {
		a := h.members[0]
		if isTruce(a) && h.mayBeToldBy(b) && (daysAgree(a.Record, b.Record) || isUndated(a.Record) || isUndated(b.Record)) && placesAgree(a.Record, b.Record) && (out == nil || h.lastTold() > out.lastTold()) {
			out = h
		}
	}
	return out
}

// lastRanked returns the second or a later happening that is told just before an account that names it by
// its rank, or nil: a bomb killed nine; another bomb went off near by. Two died in the second explosion.
func (g *grouping) lastRanked(b account) *happening {
	n := len(g.all)
	if n < 2 || b.event == nil || !isRanked(b.event) {
		return nil
	}
	h := g.all[n-1]
	if !h.isWithin(1, b.Evidence.Sentence) || !isViolent(h.members[0].Record) || !isViolent(b.Record) || len(b.dead) > 0 && len(h.dead()) > 0 && !h.has(b.mayBeDeadOf) {
		return nil
	}
	if !slices.ContainsFunc(g.all[:n-1], func(o *happening) bool {
		return isViolent(o.members[0].Record) && o.isWithin(placeReach, b.Evidence.Sentence)
	}) {
		return nil
	}
	return h
}

// isRanked reports whether an event is named by its rank among those told of: the second explosion.
func isRanked(e *event.Event) bool {
	g := e.Clause.Group
	return e.Clause.Predicate.Noun && !e.Clause.Predicate.Plural && g != nil && g.Det == "the" && lang.AnyIn(g.Modifiers.From, g.Modifiers.To, func(k int) bool { return isOfClass("rank", g.Sentence.Tokens.Word(k)) })
}

// isTruce reports whether an account tells of an agreement to stop fighting by a word for one.
func isTruce(a account) bool { return a.SubEventType == "Agreement" && isToldAs("truce", a.Record) }
