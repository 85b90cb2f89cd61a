package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"strings"
	"unicode/utf8"

	"sitrep/cmd/sitrep/internal/ordered"
	"sitrep/extract"
	"sitrep/extract/corpus"
	"sitrep/extract/table"
)

// extractRun is one run of `sitrep extract`.
type extractRun struct {
	*extractOptions
	streams   *streams
	extractor extractor

	out      *output
	writer   table.Writer
	journal  *journal // nil if the run cannot be continued
	texts    *textFile
	wrong    *problems
	progress *progress
	known    int // articles that an earlier run wrote
}

func newRun(o *extractOptions, s *streams, x extractor) *extractRun {
	return &extractRun{extractOptions: o, streams: s, extractor: x}
}

// run reads, extracts and writes. Whatever could be read is written.
func (r *extractRun) run(ctx context.Context) (err error) {
	if r.wrong, err = newProblems(r.streams, r.errors); err != nil {
		return err
	}
	whole, err := r.open()
	if err != nil || whole {
		return errors.Join(err, r.wrong.close())
	}
	if r.texts, err = newTexts(r.extractOptions.texts); err != nil {
		return r.abort(errors.Join(err, r.wrong.close()))
	}
	r.wrong.begin()
	r.progress = newProgress(ctx, r.streams, &r.inputs, r.quiet)
	r.wrong.clear = r.progress.clear
	err = inOrder(ctx, r.extractor, r.jobs, r.fresh(r.documents(ctx, r.streams)), r.writeResult, r.idle)
	r.progress.clear()
	if err = errors.Join(r.texts.close(err), r.wrong.close()); err == nil {
		err = r.close()
	} else {
		err = r.abort(err)
	}
	if err != nil {
		return err
	}
	r.progress.finish(r.known, r.wrong)
	return r.wrong.err()
}

// open prepares the output. It keeps what is there if the run continues an
// earlier one. It returns true if there is nothing left to do.
func (r *extractRun) open() (whole bool, err error) {
	continued := false
	if direct(r.output) || table.Whole(r.format) != "" {
		r.out, err = openOutput(r.output, r.streams.out, false)
	} else {
		continued, whole, err = r.openResumable()
	}
	if whole || err != nil {
		return whole, err
	}
	target := table.Target{Writer: r.out, Path: r.output}
	if r.out.final != "" {
		target.Path = partOf(r.output)
	}
	o := r.table
	o.InParts = r.journal != nil
	if continued && !table.NeedsFile(r.format) {
		if err := r.rewind(); err != nil {
			return false, r.abort(err)
		}
		o.Continued = r.journal.offset > 0
	}
	if r.writer, err = table.New(r.format, target, o); err != nil {
		return false, r.abort(outputError(err))
	}
	return false, nil
}

// openResumable opens an output that can be continued, with its journal. It returns
// whether it goes on with an earlier run, and whether that left nothing to do.
func (r *extractRun) openResumable() (continued, whole bool, err error) {
	settings, err := r.settings()
	if err != nil {
		return false, false, err
	}
	if r.resume {
		if r.journal, err = openJournal(r.output, settings); err != nil {
			return false, false, err
		}
		if whole, err = r.isWhole(); whole || err != nil {
			return false, whole, err
		}
	}
	continued = r.journal != nil
	if !continued && table.NeedsFile(r.format) {
		os.Remove(partOf(r.output))
		if err := copyFile(r.output, partOf(r.output)); err != nil {
			return false, false, outputError(err)
		}
	}
	if r.out, err = openOutput(r.output, nil, continued || table.NeedsFile(r.format)); err != nil {
		return false, false, err
	}
	if !continued {
		if r.journal, err = newJournal(r.output, settings); err != nil {
			r.out.abandon(false)
		}
	}
	return continued, false, err
}

// isWhole reports whether an earlier run wrote everything, and does what that run
// did not get to do.
func (r *extractRun) isWhole() (bool, error) {
	_, errPart := os.Stat(partOf(r.output))
	_, errFinal := os.Stat(r.output)
	part, final := errPart == nil, errFinal == nil
	switch {
	case r.journal == nil && final && !part:
		fmt.Fprintf(r.streams.err, "sitrep: nothing to resume: %s is complete\n", printable(r.output))
		return true, nil
	case r.journal == nil:
		return false, nil
	case r.journal.whole && part:
		if err := os.Rename(partOf(r.output), r.output); err != nil {
			return false, outputError(err)
		}
		return true, r.journal.remove()
	case r.journal.whole && final:
		return true, r.journal.remove()
	case !part: // the output was removed: start again
		r.journal.file.Close()
		r.journal = nil
	}
	return false, nil
}

// rewind cuts off what was written after the last checkpoint.
func (r *extractRun) rewind() error {
	info, err := r.out.file.Stat()
	if err == nil && info.Size() < r.journal.offset {
		err = fmt.Errorf("%s is shorter than its journal says: start again without --resume", partOf(r.output))
	}
	if err == nil {
		err = r.out.file.Truncate(r.journal.offset)
	}
	if err == nil {
		_, err = r.out.file.Seek(r.journal.offset, 0)
	}
	return outputError(err)
}

