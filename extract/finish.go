package extract

import (
	"sitrep/extract/event"
	"sitrep/extract/record"
)

// result puts together what the stages found.
func (x *Extractor) result(f *found, records []record.Record, events []*event.Event, rejected []event.Rejection) Result {
	a := f.Document.Article
	r := Result{Article: articleRecord(a), Events: records, Warnings: a.Warnings}
	if x.options.trace {
		r.Trace = x.trace(f, records, events, rejected)
	}
	if x.kinds != nil {
		r.Mentions = f.list(x.kinds, records)
	}
	return r
}
