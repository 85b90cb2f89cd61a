package gazetteer

import (
	"sort"
	"strings"
	"sync"
)

// ActorForm says what a match is.
type ActorForm uint8

// The forms of a match.
const (
	FormName      ActorForm = iota // Boko Haram, IDF
	FormLeader                     // a person who stands for an actor
	FormForce                      // a state and one of its services: the Syrian army
	FormState                      // Syria
	FormAdjective                  // Syrian
	FormPeople                     // Syrians
	FormMetonym                    // Damascus, the Kremlin
)

var actorForms = [...]string{"name", "leader", "force", "state", "adjective", "people", "metonym"}

// String returns the form's name.
func (f ActorForm) String() string { return actorForms[f] }

// ActorCandidate is an actor that a name may mean. Leader is set where the
// name is a person's.
type ActorCandidate struct {
	*Actor
	Ambiguous bool
	Leader    *ActorLeader
}

// ActorMatch is a name found in a text: text[Start:End], in bytes, without
// an article or possessive. Candidates are in the order of their rank: those
// that need nothing else in the text first, then by id.
type ActorMatch struct {
	Start, End int
	Form       ActorForm
	Owner      bool // 's follows
	Candidates []ActorCandidate
}

// tokenMemory is the memory of the tokens of texts, which nobody asks for once they
// have been scanned.
var tokenMemory = sync.Pool{New: func() any { return new([]actorToken) }}

// Scan finds the names in a text, leftmost longest, without overlap.
func (x *ActorIndex) Scan(text string) []ActorMatch {
	memory := tokenMemory.Get().(*[]actorToken)
	defer tokenMemory.Put(memory)
	if cap(*memory) == 0 {
		*memory = make([]actorToken, 0, len(text)/5+8)
	}
	tokens := actorTokens(text, (*memory)[:0], 0)
	*memory = tokens
	var found []ActorMatch
	for i := 0; i < len(tokens); {
		if m, n := x.match(tokens, i); n > 0 {
			found = append(found, m)
			i += n
			continue
		}
		i++
	}
	return found
}

// Longest finds the longest name that begins at the byte offset at.
func (x *ActorIndex) Longest(text string, at int) (ActorMatch, bool) {
	if at < 0 || at >= len(text) {
		return ActorMatch{}, false
	}
	var room [2*maxAliasTokens + 4]actorToken
	tokens := actorTokens(text[at:], room[:0], 1)
	if len(tokens) == 0 || tokens[0].start != 0 {
		return ActorMatch{}, false
	}
	if _, ok := x.starts.get(tokens[0].hash); !ok {
		return ActorMatch{}, false // no name begins so, and what follows need not be read
	}
	tokens = actorTokens(text[at:], room[:0], len(room))
	m, n := x.match(tokens, 0)
	m.Start += at
	m.End += at
	return m, n > 0
}

// NameOver finds the longest name that begins at the byte offset at, where it is that of
// an actor or a leader and goes on to the byte end at least. Most words begin no name
// that has as many words.
func (x *ActorIndex) NameOver(text string, at, end int) (ActorMatch, bool) {
	if at < 0 || at >= end || end > len(text) {
		return ActorMatch{}, false
	}
	var room [maxAliasTokens + 1]actorToken
	first := actorTokens(text[at:], room[:0], 1)
	if len(first) == 0 || first[0].start != 0 {
		return ActorMatch{}, false
	}
	lengths, ok := x.starts.get(first[0].hash)
	if !ok || lengths>>len(actorTokens(text[at:end], room[:0], len(room))) == 0 {
		return ActorMatch{}, false
	}
	m, ok := x.Longest(text, at)
	return m, ok && m.End >= end && (m.Form == FormName || m.Form == FormLeader)
}

// Lookup resolves a whole name, with or without an article.
func (x *ActorIndex) Lookup(name string) (ActorMatch, bool) {
	name = strings.TrimSpace(name)
	for _, s := range x.services { // Army of Syria is the canonical name, army of Syria the military
		if rest, ok := strings.CutPrefix(name, s.prefix); ok && s.prefix != "" {
			if i, ok := x.stateNamed(rest); ok {
				return ActorMatch{End: len(name), Form: FormForce, Candidates: []ActorCandidate{{Actor: x.StateForce(x.states[i].iso3, s.role)}}}, true
			}
		}
	}
	for _, s := range []string{name, strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")} {
		tokens := actorTokens(s, nil, 0)
		if len(tokens) == 0 {
			continue
		}
		if m, n := x.match(tokens, 0); n == len(tokens) {
			return m, true
		}
	}
	return ActorMatch{}, false
}

func (x *ActorIndex) stateNamed(name string) (int32, bool) {
	e := x.exact(name, classState)
	if e == nil || e.form != FormState {
		return 0, false
	}
	return e.ref, true
}

