package lang

import (
	"strings"

	"sitrep/extract/article"
)

// verbAt reads the verb group that begins at token i, or nil: could not have
// been carried out, to expel, were quickly seized.
func (p *grouper) verbAt(i int) *VerbGroup {
	t := p.t
	first := i
	v := &VerbGroup{First: i}
	if t[i].Tag == "TO" {
		k := i + 1
		for k < len(t) && strings.HasPrefix(t[k].Tag, "RB") {
			k++
		}
		if k >= len(t) || t[k].Tag != "VB" {
			return nil
		}
		v.Infinitive = true
		i = k
	} else if !isVerb(t[i].Tag) && !(isNegation(t[i]) && i+1 < len(t) && t[i+1].Tag == "VB") {
		return nil
	}
	var chain []int
	for i < len(t) {
		switch {
		case isVerb(t[i].Tag):
			if len(chain) > 0 && !auxiliary(t[chain[len(chain)-1]], t[i]) {
				goto done
			}
			chain = append(chain, i)
			i++
			continue
		case isNegation(t[i]):
			v.Negated = true
			i++
			continue
		case strings.HasPrefix(t[i].Tag, "RB") && len(chain) > 0 && p.verbAfterAdverbs(i, t[chain[len(chain)-1]]):
			if t[i].Lower == "never" || t[i].Lower == "hardly" {
				v.Negated = true
			}
			i++
			continue
		}
		break
	}
done:
	if len(chain) == 0 {
		return nil
	}
	p.fill(v, chain)
	v.First = first
	v.Last = v.Main
	if k := v.Main + 1; k < len(t) {
		if parts := words().particles[v.Lemma]; parts[t[k].Lower] && (t[k].Tag != "IN" || !t.startsNoun(k+1) || parts[t[k].Lower] && t[k].Tag == "RP" || alwaysParticle(v.Lemma, t[k].Lower)) {
			v.Particle = t[k].Lower
			v.Last = k
		}
	}
	v.Span = article.Span{Start: t[first].Start, End: t[v.Last].End}
	return v
}

// alwaysParticle: a few particles are tagged as prepositions before nouns
// though they never govern one after these verbs.
func alwaysParticle(verb, particle string) bool {
	return particle != "to" && particle != "for" && particle != "from" && particle != "into" && words().particles[verb][particle]
}

// fill sets what the chain of auxiliaries says of the main verb.
func (p *grouper) fill(v *VerbGroup, chain []int) {
	t := p.t
	v.Main = chain[len(chain)-1]
	main := t[v.Main]
	v.Lemma, v.Form = main.Lemma, main.Tag
	switch t[chain[0]].Tag {
	case "VBD":
		v.Tense, v.Finite = Past, true
	case "VBZ", "VBP":
		v.Tense, v.Finite = Present, true
	case "MD":
		v.Finite = true
		switch t[chain[0]].Lower {
		case "will", "shall", "'ll", "wo":
			v.Tense = Future
		default:
			v.Tense = Present
			v.Modal = t[chain[0]].Lower
			if v.Modal == "'d" {
				v.Modal = "would"
			}
		}
	case "VB":
		if !v.Infinitive && len(chain) == 1 {
			v.Finite, v.Tense = true, Present // imperative, subjunctive, or a mis-tagged finite
		}
	}
	for k := 0; k+1 < len(chain); k++ {
		aux, next := t[chain[k]], t[chain[k+1]]
		switch aux.Lemma {
		case "have":
			v.Perfect = true
		case "be", "get":
			switch next.Tag {
			case "VBN", "VBD":
				if k+2 == len(chain) {
					v.Voice = Passive
				}
			case "VBG":
				v.Progressive = true
			}
		}
	}
	if len(chain) == 1 && main.Tag == "VBN" {
		v.Voice = Passive
	}
}

func (p *grouper) verbAfterAdverbs(i int, aux Token) bool {
	t := p.t
	for k := i; k < len(t) && k < i+3; k++ {
		if strings.HasPrefix(t[k].Tag, "RB") {
			continue
		}
		return isVerb(t[k].Tag) && auxiliary(aux, t[k])
	}
	return false
}

// auxiliary says whether aux can govern the verb next to it in one group.
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

func isVerb(tag string) bool { return strings.HasPrefix(tag, "VB") || tag == "MD" }

func isNegation(t Token) bool { return t.Lower == "not" || t.Lower == "n't" }
