package lang

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/clock"
)

// Token is a word or a punctuation mark. Text is what the source says,
// Lower its lower-case form with straight quotes, Tag its Penn Treebank tag
// after repair, Lemma the dictionary form in lower case.
type Token struct {
	article.Span
	Text  string // as written, but common words of a headline in small letters
	Lower string
	Tag   string
	Lemma string
}

// Number of a noun group.
type Number uint8

// The numbers.
const (
	UnknownNumber Number = iota
	Singular
	Plural
)

// NounGroup is a base noun phrase, from its determiner or possessor to its
// head, and what hangs on it. First, Last and Head are indices of the
// sentence's tokens; First to Last covers the group without Apposition,
// Conjuncts and Attached.
type NounGroup struct {
	article.Span
	Sentence    *Sentence
	Index       int // among the groups of its document, from 0: see ByGroup
	First, Last int
	Head        int
	Lemma       string // of the head
	Det         string // the, a, this, no, both, …; lower case, "" where none
	Number      Number
	Proper      bool          // the head is a proper noun
	Time        bool          // a bare date: Monday, March 5, last week
	Pronoun     bool          // they, it, who, both, …
	Numeral     Range         // tokens of the quantity (at least 12, dozens of); empty where none
	Possessor   *NounGroup    // Syria's [government], its [fighters]; inside Span
	Modifiers   Range         // tokens between determiner and head
	Apposition  *NounGroup    // Amaq, [the group's news agency]; Sunni [(IS)] in brackets
	Conjuncts   []*NounGroup  // the others of A, B and C; on the first only
	Coordinated *NounGroup    // the first of the coordination, on the others
	Attached    []*Attachment // prepositional phrases: soldiers [of the army]
	Relative    []*Clause     // full and reduced relative clauses on this group
}

// Range is a half-open range of token indices.
type Range struct{ From, To int }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.From >= r.To }

// Attachment is a prepositional phrase that hangs on a noun group.
type Attachment struct {
	Prep  string // lower case; several words joined by a space: because of
	At    int    // token index of the preposition's first word
	Group *NounGroup
}

// Voice of a predicate.
type Voice uint8

// The voices.
const (
	Active Voice = iota
	Passive
)

// Tense of a predicate. Non-finite ones have NoTense.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Present
	Future
)

// VerbGroup is a verb with its auxiliaries, negation and particle: could not
// have been carried out is one group.
type VerbGroup struct {
	article.Span
	First, Last int // token indices, auxiliaries to particle
	Main        int // the main verb's token
	Lemma       string
	Particle    string // out, up, off, …: carry out
	Form        string // Penn tag of the main verb
	Voice       Voice
	Tense       Tense
	Perfect     bool
	Progressive bool
	Modal       string // could, may, should, …; not will and would-be futures
	Negated     bool
	Infinitive  bool // to expel
	Finite      bool
}

// ClauseKind says what a clause is built on.
type ClauseKind uint8

// The kinds of clause.
const (
	Finite     ClauseKind = iota // rebels seized the town
	Participle                   // killing dozens; backed by Turkey
	Infinite                     // to expel them
	Nominal                      // air strikes by X on Y
	Verbless                     // 12 dead in blast
)

var clauseKinds = [...]string{"finite", "participle", "infinitive", "nominal", "verbless"}

// String returns the kind's name.
func (k ClauseKind) String() string { return clauseKinds[k] }

// Link is how a clause hangs on its Parent.
type Link uint8

// The links.
const (
	Root        Link = iota
	Coordinate       // and seized; shares what it lacks with its parent
	Complement       // said [that they had taken it]
	Relative         // who were killed; on a noun group of the parent
	Result           // killing dozens; the parent's own outcome
	Purpose          // to expel them, in an attempt to expel
	Adverbial        // when, after, as, while; Mark says which
	Conditional      // if, unless
	Argument         // the nominal clause is an argument of its parent
)

