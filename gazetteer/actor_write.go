package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteActorLookup writes whom a name may mean, the likeliest first, a block
// of lines each. What the dictionary does not say has no line.
func WriteActorLookup(w io.Writer, x *ActorIndex, name string) (found int, err error) {
	out := bufio.NewWriter(w)
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(out, "  %-12s%s\n", key, value)
		}
	}
	m, _ := x.Lookup(name)
	for i, c := range m.Candidates {
		fmt.Fprintf(out, "%s %d: %s (%s)\n", name, i+1, c.Name, c.ID)
		line("kind", c.Kind)
		line("source", c.SourceKind)
		line("countries", joined(c.countries))
		line("years", years(c.From, c.To))
		line("part of", c.Parent)
		line("became", c.Successor)
		line("with", joined(c.with))
		line("against", joined(c.against))
		line("met as", c.metAs(m.Form, name))
		if c.Ambiguous {
			line("ambiguous", "means it only beside its country, its full name or a word like fighters")
		}
	}
	found = len(m.Candidates)
	if n, ok := x.Noun(name); ok && found == 0 {
		fmt.Fprintf(out, "%s: no name, a word for actors (%s)\n", name, n.Class)
		line("kind", n.Kind)
		line("source", n.SourceKind)
		found = 1
	}
	return found, out.Flush()
}

// metAs returns which of the actor's names was found.
func (c *ActorCandidate) metAs(form ActorForm, name string) string {
	if c.Leader != nil {
		return strings.TrimSpace(fmt.Sprintf("%s %s, its %s %s", FormLeader, c.Leader.Name, c.Leader.Role, years(c.Leader.From, c.Leader.To)))
	}
	if form != FormName {
		return form.String()
	}
	key := nameKey(name)
	for i, alias := range c.Aliases() {
		if nameKey(alias.Text) != key {
			continue
		}
		if i == 0 {
			return "name"
		}
		return "alias " + alias.Text
	}
	return form.String()
}

// nameKey returns a name as matching compares it, case aside.
func nameKey(name string) uint64 {
	h := uint64(fnvOffset)
	tokens := actorTokens(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "), nil, 0)
	for i := range tokens {
		h = phraseHash(h, &tokens[i])
	}
	return h
}

func joined(barred string) string { return strings.ReplaceAll(barred, "|", ", ") }

// years returns a span of years, open where one is 0.
func years(from, to int) string {
	if from == 0 && to == 0 {
		return ""
	}
	year := func(y int) string {
		if y == 0 {
			return ""
		}
		return strconv.Itoa(y)
	}
	return year(from) + "-" + year(to)
}

// Of counts the rows of the file.
func (x *ActorIndex) Of(file string) int {
	n := 0
	for _, a := range x.actors {
		if a.Line.File == file {
			n++
		}
	}
	return n
}
