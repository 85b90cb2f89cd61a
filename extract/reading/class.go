package reading

import (
	"slices"
	"strings"

	"sitrep/extract/clock"
	"sitrep/extract/entity"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/mention/quantity"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// Class returns what a noun group stands for, as far as rules ask: by the
// actors and places found in the text and the noun lists of the rules.
func (r *Reading) Class(g *lang.NounGroup) rules.Class {
	c, ok := r.classes.Get(g)
	if !ok {
		r.Document.Clock.Start(clock.Actors)
		defer r.Document.Clock.Stop()
		c = r.classOf(g)
		r.classes.Set(g, c)
	}
	return c
}

// Is reports whether a noun group is of one of the classes in a mask. Where its words
// alone rule that out, nobody looks for whom it stands for.
func (r *Reading) Is(g *lang.NounGroup, mask rules.Class) bool {
	if mask&^wordClasses == 0 && !r.listed(g).Is(mask) || mask == rules.Place && !r.mayBePlace(g) {
		return false
	}
	return r.Class(g).Is(mask)
}

// wordClasses are the classes that a group has by its words alone, whoever it stands for.
const wordClasses = rules.Weapon | rules.Vehicle | rules.Property | rules.Abstract | rules.Animal | rules.Happening | rules.Sport | rules.Disease | rules.Nature

// listed returns the classes that the noun lists of the rules may give a group.
func (r *Reading) listed(g *lang.NounGroup) rules.Class { return r.lists.Of(g, r.listsOf) }

// listsOf finds what listed returns.
func (r *Reading) listsOf(g *lang.NounGroup) rules.Class {
	if g.Pronoun {
		return 0
	}
	c := r.Rules.Nouns[g.Lemma]
	if g.Head > g.First {
		c |= r.Rules.Nouns[g.Sentence.Tokens[g.Head-1].Lower+" "+g.Lemma]
	}
	if _, ok := r.Rules.Weapons[g.Lemma]; ok {
		c |= rules.Weapon
	}
	if len(r.Rules.Triggers(g.Lemma, "n")) > 0 {
		c |= rules.Happening
	}
	return c
}

// mayBePlace reports whether a group may stand for a place: the lists have its noun, or it
// names a place or a state.
func (r *Reading) mayBePlace(g *lang.NounGroup) bool {
	if r.listed(g).Is(rules.Place) || !g.Pronoun && r.NamesPlaceAt(g.Sentence.Tokens[g.Head].Start) {
		return true
	}
	r.entities()
	r.actors.Sentence(g.Sentence.Index)
	return slices.ContainsFunc(r.actors.Of(g), func(m *actor.Mention) bool { return m.Form == actor.State })
}

func (r *Reading) classOf(g *lang.NounGroup) rules.Class {
	var c rules.Class
	named := false
	for _, m := range r.ActorsOf(g) {
		c |= classOfMention(m)
		named = named || isNamed(m)
	}
	if g.Pronoun {
		if c == 0 && entity.IsPersonal(g.Lemma) {
			c = rules.Person | rules.Unknown // shot him; armed or not, nobody knows
		}
		return c
	}
	if r.NamesPlaceAt(g.Sentence.Tokens[g.Head].Start) {
		c |= rules.Place
		named = true
	}
	if !named || c == 0 || !g.Proper && c&^(rules.Group|rules.Person) == 0 {
		c |= r.classOfNounPhrase(g)
	}
	if c == 0 {
		c = r.classOfNumber(g)
	}
	if g.Proper && c&^(rules.Group|rules.Person|rules.Civilian) == 0 {
		c |= r.classOfName(g, c)
	}
	if c.Is(rules.Government) && !c.Is(rules.Force|rules.Person) && !g.Proper {
		c |= r.classOfNounPhrase(g) & (rules.Person | rules.Civilian) // Chad's ambassador
	}
	if c.Is(rules.Facility|rules.Vehicle) && r.hasForceBeforeHead(g) {
		c |= rules.Post
	}
	return c
}

// classOfName returns the class that the words beside a name give its bearer, where c is the
// class of the name itself: Constable Asha Rao; the tanker Marlin Luanda; Juan Perez, a farmer.
func (r *Reading) classOfName(g *lang.NounGroup, c rules.Class) rules.Class {
	beside := r.classOfRank(g) | r.classOfNamed(g)
	if c|beside == 0 && g.Apposition != nil {
		// But not: Lora, the provincial capital; Lora (population 20,000).
		if a := r.classOfNounPhrase(g.Apposition); !a.Is(rules.Place) && g.Apposition.Last == g.Apposition.Head {
			return a & people
		}
	}
	return beside
}

// people are the classes that a named person can have.
const people = rules.Person | rules.Civilian | rules.Crowd | rules.Government | rules.Force | rules.State | rules.Police | rules.Rebel

// ServesNoMore reports whether a group is of people who once were armed, or are on no duty:
// a former rebel commander, a retired colonel.
func (r *Reading) ServesNoMore(g *lang.NounGroup) bool {
	return lang.AnyIn(g.First, g.Head, func(k int) bool {
		m, ok := r.ActorIndex.Modifier(g.Sentence.Tokens[k].Lower)
		return ok && m.Class == "duty" && m.Kind == gazetteer.KindCivilians
	})
}

// classOfNumber returns the class of a group that is nothing but a number or a rank, or 0.
func (r *Reading) classOfNumber(g *lang.NounGroup) rules.Class {
	if isPeopleByNumber(g) {
		return rules.Person
	}
	if of := partOf(g); of != nil {
		return r.Class(of)
	}
	if like := countedBefore(g); like != nil {
		return r.Class(like)
	}
	if g.IsOneOf() {
		return r.classOfOneOf(g)
	}
	return 0
}

// countedBefore returns the counted object of the clause before, where a group that is
// nothing but a number counts more of the same, or nil: killed [16 rebels] and captured 18.
func countedBefore(g *lang.NounGroup) *lang.NounGroup {
	if !g.IsNumber() {
		return nil
	}
	for _, c := range g.Sentence.Clauses {
		if c.Link != lang.Coordinate || c.Parent == nil || c.Arg(lang.Object) != g {
			continue
		}
		if o := c.Parent.Arg(lang.Object); o != nil && o.Start < g.Start && (!o.Numeral.Empty() || o.IsNumber()) {
			return o
		}
	}
	return nil
}

// classOfOneOf returns the class of the several that a group stands for one of, where they open the
// sentence before: [two bombs] exploded; the first killed nine. The second … goes on from the first.
func (r *Reading) classOfOneOf(g *lang.NounGroup) rules.Class {
	s := g.Sentence
	for i := s.Index; i >= 0 && i >= s.Index-1; i-- {
		for _, o := range r.Document.Analyse(i).Nouns {
			switch {
			case o.Sentence == s && o.Start >= g.Start:
			case o.IsOneOf(), !o.Numeral.Empty() && o.Number == lang.Plural:
				return r.Class(o) & (rules.Weapon | rules.Carrier | rules.Happening)
			}
		}
	}
	return 0
}

// partOf returns the pronoun that a group which is nothing but a number, or a word for a
// part, is some of, as in "[five] of them died", or nil.
func partOf(g *lang.NounGroup) *lang.NounGroup {
	t := g.Sentence.Tokens
	if g.First != g.Last || !t.Tagged(g.Head, "CD", "DT", "NN", "NNS", "JJ") || !t.Is(g.Last+1, "of") || t.Tag(g.Last+2) != "PRP" {
		return nil
	}
	return g.Sentence.GroupAt(g.Last + 2)
}

// isPeopleByNumber reports whether a group is nothing but a round number, which counts
// people: Scores died in Pibor.
func isPeopleByNumber(g *lang.NounGroup) bool {
	if g.First != g.Last || g.Sentence.Tokens[g.Head].Tag != "NNS" && g.Sentence.Tokens[g.Head].Tag != "NNPS" {
		return false
	}
	return quantity.IsRound(g.Sentence.Tokens[g.Head].Lower)
}

// isNamed reports whether an actor is told by a name, or by a noun that leaves no doubt
// whose armed people they are.
func isNamed(m *actor.Mention) bool {
	return m.Form != actor.Description && m.Form != actor.Pronoun || m.ID != "" && m.Noun.Class == gazetteer.NounForce
}

// classOfRank returns the class of the armed people that a rank before a name
// says its bearer is one of, as in Constable Asha Rao, or 0.
func (r *Reading) classOfRank(g *lang.NounGroup) rules.Class {
	for k := g.First; k < g.Head; k++ {
		t := g.Sentence.Tokens[k]
		if n, ok := r.ActorIndex.Noun(t.Lower); ok && n.Class == gazetteer.NounForce {
			return classOfNoun(n)
		}
	}
	return 0
}

// classOfNamed returns the class of the vehicle that a name at the end of a group is that
// of, as in the tanker Marlin Luanda, or 0.
func (r *Reading) classOfNamed(g *lang.NounGroup) rules.Class {
	t := g.Sentence.Tokens
	for k := g.Head - 1; k >= g.First; k-- {
		if t[k].Tag != "NNP" {
			return r.Rules.Nouns[t[k].Lower] & (rules.Carrier | rules.Vehicle)
		}
	}
	return 0
}

// hasForceBeforeHead reports whether a word before the head of the group names
// armed people, as in army base, police van.
func (r *Reading) hasForceBeforeHead(g *lang.NounGroup) bool {
	for k := g.First; k < g.Head; k++ {
		t := g.Sentence.Tokens[k]
		if n, ok := r.ActorIndex.Noun(t.Lower); ok && classOfNoun(n).Is(rules.Force) || r.Rules.Nouns[t.Lemma].Is(rules.Force) {
			return true
		}
	}
	return false
}

// classOfMention returns the class of an actor in the text.
func classOfMention(m *actor.Mention) rules.Class {
	switch m.Form {
	case actor.People:
		return rules.Person | rules.Civilian
	case actor.State:
		return rules.Government | rules.Place
	case actor.Description:
		c := classOfNoun(m.Noun)
		if k := classOfKind(m.Kind, m.ID); k != 0 && !c.Is(rules.Carrier|rules.Facility) {
			if m.ID != "" {
				c &^= rules.State | rules.Rebel | rules.Police // forces of a named side are that side's
			}
			c |= k
		}
		return c
	}
	if m.Kind == "" && m.ID != "" {
		if m.Form == actor.Pronoun {
			return rules.Group | rules.Person
		}
		return rules.Group
	}
	return classOfKind(m.Kind, m.ID)
}

// classOfNounPhrase returns the class of a common noun: that of the longest
// phrase that ends in the head and stands in a list.
func (r *Reading) classOfNounPhrase(g *lang.NounGroup) rules.Class {
	t := g.Sentence.Tokens
	var c rules.Class
	phrase := ""
	from := g.Head
	for k := g.Head; k >= g.First && k > g.Head-3; k-- {
		if phrase == "" {
			phrase = t[k].Lower
		} else {
			phrase = t[k].Lower + " " + phrase
		}
		if n, ok := r.ActorIndex.Noun(phrase); ok && k <= from {
			c = classOfNoun(n)
			from = k
		}
	}
	lemma := g.Lemma
	c |= r.Rules.Nouns[lemma]
	if g.Head > g.First {
		if two, ok := r.Rules.Nouns[t[g.Head-1].Lower+" "+lemma]; ok {
			c = two
		}
	}
	if _, ok := r.Rules.Weapons[lemma]; ok && c == 0 {
		c = rules.Weapon
	}
	if len(r.Rules.Triggers(lemma, "n")) > 0 && c&^(rules.Abstract|rules.Thing) == 0 {
		c |= rules.Happening
	}
	return c
}

// ArmedGroup returns the id of the armed group of no state that a noun group
// names, or "".
func (r *Reading) ArmedGroup(g *lang.NounGroup) string {
	for _, m := range r.ActorsOf(g) {
		if m.ID != "" && classOfKind(m.Kind, m.ID).Is(rules.Rebel) {
			return m.ID
		}
	}
	return ""
}

// classOfKind returns the class of one of ACLED's kinds.
func classOfKind(kind, id string) rules.Class {
	switch kind {
	case gazetteer.KindStateForces:
		switch {
		case strings.HasSuffix(id, "-GOV"):
			return rules.Government
		case strings.HasSuffix(id, "-POL"):
			return rules.Force | rules.State | rules.Police
		}
		return rules.Force | rules.State
	case gazetteer.KindRebelGroup, gazetteer.KindPoliticalMilitia, gazetteer.KindIdentityMilitia:
		return rules.Force | rules.Rebel
	case gazetteer.KindExternalForces:
		return rules.Force | rules.State
	case gazetteer.KindCivilians:
		return rules.Person | rules.Civilian
	case gazetteer.KindProtesters, gazetteer.KindRioters:
		return rules.Crowd | rules.Person
	}
	return 0
}

func classOfNoun(n gazetteer.ActorNoun) rules.Class {
	switch n.Class {
	case gazetteer.NounForce:
		if n.Kind == gazetteer.KindStateForces {
			if n.Service == "POL" {
				return rules.Force | rules.State | rules.Police
			}
			return rules.Force | rules.State
		}
		return rules.Force | rules.Rebel
	case gazetteer.NounCrowd:
		return rules.Crowd | rules.Person
	case gazetteer.NounCivilian:
		return rules.Civilian | rules.Person
	case gazetteer.NounOfficial:
		return rules.Government | rules.Person
	case gazetteer.NounGroup:
		if n.SourceKind == gazetteer.SourceMedia || n.SourceKind == gazetteer.SourceMonitor {
			return rules.Group // a newspaper, a rights group
		}
		return rules.Force
	case gazetteer.NounCarrier:
		return rules.Carrier
	case gazetteer.NounFacility:
		return rules.Facility
	case gazetteer.NounObject:
		return rules.Thing
	}
	return 0
}
