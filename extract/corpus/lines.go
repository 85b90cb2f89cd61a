package corpus

import (
	"context"
	"io"
	"iter"
)

// ReadLines yields the articles of a stream of JSON lines, as Read does for a
// file of them, and takes it for nothing else, whatever it looks like. name
// stands for the stream in errors and in the ids of articles that have none.
// Of the options, Include, Exclude and NotInputs don't apply.
func ReadLines(ctx context.Context, name string, in io.Reader, o Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		names, err := namesOf(o.Map)
		if err != nil {
			yield(Document{}, err)
			return
		}
		o.Limits = o.Limits.orDefault()
		r := &reader{ctx: ctx, options: o, yield: yield, ids: newIDs(), seen: newSeen(), near: newNear(), names: names}
		r.lines(place{path: name, id: name}, newScanner(in))
	}
}
