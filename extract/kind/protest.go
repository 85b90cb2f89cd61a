package kind

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// excessive is the type of deadly force against a crowd.
const excessive = "Excessive force against protesters"

// peaceful is the type of protests without force.
const peaceful = "Peaceful protest"

// isSaidPeaceful reports whether an adverb of its verb says that a protest was peaceful, whatever
// others did: some rallied peacefully, others threw stones.
func isSaidPeaceful(t *telling.Telling) bool {
	return slices.ContainsFunc(t.Event.Clauses, func(c *lang.Clause) bool {
		if c.Verb == nil || rules.EventType(t.Event.Type) != "Protests" && t.Event.Type != "Violent demonstration" {
			return false
		}
		s := c.Sentence.Tokens
		return lang.AnyIn(c.Verb.First-1, c.Verb.Last+2, func(k int) bool {
			return s.Tagged(k, "RB") && slices.ContainsFunc(words()[s.Word(k)], func(p phrase) bool { return p.topic == "peaceful" })
		})
	})
}

// crowdReach is the largest number of sentences between a protest and the force that meets it.
const crowdReach = 1

// meetsProtest reports whether telling i is the force that the state uses against the
// protest told just before, or tells whom that killed: thousands marched through Managua.
// Soldiers opened fire. Fifteen people died.
func (f *finder) meetsProtest(i int) bool {
	t := f.all[i]
	if t.Event.Type != "Attack" && t.Event.Type != "Armed clash" {
		return false // tear gas
	}
	if i == 0 || t.Event.Modality != record.Actual || t.Event.Clause.Predicate.Noun || t.Another || f.hasOwnSetting(t) || slices.ContainsFunc(t.Targets, isNoCrowd) {
		return false
	}
	o := f.all[i-1]
	if n := t.Event.Sentence.Index - o.Event.Sentence.Index; n > crowdReach || t.Event.Sentence.Paragraph != o.Event.Sentence.Paragraph || o.Event.Modality != record.Actual {
		return false
	}
	if o.Type == excessive {
		return t.Event.Rule.Result && len(t.Actors) == 0
	}
	return (rules.EventType(o.Event.Type) == "Protests" || o.Event.Type == "Violent demonstration") && slices.ContainsFunc(t.Actors, isState)
}

// hasOwnSetting reports whether a telling says where it was or when.
func (f *finder) hasOwnSetting(t *telling.Telling) bool {
	return len(t.Places) > 0 || len(f.Dates(t.Event.Sentence)) > 0
}

// isState reports whether a filler is of soldiers or the police.
func isState(x event.Filler) bool {
	return x.Class.Is(rules.State|rules.Police) && x.Class.Is(rules.Force)
}

// isNoCrowd reports whether a filler cannot be people who protest: soldiers, a building.
func isNoCrowd(x event.Filler) bool {
	return x.Class.Is(rules.Force | rules.Facility | rules.Post | rules.Vehicle | rules.Government | rules.Place)
}
