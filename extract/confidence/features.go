package confidence

import (
	"embed"
	"iter"
	"math"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

// feature is something that makes a record likelier or less likely to be right.
type feature struct {
	name string
	of   func(c *context) float64
}

// context is a record with what the features ask of those around it.
type context struct {
	*record.Record
	rule     *rules.Rule // nil where the set has it no more
	noun     bool        // the trigger is a noun
	beside   int         // records of the same sentence
	article  int         // records of the article
	violence float64     // the share of them that tell of force
}

// features are what records are weighed by.
var features = []feature{
	{"rule that needs an armed side", func(c *context) float64 { return indicator(c.rule != nil && c.rule.Weak) }},
	{"rule for results", func(c *context) float64 { return indicator(c.rule != nil && c.rule.Result) }},
	{"rule with its own type", func(c *context) float64 { return indicator(c.rule != nil && c.rule.Type == c.SubEventType) }},
	{"noun", func(c *context) float64 { return indicator(c.noun) }},
	{"noun without actor and target", func(c *context) float64 { return indicator(c.noun && len(c.Actors)+len(c.Targets) == 0) }},
	{"actor", func(c *context) float64 { return indicator(len(c.Actors) > 0) }},
	{"actor resolved", func(c *context) float64 { return indicator(len(c.Actors) > 0 && c.Actors[0].ID != "") }},
	{"actor of a known kind", func(c *context) float64 { return indicator(len(c.Actors) > 0 && c.Actors[0].Kind != "") }},
	{"actor from an antecedent", func(c *context) float64 { return indicator(len(c.Actors) > 0 && c.Actors[0].Antecedent != nil) }},
	{"several actors", func(c *context) float64 { return indicator(len(c.Actors) > 1) }},
	{"target", func(c *context) float64 { return indicator(len(c.Targets) > 0) }},
	{"target of a known kind", func(c *context) float64 { return indicator(len(c.Targets) > 0 && c.Targets[0].Kind != "") }},
	{"several targets", func(c *context) float64 { return indicator(len(c.Targets) > 1) }},
	{"weapon", func(c *context) float64 { return indicator(len(c.Weapons) > 0) }},
	{"place", func(c *context) float64 { return indicator(len(c.Locations) > 0) }},
	{"place in the sentence", func(c *context) float64 {
		return indicator(len(c.Locations) > 0 && c.Locations[0].Start >= c.Evidence.Start && c.Locations[0].End <= c.Evidence.End)
	}},
	{"day", func(c *context) float64 { return indicator(c.Time != nil) }},
	{"toll", func(c *context) float64 { return indicator(len(c.Casualties) > 0) }},
	{"source", func(c *context) float64 { return indicator(c.Source != nil) }},
	{"unverified", func(c *context) float64 { return indicator(c.Status == record.Unverified) }},
	{"not actual", func(c *context) float64 { return indicator(c.Modality != record.Actual) }},
	{"title", func(c *context) float64 {
		return indicator(c.Article.Title != "" && c.Trigger.End <= len([]rune(c.Article.Title)))
	}},
	{"alone in the sentence", func(c *context) float64 { return indicator(c.beside == 1) }},
	{"crowded sentence", func(c *context) float64 { return math.Max(0, float64(c.beside-2)) }},
	{"long sentence", func(c *context) float64 { return math.Min(2, float64(c.Evidence.End-c.Evidence.Start)/200) }},
	{"records in the article", func(c *context) float64 { return math.Log(float64(c.article)) }},
	{"share of force in the article", func(c *context) float64 { return c.violence }},
	{"fight", func(c *context) float64 { return indicator(c.SubEventType == "Armed clash") }},
	{"attack", func(c *context) float64 { return indicator(c.SubEventType == "Attack") }},
	{"explosion", func(c *context) float64 { return indicator(c.EventType == "Explosions/Remote violence") }},
	{"protest or riot", func(c *context) float64 { return indicator(c.EventType == "Protests" || c.EventType == "Riots") }},
	{"strategic", func(c *context) float64 { return indicator(c.EventType == "Strategic developments") }},
	{"other strategic", func(c *context) float64 { return indicator(c.SubEventType == "Other") }},
}

// Evidence yields what speaks for and against each record of one article being
// right, with its index.
func Evidence(rs []record.Record, set *rules.Set) iter.Seq2[int, weigh.Evidence] {
	beside := map[int]int{}
	force := 0
	for i := range rs {
		beside[rs[i].Evidence.Sentence]++
		if rs[i].EventType != "Strategic developments" && rs[i].EventType != "Protests" {
			force++
		}
	}
	return func(yield func(int, weigh.Evidence) bool) {
		for i := range rs {
			r := &rs[i]
			c := &context{
				Record: r, rule: set.ByID(r.Rule), beside: beside[r.Evidence.Sentence], article: len(rs),
				noun:     len(set.Triggers(strings.ToLower(r.Trigger.Lemma), "n")) > 0 && len(set.Triggers(strings.ToLower(r.Trigger.Lemma), "v")) == 0,
				violence: float64(force) / float64(len(rs)),
			}
			var e weigh.Evidence
			for _, f := range features {
				e.Amount(f.name, f.of(c))
			}
			if !yield(i, e) {
				return
			}
		}
	}
}

// indicator returns 1 for true and 0 for false.
func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

//go:embed data
var data embed.FS

// model is the one that the program carries with it.
var model = sync.OnceValue(func() *weigh.Model { return weigh.Read(data, "data/confidence.csv") })

// Add gives the records of one article their confidence: how likely each
// is a true happening of the right type without a wrong actor or target. None is
// likelier right than its telling is an event at all.
func Add(rs []record.Record, ts []*telling.Telling, set *rules.Set) {
	for i, e := range Evidence(rs, set) {
		rs[i].Confidence = math.Round(100*min(model().Probability(e), ts[i].Event.Probability)) / 100
	}
}
