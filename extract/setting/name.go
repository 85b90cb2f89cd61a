package setting

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/entity"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/place"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// placesOf returns the places in a noun group after a preposition: those that
// the gazetteer has, else the group itself where it is a name that says where,
// such as a village that is in no gazetteer.
func (f finder) placesOf(e *event.Event, g *lang.NounGroup, prep string) []mention.Place {
	var out []mention.Place
	if p := f.landOf(g); p != nil {
		return []mention.Place{*p}
	}
	if p := f.seatOfCountry(g); p != nil {
		return []mention.Place{*p}
	}
	if p := f.mission(g); p != nil {
		return []mention.Place{*p}
	}
	if f.sendsMission(g) {
		return nil
	}
	if out = f.listed(g); out != nil {
		return out
	}
	known := f.PlacesIn(g)
	for i := range known {
		if f.isBeside(g, &known[i], prep) || !f.isActor(e, g, &known[i]) {
			out = append(out, known[i])
		}
	}
	if len(out) > 0 {
		return f.fused(g, out)
	}
	if f.FirstPlaceIn(g) != nil || len(known) > 0 {
		return nil
	}
	if p := f.titled(g); p != nil {
		return []mention.Place{*p}
	}
	if !bringsName(g) && !f.isPlaced(g) {
		if out = f.thisTown(g); out != nil {
			return out
		}
		if out = f.antecedents(g); len(out) > 0 {
			return out
		}
		if p := f.homeland(g); p != nil {
			return []mention.Place{*p}
		}
	}
	if f.namesPlace(e, g, prep) {
		p := f.unlisted(g)
		if IsBearing(prep) {
			p.Relation = prep // Dara, south of Kot, which no gazetteer has
		}
		return []mention.Place{p}
	}
	return nil
}

// landOf returns the place that a word for a people makes of a noun, as in
// "the Polish capital", "Syrian territory", or nil. A capital that the text
// names elsewhere is that one.
func (f finder) landOf(g *lang.NounGroup) *mention.Place {
	if !slices.Contains(f.Rules.Grammar.Lands, g.Lemma) || bringsName(g) || g.Apposition != nil || g.Head == g.First {
		return nil
	}
	from := g.Sentence.Tokens[g.Head-1]
	country, ok := f.PlaceIndex.Demonym(from.Text)
	if !ok {
		if from, country = g.Sentence.Tokens[g.First], f.countryOwning(g); country == "" {
			return nil
		}
	}
	if f.Rules.Nouns[g.Lemma].Is(rules.Government) {
		if p := f.capitalOf(country); p != nil {
			return p
		}
	}
	span := article.Span{Start: from.Start, End: g.End}
	return &mention.Place{Span: span, Text: f.Article().Slice(span), Use: mention.UsePlace, Country: country, Precision: 3}
}

// capitalOf returns the capital of a country where the text names it, were it in the dateline
// alone, or nil.
func (f finder) capitalOf(country string) *mention.Place {
	var head *mention.Place
	places := f.Places()
	for k := range places {
		p := &places[k]
		switch {
		case p.Country != country || p.Use == mention.UseMetonym || !f.isCapital(p):
		case p.Use == mention.UsePlace:
			return p
		case head == nil:
			head = p
		}
	}
	return head
}

// countryOwning returns the country that owns what the group names, as in
// "Chile's capital", or "".
func (f finder) countryOwning(g *lang.NounGroup) string {
	if g.Possessor == nil || g.Possessor.Last+2 != g.Head {
		return ""
	}
	if p := f.FirstPlaceIn(g); p != nil && p.Kind == gazetteer.KindCountry && g.Possessor.Contains(p.Span) {
		return p.Country
	}
	return ""
}

// isCapital reports whether the place is the capital of its country.
func (f finder) isCapital(p *mention.Place) bool {
	return p.ID != "" && slices.ContainsFunc(f.PlaceIndex.Lookup(p.Name), func(c gazetteer.Place) bool { return c.ID == p.ID && c.Capital })
}

