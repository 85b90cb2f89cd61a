package actor

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// readHeadName returns the mentions of a group whose head is the name n: n
// itself, and the names that are joined to it before the head.
func (r *Reader) readHeadName(g *lang.NounGroup, n *groupName, names []groupName) []*Mention {
	switch n.Form {
	case gazetteer.FormName, gazetteer.FormLeader, gazetteer.FormForce:
	case gazetteer.FormPeople:
		return []*Mention{r.people(g, n)}
	case gazetteer.FormAdjective:
		if g.Number == lang.Plural || !g.Numeral.Empty() { // thousands of Sudanese
			m := r.people(g, n)
			m.Plural = true
			return []*Mention{m}
		}
		if g.Det == "a" || g.Det == "an" { // a Palestinian stabbed a guard
			return []*Mention{r.people(g, n)}
		}
		m := r.newMention(g, State) // Israeli, of an Israeli strike
		m.identify(n.chosen.Actor)
		m.identify(r.dictionary.StateForce(n.chosen.Country, "MIL"))
		return []*Mention{m}
	default:
		if r.isCalledAfter(g) {
			return nil
		}
		m := r.newMention(g, State)
		m.identify(n.chosen.Actor)
		return []*Mention{m}
	}
	m := r.newMention(g, Name)
	if n.Form == gazetteer.FormForce {
		m.Form = Force
		m.Noun, _, _ = r.nounEndingAt(g.Sentence, n.From, g.Head)
		m.Noun.Service = serviceOf(n.chosen.ID)
	}
	r.setSpan(m, min(m.Start, n.Start), max(m.End, n.End))
	m.Person = n.chosen.Leader != nil
	m.identify(n.chosen.Actor)
	r.applyTitle(m, g, n)
	r.applyDuty(m, g, n)
	joined := r.joinedNames(g, names, n.From)
	if len(joined) > 0 { // Russian and Syrian forces: the words before and are an actor too
		m.beginAt(n.From)
	}
	return append(joined, m)
}

// people returns a mention of the people of a country.
func (r *Reader) people(g *lang.NounGroup, n *groupName) *Mention {
	m := r.newMention(g, People)
	m.Kind, m.Country, m.SourceKind = gazetteer.KindCivilians, n.chosen.Country, gazetteer.SourceWitness
	return m
}

// applyTitle makes a member of a government, named after a title of a service,
// one of that service: army chief Abdel Fattah al-Burhan.
func (r *Reader) applyTitle(m *Mention, g *lang.NounGroup, n *groupName) {
	title, _, ok := r.nounEndingAt(g.Sentence, g.Modifiers.From, max(n.From-1, 0))
	if ok && m.Person && title.Service != "" && strings.HasSuffix(m.ID, "-GOV") {
		m.identify(r.dictionary.StateForce(m.Country, title.Service))
	}
}

// applyDuty makes those who serve in a force no longer what the words before it
// say: former Iraqi police officers are civilians.
func (r *Reader) applyDuty(m *Mention, g *lang.NounGroup, n *groupName) {
	for k := g.Modifiers.From; k < n.From; k++ {
		if mod, ok := r.dictionary.Modifier(g.Sentence.Tokens[k].Lower); ok && mod.Class == "duty" && mod.Kind != "" && m.Form == Force {
			m.ID, m.Name, m.Kind, m.SourceKind = "", "", mod.Kind, gazetteer.SourceWitness
		}
	}
}

// joinedNames returns a mention of each state or group that is joined by and to
// the modifiers before token at: Russian, of Russian [and Syrian] warplanes.
func (r *Reader) joinedNames(g *lang.NounGroup, names []groupName, at int) []*Mention {
	s := g.Sentence
	var out []*Mention
	for i := range names {
		n := &names[i]
		if n.To >= at || n.suffix != "" || !s.Tokens.Is(n.To, "and", ",", "&", "or") {
			continue
		}
		m := &Mention{Form: Force, Group: g, Sentence: s, Head: n.To - 1}
		m.Noun, _, _ = r.nounEndingAt(s, n.To, g.Head)
		m.Plural = g.Number == lang.Plural
		r.setSpan(m, n.Start, n.End)
		m.identify(n.chosen.Actor)
		if n.Form >= gazetteer.FormState {
			m.identify(r.dictionary.StateForce(n.chosen.Country, "MIL"))
		} else {
			m.Form = Name
		}
		out = append(out, m)
	}
	return out
}

// serviceOf returns the service in the id of a state's force: MIL, of SYR-MIL.
func serviceOf(id string) string {
	_, service, _ := strings.Cut(id, "-")
	return service
}

// isCalledAfter reports whether the name that ends a group is that of a ship or another
// thing, and of no state: the tanker Marlin Luanda.
func (r *Reader) isCalledAfter(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	k := g.Head
	for k >= g.First && t[k].Tag == "NNP" {
		k--
	}
	if k < g.First || k == g.Head || t[k].Tag != "NN" {
		return false
	}
	n, ok := r.dictionary.Noun(t[k].Lower)
	return ok && (n.Class == gazetteer.NounObject || n.Class == gazetteer.NounCarrier)
}
