package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"sort"
	"strings"
	"unsafe"

	"sitrep/gazetteer/internal/table"
)

// actorState is a country as the index knows it.
type actorState struct {
	iso3, name string
	from, to   int
}

// actorService is a service that every state has: its army, its police.
type actorService struct {
	role, name, prefix, parent, source string
}

// actor returns the state's service as a row.
func (s *actorState) actor(v *actorService) *Actor {
	a := &Actor{ID: s.iso3 + "-" + v.role, Name: strings.Replace(v.name, "%s", s.name, 1), Kind: KindStateForces,
		SourceKind: v.source, Country: s.iso3, countries: s.iso3, From: s.from, To: s.to}
	if v.parent != "" {
		a.Parent = s.iso3 + "-" + v.parent
	}
	return a
}

// ActorNotice is something in a user's file that is allowed and worth a word:
// a row of ours replaced, a name that now means something else.
type ActorNotice struct {
	ActorLine
	Msg string
}

func (n ActorNotice) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", n.File, n.Line, n.Column, n.Msg)
}

// ActorFile is a user's own table of actors: CSV with a header, of whose
// columns id, name and kind are needed and source_kind, countries, from, to,
// parent, successor, with, against, aliases and note may be there. Lists have
// | between their parts; an alias that ends in ? needs more in the text than
// itself. A row whose id is ours replaces ours.
type ActorFile struct {
	Name string
	Data io.Reader
}

// ActorsWith returns the built-in dictionary with the users' files on top, the
// later ones on top of the earlier. The error is an *ActorFileError.
func ActorsWith(files ...ActorFile) (*ActorIndex, []ActorNotice, error) { return buildActors(files) }

// WithActorsFiles does the same with files by their paths; without one it returns
// Actors.
func WithActorsFiles(paths ...string) (*ActorIndex, []ActorNotice, error) {
	if len(paths) == 0 {
		return Actors(), nil, nil
	}
	files := make([]ActorFile, 0, len(paths))
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return nil, nil, err
		}
		defer f.Close()
		files = append(files, ActorFile{p, f})
	}
	return ActorsWith(files...)
}

// actorBuilder gathers rows before the index is made, so that a user's row
// can replace ours whole.
type actorBuilder struct {
	x       *ActorIndex
	notices []ActorNotice
	user    map[string]bool // ids of rows from users' files
	buf     []actorToken
	slab    []Actor
}

func buildActors(files []ActorFile) (*ActorIndex, []ActorNotice, error) {
	x := &ActorIndex{byID: make(map[string]int32, 2048), stateOf: make(map[string]int32, 256), serviceOf: map[string]int32{},
		relations: map[string]string{}, militants: militants{map[uint64]bool{}, map[string]bool{}}, nounEnds: map[uint64]bool{}, generated: &generatedActors{made: map[string]*Actor{}},
		entries: make([]actorEntry, 0, 20000), heads: newHashTable(18000), starts: newHashTable(9000),
		actors: make([]*Actor, 0, 2200), nouns: make([]ActorNoun, 0, 1700), roles: make([]ActorRole, 0, 700)}
	b := &actorBuilder{x: x, user: map[string]bool{}, buf: make([]actorToken, 0, 32)}
	steps := func(list ...actorStep) error {
		for _, step := range list {
			if err := b.read(step); err != nil {
				return err
			}
		}
		return nil
	}
	if err := steps(
		actorStep{"services", serviceColumns, len(serviceColumns), b.service},
		actorStep{"states", stateColumns, len(stateColumns), b.state},
		actorStep{"forces", forceColumns, len(forceColumns), b.force},
		actorStep{"organisations", actorColumns, actorRequired, b.actor},
		actorStep{"groups", actorColumns, actorRequired, b.actor},
		actorStep{"aliases", alsoColumns, len(alsoColumns), b.also},
	); err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		if err := b.overlay(f); err != nil {
			return nil, nil, err
		}
	}
	for i, a := range x.actors {
		b.index(int32(i), a)
	}
	if err := steps(
		actorStep{"leaders", leaderColumns, len(leaderColumns), b.leader},
		actorStep{"generics", nounColumns, len(nounColumns), b.noun},
		actorStep{"modifiers", modifierColumns, len(modifierColumns), b.modifier},
		actorStep{"roles", roleColumns, len(roleColumns), b.role},
		actorStep{"relations", relationColumns, len(relationColumns), b.relation},
	); err != nil {
		return nil, nil, err
	}
	b.shadowed()
	return x, b.notices, nil
}

