package gazetteer

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
