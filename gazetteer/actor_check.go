package gazetteer

import (
	"slices"
	"strings"

	"sitrep/gazetteer/internal/table"
)

var actorKinds = map[string]bool{
	KindStateForces: true, KindRebelGroup: true, KindPoliticalMilitia: true, KindIdentityMilitia: true,
	KindRioters: true, KindProtesters: true, KindCivilians: true, KindExternalForces: true, "": true,
}

var sourceKinds = map[string]bool{
	SourceBelligerent: true, SourceOfficial: true, SourceMonitor: true, SourceWitness: true, SourceMedia: true,
	SourceMedical: true, SourceInternational: true, SourceAnonymous: true, SourceOther: true, "": true,
}

// validate checks a user's row as far as it can be checked alone.
func (b *actorBuilder) validate(t *table.Table, a *Actor) error {
	switch {
	case a.ID == "" || strings.ContainsAny(a.ID, " \t;|,"):
		return t.Fail(actorID, "%q cannot be an id: it must not be empty or contain spaces, commas, semicolons or bars", a.ID)
	case strings.TrimSpace(a.Name) == "":
		return t.Fail(actorName, "%s has no name", a.ID)
	case !actorKinds[a.Kind]:
		return t.Fail(actorKind, "%q is not a kind of actor; kinds are state forces, rebel group, political militia, identity militia, rioters, protesters, civilians, external/other forces, or empty", a.Kind)
	case !sourceKinds[a.SourceKind]:
		return t.Fail(actorSourceKind, "%q is not a kind of source; kinds are belligerent, official, monitor, witness, media, medical, international, anonymous, other, or empty", a.SourceKind)
	case a.From != 0 && a.To != 0 && a.To < a.From:
		return t.Fail(actorTo, "%s ends in %d before it begins in %d", a.ID, a.To, a.From)
	}
	for _, c := range a.Countries() {
		if _, ok := b.x.stateOf[c]; !ok {
			return t.Fail(actorCountries, "%q is not an ISO 3166 alpha-3 code", c)
		}
	}
	for _, alias := range a.Aliases() {
		if n := len(actorTokens(alias.Text, nil, 0)); n == 0 || n > maxAliasTokens {
			return t.Fail(actorAliases, "%q cannot be an alias: it must have 1 to %d words", alias.Text, maxAliasTokens)
		}
	}
	return nil
}

// parents says which kinds a parent of a kind may have. A rebel group's
// media wing or a relief body has no kind and may hang on anything.
var parents = map[string]map[string]bool{
	KindStateForces:      {KindStateForces: true, "": true},
	KindRebelGroup:       {KindRebelGroup: true, KindPoliticalMilitia: true, KindIdentityMilitia: true, "": true},
	KindPoliticalMilitia: {KindPoliticalMilitia: true, KindRebelGroup: true, KindStateForces: true, KindIdentityMilitia: true, "": true},
	KindIdentityMilitia:  {KindIdentityMilitia: true, KindPoliticalMilitia: true, KindRebelGroup: true, KindStateForces: true, "": true},
	KindExternalForces:   {KindExternalForces: true, KindStateForces: true, KindPoliticalMilitia: true, "": true},
}

// relatives checks parent, successor, allies and enemies.
func (x *ActorIndex) relatives(a *Actor, say func(*Actor, string, ...any)) {
	if a.Parent != "" {
		x.checkParent(a, say)
	}
	if a.Successor != "" {
		s, ok := x.ByID(a.Successor)
		switch {
		case !ok:
			say(a, "successor %q is nobody's id", a.Successor)
		case a.From != 0 && s.To != 0 && s.To < a.From:
			say(a, "its successor %s ended in %d, before it began in %d", s.ID, s.To, a.From)
		}
	}
	for _, id := range slices.Concat(a.With(), a.Against()) {
		_, state := x.stateOf[id]
		if _, ok := x.ByID(id); !ok && !state {
			say(a, "%q is nobody's id", id)
		}
	}
	for _, id := range a.With() {
		if slices.Contains(a.Against(), id) {
			say(a, "is with and against %s", id)
		}
	}
}

// checkParent checks that an actor's parent is one it can be part of, and not
// part of the actor.
func (x *ActorIndex) checkParent(a *Actor, say func(*Actor, string, ...any)) {
	p, ok := x.ByID(a.Parent)
	switch {
	case !ok:
		say(a, "parent %q is not the id of an actor", a.Parent)
	case a.Parent == a.ID:
		say(a, "is its own parent")
	case parents[a.Kind] != nil && !parents[a.Kind][p.Kind]:
		say(a, "a %s cannot be part of a %s (%s)", a.Kind, p.Kind, p.ID)
	case p.To != 0 && a.From != 0 && p.To < a.From:
		say(a, "begins in %d, after its parent %s ended in %d", a.From, p.ID, p.To)
	}
	seen := map[string]bool{a.ID: true}
	for ok && p.Parent != "" {
		if seen[p.ID] {
			say(a, "its parents go in a circle")
			return
		}
		seen[p.ID] = true
		p, ok = x.ByID(p.Parent)
	}
}

// The columns of the tables, in the order of the lists below.
const (
	serviceRole = iota
	serviceName
	serviceParent
	serviceSourceKind
	servicePhrases
)

const (
	stateISO3 = iota
	stateName
	stateAliases
	stateAdjectives
	statePeople
	stateMetonyms
	stateFrom
	stateTo
)

const (
	forceID = iota
	forceName
	forceParent
	forceFrom
	forceTo
	forceAliases
)

const (
	alsoID = iota
	alsoAliases
)

const (
	leaderName = iota
	leaderAliases
	leaderActorID
	leaderRole
	leaderFrom
	leaderTo
)

const (
	nounNoun = iota
	nounPlural
	nounClass
	nounKind
	nounSourceKind
	nounService
)

const (
	modifierModifier = iota
	modifierClass
	modifierKind
)

const (
	roleRole = iota
	roleSourceKind
	roleService
)

const (
	relationSuffix = iota
	relationRelation
)

const (
	actorID = iota
	actorName
	actorKind
	actorSourceKind
	actorCountries
	actorFrom
	actorTo
	actorParent
	actorSuccessor
	actorWith
	actorAgainst
	actorAliases
	actorNote
)

var (
	serviceColumns  = []string{"role", "name", "parent", "source_kind", "phrases"}
	stateColumns    = []string{"iso3", "name", "aliases", "adjectives", "people", "metonyms", "from", "to"}
	forceColumns    = []string{"id", "name", "parent", "from", "to", "aliases"}
	alsoColumns     = []string{"id", "aliases"}
	leaderColumns   = []string{"name", "aliases", "actor_id", "role", "from", "to"}
	nounColumns     = []string{"noun", "plural", "class", "kind", "source_kind", "service"}
	modifierColumns = []string{"modifier", "class", "kind"}
	roleColumns     = []string{"role", "source_kind", "service"}
	relationColumns = []string{"suffix", "relation"}
	actorColumns    = []string{"id", "name", "kind", "source_kind", "countries", "from", "to", "parent", "successor", "with", "against", "aliases", "note"}
)

const actorRequired = 3 // id, name, kind
