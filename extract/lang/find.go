package lang

// groupIndex holds, by token, the groups of a sentence that its finders return.
type groupIndex struct {
	at, from, to nths // of Sentence.Nouns
	verbs        nths // of Sentence.Verbs
}

// nths holds for each token which group of a list it is, from 1, or 0. A long text has
// many of them, so that they are no pointers.
type nths []int32

// GroupAt returns the widest noun group that covers token i, or nil: at Syria
// in Syria's army it is the army.
func (s *Sentence) GroupAt(i int) *NounGroup { return nth(s.Nouns, s.index().at, i) }

// GroupFrom returns the widest noun group whose first token is i, or nil.
func (s *Sentence) GroupFrom(i int) *NounGroup { return nth(s.Nouns, s.index().from, i) }

// GroupTo returns the widest noun group whose last token is i, or nil.
func (s *Sentence) GroupTo(i int) *NounGroup { return nth(s.Nouns, s.index().to, i) }

// VerbAt returns the verb group that covers token i, or nil.
func (s *Sentence) VerbAt(i int) *VerbGroup { return nth(s.Verbs, s.index().verbs, i) }

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

func nth[G any](groups []*G, of nths, i int) *G {
	if i < 0 || i >= len(of) || of[i] == 0 {
		return nil
	}
	return groups[of[i]-1]
}

// index builds the index of the sentence's groups when it is first asked for.
func (s *Sentence) index() *groupIndex {
	if s.groups != nil {
		return s.groups
	}
	n := len(s.Tokens)
	all := make(nths, 4*n)
	x := &groupIndex{at: all[:n:n], from: all[n : 2*n : 2*n], to: all[2*n : 3*n : 3*n], verbs: all[3*n:]}
	for i, g := range s.Nouns {
		if g.First < 0 || g.Last >= n {
			continue
		}
		this := int32(i + 1)
		if o := nth(s.Nouns, x.from, g.First); o == nil || o.Last < g.Last {
			x.from[g.First] = this
		}
		if o := nth(s.Nouns, x.to, g.Last); o == nil || o.First > g.First {
			x.to[g.Last] = this
		}
		for k := g.First; k <= g.Last; k++ {
			if o := nth(s.Nouns, x.at, k); o == nil || o.Last-o.First < g.Last-g.First {
				x.at[k] = this
			}
		}
	}
	for i, v := range s.Verbs {
		for k := v.First; k <= v.Last && k < n; k++ {
			x.verbs[k] = int32(i + 1)
		}
	}
	s.groups = x
	return x
}
