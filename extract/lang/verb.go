package lang

import (
	"strings"

	"sitrep/extract/article"
)

// verbAt returns the verb group that begins at token i, or nil: could not have
// been carried out, to expel, were quickly seized.
func (p *grouper) verbAt(i int) *VerbGroup {
	t := p.t
	first := i
	switch {
	case t[i].Tag == "TO":
		k := i + 1
		for t.Adverb(k) {
			k++
		}
		if t.Tag(k) != "VB" {
			return nil
		}
		i = k
	case !isVerb(t[i].Tag) && !(isNegation(t[i]) && t.Tag(i+1) == "VB"):
		return nil
	}
	v := &VerbGroup{First: first, Infinitive: i > first}
	chain := p.verbChain(v, i)
	p.chain = chain
	if len(chain) == 0 {
		return nil
	}
	p.fill(v, chain)
	v.Negated = v.Negated || t.Is(v.First-1, "never") // never fired
	v.Last = v.Main
	switch k := v.Main + 1; {
	case p.particle(v.Lemma, k):
		v.Particle = t[k].Lower
		v.Last = k
	case t.Tag(k) == "PRP" && v.Lemma != "be" && p.particleBehind(v.Lemma, k+1): // not: was he dead
		v.Particle = t[k+1].Lower
	case !v.Infinitive:
		v.Particle = p.particlePast(v.Lemma, k)
	}
	v.Span = article.Span{Start: t[v.First].Start, End: t[v.Last].End}
	return v
}

// verbChain returns the tokens of the auxiliaries and the main verb from token
// i on, and notes on the group whether they are negated: has not yet been seen.
func (p *grouper) verbChain(v *VerbGroup, i int) []int {
	t := p.t
	chain := p.chain[:0]
	for ; i < len(t); i++ {
		switch {
		case isVerb(t[i].Tag):
			if len(chain) > 0 && !auxiliary(t[chain[len(chain)-1]], t[i]) {
				return chain
			}
			chain = append(chain, i)
		case isNegation(t[i]) && (len(chain) == 0 || takesNot(t[chain[len(chain)-1]])):
			v.Negated = true
		case len(chain) > 0 && t.Adverb(i) && p.verbAfterAdverbs(i, t[chain[len(chain)-1]]):
			v.Negated = v.Negated || t.Is(i, "never", "hardly")
		case len(chain) > 0 && t.Mark(i) == '"' && isVerb(t.Tag(i+1)) && auxiliary(t[chain[len(chain)-1]], t[i+1]):
			// were "neutralised"
		case len(chain) > 0 && isReflexive(t[i].Lower) && isVerb(t.Tag(i+1)) && auxiliary(t[chain[len(chain)-1]], t[i+1]):
			// were themselves attacked
		default:
			return chain
		}
	}
	return chain
}

// isReflexive reports whether a word is himself, themselves or the like.
func isReflexive(w string) bool {
	return strings.HasSuffix(w, "self") && len(w) > len("self") || strings.HasSuffix(w, "selves") && len(w) > len("selves")
}

// particle reports whether token k is a particle of the verb before it. Some
// particles have the tag of a preposition before a noun, though they govern
// none after these verbs: blew up/IN the bridge.
func (p *grouper) particle(verb string, k int) bool {
	if !p.t.In(k, words().particles[verb]) || !p.t.qualifier(k).Empty() { // took | up to 30 girls
		return false
	}
	return p.t[k].Tag != "IN" || !p.t.startsNoun(k+1) || !p.t.Is(k, "to", "for", "from", "into", "on")
}

// particleBehind reports whether token k, behind a pronoun, is a particle of the verb
// before that: gave himself up, finished them off.
func (p *grouper) particleBehind(verb string, k int) bool {
	return p.t.In(k, words().particles[verb]) && (p.t.Tag(k) == "RP" || !p.t.startsNoun(k+1))
}

// farthestParticle is how many tokens of an object may stand before a particle.
const farthestParticle = 5

