package frame

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	own "sitrep/extract/setting"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// addPlaces gives the tellings without places of their own those of the setting
// that is likeliest theirs, and each telling those of the places that its sentence
// names that are probably its.
func (f *finder) addPlaces() {
	ps := f.newPass(f.Weights.Place, placesOf)
	ps.nowhere = !slices.ContainsFunc(f.all, func(t *telling.Telling) bool { return len(t.Places) > 0 })
	for i, t := range f.all {
		s := ps.placeOf(t, f.all[:i])
		ps.addToponyms(t)
		switch {
		case f.tellsOfTeller(t):
		case s == nil || t.PlaceFrom == nil && t.PlaceProbability == 0 || len(t.Beside) > 0:
			if own := placesOf(t); own != nil {
				ps.tell(own, t, true)
			}
		default:
			ps.tell(s, t, s.origin == ofSentence)
		}
	}
}

// placeOf decides where a telling was: at the places that its own clauses name, else
// at the setting that is likeliest its own, which it returns; nil where it takes none
// over.
func (p *pass) placeOf(t *telling.Telling, before []*telling.Telling) *setting {
	aside := isAside(t) && !p.Explicit && !isGeneral(t)
	if len(t.Places) > 0 && (!isWide(t.Places) || p.isAllOver(&t.Places[0])) && !aside {
		p.complete(before, t)
		return nil
	}
	if o := p.inItem(t, before, func(o *telling.Telling) bool { return len(o.Places) > 0 }); o != nil && !aside && len(t.Places) == 0 && len(t.Nearby) == 0 {
		t.Places, t.PlaceFrom, t.PlaceProbability = o.Places, o, itemSetting
		return &setting{places: o.Places, from: o}
	}
	s, likely := p.likeliestPlace(t)
	switch {
	case aside && s.isToldAside(likely):
		p.complete(before, t)
		return nil
	case aside && likely < placeFloor:
		t.Places = nil
		return nil
	case !aside && isWide(t.Places) && (likely < placeFloor || s.origin == ofClause), likely < placeFloor:
		return nil
	}
	t.Places, t.PlaceFrom, t.PlaceProbability = p.unsaid(t, withoutCountries(s.places), s), s.from, likely
	return s
}

// isToldAside reports whether there is a setting and it is probably one that the sentence names
// aside.
func (s *setting) isToldAside(likely float64) bool {
	return s != nil && s.origin == ofAside && likely >= asideFloor
}

// isAllOver reports whether a preposition makes it all of a country that something happened
// in: detained across Belarus.
func (p *pass) isAllOver(at *mention.Place) bool {
	return p.isBehind(at.Span, p.Rules.Grammar.AllOver)
}

// isBehind reports whether one of the phrases stands right before a stretch of the text.
func (f *finder) isBehind(at article.Span, phrases []string) bool {
	before := strings.TrimRight(f.Article().Text[:at.Start], " ")
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.HasSuffix(before, " "+phrase) })
}

// placeCandidates returns the settings in which a telling may have gone on. The
// dateline is one only where no telling names a place; else it only says where
// the text was written.
func (p *pass) placeCandidates(t *telling.Telling) []*setting {
	if p.Explicit || isGeneral(t) {
		return nil
	}
	out := p.candidates(t)
	out = p.withOwn(t, out)
	if len(t.Nearby) > 0 {
		out = append(out, &setting{places: t.Nearby, origin: ofSentence})
	}
	if before := p.placeBefore(t); before != nil && !isTold(out, before) {
		out = withSetting(out, before)
	}
	out = withSetting(out, p.home)
	if h := p.headingOf(t); h != nil && h.place != nil {
		out = append(slices.DeleteFunc(out, h.place.same), h.place)
	}
	out = withSetting(out, p.titled)
	if p.headed != nil && p.nowhere {
		out = append(out, p.headed)
	}
	return slices.DeleteFunc(out, func(s *setting) bool { return p.isRuledOut(t, s) })
}

