package event

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/actor"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// decideTypes gives every candidate of a sentence its sub-event type: first those
// whose own clauses decide it, then those that take it from what is told beside
// them.
func (f *finder) decideTypes(ks []*candidate) {
	for _, beside := range []bool{false, true} {
		for _, k := range ks {
			if k.Type == "" {
				f.decideType(k, ks, beside)
			}
		}
	}
}

// decideType gives a candidate the type of the first step of its rule's ladder
// whose conditions hold. Unless beside is set it stops at a step that asks for
// another event.
func (f *finder) decideType(k *candidate, ks []*candidate, beside bool) {
	ladder := f.set.Ladders[k.Rule.Type]
	if ladder == nil {
		k.Type = k.Rule.Type
		if isStrike(k) && k.usesWeapon([]string{chemical}) {
			k.Type = "Chemical weapon" // an air raid with chlorine
		}
		return
	}
	for i := range ladder.Steps {
		step := &ladder.Steps[i]
		if !f.isStepMet(k, step) || isToldBeside(k, ks, step.Unless) || len(step.After) > 0 && !contains(step.After, f.typeToldBefore(k, ks)) {
			continue
		}
		if len(step.Inherit) == 0 {
			k.Type, k.Final = step.Type, step.Final
			f.noteReason(k, step)
			return
		}
		if k.Modality == record.Planned || k.Modality == record.Hypothetical {
			continue // what may come is none of what has been told
		}
		if !beside {
			return
		}
		if t := f.inheritedType(k, ks, step.Inherit); t != "" {
			k.Type, k.Vague = t, true
			f.noteReason(k, step)
			return
		}
		k.inheritable = step.Inherit
	}
}

// chemical is the class of weapons by which an act is one with chemical weapons, however
// they were brought.
const chemical = "chemical"

// isStepMet reports whether the conditions of a step of a ladder hold for a
// candidate, those on its own words and on those of the text.
func (f *finder) isStepMet(k *candidate, step *rules.Step) bool {
	return (len(step.Weapon) == 0 || k.usesWeapon(step.Weapon)) &&
		(len(step.Actor) == 0 || anyIs(k.Actors, step.Actor)) &&
		(len(step.Target) == 0 || f.isDoneTo(k, step.Target)) &&
		(len(step.Said) == 0 || f.sentenceHas(k.Sentence, step.Said)) &&
		(!step.Abroad || f.isAbroad(k)) &&
		(len(step.Text) == 0 || f.articleHasAny(step.Text))
}

// isDoneTo reports whether one of the targets of a candidate is of one of the classes. Who
// serves no more is not armed: killed a retired colonel.
func (f *finder) isDoneTo(k *candidate, classes []string) bool {
	return slices.ContainsFunc(k.Targets, func(x Filler) bool {
		c := x.Class
		if c.Is(rules.Civilian) && f.reading.ServesNoMore(x.Group) || f.isKin(x.Group) {
			c = c&^(rules.Force|rules.State|rules.Rebel|rules.Police) | rules.Civilian
		}
		return c.Is(rules.Mask(classes))
	})
}

// isKin reports whether a group is of people who are told by their tribe or clan alone, and
// so need not be armed: three persons of the Bugti tribe; 70 members of a clan.
func (f *finder) isKin(g *lang.NounGroup) bool {
	kin, t := f.set.Grammar.Kin, g.Sentence.Tokens
	if contains(kin, g.Lemma) {
		return slices.ContainsFunc(t[g.First:g.Head], func(x lang.Token) bool { return x.Lower == "of" }) // 70 members of
	}
	if g.Lemma != "member" && !f.set.Nouns[g.Lemma].Is(rules.Person) || f.set.Nouns[g.Lemma].Is(rules.Force) {
		return false
	}
	return slices.ContainsFunc(g.Attached, func(at *lang.Attachment) bool {
		return (at.Prep == "of" || at.Prep == "from") && contains(kin, at.Group.Lemma)
	})
}

// isAbroad reports whether the event's actors are forces of states that are at home in none of the
// countries that its sentence names places in: Rwandan troops took Bunagana in Congo. Who fights
// rebels there may do so for the state.
func (f *finder) isAbroad(k *candidate) bool {
	foreign := false
	for _, x := range k.Actors {
		for _, a := range f.reading.ActorsOf(x.Group) {
			if a.Kind != gazetteer.KindStateForces {
				return false
			}
			foreign = foreign || a.Country != ""
		}
	}
	if !foreign {
		return false
	}
	actors := f.reading.ActorsIn(k.Sentence.Index)
	if slices.ContainsFunc(actors, func(a *actor.Mention) bool { return a.Kind == gazetteer.KindRebelGroup }) {
		return false
	}
	countries := map[string]bool{}
	for _, p := range f.reading.PlacesWithin(k.Sentence.Span) {
		ofActor := slices.ContainsFunc(actors, func(a *actor.Mention) bool { return a.Specific() && a.Contains(p.Span) && a.Span != p.Span })
		if p.Country != "" && !ofActor && !isOwner(k.Sentence, p.Span) {
			countries[p.Country] = true
		}
	}
	return !slices.ContainsFunc(k.Actors, func(x Filler) bool {
		return slices.ContainsFunc(f.reading.ActorsOf(x.Group), func(a *actor.Mention) bool { return countries[a.Country] })
	}) && len(countries) > 0
}

