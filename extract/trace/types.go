package trace

import (
	"sitrep/extract/record"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

// Trace is what every stage decided. Its offsets count code points, as those
// of the records do.
type Trace struct {
	LeftOut   []Part     `json:"left_out,omitempty"` // what no stage reads
	Sentences []Sentence `json:"sentences"`
}

// Part is a stretch of the text that is neither title, body nor caption.
type Part struct {
	Part  string `json:"part"`
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Sentence is one sentence as the stages see it. Without a trace a
// sentence whose Gate is empty would not have been analysed.
type Sentence struct {
	Index      int                    `json:"index"`
	Part       string                 `json:"part"`
	Text       string                 `json:"text"`
	Start      int                    `json:"start"`
	End        int                    `json:"end"`
	Gate       []Gate                 `json:"gate"`
	Tokens     []Token                `json:"tokens"`
	Groups     []Group                `json:"groups,omitempty"`
	Clauses    []Clause               `json:"clauses,omitempty"`
	Mentions   []record.MentionRecord `json:"mentions,omitempty"`
	Candidates []Candidate            `json:"candidates,omitempty"`
}

// Gate is one reason why a sentence was analysed: the stage that asked
// for it, and the words that made it.
type Gate struct {
	Stage string   `json:"stage"`
	Words []string `json:"words,omitempty"`
}

// Token is a word with its Penn Treebank tag, after repair, and lemma.
type Token struct {
	Text  string `json:"text"`
	Tag   string `json:"tag"`
	Lemma string `json:"lemma"`
}

// Group is a noun group and the classes that rules know it by.
type Group struct {
	Text    string   `json:"text"`
	Head    string   `json:"head"`
	Classes []string `json:"classes,omitempty"`
	Part    string   `json:"part,omitempty"` // pronoun, time; conjunct or apposition of another
	Start   int      `json:"start"`
	End     int      `json:"end"`
}

// Clause is a clause. Text is all of it in one line; the rest is for
// tools.
type Clause struct {
	Text      string     `json:"text"`
	Kind      string     `json:"kind"`
	Link      string     `json:"link"`
	Predicate string     `json:"predicate"`
	Lemma     string     `json:"lemma"`
	Start     int        `json:"start"`
	End       int        `json:"end"`
	Arguments []Argument `json:"arguments,omitempty"`
}

// Argument is a noun group by its function in a clause. Shared ones
// stand in another clause.
type Argument struct {
	Function    string `json:"function"`
	Preposition string `json:"preposition,omitempty"`
	Text        string `json:"text"`
	Shared      bool   `json:"shared,omitempty"`
}

// Candidate is a rule that a word called up. Those that lost have a
// Reason; of those that won, Event is the id of their record and Reason says
// by what their type was decided.
type Candidate struct {
	Word     string `json:"word,omitempty"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Rule     string `json:"rule,omitempty"` // empty: no rule was tried
	Won      bool   `json:"won"`
	Reason   string `json:"reason,omitempty"`
	Event    string `json:"event,omitempty"`
	Type     string `json:"type,omitempty"`
	Modality string `json:"modality,omitempty"`
	Status   string `json:"status,omitempty"`
	// Probability that it is an event, and the evidence, of a candidate that was
	// weighed.
	Probability float64            `json:"probability,omitempty"`
	Evidence    weigh.Evidence     `json:"evidence,omitempty"`
	Considered  []Role             `json:"considered,omitempty"` // for the roles
	Kinds       []Kind             `json:"kinds,omitempty"`      // the types that it could be of
	Settings    []Setting          `json:"settings,omitempty"`   // places and days of other sentences, where its own tells none
	Incidents   []telling.Incident `json:"incidents,omitempty"`  // told before, that it could tell
	Roles       []string           `json:"roles,omitempty"`      // actor, target, weapon …: what fills it, by which function
}

// Role is a noun group that was considered for a role of an event.
type Role struct {
	Role        string         `json:"role"`
	Text        string         `json:"text"`
	Names       []string       `json:"names"` // what the record would call it
	Probability float64        `json:"probability"`
	Evidence    weigh.Evidence `json:"evidence,omitempty"`
}

// Setting is a place or a day of another sentence that was considered for an
// event whose own sentence tells none.
type Setting struct {
	Slot        string         `json:"slot"`  // place, day, or toponym: what else its sentence names
	Names       []string       `json:"names"` // of the narrowest place; of a day, the first and the last
	Probability float64        `json:"probability"`
	Evidence    weigh.Evidence `json:"evidence,omitempty"`
}

// Kind is a type that an event could be of.
type Kind struct {
	Type        string         `json:"type"`
	Probability float64        `json:"probability"`
	Evidence    weigh.Evidence `json:"evidence,omitempty"`
}
