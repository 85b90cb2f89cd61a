package gazetteer

// ActorIndex finds names of actors, states and their services, and knows the
// generic nouns, modifiers and roles. It is read-only once built and safe for
// concurrent use.
type ActorIndex struct {
	actors    []*Actor
	byID      map[string]int32
	leaders   []ActorLeader
	states    []actorState
	stateOf   map[string]int32 // ISO3
	services  []actorService
	serviceOf map[string]int32 // role
	nouns     []ActorNoun
	mods      []ActorModifier
	roles     []ActorRole
	relations map[string]string

	entries   []actorEntry
	heads     hashTable // phrase hash → first entry
	starts    hashTable // hash of a first token → bit set of the phrase lengths it begins
	generated *generatedActors
	militants militants
	nounEnds  map[uint64]bool // hashes of the last words of nouns
}

// actorClass says what an entry's ref points into.
type actorClass uint8

const (
	classActor actorClass = iota
	classLeader
	classState
	classService
	classNoun
	classModifier
	classRole
)

type actorEntry struct {
	ref    int32
	next   int32 // entries of the same phrase; -1 ends them
	class  actorClass
	form   ActorForm
	tokens uint8
	flags  uint8
	upper  uint16 // tokens that have to begin upper-case
	caps   uint16 // tokens that have to be upper-case throughout
}

const (
	entryAmbiguous uint8 = 1 << iota
	entryPlural
	entryUser // of a user's file: shadows ours
)

// hashTable is an open-addressed map of non-zero hashes: a third of the time
// and a fifth of the garbage of a Go map at load.
type hashTable struct {
	keys []uint64
	vals []int32
	mask uint64
	n    int
}

func newHashTable(n int) hashTable {
	size := 16
	for 2*size < 3*n {
		size *= 2
	}
	return hashTable{keys: make([]uint64, size), vals: make([]int32, size), mask: uint64(size - 1)}
}

func (h *hashTable) get(key uint64) (int32, bool) {
	for i := key & h.mask; ; i = (i + 1) & h.mask {
		switch h.keys[i] {
		case key:
			return h.vals[i], true
		case 0:
			return 0, false
		}
	}
}

// slot returns the place of key's value, made with zero where it was absent.
func (h *hashTable) slot(key uint64) (v *int32, fresh bool) {
	if 4*h.n >= 3*len(h.keys) {
		old := *h
		*h = newHashTable(len(old.keys))
		for i, k := range old.keys {
			if k != 0 {
				v, _ := h.slot(k)
				*v = old.vals[i]
			}
		}
	}
	for i := key & h.mask; ; i = (i + 1) & h.mask {
		switch h.keys[i] {
		case key:
			return &h.vals[i], false
		case 0:
			h.keys[i] = key
			h.n++
			return &h.vals[i], true
		}
	}
}

// add files a phrase. Case is held as the phrase is written: where it begins a
// word upper-case the text has to as well, and abbreviations of up to three
// letters (IS, US, UN) must be in capitals, since they spell common
// words. Nouns, services, modifiers and roles are met in any case.
func (x *ActorIndex) add(phrase string, e actorEntry, buf []actorToken) []actorToken {
	buf = actorTokens(phrase, buf[:0], 0)
	if len(buf) == 0 || len(buf) > maxAliasTokens {
		return buf
	}
	if e.class <= classState {
		for i := range buf {
			t := &buf[i]
			if joined := i+1 < len(buf) && buf[i+1].flags&tokenHyphen != 0; t.flags&tokenUpper != 0 && !(i == 0 && joined && t.letters <= 4) && !(i == 1 && t.flags&tokenHyphen != 0 && buf[0].letters == 4) { // al-Qaeda, anti-balaka
				e.upper |= 1 << i
				if t.flags&tokenCaps != 0 && t.letters > 1 && t.letters <= 3 {
					e.caps |= 1 << i
				}
			}
		}
	}
	x.file(buf, e)
	return buf
}

// file puts the tokens' entry into the tables.
func (x *ActorIndex) file(tokens []actorToken, e actorEntry) {
	e.tokens = uint8(len(tokens))
	var h uint64 = fnvOffset
	for i := range tokens {
		h = phraseHash(h, &tokens[i])
	}
	v, fresh := x.heads.slot(h)
	e.next = -1
	if !fresh {
		for k := *v; ; k = x.entries[k].next {
			o := &x.entries[k]
			if o.class == e.class && o.ref == e.ref && o.upper == e.upper && o.caps == e.caps && o.form == e.form {
				o.flags &= e.flags | ^entryAmbiguous
				return // the same name twice, by case or hyphen only
			}
			if o.next < 0 {
				o.next = int32(len(x.entries))
				break
			}
		}
	} else {
		*v = int32(len(x.entries))
	}
	x.entries = append(x.entries, e)
	x.addMilitant(&e, &tokens[0])
	if e.class == classNoun {
		x.nounEnds[tokens[len(tokens)-1].hash] = true
	}
	if e.class <= classService {
		s, _ := x.starts.slot(tokens[0].hash)
		*s |= 1 << len(tokens)
	}
}

// fits reports whether the text's tokens are spelt as the entry asks.
func (e *actorEntry) fits(tokens []actorToken) bool {
	if e.upper == 0 {
		return true
	}
	for i := range tokens {
		if e.upper&(1<<i) == 0 {
			continue
		}
		f := tokens[i].flags
		if f&(tokenUpper|tokenDigit) == 0 || e.caps&(1<<i) != 0 && f&tokenCaps == 0 {
			return false
		}
	}
	return true
}