var linkNames = [...]string{"root", "coordinate", "complement", "relative", "result", "purpose", "adverbial", "conditional", "argument"}

// String returns the link's name.
func (l Link) String() string { return linkNames[l] }

// Function is what an argument does in its clause.
type Function uint8

// The functions.
const (
	Subject     Function = iota // the grammatical subject, also of a passive
	Object                      // the direct object
	Indirect                    // told [reporters]
	By                          // the by-phrase of a passive or of a nominal
	Oblique                     // another prepositional phrase; Prep says which
	Possessor                   // X's capture of Y
	Modifier                    // Taliban attack, suicide bombing: the words before a nominal's head
	Time                        // a bare temporal phrase: last week, Monday
	Predicative                 // were [victims of …], was [dead]
)

var functionNames = [...]string{"subject", "object", "indirect", "by", "oblique", "possessor", "modifier", "time", "predicative"}

// String returns the function's name.
func (f Function) String() string { return functionNames[f] }

// Arg is one argument of a clause.
type Arg struct {
	Function Function
	Prep     string // of an oblique
	Group    *NounGroup
	// Shared is set where the argument is taken over from another clause: the
	// subject of a coordinate, a participle, an infinitive, the noun group that
	// a relative clause hangs on, or what stands after the last verb of a
	// series only (abducted and killed [a trader]).
	Shared bool
}

// Predicate is what a clause says of its arguments: the words of a verb or
// noun group as a rule sees them.
type Predicate struct {
	article.Span // of the word itself, with its particle, without auxiliaries
	Text         string
	Lemma        string
	Particle     string
	Noun         bool // the predicate is a noun: nominal and verbless clauses
	Voice        Voice
	Tense        Tense
	Perfect      bool
	Progressive  bool
	Modal        string
	Negated      bool
	Infinitive   bool
	Plural       bool // nominal: strikes
}

// Clause is a predicate and its arguments by function.
type Clause struct {
	Sentence  *Sentence
	Kind      ClauseKind
	Link      Link
	Predicate Predicate
	Args      []Arg
	Parent    *Clause
	Mark      string // the subordinator: if, after, when, that, …
	// Span runs from the clause's first argument or mark to its last word.
	article.Span
	Group *NounGroup // of a nominal: the group that is the predicate
	Verb  *VerbGroup // of the others
	// Told is the relative clause right behind that the clause only says who tells: a raid
	// that residents [said] killed nine. It is nil for all others.
	Told *Clause
}

// Occasion reports whether the clause tells what its main clause resulted from:
// two were killed [when a shell hit the school].
func (c *Clause) Occasion() bool { return words().occasion.has(c.Mark) }

// IsYetToCome reports whether the clause tells what has not been done so far: the group
// has yet [to claim the attack].
func (c *Clause) IsYetToCome() bool {
	ts, at := c.Sentence.Tokens, c.Sentence.TokensIn(c.Predicate.Span).From
	if !ts.Is(at, "to") {
		at--
	}
	return ts.Is(at, "to") && ts.Is(at-1, "yet")
}

// DatePreposition returns the preposition of the date that a clause with "when"
// hangs on, as in "the deadliest attack since [May 2017, when a bomb killed nine]",
// or "".
func (c *Clause) DatePreposition() string {
	if c.Mark != "when" {
		return ""
	}
	t := c.Sentence.Tokens
	i := c.Sentence.TokensIn(article.Span{Start: c.Start, End: c.Start + 1}).From - 1
	if i > 0 && t[i].Text == "," {
		i--
	}
	if g := c.Sentence.GroupTo(i); i > 0 && g != nil && (g.Time || t[i].Tag == "CD") && g.First > 0 {
		return t[g.First-1].Lower
	}
	return ""
}

