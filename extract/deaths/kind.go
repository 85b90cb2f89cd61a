package deaths

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

// people are the nouns that say nothing of what kind the dead are of.
var people = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "people.csv") })

// kindOf returns the kind of victims, empty where their words leave it open. Only those
// taken for civilians may be anybody: the dead policemen are policemen, the dead are not.
func kindOf(victims *record.Mention) string {
	if victims == nil {
		return ""
	}
	if victims.Kind != gazetteer.KindCivilians {
		return victims.Kind
	}
	for _, w := range strings.Fields(strings.ToLower(victims.Text)) {
		if people()[w] {
			return ""
		}
	}
	return victims.Kind
}

// fighters is the kind of men whom a fight killed: lost eight men.
const fighters = "fighters"

// kindIn returns the kind of victims as a record tells of them: men whom a side lost
// in a fight are its fighters, and no civilians.
func kindIn(r record.Record, victims *record.Mention) string {
	kind := kindOf(victims)
	if kind != gazetteer.KindCivilians || r.EventType != "Battles" {
		return kind
	}
	for _, w := range strings.Fields(strings.ToLower(victims.Text)) {
		if men()[w] {
			return fighters
		}
	}
	return kind
}

// men are the nouns for those who may be fighters.
var men = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "men.csv") })

// isSetAgainst reports whether a figure is what one source says against another, of whom it need not
// be the other dead: 26 rebels were killed, the army said, but villagers said nine civilians had died.
func isSetAgainst(r record.Record, c record.Casualty) bool {
	if c.Source == nil || c.Toll == "new" {
		return false
	}
	text := []rune(r.Evidence.Text)
	at := c.Source.Start - r.Evidence.Start
	if at <= 0 || at > len(text) {
		return false
	}
	words := strings.Fields(strings.ToLower(string(text[:at])))
	return len(words) > 0 && contrast()[strings.Trim(words[len(words)-1], ",")]
}

// outdated returns the figures of a record, those of early sources as what others have replaced.
func outdated(r record.Record, dead []record.Casualty) []record.Casualty {
	out := slices.Clone(dead)
	for i := range out {
		if isEarly(cmp.Or(out[i].Source, r.Source)) {
			out[i].Toll = former
		}
	}
	return out
}

// isEarly reports whether a source knew less than others did later: initial reports.
func isEarly(s *record.Source) bool {
	if s == nil {
		return false
	}
	first, rest, _ := strings.Cut(strings.ToLower(s.Text), " ")
	return early()[first] && strings.HasPrefix(rest, "report")
}

// early are the words before such a source.
var early = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "early.csv") })

// contrast are the words that set one source against another.
var contrast = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "contrast.csv") })

// isPartial reports whether a source is a side of the fighting that tells of dead
// who are not its own: the militants say that they killed 30 soldiers. Soldiers of
// whom a state tells are its own unless its men killed them: the army acknowledged the
// deaths of six soldiers. Its police are not a side where others killed bystanders.
func isPartial(s *record.Source, victims *record.Mention, actors []record.Party) bool {
	if s == nil || s.Kind != gazetteer.SourceBelligerent || strings.HasSuffix(s.ID, healthMinistry) {
		return false
	}
	if victims != nil && victims.ID != "" {
		return stateOf(victims.ID) != stateOf(s.ID)
	}
	if stateOf(s.ID) == s.ID || slices.ContainsFunc(actors, func(p record.Party) bool { return stateOf(p.ID) == stateOf(s.ID) }) {
		return true
	}
	switch {
	case victims == nil || victims.Kind == "" || victims.Kind == gazetteer.KindCivilians:
		return len(actors) == 0
	case victims.Kind == gazetteer.KindStateForces:
		return false
	}
	return true
}

// healthMinistry is the end of the id of a state's health ministry. Its hospitals count
// everybody they receive, whoever killed them.
const healthMinistry = "-MOH"

// stateOf returns the state of an id where it has one, else the id.
func stateOf(id string) string {
	if len(id) > 4 && id[3] == '-' {
		return id[:3]
	}
	return id
}
