package frame

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
	"sitrep/gazetteer"
)

// likeliest returns the candidate that is likeliest the setting of a telling,
// and how likely it is; nil and 0 where there is no candidate.
func (p *pass) likeliest(t *telling.Telling, cs []*setting, evidence func(*telling.Telling, *setting) weigh.Evidence) (*setting, float64) {
	var best *setting
	likely := 0.0
	all := make([]float64, len(cs))
	for i, s := range cs {
		e := evidence(t, s)
		e.If(len(cs) == 1, "no other candidate")
		e.If(len(cs) > 3, "many candidates")
		all[i] = p.model.Probability(e)
		if p.Trace {
			t.Settings = append(t.Settings, telling.Setting{Places: s.places, Date: s.date, Probability: all[i], Evidence: e})
		}
		if all[i] > likely {
			best, likely = s, all[i]
		}
	}
	if p.isFar(t, best) {
		best = p.nearer(t, best, cs, all)
	}
	if best == nil || len(best.places) != 1 || !isWide(best.places) {
		return best, likely
	}
	inside, likelier := -1, placeFloor
	for i, s := range cs {
		if len(s.places) > 0 && !isWide(s.places) && s.places[0].Country == best.places[0].Country && all[i] >= likelier {
			inside, likelier = i, all[i]
		}
	}
	if inside < 0 {
		return best, likely
	}
	return cs[inside], likelier // what happened in Tsafe happened in Nigeria
}

// placeEvidence is what speaks for and against a telling being at the places of
// a setting.
func (p *pass) placeEvidence(t *telling.Telling, s *setting) weigh.Evidence {
	e := p.evidence(t, s)
	at := &s.places[0]
	country := at.Kind == gazetteer.KindCountry
	e.If(country, "is a country")
	e.If(country && t.Aggregate, "is a country, of many happenings")
	e.If(country && isPresentPerfect(t), "is a country, in the present perfect")
	e.If(country && t.Event.Clause.Predicate.Noun && t.Event.Clause.Predicate.Plural, "is a country, told by a plural noun")
	e.If(isWide(t.Places) && at.Country != "" && at.Country == t.Places[0].Country, "lies in the country that its clause names")
	e.If(isWide(t.Places) && at.Country != t.Places[0].Country, "lies outside what its clause names")
	e.If(at.Width() == 2 || at.Width() == 3, "is a division")
	e.If(!at.Located, "is in no gazetteer")
	e.If(len(s.places) > 1 && at.Width() == s.places[1].Width(), "is several places")
	e.If(p.headed != nil && slices.ContainsFunc(s.places, p.isHead), "the head of the text names it")
	e.If(slices.ContainsFunc(s.places, p.isInTitle), "the title names it")
	n := p.counts[at.Text]
	e.If(n == 1, "named once")
	e.If(n > 3, "named often")
	names, _ := p.namesBeside(t, s.places)
	e.If(names, "its sentence names a place")
	e.If(s.origin != ofAside && isAside(t), "other words of its sentence name another")
	p.addPointing(&e, t, s)
	if from := s.from; from != nil {
		e.If(isDated(t) && isDated(from) && !meet(t.Date, from.Date), "on other days")
		e.If(isDated(t) && isDated(from) && meet(t.Date, from.Date), "on the same day")
		e.If(isDated(t) && !isDated(from), "dated, the setting not")
	}
	return e
}

// dayEvidence is what speaks for and against a telling being of the day of a
// setting.
func (p *pass) dayEvidence(t *telling.Telling, s *setting) weigh.Evidence {
	e := p.evidence(t, s)
	e.Add("precision: " + string(s.date.Precision))
	e.If(!s.date.From.Equal(s.date.To) && s.date.Precision == mention.Day, "is several days")
	a := p.Article().Published
	e.If(a.IsZero(), "the day of publication is not known")
	if !a.IsZero() {
		age := a.Sub(s.date.To).Hours() / 24
		e.If(age > 60, "is long before publication")
		e.If(age >= 0 && age < 8, "is of the days before publication")
		e.If(age < 0, "is after publication")
	}
	if t.PlaceFrom != nil && t.PlaceFrom.Date != nil {
		e.If(meet(t.PlaceFrom.Date, s.date), "the day of its place")
		e.If(!meet(t.PlaceFrom.Date, s.date), "its place has another day")
	}
	if from := s.from; from != nil && len(from.Places) > 0 && len(t.Places) > 0 {
		e.If(samePlaces(from.Places, t.Places), "at the same place")
		e.If(!samePlaces(from.Places, t.Places), "at another place")
	}
	return e
}

