package incident

import (
	"cmp"
	"slices"
	"sync"

	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
	"sitrep/gazetteer"
)

// Options change what Group does. The zero value joins what is probably one
// happening, by the built-in weights.
type Options struct {
	Weights  *weigh.Model // nil: the built-in ones
	Explicit bool         // no day is shared
	Trace    bool         // all that is considered is kept
}

// Group gives every telling's record its incident, and what the tellings of an
// incident know of each other: its day and its means where only others say them, and
// its status. The tellings are in text order and have their records.
func Group(r *reading.Reading, ts []*telling.Telling, o Options) {
	if len(ts) == 0 {
		return
	}
	if o.Weights == nil {
		o.Weights = builtIn()
	}
	as := make([]account, len(ts))
	for i, t := range ts {
		as[i] = account{
			Record: t.Record, event: t.Event, acts: numberOfActs(t.Event), vague: t.Vague(), result: t.Event.Rule.Result, hedged: t.Hedged, paragraph: t.Event.Sentence.Paragraph,
			another: t.Another, anaphoric: t.Anaphoric && t.OwnDate() == nil, elsewhere: t.PlaceFrom != nil,
			many: t.Many, one: t.One, newDoer: t.NewDoer, disclaimed: t.Disclaimed, answered: t.Answered,
		}
		if o.Trace {
			as[i].considered = &t.Incidents
		}
	}
	harmless := rejections(r, attribution.NoDead)
	for _, m := range harmless {
		for i := range as {
			as[i].harmless = as[i].harmless || as[i].Evidence.Sentence == m.sentence+1
		}
	}
	group(as, o.Weights)
	lookAgain(as)
	shareMeans(as)
	markParts(as)
	if !o.Explicit {
		shareDays(as)
	}
	settle(as, doubt{unverified: unverified(r), rejected: rejections(r, attribution.Rejection), harmless: harmless, confirmed: confirmations(r), related: r.Related})
}

// builtIn are the weights that the program carries with it.
var builtIn = sync.OnceValue(func() *weigh.Model { return weigh.Read(data, "data/incident.csv") })

// account is a record and what the text says of its telling beside it.
type account struct {
	*record.Record
	event      *event.Event
	vague      bool // its words leave the kind of act open: were killed, the attack
	result     bool // they only tell what came of it: were killed
	hedged     bool // reportedly, purports
	paragraph  int
	another    bool // the text says that it is not told before: in another attack
	anaphoric  bool // it points back: the attack
	elsewhere  bool // its place is that of another telling
	acts       int  // how many it counts: 34 strikes; 0 where it does not say
	many       bool // it is named by a plural: the raids
	one        bool // it is named as one of a kind: a raid
	newDoer    bool // whoever does it is named as one of a kind: a gunman
	disclaimed bool // its source only denies a hand in it
	harmless   bool // its sentence says that nobody came to harm
	answered   bool // somebody else denies what its source tells

	dead       []record.Casualty // the figures of the killed
	toll       bounds            // of them
	deadBefore int               // as numberBefore tells
	person     person            // who alone died, where it is told
	goesOn     bool              // it is a fight over days
	namedByDay bool              // the day is a part of its name: Tuesday's attack

	considered *[]telling.Incident // where the incidents that were considered are kept, or nil
}

// grouping gathers the accounts of a text into incidents.
type grouping struct {
	all   []*happening // that may be told again: the first of the text, then the others by when they were last told
	model *weigh.Model
	room  weigh.Evidence // the memory of evidence that is not kept
}

// How many incidents may be told again, and how many accounts of one tell what it is:
// the first and the last ones.
const (
	remembered = 32
	recalled   = 16
)

// group gives every record its incident: the one before it that it most probably
// tells, or a new one.
func group(as []account, model *weigh.Model) {
	g := grouping{model: model}
	for i := range as {
		a := &as[i]
		a.dead, a.goesOn, a.namedByDay = killed(a.Record), isToldAs("offensive", a.Record), isNamedByDay(a.Record)
		a.toll, a.deadBefore, a.person = boundsOf(a.Record), numberBefore(a.Record), personOf(*a)
		h := g.teller(*a)
		if h == nil {
			a.Incident = a.ID + "-i"
			h = &happening{}
		} else {
			a.Incident = h.members[0].Incident
		}
		h.add(*a)
		g.remember(h)
	}
}

