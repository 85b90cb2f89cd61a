package actor

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// readLink reads a participle or adjective after the noun that links it to
// another actor: forces loyal to X, militias backed by Iran, a brigade led by
// X.
func (r *Reader) readLink(m *Mention, g *lang.NounGroup) {
	s := g.Sentence
	i := g.Last + 1
	if s.Tokens.Is(i, ",") {
		i++
	}
	if s.Tokens.Adverb(i) {
		i++
	}
	if i+2 >= len(s.Tokens) {
		return
	}
	relation, ok := words().links[s.Tokens[i].Lower+" "+s.Tokens[i+1].Lower]
	if !ok {
		return
	}
	o := r.actorFrom(s, i+2)
	if o == nil {
		return
	}
	switch relation {
	case "same":
		r.linkSame(m, o)
	case "led":
		if o.Person && o.ID != "" && m.ID == "" {
			m.identifyAs(o)
		}
	case "side":
		if m.ID == "" {
			m.Side = o.ID
			if o.Form == State {
				m.Side = o.Country
			}
		}
	}
}

// linkSame makes a description part of the actor that it is loyal to or belongs
// to. What belongs to a state or government is its army.
func (r *Reader) linkSame(m, o *Mention) {
	if o.Form == State || strings.HasSuffix(o.ID, "-GOV") {
		if f := r.dictionary.StateForce(o.Country, "MIL"); f != nil && (m.Kind == "" || m.Noun.Service != "" || m.Noun.Class == gazetteer.NounGroup) {
			m.identify(f)
		}
		return
	}
	if o.ID != "" && m.ID == "" && m.Kind != gazetteer.KindCivilians {
		m.identifyAs(o)
	}
}

// maxLinkWords is how far after a link the other actor may begin.
const maxLinkWords = 4

// actorFrom returns the actor whose name or group begins at token i or soon
// after it, or nil.
func (r *Reader) actorFrom(s *lang.Sentence, i int) *Mention {
	for k := i; k < len(s.Tokens) && k < i+maxLinkWords; k++ {
		if m := r.nameAt(s, k); m != nil {
			return m
		}
		g := s.InnermostGroup(s.Tokens[k].Start)
		if g == nil || g.First < i || g.Pronoun {
			continue
		}
		if ms := r.Of(g); len(ms) > 0 && (ms[0].Kind != "" || ms[0].ID != "") {
			return ms[0]
		}
		if g.Head == k {
			return nil
		}
	}
	return nil
}

// nameAt returns the actor whose name begins with token k, or nil.
func (r *Reader) nameAt(s *lang.Sentence, k int) *Mention {
	for _, n := range r.Names(s.Tokens[k].Span) {
		if n.Start < s.Tokens[k].Start {
			continue
		}
		if c, ok := r.choose(n); ok {
			m := r.newNameMention(s, n, c)
			if n.Form >= gazetteer.FormState {
				m.Form = State
			}
			return m
		}
	}
	return nil
}
