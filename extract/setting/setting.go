package setting

import (
	"slices"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
)

// Add gives the tellings the places and dates that their own sentences tell.
func Add(r *reading.Reading, ts []*telling.Telling) {
	f := finder{r, &lang.ByGroup[string]{}, &lang.ByGroup[bool]{}}
	named := map[*lang.Sentence][]telling.Toponym{}
	for _, t := range ts {
		t.Date = f.dateOf(t.Event)
		f.place(t)
		f.locate(t)
		t.Places = f.withoutLandmarks(t.Places)
		t.Toponyms = f.toponymsBeside(t, named)
	}
}

// finder looks for the setting of events in one text.
type finder struct {
	*reading.Reading

	// Answers, by noun group: each event of a sentence asks about all of its groups.
	prepositions *lang.ByGroup[string]
	hospitals    *lang.ByGroup[bool]
}

// The words by which a sentence tells where its event happened, as a telling has
// them in By.
const (
	ByOwn    = "its own clauses"
	ByOthers = "other clauses of its sentence"
	ByWords  = "the words of its sentence"
	ByNews   = "where the news comes from"
)

// places are the ways in which a sentence tells where its event happened, the
// most certain first.
var places = []struct {
	by   string
	find func(s *search) []mention.Place
}{
	{ByOwn, func(s *search) []mention.Place { return s.in(s.withoutJudgement(s.event.Clauses)) }},
	{"here, where the text was sent from", func(s *search) []mention.Place { return s.here(s.event) }},
	{"what its clause describes", func(s *search) []mention.Place { return s.described(s.event) }},
	{"what where stands for", func(s *search) []mention.Place { return s.antecedentOfWhere(s.event) }},
	{ByOthers, func(s *search) []mention.Place {
		s.strict = true
		return s.in(s.event.Sentence.Clauses)
	}},
	{ByWords, func(s *search) []mention.Place { return s.named(s.event) }},
	{"where it was fired from", func(s *search) []mention.Place {
		s.strict, s.afar = false, true
		return s.in(s.event.Clauses)
	}},
	{ByNews, func(s *search) []mention.Place { return s.reportedFrom(s.event) }},
}

// nearby are the ways in which a sentence that does not tell where its event
// happened may let one guess.
var nearby = []struct {
	by   string
	find func(s *search) []mention.Place
}{
	{"the name of who takes part", func(s *search) []mention.Place { return s.localTo(s.event) }},
	{"any words of its sentence", func(s *search) []mention.Place {
		s.strict, s.all = true, true
		return s.in(s.event.Sentence.Clauses)
	}},
}

// place gives a telling its places: those of its own clauses, else of its
// sentence, else where its news comes from. Where there is none, it notes what
// else its sentence names.
func (f finder) place(t *telling.Telling) {
	if t.Site = f.siteHit(t.Event); t.Site != nil {
		t.Places, t.By = []mention.Place{*t.Site}, "what it stands for"
		return
	}
	s := &search{finder: f, event: t.Event}
	judged := f.judgementOf(t.Event) != nil
	t.Dates = judged || f.dates(t.Event)
	for i, w := range places {
		if i > 0 && t.Dates {
			break
		}
		if t.Places = w.find(s); len(t.Places) > 0 {
			t.Places, t.By = f.withFronted(t.Event, t.Places), w.by
			return
		}
	}
	for _, w := range nearby {
		if judged {
			return // where the court sits
		}
		if t.Nearby = w.find(s); len(t.Nearby) > 0 {
			t.By = w.by
			return
		}
	}
}

// dates reports whether an event noun only says when the act of its clause was, or what that act
// answers, as in "hours after the bombing, jets struck a camp in Qandil". Where the act was is
// not where the event was.
func (f finder) dates(e *event.Event) bool {
	c := e.Clauses[0]
	if c.Group != nil && c.Group.IsAnswered() {
		return true
	}
	if !c.Predicate.Noun || c.Group == nil || c.Group.Det != "the" || c.Parent == nil || slices.Contains(e.Clauses, c.Parent) {
		return false
	}
	for _, a := range c.Parent.Args {
		if a.Group == c.Group {
			return a.Function == lang.Oblique && slices.Contains(f.Rules.Grammar.Dating, a.Prep)
		}
	}
	return false
}
