package frame

import (
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

// addDays gives the tellings without a date of their own that of the setting
// that is likeliest theirs.
func (f *finder) addDays(m *weigh.Model) {
	ahead := lead(f.all, dateOf)
	published := f.published()
	f.last = nil
	var told []*setting
	for _, t := range f.all {
		f.settle(t)
		if t.Date != nil {
			if s := dateOf(t); s != nil {
				told, f.last = tell(told, s, t, true), t
			}
			continue
		}
		cs := candidates(told, ahead, t.Event.Sentence.Index <= leadEnds)
		if v := finiteVerb(t); published != nil && v != nil && v.Tense == lang.Present {
			cs = append(cs, published)
		}
		if f.Explicit || isGeneral(t) {
			cs = nil
		}
		s, p := f.likeliest(m, t, cs, told, f.dayEvidence)
		if p < dayFloor {
			continue
		}
		t.Date, t.DateProbability = s.date, p
		told, f.last = tell(told, s, t, false), t
	}
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
	return &setting{dateline: true, date: &mention.Date{From: day, To: day, Precision: mention.Day}}
}

// settle gives a date that leaves its day or its year open those that the date of
// the telling before decides: two days later; in June 1974 a grenade was thrown,
// and in August arsonists burned a library.
func (f *finder) settle(t *telling.Telling) {
	if t.Date == nil {
		if h := f.headingOf(t); h != nil && h.date != nil {
			t.Date = h.date
		}
		return
	}
	if f.last == nil || t.Date.Open == mention.Settled {
		return
	}
	if t.Date.Open == mention.OpenYear && !f.goesOn(t) {
		return
	}
	t.Date = f.DateAfter(t.Event.Sentence, t.Date, f.last.Date)
}

// goesOn reports whether a telling may be of the year of the one before it: in one
// paragraph, after a month or day of that year. After a mere year the text may
// well be back in the present: they seized the town in 2015; air strikes began on
// 1 August.
func (f *finder) goesOn(t *telling.Telling) bool {
	return f.last.Event.Sentence.Paragraph == t.Event.Sentence.Paragraph && f.last.Date.Precision != mention.Year
}
