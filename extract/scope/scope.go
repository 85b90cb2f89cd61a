package scope

import (
	"slices"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
)

// Add says which tellings tell many happenings as one, and which figures of the
// others do. The tellings have their tolls and dates.
func Add(r *reading.Reading, ts []*telling.Telling) {
	f := finder{Reading: r, words: words()}
	defer shareRunning(ts)
	var sum *lang.Sentence // the last with a telling of many happenings
	running := false       // and what is told beside it in the sentence, as in "while 411 rebels have died"
	for _, t := range ts {
		s := t.Event.Sentence
		if f.sentence != s {
			f.sentence, f.phrases = s, f.find(s)
			running = false
		}
		t.Another, t.Anaphoric = f.isAnother(t.Event) && !sumsUp(t), f.isAnaphoric(t.Event)
		t.Many, t.One, t.NewDoer = isPlural(t.Event), isOneOfAKind(t.Event), hasNewDoer(t.Event)
		if t.Aggregate = f.isAggregate(t) || f.goesOnFrom(sum, t); t.Aggregate {
			sum = s
			continue
		}
		for i := range t.Tolls {
			c := &t.Tolls[i]
			running = running && c.Toll != casualty.TollNew || f.isRunning(t.Event, c)
			if running || isOfWar(c) {
				t.Running = append(t.Running, c.Quantity.Span)
			}
		}
	}
}

// shareRunning marks a total as a sum over many happenings where another telling of the text
// gives the same number as one: the headline death toll in protests rises to 23.
func shareRunning(ts []*telling.Telling) {
	running := map[int]bool{}
	for _, t := range ts {
		for i := range t.Tolls {
			if c := &t.Tolls[i]; c.Quantity.Min != nil && slices.Contains(t.Running, c.Quantity.Span) {
				running[*c.Quantity.Min] = true
			}
		}
	}
	for _, t := range ts {
		for i := range t.Tolls {
			if c := &t.Tolls[i]; len(running) > 0 && c.Toll == casualty.TollTotal && c.Quantity.Min != nil && running[*c.Quantity.Min] && !slices.Contains(t.Running, c.Quantity.Span) {
				t.Running = append(t.Running, c.Quantity.Span)
			}
		}
	}
}

// sumsUp reports whether all that a telling counts is the toll so far, which is that of
// a happening told before, whatever the day: the toll rose to ten two days later.
func sumsUp(t *telling.Telling) bool {
	return len(t.Tolls) > 0 && !slices.ContainsFunc(t.Tolls, func(c casualty.Casualty) bool { return c.Toll != casualty.TollTotal })
}

// finder looks for what spans many happenings, one sentence at a time.
type finder struct {
	*reading.Reading
	words    *vocabulary
	sentence *lang.Sentence
	phrases  []phrase // of the sentence
}

// phrase is a length of time or a habit that a sentence speaks of.
type phrase struct {
	article.Span
	sort   sort
	all    article.Span // with the date in the clause that it begins
	clause *lang.Clause // the narrowest that holds it, or nil
	verb   *lang.Clause // the narrowest with a verb that holds it, or nil
}

// find returns the phrases of a sentence.
func (f *finder) find(s *lang.Sentence) []phrase {
	var out []phrase
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		kind, next := f.words.phraseAt(t, i)
		if kind == 0 && t[i].Lower == "since" {
			kind, next = f.since(s, i)
		}
		if kind == 0 || kind.tellsOther() && countsFrom(t, next) {
			continue
		}
		if kind == once || kind != often && f.isMeasure(t, i) {
			i = next - 1
			continue
		}
		p := phrase{Span: article.Span{Start: t[i].Start, End: t[next-1].End}, sort: kind}
		p.all = p.Span
		if t[i].Lower == "since" {
			p.all.End = t[f.sinceEnd(s, i)-1].End
		}
		out = append(out, p)
		i = next - 1
	}
	for _, d := range f.Dates(s) {
		if kind := f.ofDate(s, &d); kind != 0 && !slices.ContainsFunc(out, func(p phrase) bool { return !p.sort.tellsOther() && p.Overlaps(d.Span) }) {
			out = append(out, phrase{Span: d.Span, all: d.Span, sort: kind})
		}
	}
	for i := range out {
		out[i].attach(s)
	}
	return out
}

// attach finds the clauses of its sentence that hold a phrase.
func (p *phrase) attach(s *lang.Sentence) {
	p.clause = narrowest(s, p.Span)
	if p.clause != nil && p.clause.Mark == "since" && p.clause.Parent != nil {
		p.clause = p.clause.Parent // killed since the army took the town
	}
	for p.verb = p.clause; p.verb != nil && p.verb.Predicate.Noun; {
		p.verb = p.verb.Parent
	}
	switch {
	case p.verb != nil:
	case p.leads(s):
		p.verb = rootAfter(s, p.End)
	case p.clause == nil && s.Tokens.Is(s.TokensIn(p.Span).From, "between"):
		p.verb = lastBefore(s, p.Start)
	}
}