// particlePast returns the particle of the verb before token k that stands behind a short object, as
// in "blew the bridge up", "drove the attackers off", or "".
func (p *grouper) particlePast(verb string, k int) string {
	particles := words().particles[verb]
	if particles == nil {
		return ""
	}
	i := k
	for i < k+farthestParticle && p.t.Tagged(i, "DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "NNPS", "POS") {
		i++
	}
	if i == k || !p.t.Tagged(i-1, "NN", "NNS", "NNP", "NNPS") || !p.t.In(i, particles) || !p.t.Tagged(i, "RP", "RB", "IN") {
		return ""
	}
	if p.t.Is(i+1, "of") {
		return "" // forced the rebels out of the hills
	}
	if p.t.Tag(i) != "RP" && (p.t.startsNoun(i+1) || p.t.Is(i, "to", "for", "from", "into", "on", "in")) {
		return ""
	}
	return p.t[i].Lower
}

// fill sets what the chain of auxiliaries says of the main verb.
func (p *grouper) fill(v *VerbGroup, chain []int) {
	t := p.t
	v.Main = chain[len(chain)-1]
	main := t[v.Main]
	v.Lemma, v.Form = main.Lemma, main.Tag
	p.tense(v, t[chain[0]], len(chain) == 1)
	for k := 0; k+1 < len(chain); k++ {
		switch next := t[chain[k+1]]; t[chain[k]].Lemma {
		case "have":
			v.Perfect = true
		case "be", "get":
			switch {
			case isPast(next.Tag) && k+2 == len(chain):
				v.Voice = Passive
			case next.Tag == "VBG":
				v.Progressive = true
			}
		}
	}
	if len(chain) == 1 && main.Tag == "VBN" {
		v.Voice = Passive
	}
}

// tense sets tense and modal of a verb group by its first verb, which may be
// the only one.
func (p *grouper) tense(v *VerbGroup, first Token, only bool) {
	switch first.Tag {
	case "VBD":
		v.Tense, v.Finite = Past, true
	case "VBZ", "VBP":
		v.Tense, v.Finite = Present, true
	case "MD":
		v.Finite = true
		switch first.Lower {
		case "will", "shall", "'ll", "wo":
			v.Tense = Future
		case "'d":
			v.Tense, v.Modal = Present, "would"
		default:
			v.Tense, v.Modal = Present, first.Lower
		}
	case "VB":
		if !v.Infinitive && only {
			v.Finite, v.Tense = true, Present // imperative, subjunctive, or a mis-tagged finite
		}
	}
}

// verbAfterAdverbs reports whether a verb that aux governs follows the adverbs
// at token i: was later seen.
func (p *grouper) verbAfterAdverbs(i int, aux Token) bool {
	for k := i; k < len(p.t) && k < i+3; k++ {
		if !p.t.Adverb(k) {
			return isVerb(p.t[k].Tag) && auxiliary(aux, p.t[k])
		}
	}
	return false
}

// auxiliary reports whether aux can govern the verb next to it in one group.
func auxiliary(aux, next Token) bool {
	if aux.Tag == "MD" {
		return true
	}
	switch aux.Lemma {
	case "be":
		return next.Tag == "VBN" || next.Tag == "VBG" || next.Tag == "VBD"
	case "have":
		return next.Tag == "VBN" || next.Tag == "VBD"
	case "do":
		return next.Tag == "VB"
	case "get":
		return next.Tag == "VBN"
	}
	return false
}

// isVerb reports whether a tag is that of a verb or a modal.
func isVerb(tag string) bool { return strings.HasPrefix(tag, "VB") || tag == "MD" }

// takesNot reports whether not after a verb negates it: has not; but killed | not less
// than nine.
func takesNot(t Token) bool {
	return t.Tag == "MD" || t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "do"
}

// isNegation reports whether a word negates the verb: not, n't.
func isNegation(t Token) bool { return t.Lower == "not" || t.Lower == "n't" }
