package gazetteer

import "strings"

// Classes of generic nouns.
const (
	NounForce    = "force"    // soldiers, militants, gunmen
	NounCrowd    = "crowd"    // protesters, a mob
	NounCivilian = "civilian" // residents, an aid worker
	NounPerson   = "person"   // men, people: armed or not, as the words beside them say
	NounOfficial = "official" // governor, spokesman: by office
	NounGroup    = "group"    // group, fighters, members: the text says elsewhere whose
	NounCarrier  = "carrier"  // warplanes, tanks: act for their owner
	NounFacility = "facility" // base, mosque
	NounObject   = "object"   // vehicle, cache of arms
)

// ActorNoun is a generic noun: what kind of actor it is, and which service of
// a state it is once a state stands beside it (Syrian soldiers: MIL).
type ActorNoun struct {
	Noun       string
	Class      string
	Kind       string
	SourceKind string
	Service    string
	Plural     bool
}

// ActorModifier is a word before a noun that says more about the actor.
type ActorModifier struct {
	Word  string
	Class string // epistemic, allegiance, ethnic, …
	Kind  string // a militia or fighter so modified is of this kind; "" where it changes nothing
}

// ActorRole is an office or part that a source speaks in.
type ActorRole struct {
	Role       string
	SourceKind string
	Service    string // the service of its state; "" where it stands for none
}

// Noun looks a generic noun up, in any case, singular or plural.
func (x *ActorIndex) Noun(phrase string) (ActorNoun, bool) {
	e := x.exact(phrase, classNoun)
	if e == nil {
		return ActorNoun{}, false
	}
	n := x.nouns[e.ref]
	n.Plural = e.flags&entryPlural != 0
	return n, true
}

// EndsNoun reports whether a generic noun may end in a word, so that most words need
// not be looked up with those before them.
func (x *ActorIndex) EndsNoun(word string) bool {
	var room [8]actorToken
	tokens := actorTokens(word, room[:0], 0)
	return len(tokens) == 0 || x.nounEnds[tokens[len(tokens)-1].hash]
}

// Modifier looks a modifier up.
func (x *ActorIndex) Modifier(word string) (ActorModifier, bool) {
	if e := x.exact(word, classModifier); e != nil {
		return x.mods[e.ref], true
	}
	return ActorModifier{}, false
}

// Role looks a role up.
func (x *ActorIndex) Role(phrase string) (ActorRole, bool) {
	if e := x.exact(phrase, classRole); e != nil {
		return x.roles[e.ref], true
	}
	return ActorRole{}, false
}

// Service returns the role of the service of a state that a name means: army, police.
func (x *ActorIndex) Service(phrase string) (string, bool) {
	if e := x.exact(phrase, classService); e != nil {
		return x.services[e.ref].role, true
	}
	return "", false
}

// Relation splits a compound modifier: Iran-backed is Iran, "backed by".
func (x *ActorIndex) Relation(word string) (whose, relation string, ok bool) {
	i := strings.LastIndexAny(word, "-‐‑–")
	if i <= 0 {
		return "", "", false
	}
	suffix := strings.TrimLeft(word[i:], "-‐‑–")
	relation, ok = x.relations[strings.ToLower(suffix)]
	return word[:i], relation, ok
}

func (x *ActorIndex) exact(phrase string, class actorClass) *actorEntry {
	var room [maxAliasTokens + 1]actorToken
	tokens := actorTokens(phrase, room[:0], maxAliasTokens+1)
	if len(tokens) == 0 || len(tokens) > maxAliasTokens {
		return nil
	}
	var h uint64 = fnvOffset
	for i := range tokens {
		h = phraseHash(h, &tokens[i])
	}
	k, ok := x.heads.get(h)
	if !ok {
		return nil
	}
	for ; k >= 0; k = x.entries[k].next {
		if e := &x.entries[k]; e.class == class && int(e.tokens) == len(tokens) {
			return e
		}
	}
	return nil
}

// plural returns the regular plural of a noun's last word.
func plural(s string) string {
	switch {
	case strings.HasSuffix(s, "man") && !strings.HasSuffix(s, "human"):
		return s[:len(s)-3] + "men"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "z"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	case strings.HasSuffix(s, "y") && len(s) > 1 && !strings.ContainsRune("aeiou", rune(s[len(s)-2])):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}
