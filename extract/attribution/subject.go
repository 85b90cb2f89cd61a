package attribution

import (
	"strings"

	"sitrep/extract/lang"
)

// subject returns who does what the verb says: the subject of its clause, the
// noun that its relative clause describes, or the subject that it shares. own
// is set where that stands in the verb's own clause.
func (l *parsed) subject(u *saying) (g *lang.NounGroup, own bool) {
	first := u.firstToken()
	if g := l.unstoppedSpeaker(first, u.lastToken+1); g != nil {
		return g, true
	}
	if g := l.titledBefore(first); g != nil {
		return g, true
	}
	if u.clause != nil {
		for _, a := range u.clause.Args {
			if a.Function == lang.Subject {
				g, own := l.clauseSubject(a, first)
				return l.writing(u, g), own
			}
		}
	}
	if g := l.groupAt[u.cueToken]; g != nil && u.verb == nil && g.First < u.cueToken {
		if h := l.outermostGroup(g); h != g && (h.Number == lang.Plural || l.t.Mark(h.First-1) == ',') {
			return h, true
		}
		return l.cutAfter(g, u.cueToken-1), true
	}
	if g := l.beforeDate(first); g != nil {
		return g, true
	}
	k := first - 1
	for strings.HasPrefix(l.t.Tag(k), "RB") {
		k--
	}
	if k < 0 || l.s.GroupTo(k) == nil {
		return nil, false
	}
	if g := l.lastOfList(l.s.GroupTo(k)); g != nil {
		return g, true
	}
	return l.repairedSubject(l.outermostGroup(l.s.GroupTo(k))), true
}

// titledBefore returns the office and name that commas set apart from what is said
// and from their verb, which begins at token first, or nil: nine men died in the
// raid, | the governor of the district, Salim Kemal, | said.
func (l *parsed) titledBefore(first int) *lang.NounGroup {
	if first < 4 || l.t.Mark(first-1) != ',' {
		return nil
	}
	name := l.s.GroupTo(first - 2)
	if name == nil || !name.Proper || l.isTime(name) || l.t.Mark(name.First-1) != ',' || l.s.GroupTo(name.First-2) == nil {
		return nil
	}
	office := l.s.GroupTo(name.First - 2)
	for h := l.attachedTo[office]; h != nil && h.First < office.First; h = l.attachedTo[office] {
		office = h
	}
	if l.t.Mark(office.First-1) != ',' || l.sourceKind(office) != "person" || !l.saidBefore(office.First) {
		return nil
	}
	g := office.Copy()
	g.Last, g.End = name.Last, name.End
	g.Attached, g.Apposition, g.Conjuncts, g.Coordinated = nil, nil, nil, nil
	return g
}

// writing returns the paper that a relative clause describes where it hangs on
// the thing g that the paper was found in, else g: a note in the car that said.
func (l *parsed) writing(u *saying, g *lang.NounGroup) *lang.NounGroup {
	if u.clause.Link != lang.Relative || g.Proper && !l.isChannel(g) || g.First == 0 || l.sourceKind(g) != "" || l.isPaper(g) {
		return g
	}
	if o := l.s.GroupTo(g.First - 2); o != nil && l.t.Tag(g.First-1) == "IN" && l.isPaper(o) {
		return o
	}
	return g
}

// clauseSubject returns whom the subject argument a of a clause stands for. The
// verb group of the clause begins at token first.
func (l *parsed) clauseSubject(a lang.Arg, first int) (g *lang.NounGroup, own bool) {
	g = l.repairedSubject(a.Group)
	if a.Shared {
		if o := l.beforeComma(first); o != nil {
			return o, true
		}
		return g, false
	}
	if g.First >= first {
		return nil, false
	}
	return g, g.Last < first
}

// repairedSubject returns the group that the subject g stands for where the
// clause builder has begun it too late: the site Ajel.org reported; [a group]
// calling itself X said.
func (l *parsed) repairedSubject(g *lang.NounGroup) *lang.NounGroup {
	k := g.First
	if k > 1 && is("domain", l.t.Word(k)) && l.t.Mark(k-1) == '.' && l.s.GroupTo(k-2) != nil {
		site := l.s.GroupTo(k - 2).Copy() // the site Ajel. | org reported
		site.Last, site.End = g.Last, g.End
		return site
	}
	// An eyewitness, speaking to the radio by phone said …
	for m := k - 1; m > 1 && m > k-8 && l.t.Mark(m) == 0; m-- {
		if l.t.Tag(m) == "VBG" && !l.t.Is(m, "according", "including") && l.t.Mark(m-1) == ',' && l.s.GroupTo(m-2) != nil {
			return l.outermostGroup(l.s.GroupTo(m - 2))
		}
	}
	if k > 2 && is("reflexive", l.t.Word(k-1)) && l.t.Tag(k-2) == "VBG" && l.s.GroupTo(k-3) != nil {
		named := l.outermostGroup(l.s.GroupTo(k - 3)).Copy()
		named.Last, named.Attached, named.Apposition, named.Conjuncts = l.phraseEnd(g, false), nil, nil, nil
		named.End = l.t[named.Last].End
		return named
	}
	return g
}