// fused makes one place of the names in a group that are parts of one name, as
// in "Tung Wan Ho", "the Sora-Kumla highway", and adds the name that a possessor
// introduces, as in "Bogota's Parque Lago".
func (f finder) fused(g *lang.NounGroup, places []mention.Place) []mention.Place {
	t := g.Sentence.Tokens
	core := f.nameStart(g)
	within := func(p *mention.Place) bool { return p.Start >= t[core].Start }
	inner := 0
	for i := range places {
		if within(&places[i]) {
			inner++
		}
	}
	switch {
	case inner == 0 && g.Possessor != nil && f.capitalised(t[core:g.Last+1]) && (f.IsPlace(g) || g.Proper && f.Class(g) == 0):
		return append(places, f.unlisted(g))
	case inner == 1 && f.isNamedAfter(g, core, &places[len(places)-1]):
		p := f.unlisted(g)
		put(&p, &places[len(places)-1])
		return slices.Concat(slices.DeleteFunc(slices.Clone(places), func(q mention.Place) bool { return within(&q) }), []mention.Place{p})
	case inner == 1 && f.isPartOfName(g, core, places):
		p := f.unlisted(g)
		return slices.Concat(slices.DeleteFunc(slices.Clone(places), func(q mention.Place) bool { return within(&q) }), []mention.Place{p})
	case inner > 1 && f.areOneName(g, core, places):
		p := f.unlisted(g)
		p.Country = countryOfAll(places, within)
		return append(slices.DeleteFunc(places, func(q mention.Place) bool { return within(&q) }), p)
	}
	return places
}

// isPartOfName reports whether the last of the places is only the end or the
// beginning of the name of a group, and none of the gazetteer where it is, as in
// "Tulsibari Bazar", "the Vila Kennedy slum".
func (f finder) isPartOfName(g *lang.NounGroup, core int, places []mention.Place) bool {
	t := g.Sentence.Tokens
	p := &places[len(places)-1]
	last := g.Last
	for last > core && !isCapitalised(t[last].Text) {
		last--
	}
	if p.ID != "" && !isOtherSpelling(p) || !f.capitalised(t[core:core+1]) || place.SaysWhichPart(t[core].Text) {
		return false
	}
	return p.Start > t[core].Start && p.End == t[last].End || p.Start == t[core].Start && p.End < t[last].Start && p.Head.End == p.End
}

// isOtherSpelling reports whether the usual name of a town is not the one that
// the text has, so that it may be a chance likeness.
func isOtherSpelling(p *mention.Place) bool {
	return p.Width() == 1 && !strings.HasPrefix(gazetteer.Fold(p.Name), gazetteer.Fold(p.Text))
}

// areOneName reports whether the names of places from token core on make up one
// name: none of them holds another, and nothing parts them.
func (f finder) areOneName(g *lang.NounGroup, core int, places []mention.Place) bool {
	t := g.Sentence.Tokens
	for k := core; k <= g.Last; k++ {
		if t[k].Tag == "," || t[k].Tag == "CC" || t[k].Tag == "(" || t[k].Lower == "s" {
			return false
		}
	}
	way := f.PlaceAt(t[g.Head].Start) == nil
	for i := range places {
		if !way && places[i].Width() > 1 {
			return false // Kot Swat District
		}
	}
	return true
}

// countryOfAll returns the one country of the places within a name, or "".
func countryOfAll(places []mention.Place, within func(p *mention.Place) bool) string {
	country := ""
	for i := range places {
		if c := places[i].Country; within(&places[i]) && c != "" {
			if country != "" && country != c {
				return ""
			}
			country = c
		}
	}
	return country
}

// titled returns the place whose name begins with what it is, as in "the
// University of Dara", or nil.
func (f finder) titled(g *lang.NounGroup) *mention.Place {
	c := f.Class(g)
	i := slices.IndexFunc(g.Attached, ofName)
	if i < 0 || g.Attached[i].At != g.Last+1 || f.nameStart(g) != g.Last && (!g.Proper || f.Rules.Nouns[g.Lemma].Is(rules.Place)) || !f.capitalised(g.Sentence.Tokens[g.Last:g.Last+1]) || !c.Is(rules.Facility) || c.Is(rules.Force|rules.Government) {
		return nil
	}
	at := g.Attached[i].Group
	p := f.unlisted(g)
	p.End = at.End
	p.Text = f.Article().Slice(p.Span)
	if in := f.PlacesIn(at); len(in) > 0 && in[0].Kind != gazetteer.KindCountry {
		p.Country, p.Admin1 = in[0].Country, in[0].Admin1
		p.Latitude, p.Longitude, p.Located = in[0].Latitude, in[0].Longitude, in[0].Located
	}
	return &p
}

// unlisted returns the group as the name of a place that no gazetteer has.
func (f finder) unlisted(g *lang.NounGroup) mention.Place {
	span := article.Span{Start: g.Sentence.Tokens[f.nameStart(g)].Start, End: g.End}
	return mention.Place{Span: span, Text: f.Article().Slice(span), Use: mention.UsePlace, Precision: 2}
}

// bringsName reports whether a description brings its name along, as in "the
// suburb of Cosa".
func bringsName(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Attached, ofName)
}

