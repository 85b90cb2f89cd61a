package extract

// options are what New is told.
type options struct {
	rules  []string
	actors []string
	places []string

	mentions bool     // Result.Mentions is asked for
	kinds    []string // of them; none: all
	trace    bool
	eager    bool // every sentence is read: for the test that laziness changes nothing
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

// WithTrace fills Result.Trace.
func WithTrace() Option {
	return func(o *options) { o.trace = true }
}