// remember makes an incident the last that was told.
func (g *grouping) remember(h *happening) {
	switch k := slices.Index(g.all, h); {
	case k == 0:
		return
	case k > 0:
		g.all = slices.Delete(g.all, k, k+1)
	case len(g.all) == remembered:
		g.all = slices.Delete(g.all, 1, 2)
	}
	g.all = append(g.all, h)
}

// joins is how probable it must be that an account tells an incident, and joinsPointed that one which points
// back tells an incident that agrees with it in more than others do, which comes first.
const (
	joins        = 0.4
	joinsPointed = 0.25
)

// teller returns the incident that an account tells, or nil: the one that its words point to, else the
// one that it most probably tells.
func (g *grouping) teller(b account) *happening {
	if h := g.pointedTo(b); h != nil {
		return h
	}
	return g.likeliest(b)
}

// pointedTo returns the incident that the words of an account leave no doubt of, or nil: whose dead it
// tells of, whose toll it gives anew, or the agreement that it names again.
func (g *grouping) pointedTo(b account) *happening {
	if isOneOfTheDead(b.Record) {
		if h := g.lastDeadly(b); h != nil {
			return h
		}
	}
	if seesDead(b) {
		if h := g.lastDeadly(b); h != nil && *h.dead()[0].Min >= *b.dead[0].Min {
			return h
		}
	}
	if givesToll(b) {
		if h := g.lastWithFewer(b); h != nil {
			return h
		}
	}
	if h := g.lastAddedTo(b); h != nil {
		return h
	}
	if h := g.lastRanked(b); h != nil {
		return h
	}
	if h := g.onlyOfDay(b); h != nil {
		return h
	}
	return g.lastAgreement(b)
}

// likeliest returns the incident that the account most probably tells, or nil: one that others tell
// before one that is only denied, and one of several acts where it points to several.
func (g *grouping) likeliest(b account) *happening {
	var best, denied choice
	near := g.nearest(b)
	for k := len(g.all) - 1; k >= 0; k-- {
		h := g.all[k]
		if !h.mayBeToldBy(b) {
			continue
		}
		e := h.evidence(g.room[:0], b, near)
		g.room = e
		c := choice{happening: h, p: g.model.Probability(e), agrees: h.agrees(b)}
		if b.considered != nil {
			*b.considered = append(*b.considered, telling.Incident{ID: h.members[0].Incident, Probability: c.p, Evidence: slices.Clone(e)})
		}
		if h.isDeniedOnly(b) {
			denied = denied.or(c)
		} else {
			best = best.or(c)
		}
	}
	return cmp.Or(best.happening, denied.happening)
}

// choice is an incident that an account may tell, and how probably it does.
type choice struct {
	*happening
	p      float64
	agrees int // in how much of what the account points back by: see agrees
}

// or returns the other choice if it is likely, and comes before this one.
func (c choice) or(o choice) choice {
	switch {
	case o.p <= joins && !(o.agrees > 0 && o.p > joinsPointed):
		return c
	case o.agrees > c.agrees, o.agrees == c.agrees && o.p > c.p:
		return o
	}
	return c
}

// agrees returns in how much of what an account that points back names it agrees with the incident: in
// telling of several acts, in its day and in its town.
func (h *happening) agrees(b account) int {
	if !b.anaphoric || b.Scope == record.Aggregate {
		return 0
	}
	n := 0
	for _, same := range []bool{
		b.many && h.isOfMany(),
		b.namedByDay && h.has(func(m account) bool {
			return hasOwnTime(m.Record) && (sameDay(m.Record, b.Record) || nameOneDay(m.Record, b.Record))
		}),
		isOfTown(b) && h.has(func(m account) bool { return m.many == b.many && isOfTown(m) && samePlace(m.Record, b.Record) }),
	} {
		if same {
			n++
		}
	}
	return n
}

// mayBeToldBy reports whether nothing rules out that the account tells the incident:
// a plan is not what was done, nor a total one happening, and another is another.
func (h *happening) mayBeToldBy(b account) bool {
	a := h.members[0]
	if !modalitiesAgree(a.Record, b.Record) && !b.mayHaveComeOf() || a.Scope != b.Scope || b.another && (!h.isOf(b.Evidence.Sentence) || !a.another) || h.isApartFrom(b) {
		return false
	}
	if !h.has(func(m account) bool {
		return m.SubEventType == b.SubEventType || takeOnePlace(m.Record, b.Record) || (isDeadly(m.Record) || isTaking(m.Record) && len(m.dead) > 0) && isDeadly(b.Record)
	}) {
		return false // pupils were abducted; two guards died in the raid
	}
	return !h.has(func(m account) bool { return isOfOtherTime(m, b) }) && !h.isOfOtherNumber(b) &&
		!h.isOfOtherDead(b) && !h.isBesideFight(b) && !h.isHarmless(b) && !h.tellsAnotherDayByName(b)
}