// withOwn adds to the settings that of the words of a telling which need not be its own, and
// leaves out those that are the same, or in another country than they name.
func (p *pass) withOwn(t *telling.Telling, out []*setting) []*setting {
	own := &setting{places: t.Places, origin: ofAside}
	if isAside(t) {
		return append(slices.DeleteFunc(out, own.same), own)
	}
	if !isWide(t.Places) {
		return out
	}
	own.origin = ofClause
	country := t.Places[0].Country
	return append(slices.DeleteFunc(out, func(s *setting) bool {
		return s.same(own) || country != "" && s.places[0].Country != country
	}), own)
}

// isRuledOut reports whether a telling cannot have been at the places of a setting that its own
// words do not name: they are as wide as the Middle East, abroad, where the act that this one answers
// was, or where something was signed.
func (p *pass) isRuledOut(t *telling.Telling, s *setting) bool {
	switch s.origin {
	case ofClause, ofAside:
		return false
	case ofTellings:
		if t.Type != agreement && p.isWhereSigned(s) || p.isOfDescription(t, s) {
			return true
		}
	}
	return isWhereAnswered(t, s) || p.IsSetApart(t.Event.Sentence, t.Event.Trigger, s.places[0].Span) || s.places[0].Width() > 4 || s.origin != ofSentence && p.isElsewhere(t, s.places)
}

// isOfDescription reports whether a text tells of a place only in participles of other sentences
// that describe somebody: acting on the word of a man [arrested in Comilla], police stormed a flat.
func (p *pass) isOfDescription(t *telling.Telling, s *setting) bool {
	return !slices.ContainsFunc(s.tellings, func(o *telling.Telling) bool {
		c := o.Event.Clause
		return c.Link != lang.Relative || c.Kind != lang.Participle || o.Event.Sentence == t.Event.Sentence || o.PlaceProbability > 0
	})
}

// isWhereAnswered reports whether the sentence of a telling names the places of a setting for
// another act, which this one answers or is answered by: bombed Kobani in revenge for the killing of
// a general.
func isWhereAnswered(t *telling.Telling, s *setting) bool {
	e := t.Event
	return e.Sentence.Contains(s.places[0].Span) && e.Sentence.IsAcrossAnswer(e.Trigger, s.places[0].Span)
}

// agreement is the type of what is signed, often far from what it is about.
const agreement = "Agreement"

// isWhereSigned reports whether all that the text tells of a place abroad is that something was
// signed there: a truce was agreed in Moscow; on Friday shells fell on the town.
func (p *pass) isWhereSigned(s *setting) bool {
	if home, _ := p.MainCountry(); home == s.places[0].Country || isWide(s.places) {
		return false
	}
	return !slices.ContainsFunc(s.tellings, func(t *telling.Telling) bool { return t.Type != agreement || !p.isSigned(t, s.places[0]) })
}

// isSigned reports whether the verb of a telling says what was done to an agreement, and names
// the place, or whether it was given the place.
func (p *pass) isSigned(t *telling.Telling, at mention.Place) bool {
	if t.PlaceProbability > 0 {
		return true
	}
	return slices.ContainsFunc(t.Event.Sentence.Clauses, func(c *lang.Clause) bool {
		return !c.Predicate.Noun && slices.Contains(p.Rules.Grammar.Signing, c.Predicate.Lemma) &&
			slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
				return a.Function == lang.Oblique && a.Prep != "of" && a.Group.Overlaps(at.Span)
			})
	})
}

// placeBefore returns the setting of the last place that the sentences shortly
// before a telling name, or nil: Pakistan was the hub of the programme; the number
// of strikes rose in 2009.
func (p *pass) placeBefore(t *telling.Telling) *setting {
	all := p.Places()
	k := sort.Search(len(all), func(i int) bool { return all[i].Start >= t.Event.Sentence.Start })
	for k--; k >= 0; k-- {
		n := p.Document.SentenceAt(all[k].Start)
		if t.Event.Sentence.Index-n > reach {
			return nil
		}
		if all[k].Use != mention.UsePlace || p.isOrigin(&all[k]) || p.isBehind(all[k].Head, p.Rules.Grammar.Bound) || p.isLandmark(&all[k], n) || p.isOfTeller(&all[k], n) || p.isOffStage(&all[k], n) {
			continue
		}
		s := placeSetting(all[k], ofWords)
		for k > 0 && (leadsTo(p.Article().Text, &all[k-1], &all[k]) || liesBy(p.Article().Text, &all[k-1], &all[k])) {
			k--
			s = placeSetting(all[k], ofWords)
		}
		s.sentence = n
		return s
	}
	return nil
}

