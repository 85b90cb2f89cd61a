package extract

// options are what New is told.
type options struct {
	rules  []string
	actors []string
	places []string
	trace  bool
	eager  bool
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

// WithTrace fills Result.Trace.
func WithTrace() Option {
	return func(o *options) { o.trace = true }
}

// withEverySentence analyses all sentences, whether or not a stage asks for
// them. It can't change a result; a test holds that.
func withEverySentence() Option {
	return func(o *options) { o.eager = true }
}