// Named returns the name that the clause gives what it hangs on, as in "a camp known as
// [Base Omar]", "a lawyer called [Ali Said]", or nil.
func (c *Clause) Named() *NounGroup {
	if c.Link != Relative || c.Predicate.Voice != Passive {
		return nil
	}
	for _, a := range c.Args {
		if !a.Shared && a.Group.Proper && (a.Function == Object && words().naming.has(c.Predicate.Lemma) || a.Prep == "as" && words().asVerbs.has(c.Predicate.Lemma)) {
			return a.Group
		}
	}
	return nil
}

// Earlier reports whether the clause tells what happened before its main clause did:
// troops shelled the hills [after rebels killed six soldiers].
func (c *Clause) Earlier() bool { return c.Link == Adverbial && c.Mark == "after" }

// Means returns what the clause, an infinitive or an event noun, is done with where the verb above
// it says so, or nil: used [drones] to attack the town; [mortars] were used in the attack.
func (c *Clause) Means() *NounGroup {
	p := c.Parent
	if p == nil || !words().using.has(p.Predicate.Lemma) || c.Kind != Infinite && !slices.ContainsFunc(p.Args, func(a Arg) bool { return a.Group == c.Group && a.Prep == "in" }) {
		return nil
	}
	if p.Predicate.Voice == Passive {
		return p.Arg(Subject)
	}
	return p.Arg(Object)
}

// Stranded returns the preposition that a passive verb leaves behind, or "": a patrol was fired [upon]
// near the border.
func (c *Clause) Stranded() string {
	if c.Verb == nil || c.Predicate.Voice != Passive {
		return ""
	}
	t, i := c.Sentence.Tokens, c.Verb.Last+1
	if !t.Is(i, "on", "upon", "at") || t.startsNoun(i+1) {
		return ""
	}
	return t.Word(i)
}

// IsMeansOf reports whether the clause is a participle that only says with what the clause
// above it is done: killed nine soldiers [using landmines].
func (c *Clause) IsMeansOf(above *Clause) bool {
	return c.Kind == Participle && c.Parent == above && c.Predicate.Voice == Active && words().using.has(c.Predicate.Lemma)
}

// Arg returns the first argument with the function, or nil.
func (c *Clause) Arg(f Function) *NounGroup {
	for i := range c.Args {
		if c.Args[i].Function == f {
			return c.Args[i].Group
		}
	}
	return nil
}

// Sentence is a sentence and, once analysed, what it consists of.
type Sentence struct {
	article.Span
	Index     int // in the document, from 0
	Paragraph int
	Part      article.Part
	Text      string

	// Filled by Document.Analyse.
	Tokens  Tokens
	Nouns   []*NounGroup // in text order, conjuncts and appositions too
	Verbs   []*VerbGroup
	Clauses []*Clause // in text order of their predicates

	words    *lexicon
	counter  *int // how many noun groups the document has
	analysed bool
	titled   answer       // whether it is written in title case
	groups   *groupIndex  // built when first asked for
	parts    []*NounGroup // see parting; nil before the first need
}

// TokensIn returns the indices of the tokens that overlap the span.
func (s *Sentence) TokensIn(span article.Span) Range {
	r := Range{len(s.Tokens), len(s.Tokens)}
	for i := range s.Tokens {
		if s.Tokens[i].Overlaps(span) {
			if r.From == len(s.Tokens) {
				r.From = i
			}
			r.To = i + 1
		} else if r.From < len(s.Tokens) && s.Tokens[i].Start >= span.End {
			break
		}
	}
	if r.From == len(s.Tokens) {
		r.To = r.From
	}
	return r
}

// Document is an article's sentences. It is not safe for concurrent use; the
// models behind it are shared and are.
type Document struct {
	Article   *article.Article
	Sentences []*Sentence
	Clock     *clock.Clock // charged for what Analyse does; nil: nobody asks

	names    []article.Span
	words    *lexicon
	capitals map[string]bool // see capitalised; nil before the first need
	groups   int             // how many noun groups it has so far
}