// isPlaced reports whether the words after a description say where it is, so that it is no
// place told before: from his house at Wangoi.
func (f finder) isPlaced(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Attached, func(a *lang.Attachment) bool {
		return a.At == g.Last+1 && f.saysWhere(a.Prep) && (f.FirstPlaceIn(a.Group) != nil || a.Group.Proper && !a.Group.Time)
	})
}

// ofName reports whether an attachment is a name after "of".
func ofName(a *lang.Attachment) bool { return a.Prep == "of" && a.Group.Proper }

// antecedents returns the named place that a description stands for, as in
// "the base", "the city".
func (f finder) antecedents(g *lang.NounGroup) []mention.Place {
	if h := f.calledSo(g); h != nil {
		return []mention.Place{f.unlisted(h)}
	}
	places := f.Places()
	for _, m := range f.ActorsOf(g) {
		if m.Antecedent == nil || !f.IsPlace(g) && !g.Pronoun {
			continue
		}
		first := sort.Search(len(places), func(k int) bool { return places[k].End > m.Antecedent.Start })
		for k := first; k < len(places) && places[k].Start < m.Antecedent.End; k++ {
			p := &places[k]
			if p.Use != mention.UsePlace || !m.Antecedent.Overlaps(p.Span) || f.isOwner(p) {
				continue
			}
			return []mention.Place{f.laidBy(p, k, g.Lemma)}
		}
	}
	return nil
}

// calledSo returns the last group before a description that has a name no gazetteer
// knows and the same noun, as "Dara village" is before "the village", or nil where a
// known place is called so, or is nearer.
func (f finder) calledSo(g *lang.NounGroup) *lang.NounGroup {
	if g.Det != "the" || g.Number == lang.Plural || g.Possessor != nil || g.First != g.Head-1 || !f.Rules.Nouns[g.Lemma].Is(rules.Place) {
		return nil
	}
	all := f.Document.Sentences
	for i := g.Sentence.Index; i >= 0 && i >= g.Sentence.Index-entity.Earlier; i-- {
		if !strings.Contains(all[i].Text, g.Lemma) {
			continue
		}
		nouns := f.Document.Analyse(i).Nouns
		for k := len(nouns) - 1; k >= 0; k-- {
			h := nouns[k]
			if h.Lemma != g.Lemma || h.End > g.Start || h.Head == h.First || !f.hasOwnName(h) {
				continue
			}
			if f.FirstPlaceIn(h) != nil {
				return nil
			}
			return h
		}
	}
	return nil
}

// isOwner reports whether a place is the possessor of what the text goes on with, as in
// "Kenya's army".
func (f finder) isOwner(p *mention.Place) bool {
	after := f.Article().Text[p.End:]
	return strings.HasPrefix(after, "'s ") || strings.HasPrefix(after, "’s ")
}

// laidBy returns the place of which p, place k of the text, only says where it lies, where the
// noun may stand for it, else p: Kibumba, a village north of Goma; Oicha, 30 km north of Beni.
func (f finder) laidBy(p *mention.Place, k int, noun string) mention.Place {
	if !IsBearing(p.Relation) {
		return *p
	}
	if k > 0 && f.isDescribed(&f.Places()[k-1], p, noun) {
		return f.Places()[k-1]
	}
	s := f.Document.Analyse(f.Document.SentenceAt(p.Start))
	g := f.landmarkOf(s, p)
	if g == nil || !g.Proper || !s.Tokens.Is(g.Last+1, ",") {
		return *p
	}
	if known := f.FirstPlaceIn(g); known != nil {
		return *known
	}
	home := f.unlisted(g)
	put(&home, p)
	return home
}

// isDescribed reports whether a place is described by the one after it, as in
// "Kibumba, a village north of Goma", which the village stands for.
func (f finder) isDescribed(p, next *mention.Place, noun string) bool {
	if p.End > next.Start {
		return false
	}
	between, ok := strings.CutPrefix(f.Article().Text[p.End:next.Start], ", ")
	return ok && !strings.ContainsAny(between, ",.;\n") && strings.Contains(between, noun)
}

// nameStart returns the token at which a group's name begins, after determiner
// and possessor, unless that is a part of it.
func (f finder) nameStart(g *lang.NounGroup) int {
	i := g.First
	if f.isNamedByPossessor(g) {
		return g.Possessor.Head - f.capitalsBefore(g.Possessor)
	}
	if g.Possessor != nil {
		i = g.Possessor.Last + 2
	}
	if g.Modifiers.From > i && !g.Modifiers.Empty() {
		i = g.Modifiers.From
	} else if g.Modifiers.Empty() && g.Possessor == nil {
		i = g.Head
	}
	i = min(i, g.Head)
	for k := i; k <= g.Head; k++ {
		if isCapitalised(g.Sentence.Tokens[k].Text) && !f.saysWhoHolds(g.Sentence.Tokens[k].Text) {
			return k // rebel-held Foua, the busy Food Street
		}
	}
	return i
}

