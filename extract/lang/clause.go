package lang

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"sitrep/extract/article"
)

// A ClauseBuilder makes clauses of a tagged and grouped sentence. It is what
// a better parser replaces; the stages after this one see clauses only.
type ClauseBuilder interface {
	Build(s *Sentence)
}

// cascade is the ClauseBuilder in use: a finite-state pass over chunks. It
// looks left of every verb group for its subject, then right for its objects
// and prepositional phrases.
type cascade struct{}

// chunkMemory is the memory of the chunks of a sentence, which nobody asks for once
// its clauses are built.
var chunkMemory = sync.Pool{New: func() any { return new([]chunk) }}

// Build fills s.Nouns, s.Verbs and s.Clauses from s.Tokens.
func (cascade) Build(s *Sentence) {
	p := &grouper{s: s, t: s.Tokens, w: s.words}
	memory := chunkMemory.Get().(*[]chunk)
	*memory = p.chunks((*memory)[:0])
	defer func() {
		clear(*memory) // keep no groups alive
		chunkMemory.Put(memory)
	}()
	b := &builder{s: s, w: s.words, chunks: *memory, headline: s.Part == article.Title}
	b.collect()
	b.phrases()
	for i := range b.chunks {
		if b.chunks[i].kind == cVerb {
			b.left(i)
		}
	}
	for _, v := range b.verbs {
		b.right(v)
	}
	b.calledObjects()
	for i := len(b.verbs) - 1; i >= 0; i-- {
		b.raised(b.verbs[i])
	}
	for _, v := range b.verbs {
		if !v.elided {
			b.voice(v)
		}
		b.shared(v)
	}
	b.parents()
	b.nominals()
	b.finish()
}

// verbClause is a verb's clause under construction.
type verbClause struct {
	*Clause
	at         int  // chunk of the verb
	subject    int  // chunk of the subject's first member; -1 where none or shared
	begin      int  // chunk at which the clause begins: mark, subject or verb
	antecedent int  // chunk of the noun group that a relative clause hangs on; -1
	whose      bool // the antecedent owns the subject: a commander whose men …
	elided     bool // the verb shares the auxiliary of a passive: was seized, [bound] and shot
	sharesWith *verbClause
	previous   *verbClause // the clause that a complement, result or coordinate looks back to
}

type builder struct {
	s        *Sentence
	w        *lexicon
	chunks   []chunk
	verbs    []*verbClause
	headline bool
	members  map[int][]int // chunk of a coordination's first noun → chunks of the others
	head     map[int]int   // chunk of a coordinated noun → chunk of the first
}

// clauseAt returns the clause of the verb at chunk i, or nil.
func (b *builder) clauseAt(i int) *verbClause {
	if i < 0 || i >= len(b.chunks) {
		return nil
	}
	return b.chunks[i].clause
}

func (b *builder) beginsAt(i int) bool { return i >= 0 && i < len(b.chunks) && b.chunks[i].begins }

func (b *builder) kind(i int) chunkKind {
	if i < 0 || i >= len(b.chunks) {
		return cStop
	}
	return b.chunks[i].kind
}

// nounAt reports whether chunk i is a noun group that is no bare date.
func (b *builder) nounAt(i int) bool { return b.kind(i) == cNoun && !b.chunks[i].time }

// timeAt reports whether chunk i is a bare date.
func (b *builder) timeAt(i int) bool { return b.kind(i) == cNoun && b.chunks[i].time }

func (b *builder) finiteAt(i int) bool { return b.kind(i) == cVerb && b.chunks[i].verb.Finite }

// prepositionAt reports whether chunk i is the preposition.
func (b *builder) prepositionAt(i int, prep string) bool {
	return b.kind(i) == cPrep && b.chunks[i].word == prep
}

// phraseHead goes from the group at chunk i over prepositions to the first of
// the groups that are joined by them: from men to bodies in the bodies of two men.
func (b *builder) phraseHead(i int) int {
	for b.kind(i-1) == cPrep && b.kind(i-2) == cNoun {
		i -= 2
	}
	return i
}

// collect lists groups in the sentence.
func (b *builder) collect() {
	for i := range b.chunks {
		switch c := &b.chunks[i]; c.kind {
		case cNoun:
			for g := c.noun.Possessor; g != nil; g = g.Possessor {
				b.s.Nouns = append(b.s.Nouns, g)
			}
			b.s.Nouns = append(b.s.Nouns, c.noun)
		case cVerb:
			b.s.Verbs = append(b.s.Verbs, c.verb)
		}
	}
}