// evidence is what speaks for and against a telling having a setting, be it a
// place or a day.
func (p *pass) evidence(t *telling.Telling, s *setting) weigh.Evidence {
	var e weigh.Evidence
	addTelling(&e, t)
	n := p.named[s.key()]
	e.If(n > 0 && 2*n >= p.total, "half of the text names it")
	e.If(n > 1 && n == p.total, "the text names no other")
	switch s.origin {
	case ofTellings:
		p.addTold(&e, t, s)
	case ofSentence:
		e.Add("only its sentence names it")
	case ofClause:
		e.Add("its own clause names the country")
	case ofAside:
		p.addAside(&e, t, s.places)
	case ofText:
		e.Add("only the country that the text is about")
		e.If(len(p.told) == 0, "only the country that the text is about; nothing told before")
		e.If(len(p.told) == 1, "only the country that the text is about; one setting told before")
		e.If(p.isInTitle(s.places[0]), "only the country that the text is about; the title names it")
		e.If(p.takesPart(t.Actors, s.places[0].Country) || p.takesPart(t.Targets, s.places[0].Country), "only the country that the text is about; of a side")
	case ofTitle:
		e.Add("only the title names it")
	case ofWords:
		e.Add("only the words before name it")
		e.Add("only the words before name it; " + distance(t, s.sentence))
		e.If(p.isApart(t, s.sentence), "only the words before name it; in another paragraph")
	case ofSection:
		e.Add("it heads the section")
	case ofHead:
		e.Add("only the head of the text names it")
		e.If(t.Event.Sentence.Index <= leadEnds, "only the head of the text names it; in the lead")
		e.If(len(p.told) == 0, "only the head of the text names it; nothing told before")
	}
	return e
}

// addTold adds what speaks for and against a telling having a setting that others
// have.
func (p *pass) addTold(e *weigh.Evidence, t *telling.Telling, s *setting) {
	last := s.tellings[len(s.tellings)-1]
	far := distance(t, last.Event.Sentence.Index)
	e.Add(far)
	apart := p.isApart(t, last.Event.Sentence.Index)
	e.If(apart, "in another paragraph")
	if n := len(p.told); n > 0 {
		e.If(n == 1, "the only setting so far")
		first, most, before := s.same(p.told[0]), isMain(s, p.told), p.last == last
		e.If(first, "first setting of the text")
		e.If(most, "setting of most")
		e.If(before, "setting of the telling before")
		e.If(first && apart, "first setting of the text, in another paragraph")
		e.If(most && apart, "setting of most, in another paragraph")
		e.If(before && apart, "setting of the telling before, in another paragraph")
		e.If(first && far == further, "first setting of the text, told further before")
	}
	e.If(s.from != nil && s.from.Event.Sentence.Part != t.Event.Sentence.Part, "of the title, or for it")
	p.addLikeness(e, t, s)
	e.If(isPerfect(t) && !isPerfect(last), "in the past perfect, the other not")
	e.If(!isPerfect(t) && isPerfect(last), "not in the past perfect, the other is")
	e.If(last.Event.Modality != record.Actual, "the other is not actual")
	e.If(last.Aggregate, "the other is of many happenings")
}

func addTelling(e *weigh.Evidence, t *telling.Telling) {
	e.If(t.Anaphoric, "points back")
	e.If(t.Another, "said to be another")
	e.If(t.Aggregate, "of many happenings")
	e.If(t.Event.Modality != record.Actual, "not actual")
	e.If(t.Event.Sentence.Index == 0, "in the first sentence")
	e.If(t.Event.Clause.Predicate.Noun && t.Event.Clause.Predicate.Plural, "told by a plural noun")
	e.If(t.Event.Clause.Predicate.Noun && !t.Anaphoric, "told by a noun that does not point back")
	e.If(t.Source != nil, "somebody says so")
	verb := finiteVerb(t)
	e.If(verb != nil && verb.Tense == lang.Present && !verb.Perfect, "in the present tense")
	e.If(verb != nil && verb.Tense == lang.Present && verb.Perfect, "in the present perfect")
	e.If(verb != nil && verb.Tense == lang.Past && verb.Perfect, "in the past perfect")
}

