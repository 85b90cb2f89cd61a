package gazetteer

import (
	"embed"
	"slices"
	"sync"
)

// Kinds of actors, by ACLED's names. The empty kind is an actor that is none
// of the eight: a news agency, a monitor.
const (
	KindStateForces      = "state forces"
	KindRebelGroup       = "rebel group"
	KindPoliticalMilitia = "political militia"
	KindIdentityMilitia  = "identity militia"
	KindRioters          = "rioters"
	KindProtesters       = "protesters"
	KindCivilians        = "civilians"
	KindExternalForces   = "external/other forces"
	KindFacility         = "facility" // a position or building without an owner; never of a dictionary row
	SourceBelligerent    = "belligerent"
	SourceOfficial       = "official"
	SourceMonitor        = "monitor"
	SourceWitness        = "witness"
	SourceMedia          = "media"
	SourceMedical        = "medical"
	SourceInternational  = "international"
	SourceAnonymous      = "anonymous"
	SourceOther          = "other"
	roleGovernment       = "GOV"
	roleMilitary         = "MIL"
	maxAliasTokens       = 14 // longer aliases would never be written out by a wire
)

// Actor is a row of the dictionary. ID is ISO3-ROLE for the state side of a
// country, a lower-case slug for everything else, and is never reused. From
// and To are years, 0 where open.
type Actor struct {
	ID, Name   string
	Kind       string
	SourceKind string
	Country    string // ISO3, the first of Countries
	From, To   int
	Parent     string // an actor's id
	Successor  string
	Line       ActorLine // where the row stands; zero for a generated one

	countries, with, against, aliases string // lists as the row has them
}

// Countries returns the actor's home countries, as ISO3 codes.
func (a *Actor) Countries() []string { return slices.Collect(list(a.countries)) }

// With returns the ids of actors and the codes of states that it fights beside.
func (a *Actor) With() []string { return slices.Collect(list(a.with)) }

// Against returns the ids of actors and the codes of states that it fights.
func (a *Actor) Against() []string { return slices.Collect(list(a.against)) }

// Aliases returns the actor's names, the canonical one first.
func (a *Actor) Aliases() []ActorAlias {
	all := []ActorAlias{{Text: a.Name}}
	for s, ambiguous := range aliases(a.aliases) {
		all = append(all, ActorAlias{s, ambiguous})
	}
	return all
}

// ActorAlias is a name that an actor goes by. An Ambiguous one means the
// actor only where something else in the text speaks for it: its country, its
// full name, the word group beside it.
type ActorAlias struct {
	Text      string
	Ambiguous bool
}

// ActorLine is a place in a dictionary file.
type ActorLine struct {
	File         string
	Line, Column int
}

// ActorLeader is a person who stands for an actor.
type ActorLeader struct {
	Name, ActorID, Role string
	From, To            int
}

// ActiveIn reports whether the actor may have acted in the year; 0 is any year.
// Rows give the years of a group's life roughly, so a year more at either end
// is let through.
func (a *Actor) ActiveIn(year int) bool {
	if year == 0 {
		return true
	}
	return (a.From == 0 || year >= a.From-1) && (a.To == 0 || year <= a.To+1)
}

// In reports whether the country is one of the actor's.
func (a *Actor) In(iso3 string) bool {
	for c := range list(a.countries) {
		if c == iso3 {
			return true
		}
	}
	return false
}

//go:embed data/actors/*.csv
var actorFiles embed.FS

// Actors is the built-in dictionary. It is built at the first call and safe
// for concurrent use.
var Actors = sync.OnceValue(func() *ActorIndex {
	x, _, err := buildActors(nil)
	if err != nil {
		panic(err) // embedded; a test reads every row
	}
	return x
})