// isOwner reports whether a name stands for whom something belongs to: Moscow's defence ministry.
func isOwner(s *lang.Sentence, name article.Span) bool {
	return slices.ContainsFunc(s.Nouns, func(g *lang.NounGroup) bool { return g.Possessor != nil && g.Possessor.Contains(name) })
}

// isToldBeside reports whether another act of the sentence has one of the types or
// ladders: police fired tear gas at a march.
func isToldBeside(k *candidate, ks []*candidate, types []string) bool {
	return len(types) > 0 && slices.ContainsFunc(ks, func(o *candidate) bool { return o != k && contains(types, o.Rule.Type) })
}

// typeToldBefore returns the type of the last event told before k in its
// sentence or in the one before (students marched; twelve were arrested), or ""
// where there is none, its type is not yet known, or k is a noun: the arrest of
// a student may lie long before the march.
func (f *finder) typeToldBefore(k *candidate, ks []*candidate) string {
	if k.Clause.Predicate.Noun {
		return ""
	}
	var last *candidate
	for _, o := range ks {
		if o != k && o.Trigger.Start < k.Trigger.Start && (last == nil || o.Trigger.Start > last.Trigger.Start) {
			last = o
		}
	}
	if last != nil {
		return last.Type
	}
	if len(f.events) == 0 {
		return ""
	}
	e := f.events[len(f.events)-1]
	if k.Sentence.Index-e.Sentence.Index > 1 {
		return ""
	}
	return e.Type
}

// noteReason notes the step of the ladder that decided the type, for the trace.
func (f *finder) noteReason(k *candidate, s *rules.Step) {
	if !f.trace {
		return
	}
	why := ""
	for _, c := range []struct {
		name string
		any  []string
	}{{"weapon", s.Weapon}, {"actor", s.Actor}, {"target", s.Target}, {"said", s.Said}, {"after an event of type", s.After}, {"type of a happening near it", s.Inherit}} {
		if len(c.any) > 0 {
			why += c.name + " of " + abbreviate(c.any) + "; "
		}
	}
	k.Why = k.Rule.Type + ": " + strings.TrimSuffix(why, "; ")
	if why == "" {
		k.Why = k.Rule.Type + ": nothing more special"
	}
}

// sentenceHas reports whether the sentence has one of the lemmas or phrases.
func (f *finder) sentenceHas(s *lang.Sentence, list []string) bool {
	if len(list) == 0 {
		return false
	}
	said := f.wording(s)
	return slices.ContainsFunc(list, said.has)
}

// articleHasAny reports whether the article has one of the words or phrases. Each
// is searched for once only, since a long text asks again with every event.
func (f *finder) articleHasAny(list []string) bool {
	if f.articleHas == nil {
		f.articleWords = " " + strings.Join(strings.FieldsFunc(strings.ToLower(f.doc.Article.Text), func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r > 127)
		}), " ") + " "
		f.articleHas = map[string]bool{}
	}
	for _, w := range list {
		told, known := f.articleHas[w]
		if !known {
			told = strings.Contains(f.articleWords, " "+w+" ")
			f.articleHas[w] = told
		}
		if told {
			return true
		}
	}
	return false
}

// usesWeapon reports whether the act was done with a weapon of one of the classes:
// one that its rule implies or that its clauses name.
func (k *candidate) usesWeapon(classes []string) bool {
	if contains(classes, k.Rule.Instrument) {
		return true
	}
	return slices.ContainsFunc(k.Weapons, func(w Weapon) bool { return contains(classes, w.Class) })
}

// anyIs reports whether one of the fillers is of one of the kinds.
func anyIs(fs []Filler, kinds []string) bool {
	mask := rules.Mask(kinds)
	return slices.ContainsFunc(fs, func(f Filler) bool { return f.Class.Is(mask) })
}

// abbreviate returns the first words of a list, for the trace.
func abbreviate(list []string) string {
	const enough = 6
	if len(list) <= enough {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:enough], ", ") + ", …"
}
