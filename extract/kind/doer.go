package kind

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// remote is the event type of explosions and fire from afar.
const remote = "Explosions/Remote violence"

// means are the topics of data/topics.csv that are of explosions and fire from afar.
var means = []string{"air", "bomb", "chemical", "grenade", "shelling", "suicide"}

// isByOthers reports whether telling i is the act of people of whom the text has not
// spoken, after an explosion or fire from afar, which was not theirs: a car bomb
// killed five. Gunmen killed three policemen.
func (f *finder) isByOthers(i int) bool {
	t := f.all[i]
	if len(t.Event.Weapons) > 0 || t.Event.Clause.Predicate.Noun || !slices.ContainsFunc(t.Actors, isNewForce) {
		return false
	}
	if slices.ContainsFunc(f.topicsOf(t.Event.Sentence), func(topic string) bool { return slices.Contains(means, topic) }) {
		return false
	}
	return slices.ContainsFunc(f.all[:i], func(o *telling.Telling) bool {
		return rules.EventType(o.Event.Type) == remote && o.Event.Sentence.Part == article.Body && o.Event.Sentence != t.Event.Sentence
	})
}

// isNewForce reports whether a filler is of armed people who are spoken of for the
// first time: gunmen, a gunman; not the gunmen, its men, Hamas.
func isNewForce(x event.Filler) bool {
	g := x.Group
	if !x.Class.Is(rules.Force) || g.Proper || g.Pronoun || g.Possessor != nil {
		return false
	}
	switch g.Det {
	case "", "a", "an":
		return g.Number == lang.Plural || g.Det != ""
	}
	return false
}