// actorStep is one table of ours and what is done with its rows.
type actorStep struct {
	name     string
	columns  []string
	required int
	row      func(*table.Table) error
}

func (b *actorBuilder) read(step actorStep) error {
	file := "data/actors/" + step.name + ".csv"
	data, err := actorFiles.ReadFile(file)
	if err != nil {
		return err
	}
	return b.rows(file, unsafe.String(unsafe.SliceData(data), len(data)), step)
}

func (b *actorBuilder) rows(file, src string, step actorStep) error {
	err := table.Each(file, src, step.columns, step.required, step.row)
	var defect *table.Error
	if errors.As(err, &defect) {
		return &ActorFileError{ActorLine(defect.Pos), defect.Msg}
	}
	return err
}

func (b *actorBuilder) service(t *table.Table) error {
	x := b.x
	v := actorService{role: t.Get(serviceRole), name: t.Get(serviceName), parent: t.Get(serviceParent), source: t.Get(serviceSourceKind)}
	if p, ok := strings.CutSuffix(v.name, "%s"); ok {
		v.prefix = p
	}
	ref := int32(len(x.services))
	x.serviceOf[v.role] = ref
	x.services = append(x.services, v)
	for p := range list(t.Get(servicePhrases)) {
		b.buf = x.add(p, actorEntry{class: classService, ref: ref}, b.buf)
	}
	return nil
}

func (b *actorBuilder) state(t *table.Table) error {
	x := b.x
	s := actorState{iso3: t.Get(stateISO3), name: t.Get(stateName)}
	if len(s.iso3) != 3 {
		return t.Fail(stateISO3, "%q is not an ISO 3166 alpha-3 code", s.iso3)
	}
	var err error
	if s.from, err = t.Year(stateFrom); err != nil {
		return err
	}
	if s.to, err = t.Year(stateTo); err != nil {
		return err
	}
	ref := int32(len(x.states))
	x.stateOf[s.iso3] = ref
	x.states = append(x.states, s)
	file := func(names string, form ActorForm) {
		for name, ambiguous := range aliases(names) {
			b.name(name, ambiguous, actorEntry{class: classState, ref: ref, form: form})
		}
	}
	b.name(s.name, false, actorEntry{class: classState, ref: ref, form: FormState})
	file(t.Get(stateAliases), FormState)
	adjectives, people := t.Get(stateAdjectives), t.Get(statePeople)
	file(adjectives, FormAdjective)
	file(people, FormPeople)
	if people == "" {
		for a := range list(adjectives) {
			b.name(a+"s", false, actorEntry{class: classState, ref: ref, form: FormPeople})
		}
	}
	file(t.Get(stateMetonyms), FormMetonym)
	return nil
}

// name files one name.
func (b *actorBuilder) name(name string, ambiguous bool, e actorEntry) {
	if ambiguous {
		e.flags |= entryAmbiguous
	}
	b.buf = b.x.add(name, e, b.buf)
}

// force adds to the generated state side: its own names and years, or a
// service that only this state has.
func (b *actorBuilder) force(t *table.Table) error {
	id := t.Get(forceID)
	iso3, role, _ := strings.Cut(id, "-")
	si, ok := b.x.stateOf[iso3]
	if !ok {
		return t.Fail(forceID, "%q begins with no state's code", id)
	}
	s := &b.x.states[si]
	a := &Actor{ID: id, Kind: KindStateForces, SourceKind: SourceOfficial, Country: iso3, countries: iso3, From: s.from, To: s.to}
	if vi, ok := b.x.serviceOf[role]; ok {
		a = s.actor(&b.x.services[vi])
	} else if t.Get(forceName) == "" {
		return t.Fail(forceName, "%s is no service of every state and has no name", id)
	}
	if n := t.Get(forceName); n != "" {
		a.Name = n
	}
	if p := t.Get(forceParent); p != "" {
		a.Parent = p
	}
	if a.Parent == "" && role != roleGovernment {
		a.Parent = iso3 + "-" + roleGovernment
	}
	a.aliases = t.Get(forceAliases)
	a.Line = ActorLine(t.At(forceID))
	var err error
	if y, e := t.Year(forceFrom); e != nil {
		err = e
	} else if y != 0 {
		a.From = y
	}
	if y, e := t.Year(forceTo); e != nil {
		err = e
	} else if y != 0 {
		a.To = y
	}
	if err != nil {
		return err
	}
	return b.put(t, a, false)
}