// isLandmark reports whether a place of sentence n only says where that lies where something
// happened: overran Tavildara, [200 km east of Dushanbe].
func (p *pass) isLandmark(at *mention.Place, n int) bool {
	return own.IsBearing(at.Relation) && slices.ContainsFunc(p.sentences[p.Document.Sentences[n]], func(t *telling.Telling) bool {
		return len(t.Places) > 0 && t.PlaceProbability == 0 && !slices.ContainsFunc(t.Places, func(q mention.Place) bool { return q.Overlaps(at.Span) })
	})
}

// isOffStage reports whether sentence n names a place only as where people were brought or fled, are
// based, or speak: the wounded were flown [to Nairobi]; which is based [in Geneva]; speaking [in
// Geneva], the envoy said.
func (p *pass) isOffStage(at *mention.Place, n int) bool {
	w := &p.Rules.Grammar
	return slices.ContainsFunc(p.Document.Analyse(n).Clauses, func(c *lang.Clause) bool {
		verb := c.Predicate.Lemma
		return !c.Predicate.Noun && slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
			if a.Function != lang.Oblique || a.Shared || !a.Group.Overlaps(at.Head) {
				return false
			}
			if slices.Contains(w.Evacuating, verb) || slices.Contains(w.Fleeing, verb) {
				return a.Prep == "to" || a.Prep != "in" && slices.Contains(w.Into, a.Prep)
			}
			return slices.Contains(w.Treating, verb) || slices.Contains(w.Stationing, verb) || slices.Contains(w.Speaking, verb)
		})
	})
}

// isTold reports whether one of the settings is that of a telling of the sentence that
// names the place of s, and has it too.
func isTold(settings []*setting, s *setting) bool {
	return slices.ContainsFunc(settings, func(o *setting) bool {
		return o.from != nil && o.from.Event.Sentence.Index == s.sentence &&
			slices.ContainsFunc(o.places, func(p mention.Place) bool { return p.Span == s.places[0].Span })
	})
}

// leadsTo reports whether a place is put into the next one that the text names: Tembisa (Gauteng).
func leadsTo(text string, p, next *mention.Place) bool {
	if p.Use != mention.UsePlace || p.End > next.Start || next.Start-p.End > longestLead || p.Width() >= next.Width() && p.Located || p.Country != "" && p.Country != next.Country {
		return false
	}
	switch strings.TrimSpace(text[p.End:next.Start]) {
	case ",", "(", "in", "of":
		return true
	}
	return false
}

// liesBy reports whether the next place that the text names only says where a place lies:
// Dara, 20 km north of Mosul.
func liesBy(text string, p, next *mention.Place) bool {
	if p.Use != mention.UsePlace || p.End > next.Start || next.Start-p.End > longestBearing || !own.IsBearing(next.Relation) {
		return false
	}
	between := text[p.End:next.Start]
	return strings.HasPrefix(between, ",") && !strings.ContainsAny(between[1:], ",.;\n")
}

// longestBearing is how many bytes may stand between a place and the one that says where
// it lies.
const longestBearing = 40

// longestLead is how many bytes may stand between a place and the one that it is put into.
const longestLead = 6

// isOrigin reports whether a place is where somebody is from: a taxi driver from Verviers.
func (f *finder) isOrigin(p *mention.Place) bool {
	before := strings.TrimRight(f.Article().Text[:p.Head.Start], " ")
	return strings.HasSuffix(before, " from") || strings.HasSuffix(before, ", of")
}

// placesOf returns the setting of a telling with places of its own, or nil.
func placesOf(t *telling.Telling) *setting {
	if len(t.Places) == 0 {
		return nil
	}
	return &setting{places: t.Places}
}

