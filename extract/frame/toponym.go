package frame

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/mention"
	"sitrep/extract/rules"
	own "sitrep/extract/setting"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
	"sitrep/gazetteer"
)

// toponymFloor is how likely a place that the sentence of a telling names must be one
// of its own.
const toponymFloor = 0.5

// addToponyms adds to the places of a telling what else its sentence names and probably
// is where it was.
func (p *pass) addToponyms(t *telling.Telling) {
	known := t.Places
	for i := range t.Toponyms {
		n := &t.Toponyms[i]
		if p.IsSetApart(t.Event.Sentence, t.Event.Trigger, n.Span) || p.isOffStage(&n.Place, t.Event.Sentence.Index) || slices.ContainsFunc(t.Places, func(o mention.Place) bool { return o.Overlaps(n.Span) || o.IsSame(&n.Place) }) {
			continue
		}
		e := p.toponymEvidence(t, n, known)
		likely := p.Weights.Toponym.Probability(e)
		if p.Trace {
			t.Named = append(t.Named, telling.Setting{Places: []mention.Place{n.Place}, Probability: likely, Evidence: e})
		}
		if likely >= toponymFloor {
			t.Places, t.Beside = append(slices.Clone(t.Places), n.Place), append(t.Beside, n.Span)
		}
	}
	if len(t.Beside) > 0 {
		sort.SliceStable(t.Places, func(i, j int) bool { return t.Places[i].Width() < t.Places[j].Width() })
	}
}

// toponymEvidence is what speaks for and against a name in the sentence of a telling
// being that of a place where it was. Its places so far are given.
func (p *pass) toponymEvidence(t *telling.Telling, n *telling.Toponym, known []mention.Place) weigh.Evidence {
	var e weigh.Evidence
	addTelling(&e, t)
	e.Add(rules.EventType(t.Type))
	switch {
	case len(known) == 0:
		e.Add("nothing else says where")
	case t.PlaceProbability > 0:
		e.Add("others are taken over")
	default:
		e.Add("others: " + t.By)
	}
	e.If(len(known) > 1, "several others")
	p.addSort(&e, n)
	if len(known) > 0 {
		p.addBeside(&e, n, &known[0])
	}
	p.addWords(&e, t, n)
	return e
}

// addSort adds what sort of place it is.
func (p *pass) addSort(e *weigh.Evidence, n *telling.Toponym) {
	switch {
	case n.ID != "" && n.Width() > 1:
		e.Add("a " + n.Kind)
	case n.ID != "" && n.Kind == gazetteer.KindPopulatedPlace:
		e.Add("a town")
	case n.ID != "":
		e.Add("a spot")
	default:
		e.Add("in no gazetteer")
		if n.Group != nil {
			c := p.Class(n.Group)
			e.If(c.Is(rules.Place), "in no gazetteer, a noun for a place")
			e.If(c.Is(rules.Facility), "in no gazetteer, a noun for a building")
			e.If(c == 0, "in no gazetteer, a name alone")
			e.If(n.Group.Det != "", "in no gazetteer, with a determiner")
		}
	}
	e.If(n.ResolvedBy == mention.ByContainer, "at the place around it")
	e.If(own.IsBearing(n.Relation), "in a direction from it")
	e.If(n.Relation == "near", "near it")
	c := p.counts[n.Text]
	e.If(c == 1, "named once")
	e.If(c > 3, "named often")
	e.If(p.isInTitle(n.Place), "the title names it")
	e.If(p.headed != nil && p.isHead(n.Place), "the head of the text names it")
}

// addBeside adds how the place lies to q, the narrowest of the telling's places.
func (p *pass) addBeside(e *weigh.Evidence, n *telling.Toponym, q *mention.Place) {
	wide := "is as wide as it"
	switch {
	case q.Width() > n.Width():
		wide = "is narrower than another"
	case q.Width() < n.Width():
		wide = "is wider than the narrowest"
	}
	switch {
	case q.Country == "" || n.Country == "":
		e.Add(wide + ", country unknown")
	case q.Country != n.Country:
		e.Add(wide + ", in another country")
	case q.Admin1 != "" && n.Admin1 != "" && q.Admin1 != n.Admin1:
		e.Add(wide + ", in another division")
	default:
		e.Add(wide + ", around it or in it")
	}
	e.If(q.ID == "" && q.ResolvedBy == mention.ByContainer, "the other is in no gazetteer")
	if between, ok := p.textBetween(q.Span, n.Span); ok {
		switch w := strings.TrimSpace(between); {
		case w == "":
		case w == "," || w == "(" || w == "of" || w == "in" || w == "and" || w == "or":
			e.Add("between them: " + w)
		case len(w) < 15:
			e.Add("a few words between them")
		}
	}
}

// textBetween returns what stands between two spans of one paragraph.
func (p *pass) textBetween(a, b article.Span) (string, bool) {
	if a.Start > b.Start {
		a, b = b, a
	}
	if a.End > b.Start {
		return "", false
	}
	between := p.Article().Text[a.End:b.Start]
	return between, !strings.Contains(between, "\n")
}

// addWords adds how the sentence of a telling names the place.
func (p *pass) addWords(e *weigh.Evidence, t *telling.Telling, n *telling.Toponym) {
	before := n.End <= t.Event.Trigger.Start
	e.If(before, "before it")
	p.addName(e, n)
	e.If(within(t.Actors, n.Span), "in the words for who acts")
	e.If(within(t.Targets, n.Span), "in the words for whom it was done to")
	if between, ok := p.textBetween(n.Span, t.Event.Trigger); ok {
		e.If(strings.Contains(between, ";"), "behind a semicolon")
		e.If(!strings.Contains(between, ","), "no comma between")
		e.If(strings.Count(between, " ") > 8, "more than eight words off")
	}
	e.If(p.anotherIsAt(t, []mention.Place{n.Place}), "another happening is there")
	e.If(slices.ContainsFunc(p.sentences[t.Event.Sentence], func(o *telling.Telling) bool {
		x := o.Event.Trigger
		return o != t && (before && n.End <= x.Start && x.End <= t.Event.Trigger.Start || !before && t.Event.Trigger.End <= x.Start && x.End <= n.Start)
	}), "another happening between")
	in := innermost(t, n.Start)
	switch {
	case in == nil:
		e.Add("in no clause")
	case slices.Contains(t.Event.Clauses, in):
		e.Add("in its own clause")
	case t.Event.IsUnder(in):
		e.Add("in a clause above it")
	case isBelow(t, in):
		e.Add("in a clause below it: " + in.Link.String())
	default:
		e.Add("in a clause beside it: " + in.Link.String())
	}
}

// addName adds how the words around a name take it.
func (p *pass) addName(e *weigh.Evidence, n *telling.Toponym) {
	switch {
	case n.Prep == "":
		e.Add("no preposition")
	case p.isPlain(n.Prep):
		e.Add("preposition: " + n.Prep)
	default:
		e.Add("another preposition")
	}
	if g := n.Group; g != nil {
		owner := g.Possessor != nil && g.Possessor.Contains(n.Span)
		e.If(!owner && !n.Overlaps(g.Sentence.Tokens[g.Head].Span), "a modifier")
		e.If(g.Coordinated != nil || len(g.Conjuncts) > 0, "in a list")
	}
}

// isPlain reports whether a preposition is one of those that stand before places.
func (p *pass) isPlain(prep string) bool {
	return slices.Contains(p.Rules.Grammar.Locative, prep) || slices.Contains(p.Rules.Grammar.Where, prep)
}

// within reports whether a place stands in the words of one of the parties.
func within(parties []event.Filler, span article.Span) bool {
	return slices.ContainsFunc(parties, func(x event.Filler) bool { return x.Group.Overlaps(span) })
}
