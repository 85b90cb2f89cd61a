package extract

import (
	"sitrep/extract/clock"
	"sitrep/extract/frame"
	"sitrep/extract/role"
	"sitrep/extract/weigh"
)

// options are what New is told.
type options struct {
	rules  []string
	actors []string
	places []string

	mentions bool     // Result.Mentions is asked for
	kinds    []string // of them; none: all
	trace    bool
	weights  Weights
	explicit bool         // records have places and days of their own sentences only
	floor    float64      // how likely an event must be to be told
	clock    *clock.Clock // nil: nobody asks how long the stages take
	eager    bool         // every sentence is read: for the test that laziness changes nothing
}

// Option sets up an Extractor.
type Option func(*options)

// WithRules adds rule files (YAML). A rule with the id of a built-in one
// replaces it.
func WithRules(paths ...string) Option {
	return func(o *options) { o.rules = append(o.rules, paths...) }
}

// WithActors adds dictionaries of actors (CSV).
func WithActors(paths ...string) Option {
	return func(o *options) { o.actors = append(o.actors, paths...) }
}

// WithPlaces adds gazetteers of places (CSV, GeoNames dump, GeoJSON).
func WithPlaces(paths ...string) Option {
	return func(o *options) { o.places = append(o.places, paths...) }
}

// WithMentions fills Result.Mentions with the mentions of these kinds, those
// of package record; none means all. It changes no event, but has every
// sentence read, where the events need a few only.
func WithMentions(kinds ...string) Option {
	return func(o *options) { o.mentions, o.kinds = true, append(o.kinds, kinds...) }
}

// WithClock has the clock charged for the time that the stages take. Such an
// Extractor is not safe for concurrent use.
func WithClock(c *clock.Clock) Option {
	return func(o *options) { o.clock = c }
}

// WithTrace fills Result.Trace.
func WithTrace() Option {
	return func(o *options) { o.trace = true }
}

// ToldFrom is how likely an event must be to be told, unless WithFloor says
// otherwise.
const ToldFrom = 0.5

// WithFloor tells what is an event with at least the probability p. The
// default is one half: what is more likely an event than not.
func WithFloor(p float64) Option {
	return func(o *options) { o.floor = p }
}

// WithExplicitOnly leaves the place and the day of a record open where its own
// sentence does not tell them.
func WithExplicitOnly() Option {
	return func(o *options) { o.explicit = true }
}

// Weights are those by which the stages decide; nil stands for the built-in ones.
type Weights struct {
	FirstEvents, Events *weigh.Model // of candidates, before and after they are merged
	Roles               *role.Weights
	Settings            *frame.Weights
	Incidents           *weigh.Model
	Kinds               *weigh.Model
}

// WithWeights replaces the weights by which the stages decide: for fitting them.
func WithWeights(w Weights) Option {
	return func(o *options) { o.weights = w }
}
