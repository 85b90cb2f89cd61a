package kind

import (
	"slices"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/wordlist"
)

// remote is the event type of explosions and fire from afar.
const remote = "Explosions/Remote violence"

// means are the topics of data/topics.csv that are of explosions and fire from afar.
var means = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "data/means.csv") })

// isByOthers reports whether telling i is the act of people who are named for the first
// time after an explosion or fire from afar, so that they did not do that: a car bomb
// killed five. Gunmen killed three policemen.
func (f *finder) isByOthers(i int) bool {
	t := f.all[i]
	if len(t.Event.Weapons) > 0 || t.Event.Clause.Predicate.Noun || !slices.ContainsFunc(t.Actors, isNewForce) {
		return false
	}
	if slices.ContainsFunc(f.topicsOf(t.Event.Sentence), func(topic string) bool { return means()[topic] }) {
		return false
	}
	return f.afar != nil && f.afar.Index < t.Event.Sentence.Index
}

// firstAfar returns the first sentence of the body that tells of an explosion or of fire
// from afar, or nil.
func firstAfar(ts []*telling.Telling) *lang.Sentence {
	for _, t := range ts {
		if rules.EventType(t.Event.Type) == remote && t.Event.Sentence.Part == article.Body {
			return t.Event.Sentence
		}
	}
	return nil
}

// isNewForce reports whether a filler is of armed people who are named for the first
// time: gunmen, a gunman; but not the gunmen, its men, Hamas.
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
