package telling

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// Telling is one happening as one clause tells it. Every field is filled in
// by one stage and only read by those after it.
type Telling struct {
	Event *event.Event

	// By package toll.
	Tolls []casualty.Casualty

	// By package role.
	Actors     []event.Filler
	Targets    []event.Filler
	Considered []Considered // of a traced document

	// By package source.
	Source     *record.Source // who says so; nil where the article itself does
	Also       []record.Source
	Denied     bool // the source says that it did not happen
	Answered   bool // somebody else denies what its source tells: a claim that the army denied
	Disclaimed bool // the source only denies a hand in it, or took the denial back: denied any role in the blast
	Hedged     bool // the text says of it that it may not be so: reportedly, purports

	// TollSources has, by figure of Tolls, who gives it where that is not Source.
	TollSources map[article.Span]*record.Source

	// By package setting, from the telling's own sentence; package frame fills what
	// that leaves open.
	Places []mention.Place // the narrowest first
	Nearby []mention.Place // without Places: what else the sentence names
	By     string          // the words that tell of Places or Nearby: its own clauses
	Site   *mention.Place  // the named place that "it" among the targets stands for, or nil
	Date   *mention.Date   // nil where the text gives none
	Dates  bool            // it only says when another act was: hours after the bombing

	Toponyms []Toponym // what its sentence names that may be a place, in text order

	// By package scope.
	Another   bool           // the text says that it is not a happening told before
	Anaphoric bool           // it points back to one: the attack
	Many      bool           // it is named by a plural: the raids
	One       bool           // it is one of a kind, named anew: a raid
	NewDoer   bool           // whoever does it is named anew: a gunman
	Aggregate bool           // tells many happenings as one
	Running   []article.Span // the figures of Tolls that count the victims of other happenings too

	// By package kind.
	Type  string // the sub-event type
	Kinds []Kind // of a traced document: the types that were considered

	// By package frame.
	PlaceFrom        *Telling       // the telling that all of Places are taken from, or nil
	PlaceProbability float64        // that Places are right where they are taken from elsewhere, else 0
	Beside           []article.Span // where those of Toponyms stand that joined Places
	DateProbability  float64        // that Date is, likewise
	Settings         []Setting      // of a traced document: the places and days that were considered
	Named            []Setting      // of a traced document: the places that were considered one by one

	// By Records.
	Record *record.Record

	// By package incident.
	Incidents []Incident // of a traced document: the incidents told before that were considered
}

// Toponym is a name that may be that of a place.
type Toponym struct {
	mention.Place
	Group *lang.NounGroup // that it stands in, or nil
	Prep  string          // the preposition before the group, or ""
}

// Considered is a noun group that could fill a role of the telling.
type Considered struct {
	event.Filler
	Role     string // actor or target
	Evidence weigh.Evidence
}

// Kind is a type that the telling could be of.
type Kind struct {
	Type        string
	Probability float64
	Evidence    weigh.Evidence
}

// Setting is a place or a day that the telling could have from elsewhere in the
// text.
type Setting struct {
	Places      []mention.Place
	Date        *mention.Date
	Probability float64
	Evidence    weigh.Evidence
}

// Incident is an incident that the telling could tell, by its id.
type Incident struct {
	ID          string         `json:"id"`
	Probability float64        `json:"probability"`
	Evidence    weigh.Evidence `json:"evidence,omitempty"`
}

// Of returns the tellings of events, in their order.
func Of(events []*event.Event) []*Telling {
	out := make([]*Telling, len(events))
	for i, e := range events {
		out[i] = &Telling{Event: e}
	}
	return out
}

// Vague reports whether the words of the telling leave open what kind of act
// it was, as in "were killed", "the attack".
func (t *Telling) Vague() bool { return t.Event.Vague || t.Event.Rule.Result }

// Names reports whether a place joined the others because the sentence of the telling
// names it too.
func (t *Telling) Names(p *mention.Place) bool {
	return slices.Contains(t.Beside, p.Span)
}

// OwnDate returns the date of the telling where its own sentence gives one.
func (t *Telling) OwnDate() *mention.Date {
	if t.Date == nil || t.isDateTaken() {
		return nil
	}
	return t.Date
}

// isDateTaken reports whether the date of the telling stands in the sentence of
// another.
func (t *Telling) isDateTaken() bool { return !t.Event.Sentence.Contains(t.Date.Span) }

// modality returns whether it happened, according to the one who tells it.
func (t *Telling) modality() string {
	if t.Denied && t.Event.Modality != record.Planned {
		return record.Negated // denied that it had carried out any strike
	}
	return t.Event.Modality
}
