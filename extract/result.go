package extract

import (
	"sitrep/extract/record"
)

// Result is all that the pipeline found in one article, in text order.
type Result struct {
	Article  record.Article
	Mentions []record.MentionRecord
	Events   []record.Record
	Trace    Trace
	Warnings []string // about the input: an unreadable publication date, …
}

// Trace is what every stage decided, for `sitrep explain`.
type Trace struct {
	Sentences []SentenceTrace `json:"sentences"`
}

// SentenceTrace is one sentence as the stages saw it. Where Gate is empty the
// sentence was not analysed.
type SentenceTrace struct {
	Index      int      `json:"index"`
	Part       string   `json:"part"`
	Text       string   `json:"text"`
	Gate       []string `json:"gate"` // why it was looked at
	Tags       []string `json:"tags,omitempty"`
	Groups     []string `json:"groups,omitempty"`
	Clauses    []string `json:"clauses,omitempty"`
	Mentions   []string `json:"mentions,omitempty"`
	Candidates []string `json:"candidates,omitempty"` // rules that fired or lost, and why
}
