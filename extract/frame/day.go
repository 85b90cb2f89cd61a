package frame

import (
	"regexp"
	"slices"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/record"
	"sitrep/extract/telling"
)

// addDays gives the tellings without a date of their own that of the setting
// that is likeliest theirs.
func (f *finder) addDays() {
	ps := f.newPass(f.Weights.Day, dateOf)
	published, live := f.published(), f.isLive()
	for _, t := range f.all {
		ps.settle(t)
		if t.Date != nil {
			if s := dateOf(t); s != nil {
				ps.tell(s, t, true)
			}
			continue
		}
		if published != nil && live && !isPerfect(t) && !isGeneral(t) && !f.Explicit {
			t.Date, t.DateProbability = published.date, liveDay
			continue
		}
		if d := f.itemDay(t); d != nil {
			t.Date, t.DateProbability = d, itemSetting
			continue
		}
		s, p := ps.likeliest(t, ps.dayCandidates(t, published), ps.dayEvidence)
		if p >= dayFloor || p >= mainDayFloor && ps.isOfMainDay(t, s) {
			t.Date, t.DateProbability = s.date, p
			ps.tell(s, t, false)
		}
	}
	if !f.Explicit {
		f.addRetold()
	}
}

// liveDay is how likely live coverage tells of its own day.
const liveDay = 0.9

// clock matches a time of day with which a paragraph of live coverage begins, or which has a
// line of its own before it: 17:42 - Police commandos have freed 16 guests.
var clock = regexp.MustCompile(`^(?:\d{1,2}[:.]\d{2}|\d{4} (?:GMT|UTC)\b)(?: ?[AaPp]\.?[Mm]\b)?(?:[ ,:–—-]|$)`)

// fewestPosts is how many paragraphs that begin with a time make live coverage.
const fewestPosts = 3

// isLive reports whether the text covers a day as it goes on, in paragraphs that
// begin with the time.
func (f *finder) isLive() bool {
	a := f.Article()
	posts := 0
	for _, s := range a.Segments {
		if clock.MatchString(a.Slice(s.Span)) {
			posts++
		}
	}
	return posts >= fewestPosts
}

// dayCandidates returns the settings in whose days a telling may have happened. A day
// that its own sentence names is that of something else there, or it would have it. A
// month or a year that is told only later is that of what went before. What is planned
// is not of the day of what happened.
// The day of publication, if it is known, is one of what is told in the present
// tense.
func (p *pass) dayCandidates(t *telling.Telling, published *setting) []*setting {
	if p.Explicit || isGeneral(t) {
		return nil
	}
	out := slices.DeleteFunc(p.candidates(t), func(s *setting) bool {
		return t.Event.Sentence.Contains(s.date.Span) || beginsState(s.from) || isPlanned(t) && (s.from == nil || !isPlanned(s.from)) || s.date.Start > t.Event.Sentence.End && s.date.Precision != mention.Day
	})
	out = withSetting(out, p.dayBefore(t))
	if v := finiteVerb(t); published != nil && v != nil && v.Tense == lang.Present {
		out = append(out, published)
	}
	return out
}

// beginsState reports whether a telling only says since when something has been so: rebels had held the
// town since [the fighting] in April.
func beginsState(t *telling.Telling) bool {
	if t == nil {
		return false
	}
	ts := t.Event.Sentence.Tokens
	k := t.Event.Sentence.TokensIn(t.Event.Trigger).From - 1
	for k > 0 && !ts.Verb(k) && ts.Mark(k) == 0 && !ts.Is(k, "since") {
		k--
	}
	return ts.Is(k, "since")
}

// isPlanned reports whether a telling tells what is to be done.
func isPlanned(t *telling.Telling) bool { return t.Event.Modality == record.Planned }

// dayBefore returns the setting of the last date that the sentences before a
// telling name in its paragraph, or nil: what happened on Saturday can be told to
// the minute; at 6.41 he opened fire.
func (p *pass) dayBefore(t *telling.Telling) *setting {
	d := p.ToldBefore(t.Event.Sentence)
	if d == nil || t.Event.Modality != record.Actual {
		return nil
	}
	n := p.Document.SentenceAt(d.Start)
	if p.isApart(t, n) || t.Event.Sentence.Index-n > reach || p.datesSaying(n, d) {
		return nil
	}
	return &setting{origin: ofWords, date: d, sentence: n}
}