// ByID returns the actor with the id. The state side of every country is
// there whether or not a row names it.
func (x *ActorIndex) ByID(id string) (*Actor, bool) {
	if i, ok := x.byID[id]; ok {
		return x.actors[i], true
	}
	iso3, role, ok := strings.Cut(id, "-")
	if !ok {
		return nil, false
	}
	if _, ok := x.stateOf[iso3]; !ok {
		return nil, false
	}
	if _, ok := x.serviceOf[role]; !ok {
		return nil, false
	}
	return x.StateForce(iso3, role), true
}

// All returns the dictionary's rows in the order of their ids.
func (x *ActorIndex) All() []*Actor {
	all := append([]*Actor(nil), x.actors...)
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return all
}

// Parts returns the rows whose parent is the actor and who are at home in the
// country and active in the year, in the order of their ids.
func (x *ActorIndex) Parts(parent, iso3 string, year int) []*Actor {
	var parts []*Actor
	for _, a := range x.actors {
		if a.Parent == parent && a.Country == iso3 && a.ActiveIn(year) {
			parts = append(parts, a)
		}
	}
	sort.Slice(parts, func(i, j int) bool { return parts[i].ID < parts[j].ID })
	return parts
}

// generatedActors holds the state actors that no row names, made when asked.
type generatedActors struct {
	sync.Mutex
	made map[string]*Actor
}

// StateForce returns a country's service: SYR, MIL. It returns nil for a state or
// role that is in no table.
func (x *ActorIndex) StateForce(iso3, role string) *Actor {
	id := iso3 + "-" + role
	if i, ok := x.byID[id]; ok {
		return x.actors[i]
	}
	x.generated.Lock()
	defer x.generated.Unlock()
	if a := x.generated.made[id]; a != nil {
		return a
	}
	si, ok := x.stateOf[iso3]
	vi, known := x.serviceOf[role]
	if !ok || !known {
		return nil
	}
	a := x.states[si].actor(&x.services[vi])
	x.generated.made[id] = a
	return a
}

// match finds the longest name that begins at token i, and how many tokens it
// takes.
func (x *ActorIndex) match(tokens []actorToken, i int) (ActorMatch, int) {
	lengths, ok := x.starts.get(tokens[i].hash)
	if !ok {
		return ActorMatch{}, 0
	}
	var hashes [maxAliasTokens + 1]uint64
	limit := 0
	h := uint64(fnvOffset)
	for n := 1; n <= maxAliasTokens && i+n <= len(tokens) && lengths>>n != 0; n++ {
		t := tokens[i+n-1]
		if n == 1 {
			t.flags &^= tokenBreak
		}
		h = phraseHash(h, &t)
		hashes[n] = h
		limit = n
	}
	bestState, stateLen := int32(-1), 0
	for n := limit; n >= 1; n-- {
		if lengths&(1<<n) == 0 {
			continue
		}
		k, ok := x.heads.get(hashes[n])
		if !ok {
			continue
		}
		m, state, service := x.entriesAt(k, tokens[i:i+n])
		if len(m.Candidates) > 0 && m.Form <= FormLeader {
			// A state with its service may reach further than the name.
			if f, k := x.force(tokens, i, bestState, stateLen); k > n {
				return f, k
			}
			return m, n
		}
		if service >= 0 {
			if f, k := x.forceOf(tokens, i, n, service); k > 0 {
				return f, k
			}
		}
		if state >= 0 && bestState < 0 {
			bestState, stateLen = state, n
		}
	}
	if bestState < 0 {
		return ActorMatch{}, 0
	}
	if f, k := x.force(tokens, i, bestState, stateLen); k > 0 {
		return f, k
	}
	return x.stateMatch(tokens[i:i+stateLen], bestState), stateLen
}

// entriesAt reads the entries of a phrase: the actors and leaders that it
// names, else the entry index of a state, else of a service; -1 where none.
func (x *ActorIndex) entriesAt(k int32, tokens []actorToken) (m ActorMatch, state, service int32) {
	state, service = -1, -1
	user := false
	for ; k >= 0; k = x.entries[k].next {
		e := &x.entries[k]
		if int(e.tokens) != len(tokens) || !e.fits(tokens) {
			continue
		}
		switch e.class {
		case classActor, classLeader:
			if user && e.flags&entryUser == 0 {
				continue
			}
			if !user && e.flags&entryUser != 0 {
				user = true
				m.Candidates = m.Candidates[:0]
			}
			c := ActorCandidate{Ambiguous: e.flags&entryAmbiguous != 0}
			if e.class == classActor {
				c.Actor = x.actors[e.ref]
			} else {
				c.Leader = &x.leaders[e.ref]
				c.Actor, _ = x.ByID(c.Leader.ActorID)
				m.Form = FormLeader
			}
			if !hasCandidate(m.Candidates, c) {
				m.Candidates = append(m.Candidates, c)
			}
		case classState:
			if state < 0 {
				state = k
			}
		case classService:
			if service < 0 {
				service = k
			}
		}
	}
	if len(m.Candidates) > 0 {
		last := tokens[len(tokens)-1]
		m.Start, m.End, m.Owner = tokens[0].start, last.end, last.flags&tokenOwner != 0
		sort.SliceStable(m.Candidates, func(i, j int) bool {
			a, b := m.Candidates[i], m.Candidates[j]
			if a.Ambiguous != b.Ambiguous {
				return b.Ambiguous
			}
			return a.ID < b.ID
		})
		if m.Candidates[0].Leader == nil {
			m.Form = FormName
		}
	}
	return m, state, service
}

