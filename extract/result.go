package extract

import (
	"sitrep/extract/record"
)

// Result is what the pipeline found in one article, in text order.
type Result struct {
	Article  record.Article
	Mentions []record.MentionRecord // of the kinds that WithMentions asks for
	Events   []record.Record
	Trace    Trace    // WithTrace fills it
	Warnings []string // about the input: an unreadable publication date, …
}

// Trace is what every stage decided. Its offsets count code points, as those
// of the records do.
type Trace struct {
	LeftOut   []PartTrace     `json:"left_out,omitempty"` // what no stage reads
	Sentences []SentenceTrace `json:"sentences"`
}

// PartTrace is a stretch of the text that is neither title, body nor caption.
type PartTrace struct {
	Part  string `json:"part"`
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// SentenceTrace is one sentence as the stages see it. Without WithTrace a
// sentence whose Gate is empty would not have been analysed.
type SentenceTrace struct {
	Index      int                    `json:"index"`
	Part       string                 `json:"part"`
	Text       string                 `json:"text"`
	Start      int                    `json:"start"`
	End        int                    `json:"end"`
	Gate       []GateTrace            `json:"gate"`
	Tokens     []TokenTrace           `json:"tokens"`
	Groups     []GroupTrace           `json:"groups,omitempty"`
	Clauses    []ClauseTrace          `json:"clauses,omitempty"`
	Mentions   []record.MentionRecord `json:"mentions,omitempty"`
	Candidates []CandidateTrace       `json:"candidates,omitempty"`
}

// GateTrace is one reason why a sentence was analysed: the stage that asked
// for it, and the words that made it.
type GateTrace struct {
	Stage string   `json:"stage"`
	Words []string `json:"words,omitempty"`
}

// TokenTrace is a word with its Penn Treebank tag, after repair, and lemma.
type TokenTrace struct {
	Text  string `json:"text"`
	Tag   string `json:"tag"`
	Lemma string `json:"lemma"`
}

// GroupTrace is a noun group and the classes that rules know it by.
type GroupTrace struct {
	Text    string   `json:"text"`
	Head    string   `json:"head"`
	Classes []string `json:"classes,omitempty"`
	Part    string   `json:"part,omitempty"` // pronoun, time; conjunct or apposition of another
	Start   int      `json:"start"`
	End     int      `json:"end"`
}

// ClauseTrace is a clause. Text is all of it in one line; the rest is for
// tools.
type ClauseTrace struct {
	Text      string          `json:"text"`
	Kind      string          `json:"kind"`
	Link      string          `json:"link"`
	Predicate string          `json:"predicate"`
	Lemma     string          `json:"lemma"`
	Start     int             `json:"start"`
	End       int             `json:"end"`
	Arguments []ArgumentTrace `json:"arguments,omitempty"`
}

// ArgumentTrace is a noun group by its function in a clause. Shared ones
// stand in another clause.
type ArgumentTrace struct {
	Function    string `json:"function"`
	Preposition string `json:"preposition,omitempty"`
	Text        string `json:"text"`
	Shared      bool   `json:"shared,omitempty"`
}

// CandidateTrace is a rule that a word called up. Those that lost have a
// Reason; of those that won, Event is the id of their record and Reason says
// by what their type was decided.
type CandidateTrace struct {
	Word     string   `json:"word,omitempty"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Rule     string   `json:"rule,omitempty"` // empty: no rule was tried
	Won      bool     `json:"won"`
	Reason   string   `json:"reason,omitempty"`
	Event    string   `json:"event,omitempty"`
	Type     string   `json:"type,omitempty"`
	Modality string   `json:"modality,omitempty"`
	Status   string   `json:"status,omitempty"`
	Roles    []string `json:"roles,omitempty"` // actor, target, weapon …: what fills it, by which function
}