// datesSaying reports whether a date of sentence n is that on which somebody said
// something, as in "on Wednesday the president said".
func (f *finder) datesSaying(n int, d *mention.Date) bool {
	said := false
	for _, a := range f.AttributionIndex().In(n) {
		if slices.ContainsFunc(a.Content, func(c article.Span) bool { return c.Contains(d.Span) }) {
			return false
		}
		said = true
	}
	return said
}

// dateOf returns the setting of a telling with a date of its own, or nil.
func dateOf(t *telling.Telling) *setting {
	if t.Date == nil || t.Date.From.IsZero() {
		return nil
	}
	return &setting{date: t.Date}
}

// published returns the setting of the day of publication, or nil.
func (f *finder) published() *setting {
	day := f.Article().Published
	if day.IsZero() {
		return nil
	}
	return &setting{origin: ofHead, date: &mention.Date{From: day, To: day, Precision: mention.Day}}
}

// settle gives a date that leaves its day or its year open those that the date of
// the telling before decides: two days later; in June 1974 a grenade was thrown,
// and in August arsonists burned a library.
func (p *pass) settle(t *telling.Telling) {
	if t.Date == nil {
		if h := p.headingOf(t); h != nil && h.date != nil && p.itemDay(t) == nil {
			t.Date = h.date
		}
		return
	}
	if p.last != nil && p.last.Date != nil && p.last.Date.Span == t.Date.Span && t.Date.Open != mention.Settled {
		t.Date = p.last.Date // the following night gunmen burned a village and shot its elders
		return
	}
	before := p.dateBefore(t)
	if before == nil {
		return
	}
	if d := p.DateAfter(t.Event.Sentence, t.Date, before); t.Date.Open != mention.OpenYear || p.isOfYear(t, d, before) {
		t.Date = d.OfAct()
	}
	if t.Date.Next && t.Event.Trigger.End <= t.Date.Start {
		t.Date = nil // it came two days after the bombing: the day is that of the bombing
	}
}

// dateBefore returns the date that decides what the date of a telling leaves open,
// or nil: that of the telling before, or a later one that the text names between
// the two: knocked at the door on Tuesday night; a woman came out at dawn.
func (p *pass) dateBefore(t *telling.Telling) *mention.Date {
	switch t.Date.Open {
	case mention.OpenYear:
		if d := p.yearBeside(t); d != nil {
			return d
		}
		if p.last != nil && p.last.Date.Precision != mention.Year {
			return p.last.Date
		}
		return nil
	case mention.OpenDay:
		d := p.ToldBefore(t.Event.Sentence)
		if p.last != nil && (d == nil || d.Start < p.last.Event.Sentence.Start) {
			d = p.last.Date
		}
		return d
	}
	return nil
}

// yearBeside returns the last date with a year that the paragraph of a telling names before its
// sentence, if that stands behind the date of the telling before, or nil: in January 1997 he hired
// a company; its leaders were arrested on March 16.
func (p *pass) yearBeside(t *telling.Telling) *mention.Date {
	d := p.ToldBefore(t.Event.Sentence)
	if d == nil || d.From.IsZero() || d.Open != mention.Settled || d.Precision != mention.Day && d.Precision != mention.Month {
		return nil
	}
	if p.isApart(t, p.Document.SentenceAt(d.Start)) || p.last != nil && d.Start < p.last.Date.Start {
		return nil
	}
	return d
}

// isOfYear reports whether a telling whose date lacks the year is of the day d, which goes on
// from the date of the telling before it, rather than of the nearest before publication. In one
// paragraph it is, unless that is far nearer; in the next ones only where it follows at once: she
// left on May 23, 2017. | On May 31 jets killed ten soldiers. After a mere year the text may well
// be back in the present: they seized the town in 2015; air strikes began on 1 August.
func (p *pass) isOfYear(t *telling.Telling, d, before *mention.Date) bool {
	published := p.Article().Published
	together := p.yearBeside(t) == before || p.last.DateProbability == 0 && p.last.Event.Sentence.Paragraph == t.Event.Sentence.Paragraph
	if published.IsZero() {
		return together
	}
	since, ago := days(before.From, d.From), days(t.Date.To, published)
	if together {
		return since <= longStory || ago > longStory
	}
	return before.Precision == mention.Day && d.Precision == mention.Day && since >= 0 && since <= shortStory && ago > 2*shortStory && !isPresentPerfect(t)
}

// How many days a story may go on from one date to the next: in one paragraph, and from one to
// another.
const (
	longStory  = 240
	shortStory = 30
)

// days returns how many days lie between two times.
func days(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }
