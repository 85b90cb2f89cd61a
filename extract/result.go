package extract

import (
	"sitrep/extract/record"
	"sitrep/extract/trace"
)

// Result is what the pipeline found in one article, in text order.
type Result struct {
	Article  record.Article
	Text     string                 // the analysed text, in which offsets count
	Mentions []record.MentionRecord // of the kinds that WithMentions asks for
	Events   []record.Record
	LeftOut  int         // what may be an event and probably is none: WithFloor tells it too
	Trace    trace.Trace // WithTrace fills it
	Warnings []string    // about the input: an unreadable publication date, …
}
