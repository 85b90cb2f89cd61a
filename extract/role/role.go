// Package role says who did it and to whom: of all the noun groups that could
// be an event's actor or target it takes those that probably are. The rule that
// found the event proposes fillers by their function in its clause; they are
// evidence among other evidence, so that a slot is not left open where the
// sentence tells who fills it. It must never take a filler from another
// sentence.
package role

import (
	"cmp"
	"embed"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

//go:embed data
var data embed.FS

// Weights are the models of the two roles.
type Weights struct{ Actor, Target *weigh.Model }

// builtIn are the weights that the program carries with it.
var builtIn = sync.OnceValue(func() *Weights {
	return &Weights{weigh.Read(data, "data/actor.csv"), weigh.Read(data, "data/target.csv")}
})

// Add gives the tellings their actors and targets: of the noun groups of their
// sentence those that are probably right. A nil w stands for the built-in
// weights. With trace set it keeps all that it considered.
func Add(r *reading.Reading, ts []*telling.Telling, w *Weights, trace bool) {
	if w == nil {
		w = builtIn()
	}
	m := &memory{}
	for _, t := range ts {
		f := newFrame(r, t, m)
		considered := f.consider(w, trace)
		t.Actors, t.Targets = f.choose(considered)
		if trace {
			for role, cs := range considered {
				for _, c := range cs {
					t.Considered = append(t.Considered, telling.Considered{Filler: c.Filler, Role: names[role], Evidence: c.evidence})
				}
			}
		}
	}
}

// candidate is a noun group that could fill a role.
type candidate struct {
	event.Filler
	evidence weigh.Evidence
}

// consider weighs every noun group of the sentence for both roles. It keeps the
// evidence where it is asked for.
func (f *frame) consider(w *Weights, keep bool) (out [2][]candidate) {
	groups := f.groups()
	for role := range out {
		out[role] = make([]candidate, 0, len(groups))
	}
	own := &f.memory.own
	for _, g := range groups {
		f.readOwn(g, own)
		for role, m := range [2]*weigh.Model{w.Actor, w.Target} {
			if f.Rule.Own && f.role(role) == nil {
				continue // a rule of the user's has the roles that he gave it
			}
			if role == actor && f.isOfOtherAct(g) || role == target && f.isTakenPlace(g) {
				continue
			}
			e := f.evidence(g, role, own)
			filler := event.Filler{Group: g, Class: f.reading.Class(g), Via: f.via(g), Probability: m.Probability(e)}
			if !keep {
				f.memory.room, e = e, nil
			}
			out[role] = append(out[role], candidate{filler, e})
		}
	}
	return out
}

// How likely a noun group must be to fill a role: one that the rule does not
// name where the rule names none, and where it names another; and one that the
// rule does name.
const (
	alone   = 0.52
	another = 0.7
	ruled   = 0.3
)

// floor is how likely the candidate must be to fill the role.
func (f *frame) floor(c candidate, role int) float64 {
	own := f.actors
	if role == target {
		own = f.targets
	}
	switch {
	case slices.ContainsFunc(own, func(x event.Filler) bool { return x.Group == c.Group }):
		return ruled
	case len(own) > 0:
		return another
	}
	return alone
}

// choose takes the likeliest candidates first, those of the rule before all
// others, of both roles together, and leaves out what names one again that was
// taken.
func (f *frame) choose(considered [2][]candidate) (actors, targets []event.Filler) {
	type ranked struct {
		event.Filler
		role int
		rule bool
	}
	var all []ranked
	for role, cs := range considered {
		for _, c := range cs {
			if floor := f.floor(c, role); c.Probability >= floor {
				all = append(all, ranked{c.Filler, role, floor == ruled})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		if a.rule != b.rule {
			if a.rule {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Probability, a.Probability)
	})
	var taken [2][]event.Filler
	for _, x := range all {
		again := func(o event.Filler) bool { return f.again(o.Group, x.Group) }
		renamed := func(o event.Filler) bool {
			return renames(o.Group, x.Group) || x.Group.Pronoun && f.again(o.Group, x.Group)
		}
		if x.rule && !slices.ContainsFunc(taken[x.role], renamed) ||
			!x.rule && !slices.ContainsFunc(taken[actor], again) && !slices.ContainsFunc(taken[target], again) {
			taken[x.role] = append(taken[x.role], x.Filler)
		}
	}
	taken[target] = withoutOthers(taken[target])
	if f.Rule.Is("taking ground") {
		taken[target] = slices.DeleteFunc(taken[target], func(x event.Filler) bool { return f.isGround(x) })
	}
	for role := range taken {
		slices.SortStableFunc(taken[role], func(a, b event.Filler) int { return a.Group.Start - b.Group.Start })
	}
	return taken[actor], taken[target]
}

// withoutOthers leaves out those of whom a text says only that they are more beside the
// ones that it names: two soldiers were killed and [three others] wounded.
func withoutOthers(fs []event.Filler) []event.Filler {
	others := func(x event.Filler) bool { return x.Group.Lemma == "other" || x.Group.Lemma == "another" }
	if !slices.ContainsFunc(fs, func(x event.Filler) bool { return !others(x) }) {
		return fs
	}
	return slices.DeleteFunc(fs, others)
}

// isGround reports whether a filler is the ground that is taken, which says where and not
// from whom: seized [the capital]; captured [it].
func (f *frame) isGround(x event.Filler) bool {
	g := x.Group
	return g.Lemma == "it" && x.Via == "object" || !g.Proper && f.reading.Rules.Nouns[g.Lemma].Is(rules.Place)
}

// again reports whether one of two groups names the other again, or a part of
// it: the rebels, the Lions of the South; cadres of the front; they.
func (f *frame) again(a, b *lang.NounGroup) bool {
	if renames(a, b) || attached(a, b) || attached(b, a) {
		return true
	}
	if areJoined(a, b) {
		return false
	}
	id := f.identity(a)
	return id != "" && id == f.identity(b)
}

// areJoined reports whether a pronoun and a group are members of one coordination, and so not one
// party: she and her aunt.
func areJoined(a, b *lang.NounGroup) bool {
	if !a.Pronoun && !b.Pronoun {
		return false
	}
	return a.Coordinated == b || b.Coordinated == a || a.Coordinated != nil && a.Coordinated == b.Coordinated
}

// renames reports whether two groups stand for one party by where they stand: the
// Islamic State (IS); its, of its fighters.
func renames(a, b *lang.NounGroup) bool {
	return a == b || a.Overlaps(b.Span) || a.Apposition == b || b.Apposition == a || bracketed(a, b) || bracketed(b, a) || named(a, b) || named(b, a)
}

// named reports whether b is the name that a clause behind a gives it: a camp known as
// Base Omar.
func named(a, b *lang.NounGroup) bool {
	return slices.ContainsFunc(a.Relative, func(c *lang.Clause) bool { return c.Named() == b })
}

// bracketed reports whether b stands in brackets behind a, as in Islamic State (IS)
// attacks.
func bracketed(a, b *lang.NounGroup) bool {
	return b.First == a.Last+2 && a.Sentence == b.Sentence && a.Sentence.Tokens.Is(a.Last+1, "(", "[")
}

// attached reports whether b stands after a preposition on a that makes it a
// part of the same description: a group of protesters.
func attached(a, b *lang.NounGroup) bool {
	return slices.ContainsFunc(a.Attached, func(at *lang.Attachment) bool {
		return (at.Group == b || at.Group.Apposition == b) && (at.Prep == "of" || at.Prep == "from")
	})
}

// identity returns what a group stands for, "" where that is not known: two
// groups of one identity are one party.
func (f *frame) identity(g *lang.NounGroup) string {
	for _, m := range f.reading.ActorsOf(g) {
		if m.ID != "" {
			return m.ID
		}
		if x := m.Antecedent; x != nil {
			return x.Text
		}
	}
	if g.Pronoun {
		return ""
	}
	return g.Text()
}

// isSide reports whether a group only says on whose side another one is: rebels backed by [X]; a truce
// brokered by X and [Y].
func (f *frame) isSide(g *lang.NounGroup) bool {
	if g.Coordinated != nil {
		g = g.Coordinated
	}
	t := g.Sentence.Tokens
	if g.First < 3 || !t.Is(g.First-1, "to", "with", "by") {
		return false
	}
	word := t[g.First-2]
	return (word.Tag == "JJ" || word.Tag == "VBN" || word.Tag == "VBD") && slices.Contains(f.reading.Rules.Grammar.Siding, word.Lemma) && strings.HasPrefix(t.Tag(g.First-3), "NN")
}
