package lang

// groupIndex holds, by token, the groups of a sentence that its finders return.
type groupIndex struct {
	at, from, to []*NounGroup
	verbs        []*VerbGroup
}

// GroupAt returns the widest noun group that covers token i, or nil: at Syria
// in Syria's army it is the army.
func (s *Sentence) GroupAt(i int) *NounGroup { return nth(s.index().at, i) }

// GroupFrom returns the widest noun group whose first token is i, or nil.
func (s *Sentence) GroupFrom(i int) *NounGroup { return nth(s.index().from, i) }

// GroupTo returns the widest noun group whose last token is i, or nil.
func (s *Sentence) GroupTo(i int) *NounGroup { return nth(s.index().to, i) }

// VerbAt returns the verb group that covers token i, or nil.
func (s *Sentence) VerbAt(i int) *VerbGroup { return nth(s.index().verbs, i) }

// InnermostGroup returns the narrowest noun group that covers the byte offset
// in the article's text, or nil: at Syria in Syria's army it is Syria.
func (s *Sentence) InnermostGroup(offset int) *NounGroup {
	var best *NounGroup
	for _, g := range s.Nouns {
		if g.Start <= offset && offset < g.End && (best == nil || g.Len() <= best.Len()) {
			best = g
		}
	}
	return best
}

func nth[G any](groups []*G, i int) *G {
	if i < 0 || i >= len(groups) {
		return nil
	}
	return groups[i]
}

// index builds the index of the sentence's groups when it is first asked for.
func (s *Sentence) index() *groupIndex {
	if s.groups != nil {
		return s.groups
	}
	n := len(s.Tokens)
	nouns := make([]*NounGroup, 3*n)
	x := &groupIndex{at: nouns[:n:n], from: nouns[n : 2*n : 2*n], to: nouns[2*n:], verbs: make([]*VerbGroup, n)}
	for _, g := range s.Nouns {
		if g.First < 0 || g.Last >= n {
			continue
		}
		if o := x.from[g.First]; o == nil || o.Last < g.Last {
			x.from[g.First] = g
		}
		if o := x.to[g.Last]; o == nil || o.First > g.First {
			x.to[g.Last] = g
		}
		for k := g.First; k <= g.Last; k++ {
			if o := x.at[k]; o == nil || o.Last-o.First < g.Last-g.First {
				x.at[k] = g
			}
		}
	}
	for _, v := range s.Verbs {
		for k := v.First; k <= v.Last && k < n; k++ {
			x.verbs[k] = v
		}
	}
	s.groups = x
	return x
}