// fresh returns the documents that the output does not have yet.
func (r *extractRun) fresh(docs iter.Seq2[corpus.Document, error]) iter.Seq2[corpus.Document, error] {
	if r.journal == nil || len(r.journal.done) == 0 {
		return docs
	}
	return func(yield func(corpus.Document, error) bool) {
		for d, err := range docs {
			if err == nil && r.journal.has(&d) {
				r.known++
				continue
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// place says of a result where in the input it stands: of what it is a copy, the
// part of a live blog, the pages of a PDF.
func place(t *task) {
	t.result.Article.CopyOf, t.result.Article.Part, t.result.Article.Time = t.doc.CopyOf, t.doc.Part, t.doc.Time
	before := 0 // code points of the title that stands before the text
	pages, posts := t.doc.Pages, t.doc.Posts
	if pages != nil || posts != nil {
		if !strings.HasSuffix(t.result.Text, t.doc.Text) { // mended: the offsets have moved
			pages, posts = nil, nil
		}
		before = utf8.RuneCountInString(t.result.Text) - utf8.RuneCountInString(t.doc.Text)
	}
	for i := range t.result.Events {
		e := &t.result.Events[i]
		e.Article.CopyOf, e.Article.Part, e.Article.Time = t.doc.CopyOf, t.doc.Part, t.doc.Time
		for n, start := range pages {
			if e.Evidence.Start >= start+before {
				e.Evidence.Page = n + 1
			}
		}
		for n, p := range posts {
			if e.Evidence.Start >= p.Start+before {
				e.Article.Part, e.Article.Time = n+1, p.Time
			}
		}
	}
}

// writeResult writes what one article gave, and notes in the journal that it is done.
func (r *extractRun) writeResult(t *task) error {
	ok, err := r.wrong.about(t)
	if err != nil {
		return err
	}
	if !ok {
		r.progress.step(0, 0, r.wrong.failed)
		return nil
	}
	place(t)
	if err := r.texts.add(t.result.Article, t.result.Text); err != nil {
		return err
	}
	records := r.filter.Apply(t.result.Events)
	if err := r.writer.Write(t.result.Article, records); err != nil {
		return outputError(err)
	}
	r.progress.leftOut += t.result.LeftOut
	if t.result.Article.Published == "" {
		r.progress.undated++
	}
	r.progress.step(1, len(records), r.wrong.failed)
	if r.journal == nil {
		return nil
	}
	if r.journal.add(&t.doc); r.journal.due() {
		return r.checkpoint()
	}
	return nil
}

// idle flushes a stream, because a reader may be waiting for it.
func (r *extractRun) idle() error {
	if r.out.final != "" {
		return nil
	}
	if err := r.wrong.flush(); err != nil {
		return err
	}
	return outputError(r.writer.Flush())
}

// checkpoint makes the output safe, then records that in the journal.
func (r *extractRun) checkpoint() error {
	if err := r.writer.Flush(); err != nil {
		return outputError(err)
	}
	if err := r.out.sync(); err != nil {
		return err
	}
	var offset int64
	if !table.NeedsFile(r.format) {
		var err error
		if offset, err = r.out.file.Seek(0, 1); err != nil {
			return outputError(err)
		}
	}
	return r.journal.checkpoint(offset)
}

// close completes the output and makes it appear.
func (r *extractRun) close() error {
	if err := r.writer.Close(); err != nil {
		return r.abort(outputError(err))
	}
	if parts, ok := r.writer.(table.InParts); ok && r.journal != nil {
		if err := r.out.join(parts.Join); err != nil {
			return r.abort(err)
		}
		return r.journal.remove()
	}
	if r.journal != nil {
		if err := r.journal.end(); err != nil {
			return r.abort(err)
		}
	}
	if err := r.out.commit(); err != nil {
		return r.abort(err)
	}
	if r.journal != nil {
		return r.journal.remove()
	}
	return nil
}

// abort leaves either an output that --resume can continue or none, and returns
// an error that says which. If the user stopped the run, standard output gets a
// proper end.
func (r *extractRun) abort(err error) error {
	interrupted := errors.Is(err, context.Canceled)
	if interrupted && r.writer != nil {
		switch {
		case r.journal != nil:
			if e := r.checkpoint(); e != nil {
				err, interrupted = e, false
			}
		case r.out.final == "":
			if e := r.writer.Close(); e != nil {
				err, interrupted = outputError(e), false
			}
		}
	}
	if a, ok := r.writer.(interface{ Abandon() }); ok {
		a.Abandon()
	}
	r.out.abandon(r.journal != nil)
	if r.journal == nil {
		if interrupted && r.out.final != "" {
			return &exitError{exitInterrupted, fmt.Errorf("interrupted: nothing is written, because %s", table.Whole(r.format))}
		}
		return err
	}
	r.journal.file.Close()
	if _, e := os.Stat(partOf(r.output)); errors.Is(e, fs.ErrNotExist) {
		return err
	}
	if interrupted {
		return &exitError{exitInterrupted, fmt.Errorf("interrupted after %d articles: to continue, repeat the command with --resume", r.known+r.progress.articles)}
	}
	return &exitError{exitCode(err), fmt.Errorf("%w; to continue, repeat the command with --resume", err)}
}

// task is one document on its way through the batch.
type task struct {
	doc    corpus.Document
	result extract.Result
	err    error
}

// inOrder extracts documents on jobs workers and hands the results to sink in
// the order of the input. Where ctx ends, what is in flight is finished.
func inOrder(ctx context.Context, x extractor, jobs int, docs iter.Seq2[corpus.Document, error],
	sink func(*task) error, idle func() error) error {
	tasks := func(yield func(*task) bool) {
		for doc, err := range docs {
			if !yield(&task{doc: doc, err: err}) {
				return
			}
		}
	}
	return ordered.Run(ctx, jobs, tasks, func(t *task) {
		if t.err == nil {
			t.result, t.err = x.Extract(context.WithoutCancel(ctx), t.doc.Input)
		}
	}, sink, idle)
}
