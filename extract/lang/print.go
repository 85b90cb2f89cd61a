package lang

import (
	"fmt"
	"strings"
)

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
