package frame

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/mention"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
	"sitrep/gazetteer"
)

// addPlaces gives the tellings without places of their own those of the setting
// that is likeliest theirs.
func (f *finder) addPlaces(m *weigh.Model) {
	ahead := lead(f.all, placesOf)
	f.headed = f.dateline()
	nowhere := !slices.ContainsFunc(f.all, func(t *telling.Telling) bool { return len(t.Places) > 0 })
	f.last = nil
	var told []*setting
	for i, t := range f.all {
		wide := isWide(t.Places)
		if len(t.Places) > 0 && !wide {
			f.complete(f.all[:i], t)
			told, f.last = tell(told, placesOf(t), t, true), t
			continue
		}
		cs := candidates(told, ahead, t.Event.Sentence.Index <= leadEnds)
		if wide {
			country := t.Places[0].Country
			cs = slices.DeleteFunc(cs, func(s *setting) bool {
				return s.same(placesOf(t)) || country != "" && s.places[0].Country != country
			})
			cs = append(cs, &setting{places: t.Places, own: true})
		}
		if len(t.Nearby) > 0 {
			cs = append(cs, &setting{places: t.Nearby, nearby: true})
		}
		if s := f.country(); s != nil && !slices.ContainsFunc(cs, s.same) {
			cs = append(cs, s)
		}
		if h := f.headingOf(t); h != nil && h.place != nil {
			cs = append(slices.DeleteFunc(cs, h.place.same), h.place)
		}
		if title := f.ofTitle(); title != nil && !slices.ContainsFunc(cs, title.same) {
			cs = append(cs, title)
		}
		if f.headed != nil && nowhere { // else the dateline only says where it was written
			cs = append(cs, f.headed)
		}
		if f.Explicit || isGeneral(t) {
			cs = nil
		}
		cs = slices.DeleteFunc(cs, func(s *setting) bool { return !s.own && !s.nearby && f.isElsewhere(t, s.places) })
		s, p := f.likeliest(m, t, cs, told, f.placeEvidence)
		if wide && (p < placeFloor || s.own) {
			told, f.last = tell(told, placesOf(t), t, true), t
			continue
		}
		if p < placeFloor {
			continue
		}
		t.Places, t.PlaceFrom, t.PlaceProbability = withoutCountries(s.places), s.from, p
		told, f.last = tell(told, s, t, s.nearby), t
	}
}

// placesOf returns the setting of a telling with places of its own, or nil.
func placesOf(t *telling.Telling) *setting {
	if len(t.Places) == 0 {
		return nil
	}
	return &setting{places: t.Places}
}

// dateline returns the setting that heads the text, or nil.
func (f *finder) dateline() *setting {
	for _, p := range f.Places() {
		if p.Use == mention.UseDateline && p.Located {
			p.Precision = 3
			return &setting{places: []mention.Place{p}, dateline: true}
		}
	}
	return nil
}

// isWide reports whether all that a sentence names is a country or more, as in
// "Japan's political headquarters".
func isWide(places []mention.Place) bool {
	return len(places) == 1 && (places[0].Kind == gazetteer.KindCountry || places[0].Country == "" && places[0].Located)
}

// country returns the setting of the country that most places of the text are in
// and that it names, or nil.
func (f *finder) country() *setting {
	if f.home != nil || f.homeless {
		return f.home
	}
	f.homeless = true
	counts, best := map[string]int{}, ""
	for _, p := range f.Places() {
		if p.Country == "" {
			continue
		}
		counts[p.Country]++
		if counts[p.Country] > counts[best] {
			best = p.Country
		}
	}
	for _, p := range f.Places() {
		if p.Kind == gazetteer.KindCountry && p.Country == best && best != "" {
			p.Use = mention.UsePlace
			f.home = &setting{places: []mention.Place{p}, country: true}
			break
		}
	}
	return f.home
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
	t.Places = widened(own, prior.Places)
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

// widened adds to the places of a telling the wider ones that an earlier
// happening was placed in, where the text names the place again without them
// (in Kot town of Swat District; later, in Kot), or names only a spot that no
// gazetteer knows (a road, a bank). A country goes without saying.
func widened(own, earlier []mention.Place) []mention.Place {
	out := slices.Clone(own)
	for i := range earlier {
		p := &earlier[i]
		if p.Kind != gazetteer.KindCountry && isKnown(p) && isWithin(own, p, earlier) {
			out = append(out, *p)
		}
	}
	return out
}

// isKnown reports whether a place has a point of its own.
func isKnown(p *mention.Place) bool { return p.Located && p.ResolvedBy == "" }

// isRoadOrBank reports whether a name that no gazetteer has is that of a road or
// a building, of which a town has many, and no village's.
func isRoadOrBank(p *mention.Place) bool { return p.Kind == "" && strings.Contains(p.Text, " ") }

// isWithin reports whether all of the places lie within p, as far as the
// earlier ones, of which p is one, tell.
func isWithin(own []mention.Place, p *mention.Place, earlier []mention.Place) bool {
	again := false
	for i := range own {
		q := &own[i]
		if q.Text == p.Text || q.ID != "" && q.ID == p.ID {
			return false
		}
		if isKnown(q) && (q.Width() >= p.Width() || q.Country != p.Country || p.Admin1 != "" && q.Admin1 != p.Admin1) {
			return false
		}
		if q.Country != "" && q.Country != p.Country || q.ResolvedBy != "" && p.Admin1 != "" && q.Admin1 != "" && q.Admin1 != p.Admin1 {
			return false // it lies by a place of its own sentence, in another country or division
		}
		again = again || !isKnown(q) && isRoadOrBank(q) || slices.ContainsFunc(earlier, func(e mention.Place) bool { return e.Text == q.Text })
	}
	return again
}

// withoutCountries returns the places without the countries that narrower ones
// lie in: where something is told to have gone on goes without saying.
func withoutCountries(places []mention.Place) []mention.Place {
	return slices.DeleteFunc(slices.Clone(places), func(p mention.Place) bool {
		return p.Kind == gazetteer.KindCountry && places[0].Kind != gazetteer.KindCountry
	})
}

// isInTitle reports whether the title names a place.
func (f *finder) isInTitle(p *mention.Place) bool {
	title := f.Article().Title
	return title != "" && p.Text != "" && strings.Contains(title, p.Text)
}

// count returns how often the text names a place.
func (f *finder) count(p *mention.Place) int {
	if f.counts == nil {
		f.counts = map[string]int{}
		for _, q := range f.Places() {
			f.counts[q.Text]++
		}
	}
	return f.counts[p.Text]
}

// ofTitle returns the setting of the place that the title names, or nil.
func (f *finder) ofTitle() *setting {
	if f.titled == nil {
		f.titled = &setting{}
		end := 0
		for _, s := range f.Document.Sentences {
			if s.Part != article.Title {
				break
			}
			end = s.End
		}
		if ps := f.Places(); len(ps) > 0 && ps[0].End <= end {
			p := ps[0]
			p.Use = mention.UsePlace
			f.titled = &setting{places: []mention.Place{p}, title: true}
		}
	}
	if f.titled.places == nil {
		return nil
	}
	return f.titled
}