// isOfOtherTime reports whether two accounts cannot be of one time: they name unlike days, or the one is
// told by the time from the other, or as an answer to it.
func isOfOtherTime(a, b account) bool {
	return namesOtherDay(a.Record, b.Record) && !b.pointsPast() || tellsOtherDays(a, b) ||
		a.Evidence.Sentence == b.Evidence.Sentence && (isCountedFrom(a, b) || isAnswer(a, b))
}

// isOfOtherNumber reports whether the account counts other acts than the incident: 34 strikes; 23 strikes
// in Syria. Both attacks are not one.
func (h *happening) isOfOtherNumber(b account) bool {
	return b.acts > 1 && b.anaphoric && !h.isOfMany() || b.acts > 0 && h.has(func(m account) bool { return m.acts > 0 && m.acts != b.acts })
}

// mayHaveComeOf reports whether an account tells what may have come of something that happened: civilians
// may also have been hurt.
func (a account) mayHaveComeOf() bool {
	return a.result && a.event != nil && a.event.Clause.Predicate.Perfect && isOfClass("guess", a.event.Clause.Predicate.Modal)
}

// isOfMany reports whether an account names several acts of force: bombings.
func (h *happening) isOfMany() bool {
	return h.has(func(m account) bool { return m.many && isViolent(m.Record) })
}

// isHarmless reports whether the account tells of dead and the incident of none, of which the text says
// that nobody came to harm.
func (h *happening) isHarmless(b account) bool {
	return len(b.dead) > 0 && len(h.dead()) == 0 && h.has(func(m account) bool { return m.harmless })
}

// isBesideFight reports whether one of the account and the incident tells of those who
// died in a fight and the other of other dead, of what was done from afar: the jets
// killed dozens of rebels; dozens of soldiers were killed in the fighting.
func (h *happening) isBesideFight(b account) bool {
	if len(b.dead) == 0 || len(h.dead()) == 0 || h.hasToll(b) {
		return false
	}
	return h.has(func(m account) bool {
		return len(m.dead) > 0 && (isMelee(m.Record) && isFromAfar(b.Record) || isMelee(b.Record) && isFromAfar(m.Record)) && (!tollsMeet(m.Record, b.Record) || tellRoughly(m, b))
	})
}

// tellRoughly reports whether two accounts give their dead by words for numbers, which
// may be of anybody, and do not name them by one noun: dozens; dozens of soldiers.
func tellRoughly(a, b account) bool {
	return !slices.ContainsFunc(a.dead, func(x record.Casualty) bool {
		return slices.ContainsFunc(b.dead, func(y record.Casualty) bool { return !isRough(x) || !isRough(y) || sameVictims(x, y) })
	})
}

// isRough reports whether a figure is a word for a number that may be twice as much.
func isRough(c record.Casualty) bool { return *c.Min > 1 && c.Max != nil && *c.Max >= 2*(*c.Min) }

// isMelee reports whether a record tells of those who died in a fight or of force against a crowd.
func isMelee(r *record.Record) bool {
	return isToldAs("fight", r) || isToldAs("offensive", r) || r.SubEventType == "Excessive force against protesters"
}

// isFromAfar reports whether a record tells of explosions or other violence from afar.
func isFromAfar(r *record.Record) bool { return r.EventType == "Explosions/Remote violence" }

// isOfOtherDead reports whether the account tells of other dead than the incident, in
// another town or region that both tell in their own words: three drivers were killed
// in Cali, a boy was killed in Pasto.
func (h *happening) isOfOtherDead(b account) bool {
	if b.elsewhere || len(b.dead) == 0 || len(h.dead()) == 0 || !isOfTown(b) || h.isPointedToBy(b) || isLater(b.Record) || h.has(b.mayBeDeadOf) {
		return false
	}
	if !h.has(isOfTown) || h.has(func(m account) bool { return isOfTown(m) && placesAgree(m.Record, b.Record) }) {
		return false
	}
	return !slices.ContainsFunc(b.dead, isTotal)
}