func hasCandidate(list []ActorCandidate, c ActorCandidate) bool {
	for i := range list {
		if list[i].Actor == c.Actor && list[i].Leader == c.Leader {
			list[i].Ambiguous = list[i].Ambiguous && c.Ambiguous
			return true
		}
	}
	return false
}

// stateMatch matches a bare state, demonym or capital.
func (x *ActorIndex) stateMatch(tokens []actorToken, entry int32) ActorMatch {
	e := &x.entries[entry]
	last := tokens[len(tokens)-1]
	return ActorMatch{Start: tokens[0].start, End: last.end, Form: e.form, Owner: last.flags&tokenOwner != 0,
		Candidates: []ActorCandidate{{Actor: x.StateForce(x.states[e.ref].iso3, roleGovernment), Ambiguous: e.flags&entryAmbiguous != 0}}}
}

// force reads a service after the state at i: Syrian army, Syria's military.
func (x *ActorIndex) force(tokens []actorToken, i int, entry int32, stateLen int) (ActorMatch, int) {
	if entry < 0 || x.entries[entry].form > FormPeople {
		return ActorMatch{}, 0
	}
	service, n := x.serviceAt(tokens, i+stateLen)
	if n == 0 || tokens[i+stateLen].flags&tokenHyphen != 0 {
		return ActorMatch{}, 0
	}
	return x.forceMatch(tokens[i:i+stateLen+n], x.entries[entry].ref, service), stateLen + n
}

// forceOf reads a state after the service at i: armed forces of Ukraine.
func (x *ActorIndex) forceOf(tokens []actorToken, i, n int, service int32) (ActorMatch, int) {
	k := i + n
	if k >= len(tokens) || tokens[k].hash != wordOf || tokens[k].flags&tokenBreak != 0 {
		return ActorMatch{}, 0
	}
	k++
	if k < len(tokens) && tokens[k].hash == wordThe {
		k++
	}
	if k >= len(tokens) {
		return ActorMatch{}, 0
	}
	lengths, _ := x.starts.get(tokens[k].hash)
	for m := 5; m >= 1; m-- {
		if lengths&(1<<m) == 0 || k+m > len(tokens) {
			continue
		}
		h := uint64(fnvOffset)
		for j := k; j < k+m; j++ {
			t := tokens[j]
			if j == k {
				t.flags &^= tokenBreak
			}
			h = phraseHash(h, &t)
		}
		e, ok := x.heads.get(h)
		if !ok {
			continue
		}
		if _, state, _ := x.entriesAt(e, tokens[k:k+m]); state >= 0 && x.entries[state].form == FormState {
			return x.forceMatch(tokens[i:k+m], x.entries[state].ref, x.entries[service].ref), k + m - i
		}
	}
	return ActorMatch{}, 0
}

var wordOf, wordThe = tokenHash("of"), tokenHash("the")

func tokenHash(w string) uint64 { return actorTokens(w, nil, 1)[0].hash }

func (x *ActorIndex) forceMatch(tokens []actorToken, state, service int32) ActorMatch {
	last := tokens[len(tokens)-1]
	return ActorMatch{Start: tokens[0].start, End: last.end, Form: FormForce, Owner: last.flags&tokenOwner != 0,
		Candidates: []ActorCandidate{{Actor: x.StateForce(x.states[state].iso3, x.services[service].role)}}}
}

// serviceAt finds the longest name of a service at token i.
func (x *ActorIndex) serviceAt(tokens []actorToken, i int) (service int32, n int) {
	if i >= len(tokens) || tokens[i].flags&tokenBreak != 0 {
		return -1, 0
	}
	lengths, ok := x.starts.get(tokens[i].hash)
	if !ok {
		return -1, 0
	}
	h := uint64(fnvOffset)
	for m := 1; m <= maxAliasTokens && i+m <= len(tokens) && lengths>>m != 0; m++ {
		if m > 1 && tokens[i+m-1].flags&tokenBreak != 0 {
			break
		}
		h = phraseHash(h, &tokens[i+m-1])
		if lengths&(1<<m) == 0 {
			continue
		}
		k, ok := x.heads.get(h)
		for ; ok && k >= 0; k = x.entries[k].next {
			if e := &x.entries[k]; e.class == classService && int(e.tokens) == m {
				service, n = e.ref, m
				break
			}
		}
	}
	return service, n
}
