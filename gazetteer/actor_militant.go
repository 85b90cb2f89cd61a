package gazetteer

// IsMilitant reports whether a kind of actors is armed and of no state.
func IsMilitant(kind string) bool {
	return kind == KindRebelGroup || kind == KindPoliticalMilitia || kind == KindIdentityMilitia
}

// militants holds what an index says of militants, so that a text without them
// is told by one look at its words.
type militants struct {
	begins  map[uint64]bool // hashes of the words that begin a noun or a modifier for them
	parents map[string]bool // ids of the parents of their groups
}

// addMilitant notes a phrase that is filed, if it is for militants.
func (x *ActorIndex) addMilitant(e *actorEntry, first *actorToken) {
	switch {
	case e.class == classNoun && IsMilitant(x.nouns[e.ref].Kind), e.class == classModifier && IsMilitant(x.mods[e.ref].Kind):
		x.militants.begins[first.hash] = true
	case e.class == classActor && IsMilitant(x.actors[e.ref].Kind):
		x.militants.parents[x.actors[e.ref].Parent] = true
	}
}

// LeadsMilitants reports whether an actor is a group of militants or the parent of
// one.
func (x *ActorIndex) LeadsMilitants(a *Actor) bool {
	return IsMilitant(a.Kind) || x.militants.parents[a.ID]
}

// HasMilitantWord reports whether a text has a word that begins a noun or a
// modifier for militants: gunmen, pro-government.
func (x *ActorIndex) HasMilitantWord(text string) bool {
	var room [64]actorToken
	tokens := actorTokens(text, room[:0], 0)
	for i := range tokens {
		if x.militants.begins[tokens[i].hash] {
			return true
		}
	}
	return false
}