// since returns the sort of the phrase that "since" at token i begins and the
// token after it: 0 where it gives a reason, as in "since they had no food".
func (f *finder) since(s *lang.Sentence, i int) (sort, int) {
	t := s.Tokens
	if i+1 < len(t) && t[i+1].Tag == "PRP" && slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool { return c.Predicate.End <= t[i].Start && isSoFar(c) }) {
		return weak, i + 2 // has killed 24 people since it took up arms
	}
	if i+1 >= len(t) || t[i+1].Tag == "PRP" || t[i+1].Tag == "EX" || f.words.is(t[i+1], "hour") || i > 0 && t[i-1].Lemma == "have" && f.words.is(t[i+1], "change") {
		return 0, i // since they had no food; it has since risen to nine
	}
	for _, d := range f.Dates(s) {
		if d.Start <= t[i+1].Start && t[i+1].Start < d.End && !d.From.IsZero() && days(&d) < weekLong {
			return lately, i + 2
		}
	}
	return over, i + 2
}

// sinceEnd returns the token after what "since" at token i begins: the date in its
// clause, as in "since the army began an offensive two weeks ago", else its first word.
func (f *finder) sinceEnd(s *lang.Sentence, i int) int {
	end := min(i+2, len(s.Tokens))
	for _, d := range f.Dates(s) {
		at := s.TokensIn(d.Span)
		if at.Empty() || at.From <= i {
			continue
		}
		if !slices.ContainsFunc(s.Tokens[i:at.From], func(t lang.Token) bool { return t.Tag == "," || t.Tag == ":" }) {
			end = max(end, at.To)
		}
		break
	}
	return end
}

// rankReach is how many words back a phrase looks for what it measures.
const rankReach = 12