// lastOfList returns the source at the end of a sentence that the clause
// builder took for the last members of the list before it, or nil: … killed
// nine men, | health and police officials said.
func (l *parsed) lastOfList(g *lang.NounGroup) *lang.NounGroup {
	first := g.First
	for first > 1 && l.t.Tag(first-1) == "CC" && l.s.GroupTo(first-2) != nil {
		first = l.s.GroupTo(first - 2).First
	}
	if first == 0 || l.t.Mark(first-1) != ',' || !l.saidBefore(first) || l.attachedTo[g] != nil {
		return nil
	}
	c := g.Copy()
	c.First, c.Start = first, l.t[first].Start
	c.Coordinated, c.Conjuncts = nil, nil
	return c
}

// beforeComma returns the name that a comma separates from its verb, which
// begins at token first, or nil: "…," Colonel X, | said.
func (l *parsed) beforeComma(first int) *lang.NounGroup {
	if first < 2 || l.t.Mark(first-1) != ',' {
		return nil
	}
	g := l.s.GroupTo(first - 2)
	if g == nil || !g.Proper || l.isTime(g) {
		return nil
	}
	if m := l.t.Mark(g.First - 1); m != '"' && g.First > 0 {
		return nil
	}
	return g
}

// beforeDate returns the group that a date between commas separates from its
// verb, which begins at token first, or nil: the ministry, on May 11, 2016, |
// said.
func (l *parsed) beforeDate(first int) *lang.NounGroup {
	k := first - 1
	if l.t.Mark(k) != ',' {
		return nil
	}
	dated := false
	for k > 0 {
		g := l.groupAt[k]
		switch {
		case l.t.Mark(k) == ',', dated && l.t.Tag(k) == "IN":
		case l.t.Tag(k) == "CD", g != nil && l.isTime(g):
			dated = true
		default:
			if !dated || l.s.GroupTo(k) == nil {
				return nil
			}
			return l.outermostGroup(l.s.GroupTo(k))
		}
		k--
	}
	return nil
}

// sharedSource returns who speaks where the verb shares the subject g of another clause and the
// sentence offers a better one: said he would go and warned ….
func (l *parsed) sharedSource(u *saying, g *lang.NounGroup) *lang.NounGroup {
	v := u.verb
	if v == nil || u.clause != nil && u.clause.Link == lang.Relative {
		return g
	}
	switch {
	case v.Form == "VBG" && l.t.Mark(v.First-1) == ',':
		if s := l.mainSubject(v.First); s != nil {
			return s
		}
	case l.t.Tag(v.First-1) == "CC":
		if o := l.sayingAround(v, g); o != nil {
			return o
		}
		if p := u.clause; p != nil && p.Parent != nil && p.Parent.Verb != nil && p.Parent.Verb.Tense == v.Tense && g != nil && l.canSpeak(g) {
			return g
		}
		for i := len(l.sayings) - 1; i >= 0; i-- {
			o := l.sayings[i]
			if o.hasSource && o.verb != nil && o.verb.Tense == v.Tense && o.source.Group != nil {
				return o.source.Group
			}
		}
	}
	return g
}

// sayingAround returns the source of the last saying where the verb v goes on from it, and the
// pronoun g, the nearest subject, only stands in what was said, or nil: the office said that
// they were soldiers and | put the toll at 37.
func (l *parsed) sayingAround(v *lang.VerbGroup, g *lang.NounGroup) *lang.NounGroup {
	if g == nil || !g.Pronoun || len(l.sayings) == 0 {
		return nil
	}
	o := l.sayings[len(l.sayings)-1]
	if !o.hasSource || o.verb == nil || o.verb.Tense != v.Tense || o.source.Group == nil || o.source.Group.First > o.cueToken || g.First < o.cueToken {
		return nil
	}
	return o.source.Group
}

// mainSubject returns the subject of the last main clause before token k, or
// nil.
func (l *parsed) mainSubject(k int) *lang.NounGroup {
	for i := len(l.s.Clauses) - 1; i >= 0; i-- {
		c := l.s.Clauses[i]
		if c.Verb != nil && c.Verb.Last < k && c.Kind == lang.Finite && c.Link == lang.Root {
			if s := c.Arg(lang.Subject); s != nil {
				return s
			}
		}
	}
	return nil
}

// deedDoer returns who left behind what claims a deed, or nil: the gunmen, in
// the gunmen dropped leaflets | claiming responsibility for ….
func (l *parsed) deedDoer(u *saying) *lang.NounGroup {
	v := u.verb
	if v == nil || v.Form != "VBG" || v.First == 0 || !l.isResponsibility(u.lastToken+1) {
		return nil
	}
	var doer *lang.NounGroup
	for _, c := range l.s.Clauses {
		if c.Kind != lang.Finite || c.Verb.Last >= v.First {
			continue
		}
		if s := c.Arg(lang.Subject); s != nil && l.canSpeak(s) {
			doer = s
		}
	}
	return doer
}