// mayBeDeadOf reports whether two accounts can tell of the same dead: as many, or
// about as many.
func (a account) mayBeDeadOf(b account) bool {
	return tollsMeet(a.Record, b.Record) || slices.ContainsFunc(a.dead, func(x record.Casualty) bool {
		return slices.ContainsFunc(b.dead, func(y record.Casualty) bool { return *x.Min == *y.Min })
	})
}

// isOfTown reports whether an account says in its own words in which town or region it was.
func isOfTown(a account) bool { return !a.elsewhere && len(a.Locations) > 0 && isTown(&a.Locations[0]) }

// isTown reports whether a place is a town or a region, and no part of one.
func isTown(l *record.Location) bool {
	return l.Kind == gazetteer.KindPopulatedPlace || l.Kind == gazetteer.KindDivision1
}

// isDeniedOnly reports whether the incident is only denied, and by the account too.
func (h *happening) isDeniedOnly(b account) bool {
	return b.Modality == record.Negated && h.isNegated()
}

// nearest are the incidents that were told last before an account: of all, and of
// those of its type; nil where there is none.
type nearest struct{ any, ofType *happening }

func (g *grouping) nearest(b account) (out nearest) {
	for _, h := range g.all {
		if out.any == nil || h.lastTold() > out.any.lastTold() {
			out.any = h
		}
		if h.members[0].SubEventType == b.SubEventType && (out.ofType == nil || h.lastTold() > out.ofType.lastTold()) {
			out.ofType = h
		}
	}
	return out
}

// lastTold returns where the incident was told last.
func (h *happening) lastTold() int { return h.members[len(h.members)-1].Trigger.Start }

// isNegated reports whether nobody but those who deny it tells the incident.
func (h *happening) isNegated() bool {
	return !slices.ContainsFunc(h.members, func(m account) bool { return m.Modality != record.Negated })
}

// happening is one incident: the first account that tells it and the last ones.
type happening struct{ members []account }

func (h *happening) add(a account) {
	if len(h.members) == recalled {
		h.members = slices.Delete(h.members, 1, 2)
	}
	h.members = append(h.members, a)
}

// leadReach is how many sentences after the headline the text still tells the same.
const leadReach = 3

// isLeadOf reports whether the headline, or the first sentence of a text without
// one, tells an account in other words: its very toll in the same type, or near by
// a toll that its own rough one may be, as in "Scores killed in Gao raid" and "killed
// at least 43 people".
func (h *happening) isLeadOf(b account) bool {
	a := h.members[0]
	if !daysAgree(a.Record, b.Record) && !isUndated(a.Record) && !isUndated(b.Record) || a.Modality != b.Modality {
		return false
	}
	if a.SubEventType == b.SubEventType && sameToll(a.Record, b.Record) || h.hasRisenFrom(b) {
		return true
	}
	if isViolent(a.Record) && b.Trigger.Lemma == "attack" && isGeneral(b) && b.Evidence.Sentence <= leadReach && samePlace(a.Record, b.Record) && contradictsNothing(a.Record, b.Record) {
		return true
	}
	return b.Evidence.Sentence <= leadReach && isDeadly(a.Record) && isDeadly(b.Record) && tollsMeet(a.Record, b.Record)
}

// hasRisenFrom reports whether the text begins with the latest toll, and the account then tells
// of the same place how many died at first: the toll of the bombing in Gao has risen to 17. A
// lorry exploded in Gao on Monday, killing 14 people.
func (h *happening) hasRisenFrom(b account) bool {
	a := h.members[0]
	if !isLead(a.Record) || b.Evidence.Sentence > leadReach || len(a.dead) != 1 || !isTotal(a.dead[0]) || !samePlace(a.Record, b.Record) || b.one && b.elsewhere {
		return false
	}
	now, first := *a.dead[0].Min, boundsOf(b.Record).min
	return isViolent(a.Record) && isViolent(b.Record) && first < now && 2*first >= now
}

// isOf reports whether the incident is told for the first time in the sentence.
func (h *happening) isOf(sentence int) bool { return h.members[0].Evidence.Sentence == sentence }

// antecedentReach is how many sentences back "the attack" finds the happening that
// it points to by its nearness alone.
const antecedentReach = 2

// isWithin reports whether the incident is told in the sentence or at most n
// sentences before it.
func (h *happening) isWithin(n, sentence int) bool {
	return h.members[len(h.members)-1].Evidence.Sentence >= sentence-n
}