func (b *actorBuilder) actor(t *table.Table) error { return b.row(t, false) }

func (b *actorBuilder) row(t *table.Table, user bool) error {
	a := b.fresh()
	*a = Actor{ID: t.Get(actorID), Name: t.Get(actorName), Kind: t.Get(actorKind), SourceKind: t.Get(actorSourceKind),
		countries: t.Get(actorCountries), Parent: t.Get(actorParent), Successor: t.Get(actorSuccessor),
		with: t.Get(actorWith), against: t.Get(actorAgainst), aliases: t.Get(actorAliases), Line: ActorLine(t.At(actorID))}
	a.Country, _, _ = strings.Cut(a.countries, "|")
	var err error
	if a.From, err = t.Year(actorFrom); err != nil {
		return err
	}
	if a.To, err = t.Year(actorTo); err != nil {
		return err
	}
	if user {
		if err := b.validate(t, a); err != nil {
			return err
		}
	}
	return b.put(t, a, user)
}

// also adds names to a row of another table: phrases of the wires that stand
// for an actor without being its name.
func (b *actorBuilder) also(t *table.Table) error {
	i, ok := b.x.byID[t.Get(alsoID)]
	if !ok {
		return t.Fail(alsoID, "%q is not the id of an actor", t.Get(alsoID))
	}
	a := b.x.actors[i]
	a.aliases = strings.Trim(a.aliases+"|"+t.Get(alsoAliases), "|")
	return nil
}

func (b *actorBuilder) put(t *table.Table, a *Actor, user bool) error {
	i, twice := b.x.byID[a.ID]
	switch {
	case twice && !user, twice && b.user[a.ID] && b.x.actors[i].Line.File == a.Line.File:
		return t.Fail(actorID, "id %q appears twice, first in %s:%d", a.ID, b.x.actors[i].Line.File, b.x.actors[i].Line.Line)
	case twice:
		b.notices = append(b.notices, ActorNotice{ActorLine(t.At(actorID)), fmt.Sprintf("id %q replaces the row of %s:%d", a.ID, b.x.actors[i].Line.File, b.x.actors[i].Line.Line)})
		b.x.actors[i] = a
	default:
		b.x.byID[a.ID] = int32(len(b.x.actors))
		b.x.actors = append(b.x.actors, a)
	}
	if user {
		b.user[a.ID] = true
	}
	return nil
}

// fresh returns an empty row. Rows are made by the hundred: one at a time they
// would cost a tenth of opening the dictionary.
func (b *actorBuilder) fresh() *Actor {
	if len(b.slab) == cap(b.slab) {
		b.slab = make([]Actor, 0, 512)
	}
	b.slab = b.slab[:len(b.slab)+1]
	return &b.slab[len(b.slab)-1]
}

// index files an actor's names.
func (b *actorBuilder) index(ref int32, a *Actor) {
	e := actorEntry{class: classActor, ref: ref}
	if b.user[a.ID] {
		e.flags |= entryUser
	}
	b.name(a.Name, false, e)
	for alias, ambiguous := range aliases(a.aliases) {
		b.name(alias, ambiguous, e)
	}
}

func (b *actorBuilder) leader(t *table.Table) error {
	l := ActorLeader{Name: t.Get(leaderName), ActorID: t.Get(leaderActorID), Role: t.Get(leaderRole)}
	if _, ok := b.x.ByID(l.ActorID); !ok {
		return t.Fail(leaderActorID, "%q is not the id of an actor", l.ActorID)
	}
	var err error
	if l.From, err = t.Year(leaderFrom); err != nil {
		return err
	}
	if l.To, err = t.Year(leaderTo); err != nil {
		return err
	}
	e := actorEntry{class: classLeader, ref: int32(len(b.x.leaders))}
	b.x.leaders = append(b.x.leaders, l)
	b.name(l.Name, false, e)
	for alias, ambiguous := range aliases(t.Get(leaderAliases)) {
		b.name(alias, ambiguous, e)
	}
	return nil
}

