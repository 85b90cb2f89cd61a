package gazetteer

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
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

// ActorFileError is a defect of a dictionary file, with its place.
type ActorFileError struct {
	ActorLine
	Msg string
}

func (e *ActorFileError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
}

// list iterates over the parts of a field with bars.
func list(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for s != "" {
			part, rest, _ := strings.Cut(s, "|")
			if !yield(part) {
				return
			}
			s = rest
		}
	}
}

// aliases iterates over a list of names; a trailing question mark marks a
// name that needs more in the text to mean the actor.
func aliases(s string) func(func(string, bool) bool) {
	return func(yield func(string, bool) bool) {
		for part := range list(s) {
			a, ambiguous := strings.CutSuffix(part, "?")
			if !yield(a, ambiguous) {
				return
			}
		}
	}
}

//go:embed data/everyday.txt
var everydayWords string

var everyday = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(everydayWords) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				words[w] = true
			}
		}
	}
	return words
})

// isEveryday reports whether a name is one that any text has with a capital
// somewhere: The, Sunday, Army. Initials are none: WHO.
func isEveryday(name string) bool {
	name = strings.TrimSpace(name)
	if len(name) > 1 && strings.ToUpper(name) == name {
		return false
	}
	return len([]rune(name)) == 1 || everyday()[strings.ToLower(name)]
}

// IsMilitant reports whether a kind of actors is armed and of no state.
func IsMilitant(kind string) bool {
	return kind == KindRebelGroup || kind == KindPoliticalMilitia || kind == KindIdentityMilitia
}

// militants holds what an index says of militants, so that a text without them
// is told by one look at its words.
type militants struct {
	begins  map[uint64]bool // hashes of the words that begin a noun or a modifier for them
	parents map[string]bool // ids of the parents of their groups
}

// addMilitant notes a phrase that is filed, if it is for militants.
func (x *ActorIndex) addMilitant(e *actorEntry, first *actorToken) {
	switch {
	case e.class == classNoun && IsMilitant(x.nouns[e.ref].Kind), e.class == classModifier && IsMilitant(x.mods[e.ref].Kind):
		x.militants.begins[first.hash] = true
	case e.class == classActor && IsMilitant(x.actors[e.ref].Kind):
		x.militants.parents[x.actors[e.ref].Parent] = true
	}
}

// LeadsMilitants reports whether an actor is a group of militants or the parent of
// one.
func (x *ActorIndex) LeadsMilitants(a *Actor) bool {
	return IsMilitant(a.Kind) || x.militants.parents[a.ID]
}

// HasMilitantWord reports whether a text has a word that begins a noun or a
// modifier for militants: gunmen, pro-government.
func (x *ActorIndex) HasMilitantWord(text string) bool {
	var room [64]actorToken
	tokens := actorTokens(text, room[:0], 0)
	for i := range tokens {
		if x.militants.begins[tokens[i].hash] {
			return true
		}
	}
	return false
}