// findHeaded returns the setting of the dateline, or nil.
func (f *finder) findHeaded() *setting {
	for _, p := range f.Places() {
		if p.Use == mention.UseDateline && p.Located {
			p.Precision = 3
			return &setting{places: []mention.Place{p}, origin: ofHead}
		}
	}
	return nil
}

// isWide reports whether all that a sentence names is a country or more, as in
// "Japan's political headquarters".
func isWide(places []mention.Place) bool {
	return len(places) == 1 && (places[0].Kind == gazetteer.KindCountry || places[0].Country == "" && places[0].Located)
}

// findHome returns the setting of the country that most places of the text are
// in and that it names, or nil.
func (f *finder) findHome() *setting {
	best, _ := f.MainCountry()
	for _, p := range f.Places() {
		if p.Kind == gazetteer.KindCountry && p.Country == best && best != "" {
			return placeSetting(p, ofText)
		}
	}
	return nil
}

// placeSetting returns the setting of a place that is taken for where something
// happened, whatever its sentence uses it for.
func placeSetting(p mention.Place, from origin) *setting {
	p.Use = mention.UsePlace
	return &setting{places: []mention.Place{p}, origin: from}
}

// complete adds to the places that a telling names those of the tellings before
// it: all of them where its sentence only points to one of them again, else the
// wider ones around a place that is named again.
func (f *finder) complete(before []*telling.Telling, t *telling.Telling) {
	prior := lastPlaced(before, t)
	if prior == nil || f.Explicit {
		return
	}
	own := t.Places
	elsewhere := !slices.ContainsFunc(own, func(p mention.Place) bool { return t.Event.Sentence.Contains(p.Span) })
	if elsewhere && slices.ContainsFunc(prior.Places, func(p mention.Place) bool { return p.Span == own[0].Span }) {
		t.PlaceFrom = prior
		t.Places = slices.DeleteFunc(slices.Clone(prior.Places), func(p mention.Place) bool {
			return p.Kind == gazetteer.KindCountry && p.Span != own[0].Span
		})
		return
	}
	t.Places = widened(own, f.stillSaid(t, prior))
}

// reach is how many sentences back a telling looks for the wider places around
// its own.
const reach = 3

// lastPlaced returns the last telling within reach of t that has a place, or
// nil.
func lastPlaced(before []*telling.Telling, t *telling.Telling) *telling.Telling {
	for k := len(before) - 1; k >= 0 && t.Event.Sentence.Index-before[k].Event.Sentence.Index <= reach; k-- {
		if len(before[k].Places) > 0 {
			return before[k]
		}
	}
	return nil
}

// stillSaid returns the places of the telling before t that t's sentence need not name
// again. Where the text has gone on since, by a sentence or a paragraph, the divisions
// among them go without saying, as countries do.
func (f *finder) stillSaid(t, before *telling.Telling) []mention.Place {
	n := before.Event.Sentence.Index
	if t.Event.Sentence.Index-n < 2 && !f.isApart(t, n) {
		return before.Places
	}
	return slices.DeleteFunc(slices.Clone(before.Places), isDivision)
}

// isDivision reports whether a place is a division of a country, of whatever order, or
// the country.
func isDivision(p mention.Place) bool { return p.Width() > 1 || p.Kind == "district" }

// widened adds to the places of a telling the wider ones that an earlier
// happening was placed in, where the text names the place again without them
// (in Kot town of Swat District; later, in Kot), or names only a spot that no
// gazetteer knows (a road, a bank). A country goes without saying.
func widened(own, earlier []mention.Place) []mention.Place {
	out := slices.Clone(own)
	for i := range earlier {
		p := &earlier[i]
		if p.Kind != gazetteer.KindCountry && p.HasPoint() && isWithin(own, p, earlier) {
			out = append(out, *p)
		}
	}
	return out
}

// isRoadOrBank reports whether a name that no gazetteer has is that of a road or
// a building, of which a town has many, and no village's.
func isRoadOrBank(p *mention.Place) bool { return p.Kind == "" && strings.Contains(p.Text, " ") }