// isNamedByPossessor reports whether the possessor of a building belongs to its name: St Mary's
// College; but not Kabul's Airport.
func (f finder) isNamedByPossessor(g *lang.NounGroup) bool {
	o := g.Possessor
	if o == nil || !o.Proper || g.Head != o.Last+2 || !isCapitalised(g.Sentence.Tokens[g.Head].Text) || !f.Rules.Nouns[strings.ToLower(g.Lemma)].Is(rules.Facility) {
		return false
	}
	p := f.FirstPlaceIn(o)
	return p == nil || p.End > o.End // St John's, which is a town too
}

// capitalsBefore returns how many words with a capital stand before the head of a group.
func (f finder) capitalsBefore(g *lang.NounGroup) int {
	n := 0
	for i := g.Head - 1; i >= g.First && isCapitalised(g.Sentence.Tokens[i].Text); i-- {
		n++
	}
	return n
}

// takesPart reports whether the group is a party to the event, other than as a
// place that was hit.
func takesPart(e *event.Event, g *lang.NounGroup) bool {
	for _, fs := range [][]event.Filler{e.Actors, e.Targets} {
		for _, x := range fs {
			if x.Group == g && !x.Class.Is(rules.Place|rules.Facility) {
				return true
			}
		}
	}
	return false
}

// isActor reports whether the place name stands for who acts or speaks, as in
// "Israel struck", "Syria's government", "the Iraqi army in Mosul said".
func (f finder) isActor(e *event.Event, g *lang.NounGroup, p *mention.Place) bool {
	for _, a := range e.Actors {
		if a.Group.Overlaps(p.Span) && (!a.Class.Is(rules.Place) || a.Class.Is(rules.Government)) {
			return true
		}
	}
	if f.AttributionIndex().HasSource(p.Span) || mediates(e, g) {
		return true
	}
	in := f.AttributionIndex().In(g.Sentence.Index)
	for i := range in {
		if a := &in[i]; a.Source.Start <= p.Start && isOfSource(e, a, p) {
			return true
		}
	}
	head := g.Sentence.Tokens[g.Head]
	if p.Head.Overlaps(head.Span) || f.isFront(g) {
		return false // in Nigeria's Zamfara state, on the Afrin front
	}
	if f.Rules.Nouns[g.Lemma].Is(rules.Place) && slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return isOblique(c, g) }) {
		return false // in Yemen's capital
	}
	if q := f.placeOfHead(g); q != nil && q.Start > p.Start && q.Country == p.Country && q.Use == mention.UsePlace && slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return isOblique(c, g) }) {
		return false // in Yemen's capital Sanaa, in Nigeria's Ondo state
	}
	return !p.Overlaps(head.Span) && f.Class(g).Is(rules.Force|rules.Government|rules.Group|rules.Person)
}

// mediates reports whether a group is who brought the parties of an event together: [Qatar] brokered a
// truce between the army and the rebels.
func mediates(e *event.Event, g *lang.NounGroup) bool {
	return len(e.Actors) > 0 && e.Actors[0].Via == "between" && slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool {
		s := c.Arg(lang.Subject)
		return s != nil && c.Predicate.Voice == lang.Active && (s == g || slices.Contains(s.Conjuncts, g))
	})
}

// placeOfHead returns the place whose words overlap the head of a group, or stand right
// before the noun for what it is, as in Ondo state, or nil.
func (f finder) placeOfHead(g *lang.NounGroup) *mention.Place {
	t := g.Sentence.Tokens
	if q := f.placeOverlapping(t[g.Head].Span); q != nil || g.Head == g.First || place.WidthOf(g.Lemma) == 0 {
		return q
	}
	return f.placeOverlapping(t[g.Head-1].Span)
}

// isOfSource reports whether a place is said of a source before its cue, as in
// "the Observatory, a monitor in Britain, said", but not in "prisoners rioted in
// Dara, calling for reform".
func isOfSource(e *event.Event, a *attribution.Attribution, p *mention.Place) bool {
	if a.Source.Start >= a.Cue.Start || p.End > a.Cue.Start {
		return false
	}
	return !(a.Source.End <= e.Trigger.Start && e.Trigger.End <= p.Start)
}

// isOblique reports whether the group stands after a preposition in the clause.
func isOblique(c *lang.Clause, g *lang.NounGroup) bool {
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function == lang.Oblique && a.Group == g })
}