// addLikeness adds what a telling has in common with those of a setting.
func (f *finder) addLikeness(e *weigh.Evidence, t *telling.Telling, s *setting) {
	has := f.traitsOf(s)
	kind := has[trait{"type", t.Type}]
	e.If(has[trait{"word", t.Event.Lemma}], "same word")
	e.If(kind, "same type")
	e.If(has[trait{"kind", rules.EventType(t.Type)}], "same kind of event")
	e.If(kind && t.Anaphoric, "points back to the same type")
	e.If(f.takesPartIn(t.Actors, has), "an actor takes part in both")
	e.If(f.takesPartIn(t.Targets, has), "a target takes part in both")
	e.If(len(t.Actors) == 0, "names no actor")
}

// trait is something that a telling can have in common with others: its word, type
// or kind of event, or the id or noun of a party.
type trait struct{ of, value string }

// traitsOf returns what the tellings of a setting have. It goes on from where it was
// last asked, since a long text tells much at one place.
func (f *finder) traitsOf(s *setting) map[trait]bool {
	if s.traits == nil {
		s.traits = map[trait]bool{}
	}
	for _, o := range s.tellings[s.counted:] {
		s.traits[trait{"word", o.Event.Lemma}] = true
		s.traits[trait{"type", o.Type}] = true
		s.traits[trait{"kind", rules.EventType(o.Type)}] = true
		for _, parties := range [2][]event.Filler{o.Actors, o.Targets} {
			for _, x := range parties {
				s.traits[trait{"party", f.identity(x)}] = true
				s.traits[trait{"noun", x.Group.Lemma}] = true
			}
		}
	}
	s.counted = len(s.tellings)
	return s.traits
}

// takesPartIn reports whether one of the parties is among those of other tellings: by
// who it is, else by its words.
func (f *finder) takesPartIn(parties []event.Filler, others map[trait]bool) bool {
	return slices.ContainsFunc(parties, func(x event.Filler) bool {
		if id := f.identity(x); id != "" {
			return others[trait{"party", id}]
		}
		return !x.Group.Pronoun && others[trait{"noun", x.Group.Lemma}]
	})
}

// isApart reports whether sentence n stands in another paragraph than a telling.
func (f *finder) isApart(t *telling.Telling, n int) bool {
	return f.Document.Sentences[n].Paragraph != t.Event.Sentence.Paragraph
}

// distance tells how far before a telling sentence n stands.
func distance(t *telling.Telling, n int) string {
	switch d := t.Event.Sentence.Index - n; {
	case d < 0:
		return "told after it"
	case d == 0:
		return "told in its sentence"
	case d == 1:
		return "told in the sentence before"
	case d <= 3:
		return "told two or three sentences before"
	case d <= 8:
		return "told four to eight sentences before"
	}
	return further
}

// further is a distance of more than eight sentences.
const further = "told further before"

// isMain reports whether no other setting has more tellings.
func isMain(s *setting, told []*setting) bool {
	return !slices.ContainsFunc(told, func(o *setting) bool { return len(o.tellings) > len(s.tellings) })
}

func isDated(t *telling.Telling) bool { return t.Date != nil && !t.Date.From.IsZero() }

// meet reports whether two dates have a day in common.
func meet(a, b *mention.Date) bool { return !a.From.After(b.To) && !b.From.After(a.To) }

// isPerfect reports whether a telling is told in the past perfect: they had
// seized the town in March.
func isPerfect(t *telling.Telling) bool {
	v := finiteVerb(t)
	return v != nil && v.Perfect && v.Tense == lang.Past
}

// isPresentPerfect reports whether a telling is told in the present perfect: they
// have killed hundreds.
func isPresentPerfect(t *telling.Telling) bool {
	v := finiteVerb(t)
	return v != nil && v.Perfect && v.Tense == lang.Present
}

// finiteVerb returns the finite verb of the clause that tells an event, or of the
// nearest above it, or nil.
func finiteVerb(t *telling.Telling) *lang.VerbGroup {
	for c := range t.Event.ClausesAbove() {
		if c.Verb != nil && c.Verb.Finite {
			return c.Verb
		}
	}
	return nil
}

// isGeneral reports whether the event is no one happening that the text has
// told of, as in "threatened more attacks".
func isGeneral(t *telling.Telling) bool {
	g := t.Event.Clause.Group
	return t.Event.Modality != record.Actual && g != nil && t.Event.Clause.Predicate.Plural && (g.Det == "" || g.Det == "any")
}