func (b *actorBuilder) noun(t *table.Table) error {
	n := ActorNoun{Noun: t.Get(nounNoun), Class: t.Get(nounClass), Kind: t.Get(nounKind), SourceKind: t.Get(nounSourceKind), Service: t.Get(nounService)}
	ref := int32(len(b.x.nouns))
	b.x.nouns = append(b.x.nouns, n)
	b.buf = b.x.add(n.Noun, actorEntry{class: classNoun, ref: ref}, b.buf)
	p := t.Get(nounPlural)
	if p == n.Noun {
		return nil
	}
	if p == "" {
		p = plural(n.Noun)
	}
	b.buf = b.x.add(p, actorEntry{class: classNoun, ref: ref, flags: entryPlural}, b.buf)
	return nil
}

func (b *actorBuilder) modifier(t *table.Table) error {
	m := ActorModifier{t.Get(modifierModifier), t.Get(modifierClass), t.Get(modifierKind)}
	ref := int32(len(b.x.mods))
	b.x.mods = append(b.x.mods, m)
	b.buf = b.x.add(m.Word, actorEntry{class: classModifier, ref: ref}, b.buf)
	return nil
}

func (b *actorBuilder) role(t *table.Table) error {
	r := ActorRole{t.Get(roleRole), t.Get(roleSourceKind), t.Get(roleService)}
	b.buf = b.x.add(r.Role, actorEntry{class: classRole, ref: int32(len(b.x.roles))}, b.buf)
	b.x.roles = append(b.x.roles, r)
	return nil
}

func (b *actorBuilder) relation(t *table.Table) error {
	b.x.relations[t.Get(relationSuffix)] = t.Get(relationRelation)
	return nil
}

// overlay reads a user's file.
func (b *actorBuilder) overlay(f ActorFile) error {
	data, err := io.ReadAll(f.Data)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	return b.rows(f.Name, string(data), actorStep{"", actorColumns, actorRequired, func(t *table.Table) error { return b.row(t, true) }})
}

// shadowed reports what is odd about users' rows: names that used to mean
// another actor or that appear twice, relations to ids that do not exist.
func (b *actorBuilder) shadowed() {
	if len(b.user) == 0 {
		return
	}
	for _, a := range b.x.All() {
		if !b.user[a.ID] {
			continue
		}
		say := func(a *Actor, format string, args ...any) {
			b.notices = append(b.notices, ActorNotice{a.Line, fmt.Sprintf(format, args...)})
		}
		seen := map[uint64]bool{}
		for _, alias := range a.Aliases() {
			key := nameKey(alias.Text)
			if seen[key] {
				say(a, "%q appears twice", alias.Text)
				continue
			}
			seen[key] = true
			if isEveryday(alias.Text) && !alias.Ambiguous {
				say(a, "%q is a word that any text has: every place where it has a capital becomes this actor; end it with ? or leave it out", alias.Text)
			}
			for _, other := range b.x.owners(alias.Text) {
				switch {
				case other == a.ID:
				case b.user[other]:
					say(a, "%q means %s too", alias.Text, other)
				default:
					say(a, "%q no longer means %s", alias.Text, other)
				}
			}
		}
		b.x.relatives(a, say)
	}
	sort.SliceStable(b.notices, func(i, j int) bool {
		if b.notices[i].File != b.notices[j].File {
			return b.notices[i].File < b.notices[j].File
		}
		return b.notices[i].Line < b.notices[j].Line
	})
}

// owners lists the ids that a name is filed under, of actors, their leaders
// and states, in the order of filing.
func (x *ActorIndex) owners(name string) []string {
	var ids []string
	tokens := actorTokens(name, nil, 0)
	h := uint64(fnvOffset)
	for i := range tokens {
		h = phraseHash(h, &tokens[i])
	}
	k, ok := x.heads.get(h)
	for ; ok && k >= 0; k = x.entries[k].next {
		e := &x.entries[k]
		if int(e.tokens) != len(tokens) || !e.fits(tokens) {
			continue
		}
		id := ""
		switch e.class {
		case classActor:
			id = x.actors[e.ref].ID
		case classLeader:
			id = x.leaders[e.ref].ActorID
		case classState:
			id = x.states[e.ref].iso3 + "-" + roleGovernment
		}
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