// isMeasure reports whether the phrase at token i only measures one happening:
// the deadliest attack since March, or makes a day of the length of time:
// earlier this year.
func (f *finder) isMeasure(t lang.Tokens, i int) bool {
	if i > 0 && f.words.is(t[i-1], "part") {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-rankReach; k-- {
		if t[k].Tag == "," || t[k].Tag == ":" || t[k].Tag == "." || t.Verb(k) && f.words.is(t[k], "add") {
			return false
		}
		if f.words.is(t[k], "rank") || t[k].Tag == "JJS" && !t.Is(k-1, "at") {
			return true
		}
	}
	return false
}

// countsFrom reports whether the phrase that ends before token i counts from
// what stands there, and so tells when its own clause happened: a day after the
// town had fallen.
func countsFrom(t lang.Tokens, i int) bool {
	last := t[i-1].Lower
	return (last == "after" || last == "before") && i < len(t) && t[i].Tag != "," && t[i].Tag != "." && t.Mark(i+1) != ',' // a few hours after that,
}

// weekLong is how many days a date has to span to be no single occasion.
const weekLong = 7

func days(d *mention.Date) int { return int(d.To.Sub(d.From)/(24*time.Hour)) + 1 }

// ofDate returns the sort of a date that spans more than one occasion: between
// May and July, the first ten months of the year; weak of a month or year.
func (f *finder) ofDate(s *lang.Sentence, d *mention.Date) sort {
	if d.From.IsZero() || days(d) < weekLong {
		return 0
	}
	at := s.TokensIn(d.Span)
	if at.Empty() || f.isMeasure(s.Tokens, at.From) {
		return 0
	}
	for k := max(at.From-1, 0); k < at.To; k++ {
		switch s.Tokens[k].Lower {
		case "between", "from", "first", "half", "quarter":
			return over
		}
	}
	if d.Precision == mention.Month || d.Precision == mention.Year {
		return weak
	}
	return 0
}

// leads reports whether a phrase stands before all verbs of its sentence.
func (p *phrase) leads(s *lang.Sentence) bool {
	return len(s.Verbs) > 0 && p.End <= s.Verbs[0].Start
}

// rootAfter returns the first main clause whose verb stands after the offset,
// or nil.
func rootAfter(s *lang.Sentence, from int) *lang.Clause {
	for _, c := range s.Clauses {
		if c.Link == lang.Root && !c.Predicate.Noun && c.Predicate.Start >= from {
			return c
		}
	}
	return nil
}

// lastBefore returns the last clause with a verb that ends before the offset, as that of a
// phrase which the grammar has left out, or nil: killed six men | between 2013 and 2016.
func lastBefore(s *lang.Sentence, to int) *lang.Clause {
	var out *lang.Clause
	for _, c := range s.Clauses {
		if c.Verb != nil && c.End <= to && (out == nil || c.End > out.End) {
			out = c
		}
	}
	return out
}

// narrowest returns the clause with the shortest span around a phrase, or nil.
func narrowest(s *lang.Sentence, p article.Span) *lang.Clause {
	var out *lang.Clause
	for _, c := range s.Clauses {
		if c.Contains(p) && (out == nil || c.End-c.Start < out.End-out.Start) {
			out = c
		}
	}
	return out
}

// isAggregate reports whether a telling tells many happenings as one.
func (f *finder) isAggregate(t *telling.Telling) bool {
	e := t.Event
	if !mayRecur(e) {
		return false
	}
	if (len(t.Tolls) == 0 && f.isMany(e) || hasDead(t, vast)) && !isDated(t) || hasDead(t, ofWar) {
		return true
	}
	if f.isLossSoFar(t) || isOfActs(t) {
		return true
	}
	if t.OwnDate() == nil && (!isOne(t) && f.isSum(t) || f.isOfLong(t)) || f.hasBegun(t) {
		return true
	}
	return slices.ContainsFunc(f.phrases, func(p phrase) bool {
		return !isOfTotal(t, &p) && (!isDated(t) || t.Date.Overlaps(p.all) || slices.ContainsFunc(e.Clauses, p.isOfAntecedent)) && isOf(e, &p) && f.makesMany(&p, t)
	})
}

// isOfTotal reports whether a phrase belongs to a total that a telling gives beside its own dead: 15
// were killed, bringing [the day's toll] to 40.
func isOfTotal(t *telling.Telling, p *phrase) bool {
	total := func(c casualty.Casualty) bool { return c.Toll == casualty.TollTotal }
	return slices.ContainsFunc(t.Tolls, func(c casualty.Casualty) bool { return c.Kind == casualty.Killed && !total(c) }) &&
		slices.ContainsFunc(t.Tolls, func(c casualty.Casualty) bool {
			return total(c) && p.clause != nil && p.clause.Overlaps(c.Quantity.Span)
		})
}

// makesMany reports whether a phrase that is said of a telling makes many happenings
// of it.
func (f *finder) makesMany(p *phrase, t *telling.Telling) bool {
	e := t.Event
	switch p.sort {
	case often:
		return true
	case over:
		return !isOneBeside(t, p.all)
	case lately:
		return isPerfect(e) && !isOne(t) && !isTheOne(e)
	case weak:
		return isPlural(e) || f.isOfKind(e, "endless") || f.isCounted(e) || isPerfect(e) && !isOne(t) || f.isTally(t)
	}
	return false
}

// mayRecur reports whether an event is of a type that happens again and again
// over a length of time; a town is taken once.
func mayRecur(e *event.Event) bool {
	switch rules.EventType(e.Type) {
	case "Battles":
		return e.Type == "Armed clash"
	case "Strategic developments":
		return e.Type == "Arrests" || e.Type == "Looting/property destruction" || e.Type == "Disrupted weapons use" || isPlural(e)
	}
	return true
}

// isDated reports whether the telling's own sentence dates it as one occasion: a
// day or a few.
func isDated(t *telling.Telling) bool {
	d := t.Date
	return d != nil && !d.From.IsZero() && d.Precision == mention.Day && days(d) < fewestDays && t.Event.Sentence.Contains(d.Span)
}

// isTheOne reports whether the event is a definite one that goes on for days: killed
// since Tuesday in the battle for the base.
func isTheOne(e *event.Event) bool {
	return slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool {
		return c.Predicate.Noun && !c.Predicate.Plural && c.Group != nil && c.Group.Det == "the"
	})
}

// isPlural reports whether the event is named by a plural: raids.
func isPlural(e *event.Event) bool {
	return slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool { return c.Predicate.Noun && c.Predicate.Plural })
}

// isOne reports whether a telling is of one happening whatever the length of
// time it lies in: an attack this year killed 14, one man was killed.
func isOne(t *telling.Telling) bool { return isOneBeside(t, article.Span{}) }

// isOneBeside reports the same by the words outside of a length of time alone: since the army
// began [its offensive], 40 people have been killed.
func isOneBeside(t *telling.Telling, length article.Span) bool {
	for _, c := range t.Event.Clauses {
		if c.Predicate.Noun && !c.Predicate.Plural && c.Group != nil && c.Group.Det != "" && c.Group.Det != "the" && !length.Contains(c.Group.Span) {
			return true // an attack, this bombing, another raid
		}
	}
	dead := 0
	for i := range t.Tolls {
		c := &t.Tolls[i]
		if c.Quantity.Max == nil || *c.Quantity.Max != 1 {
			return false
		}
		dead++
	}
	return dead > 0
}

// isPerfect reports whether the event is told as what has been going on: the
// strikes have claimed hundreds of lives.
func isPerfect(e *event.Event) bool {
	return slices.ContainsFunc(e.Clauses, isSoFar)
}