// isWithin reports whether all of the places lie within p, as far as the
// earlier ones, of which p is one, tell.
func isWithin(own []mention.Place, p *mention.Place, earlier []mention.Place) bool {
	for i := range earlier {
		if q := &earlier[i]; q != p && q.Kind == gazetteer.KindPopulatedPlace && p.Kind == q.Kind && q.ID != p.ID {
			return false // in Dara and Kot; later, at the bank
		}
	}
	again := false
	for i := range own {
		q := &own[i]
		if q.Text == p.Text || q.ID != "" && q.ID == p.ID || liesElsewhere(q, p) {
			return false
		}
		again = again || !q.HasPoint() && isRoadOrBank(q) || slices.ContainsFunc(earlier, func(e mention.Place) bool { return e.Text == q.Text })
	}
	return again
}

// liesElsewhere reports whether a place cannot lie within p: it has a point and is as
// wide, or it lies in another country or division, be it by a place of its sentence.
func liesElsewhere(q, p *mention.Place) bool {
	abroad := q.Country != p.Country
	otherDivision := p.Admin1 != "" && q.Admin1 != p.Admin1
	if q.HasPoint() {
		return q.Width() >= p.Width() || abroad || otherDivision
	}
	return q.Country != "" && abroad || q.ResolvedBy != "" && q.Admin1 != "" && otherDivision
}

// unsaid returns the places of a setting that a telling is given, without the divisions around a
// town that the text named some sentences before, and without the building or street in it where the
// telling is of many happenings or of another year.
func (p *pass) unsaid(t *telling.Telling, places []mention.Place, s *setting) []mention.Place {
	if (t.Aggregate || isLongBefore(t, s.from)) && slices.ContainsFunc(places, func(q mention.Place) bool { return !isSpot(q) }) {
		places = slices.DeleteFunc(slices.Clone(places), isSpot)
	}
	if s.origin != ofTellings || places[0].Width() != 1 || !places[0].Located {
		return places
	}
	if s.from == nil || t.Event.Sentence.Index-s.from.Event.Sentence.Index < goneOn {
		return places
	}
	return slices.DeleteFunc(slices.Clone(places), isDivision)
}

// isSpot reports whether a place is one of no gazetteer within a place that is known: a restaurant in
// Mogadishu.
func isSpot(p mention.Place) bool { return p.ResolvedBy == mention.ByContainer }

// isLongBefore reports whether a telling names a month or a year of its own that is not that of the
// other, whose place it is given: in October 2022 two car bombs killed 121 people.
func isLongBefore(t, other *telling.Telling) bool {
	own := t.OwnDate()
	if own == nil || own.Precision == mention.Day || own.From.IsZero() || other == nil {
		return false
	}
	return other.Date == nil || !meet(own, other.Date)
}

// goneOn is how many sentences later a text need not say again in which division a town lies.
const goneOn = 5

// withoutCountries returns the places without the countries that narrower ones
// lie in: where something is told to have gone on goes without saying.
func withoutCountries(places []mention.Place) []mention.Place {
	return slices.DeleteFunc(slices.Clone(places), func(p mention.Place) bool {
		return p.Kind == gazetteer.KindCountry && places[0].Kind != gazetteer.KindCountry
	})
}

// isHead reports whether a place is that of the dateline.
func (f *finder) isHead(p mention.Place) bool {
	return samePlaces([]mention.Place{p}, f.headed.places)
}

// isInTitle reports whether the title names a place.
func (f *finder) isInTitle(p mention.Place) bool {
	title := f.Article().Title
	return title != "" && p.Text != "" && strings.Contains(title, p.Text)
}

// findTitled returns the setting of the place that the title names, or nil.
func (f *finder) findTitled() *setting {
	end := 0
	for _, s := range f.Document.Sentences {
		if s.Part != article.Title {
			break
		}
		end = s.End
	}
	if ps := f.Places(); len(ps) > 0 && ps[0].End <= end {
		return placeSetting(ps[0], ofTitle)
	}
	return nil
}
