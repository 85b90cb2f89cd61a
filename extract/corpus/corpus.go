package corpus

import (
	"context"
	"fmt"
	"io"
	"iter"

	"sitrep/extract/article"
)

// Options say which inputs are read, and how.
type Options struct {
	Stdin io.Reader // what "-" stands for
}

// Document is one article and where it stood.
type Document struct {
	article.Input
	Path     string // as given, with "!/" before what is inside an archive; "stdin"
	Record   int    // line or record, counted from 1; 0 where the file is one article
	Warnings []string
}

// Where names the document's place for a message.
func (d *Document) Where() string { return where(d.Path, d.Record) }

// Error says what could not be read, and where it stood.
type Error struct {
	Path   string
	Record int // line or record, counted from 1; 0: the whole file
	Err    error
}

func (e *Error) Error() string { return where(e.Path, e.Record) + ": " + e.Err.Error() }

// Unwrap is the reason.
func (e *Error) Unwrap() error { return e.Err }

func where(path string, record int) string {
	if record > 0 {
		return fmt.Sprintf("%s:%d", path, record)
	}
	return path
}

// Read yields the articles of paths: files, folders, and "-" for standard
// input. An *Error is about one file or record; what comes after it is still
// read. It ends early where ctx does.
func Read(ctx context.Context, paths []string, o Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		r := &reader{ctx: ctx, options: o, yield: yield, ids: newIDs()}
		for _, path := range paths {
			if !r.argument(path) {
				return
			}
		}
	}
}

// reader walks the inputs. Its methods return false when nobody wants more.
type reader struct {
	ctx     context.Context
	options Options
	yield   func(Document, error) bool
	ids     *ids
}

// emit hands an article on under an id that no other has.
func (r *reader) emit(d Document) bool {
	if r.ctx.Err() != nil {
		return false
	}
	if id := r.ids.claim(d.ID); id != d.ID {
		d.Warnings = append(d.Warnings, fmt.Sprintf("the id %q was given before: this is %q", d.ID, id))
		d.ID = id
	}
	return r.yield(d, nil)
}

func (r *reader) fail(path string, record int, err error) bool {
	if r.ctx.Err() != nil {
		return false
	}
	return r.yield(Document{}, &Error{path, record, err})
}