// isSoFar reports whether a clause tells what has been until now: have claimed.
func isSoFar(c *lang.Clause) bool { return c.Predicate.Perfect && c.Predicate.Tense == lang.Present }

// isLemma reports whether the base form of a word is of a class of words, as document is of
// "count".
func (f *finder) isLemma(lemma, class string) bool {
	return f.words.is(lang.Token{Lower: lemma, Lemma: lemma}, class)
}

// isCounted reports whether somebody counts what happened, in a clause over the
// event or in the one that it is an argument of: the office documented 214
// killings in March.
func (f *finder) isCounted(e *event.Event) bool {
	for _, c := range e.Clauses {
		for p := c.Parent; p != nil; p = p.Parent {
			if f.isLemma(p.Predicate.Lemma, "count") {
				return true
			}
		}
	}
	return false
}

// isMany reports whether the noun of the event is said to stand for many: a
// series of attacks, frequent raids.
func (f *finder) isMany(e *event.Event) bool {
	return slices.ContainsFunc(e.Clauses, func(c *lang.Clause) bool {
		g := c.Group
		if g == nil || !c.Predicate.Plural {
			return false
		}
		t := e.Sentence.Tokens
		for k := g.First; k < g.Head; k++ {
			many := f.words.is(t[k], "again") || f.words.is(t[k], "many") && t[k+1].Lower == "of"
			if many && !f.latestOf(t, g.First) {
				return true
			}
		}
		return false
	})
}

// latestOf reports whether the words before token i pick one out of the many:
// the latest in a series of.
func (f *finder) latestOf(t lang.Tokens, i int) bool {
	return lang.AnyIn(max(0, i-4), i, func(k int) bool { return f.words.is(t[k], "rank") || t.Is(k, "part") })
}

// isRunning reports whether a figure of one happening's telling counts others
// too: bringing to 45 the number of soldiers killed this year.
func (f *finder) isRunning(e *event.Event, c *casualty.Casualty) bool {
	if c.Toll != casualty.TollTotal {
		return f.isOfSeries(c)
	}
	if f.isNumberOfAll(e) {
		return true
	}
	from := min(c.Quantity.Start, c.Anchor.Start)
	return slices.ContainsFunc(f.phrases, func(p phrase) bool {
		if p.sort.tellsOther() || p.sort == weak && isOfAct(e) && !e.Trigger.Overlaps(c.Anchor) && isOf(e, &p) {
			return false // the number of people killed in a raid last week; but not the toll of a war in its fourth year
		}
		return p.Start > from || p.clause != nil && p.clause.Overlaps(c.Quantity.Span)
	})
}

// isOfSeries reports whether a figure is that of the many acts of which the text tells the latest:
// killed nine people, the latest in a series of attacks that have killed 31.
func (f *finder) isOfSeries(c *casualty.Casualty) bool {
	acts := actsOf(c)
	return acts != nil && f.latestOf(acts.Sentence.Tokens, acts.First)
}

// actsOf returns the plural noun of which a relative clause says how many those acts have killed
// until now, or nil: attacks that have killed 31, bombings in which 31 have died.
func actsOf(c *casualty.Casualty) *lang.NounGroup {
	if c.Clause == nil || c.Clause.Link != lang.Relative || !isSoFar(c.Clause) {
		return nil
	}
	for _, a := range c.Clause.Args {
		if a.Shared && (a.Function == lang.Subject || a.Prep == "in") && a.Group.Number == lang.Plural {
			return a.Group
		}
	}
	return nil
}

// isOfActs reports whether all that a telling gives is the dead so far of acts that are named by a
// plural without an article: the group has claimed attacks that have killed 31.
func isOfActs(t *telling.Telling) bool {
	return len(t.Tolls) == 1 && slices.ContainsFunc(t.Event.Clauses, func(c *lang.Clause) bool {
		g := actsOf(&t.Tolls[0])
		return g != nil && c.Group == g && g.Det != "the"
	})
}

// isNumberOfAll reports whether an event is told in the number of all people killed in an area or by
// doers of a kind, to which the news adds: it brought to 13 the number of people killed in the
// province; but not the number of people killed, nor those killed in the attack.
func (f *finder) isNumberOfAll(e *event.Event) bool {
	c := e.Clause
	if c.Link != lang.Relative || c.Kind != lang.Participle || c.Parent == nil || len(e.Clauses) > 1 || !f.isLemma(c.Parent.Predicate.Lemma, "add") {
		return false
	}
	return slices.ContainsFunc(c.Args, func(a lang.Arg) bool {
		return a.Function == lang.By || a.Function == lang.Oblique && a.Prep != "to" && !a.Group.Time
	})
}

// isOfAct reports whether the event is named by a singular noun.
func isOfAct(e *event.Event) bool { return e.Clause.Predicate.Noun && !e.Clause.Predicate.Plural }
