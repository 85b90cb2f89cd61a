package lang

// ByGroup is a table of what is known of the noun groups of one document. It is faster
// than a map.
type ByGroup[T any] struct{ entries []groupEntry[T] }

type groupEntry[T any] struct {
	group *NounGroup // nil where nothing is known
	value T
}

// Get returns what is known of a group, and whether anything is.
func (b *ByGroup[T]) Get(g *NounGroup) (value T, known bool) {
	if g.Index >= len(b.entries) || b.entries[g.Index].group != g {
		return value, false
	}
	return b.entries[g.Index].value, true
}

// At returns where what is known of a group stands until the next Set, or nil where nothing
// is known: larger values are not copied for each question.
func (b *ByGroup[T]) At(g *NounGroup) *T {
	if g.Index >= len(b.entries) || b.entries[g.Index].group != g {
		return nil
	}
	return &b.entries[g.Index].value
}

// Of returns what is known of a group, by find where nothing is yet.
func (b *ByGroup[T]) Of(g *NounGroup, find func(*NounGroup) T) T {
	value, known := b.Get(g)
	if !known {
		value = find(g)
		b.Set(g, value)
	}
	return value
}

// Set notes what is known of a group.
func (b *ByGroup[T]) Set(g *NounGroup, value T) {
	if g.Index >= len(b.entries) {
		b.entries = append(b.entries, make([]groupEntry[T], max(g.Index+1, *g.Sentence.counter)-len(b.entries))...)
	}
	b.entries[g.Index] = groupEntry[T]{g, value}
}

// Copy returns a copy of a group, which is another one of its document.
func (g *NounGroup) Copy() *NounGroup { return g.Sentence.newGroup(*g) }

// newGroup returns a noun group of the sentence that has the next index in its document.
func (s *Sentence) newGroup(g NounGroup) *NounGroup {
	g.Sentence, g.Index = s, *s.counter
	*s.counter++
	return &g
}