// left finds the subject, the kind and the link of the verb at chunk i.
func (b *builder) left(i int) {
	v := &verbClause{Clause: &Clause{Sentence: b.s, Verb: b.chunks[i].verb}, at: i, subject: -1, begin: i, antecedent: -1}
	v.Predicate = predicateOf(b.s, b.chunks[i].verb)
	b.chunks[i].clause = v
	b.verbs = append(b.verbs, v)
	switch g := b.chunks[i].verb; {
	case b.toldRelative(v), b.accordingRelative(v):
	case g.Infinitive:
		v.Kind = Infinite
		b.infinitive(v)
	case !g.Finite && b.opensWithGerund(g):
		v.Kind = Participle
		b.participle(v)
	case b.looksReduced(i):
		v.Kind = Participle
		b.participle(v)
	default:
		v.Kind = Finite
		b.finite(v)
	}
	b.chunks[v.begin].begins = true
}

// opensWithGerund reports whether a verb group is an -ing form or has one as its
// first word: having taken, being challenged.
func (b *builder) opensWithGerund(g *VerbGroup) bool {
	return g.Form == "VBG" || b.s.Tokens[g.First].Tag == "VBG"
}

func predicateOf(s *Sentence, v *VerbGroup) Predicate {
	p := Predicate{
		Lemma: v.Lemma, Particle: v.Particle, Voice: v.Voice, Tense: v.Tense, Perfect: v.Perfect,
		Progressive: v.Progressive, Modal: v.Modal, Negated: v.Negated, Infinitive: v.Infinitive,
	}
	first, last := s.Tokens[v.Main], s.Tokens[v.Last]
	p.Span = article.Span{Start: first.Start, End: last.End}
	if v.Last < v.Main {
		p.End = first.End
	}
	p.Text = s.Text[p.Start-s.Start : p.End-s.Start]
	return p
}

// finish puts the clauses in text order of their predicates and sets spans.
func (b *builder) finish() {
	for _, v := range b.verbs {
		c := v.Clause
		c.Span = v.Verb.Span
		if f := b.chunks[v.begin].first; b.s.Tokens[f].Start < c.Start {
			c.Start = b.s.Tokens[f].Start
		}
		for _, a := range c.Args {
			if a.Shared {
				continue
			}
			if a.Group.Start < c.Start {
				c.Start = a.Group.Start
			}
			if a.Group.End > c.End {
				c.End = a.Group.End
			}
			for _, m := range a.Group.Conjuncts {
				if m.End > c.End {
					c.End = m.End
				}
			}
		}
		b.s.Clauses = append(b.s.Clauses, c)
	}
	sort.SliceStable(b.s.Clauses, func(i, j int) bool {
		return b.s.Clauses[i].Predicate.Start < b.s.Clauses[j].Predicate.Start
	})
}

// String returns the clause with its arguments, for explain and for tests:
// struck(active past) subject=Russian and Syrian warplanes object=outposts.
func (c *Clause) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", c.Kind, c.Predicate.Lemma)
	if c.Predicate.Particle != "" {
		b.WriteString(" " + c.Predicate.Particle)
	}
	if !c.Predicate.Noun {
		if c.Predicate.Voice == Passive {
			b.WriteString(" passive")
		}
		b.WriteString([...]string{"", " past", " present", " future"}[c.Predicate.Tense])
	}
	if c.Predicate.Modal != "" {
		b.WriteString(" modal:" + c.Predicate.Modal)
	}
	if c.Predicate.Negated {
		b.WriteString(" negated")
	}
	if c.Link != Root {
		fmt.Fprintf(&b, " (%s", c.Link)
		if c.Parent != nil {
			b.WriteString(" of " + c.Parent.Predicate.Text)
		}
		if c.Mark != "" {
			b.WriteString(", " + c.Mark)
		}
		b.WriteString(")")
	}
	for _, a := range c.Args {
		b.WriteString(" | " + a.Function.String())
		if a.Prep != "" {
			b.WriteString(" " + a.Prep)
		}
		if a.Shared {
			b.WriteString("*")
		}
		b.WriteString("=" + a.Group.written())
		for _, m := range a.Group.Conjuncts {
			b.WriteString(" & " + m.written())
		}
		if a.Group.Apposition != nil {
			b.WriteString(" = " + a.Group.Apposition.written())
		}
	}
	return b.String()
}

// written returns the text of the group's Written span.
func (g *NounGroup) written() string {
	span := g.Written()
	return g.Sentence.Text[span.Start-g.Sentence.Start : span.End-g.Sentence.Start]
}

// Text returns the group's words as the source has them.
func (g *NounGroup) Text() string {
	return g.Sentence.Text[g.Start-g.Sentence.Start : g.End-g.Sentence.Start]
}
