package frame

import (
	"embed"
	"slices"
	"sync"

	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

//go:embed data
var data embed.FS

// Weights are the models of where and when.
type Weights struct{ Place, Day *weigh.Model }

// builtIn are the weights that the program carries with it.
var builtIn = sync.OnceValue(func() *Weights {
	return &Weights{weigh.Read(data, "data/place.csv"), weigh.Read(data, "data/day.csv")}
})

// How likely a candidate must be to be taken. An open place misleads as well, so
// that one taken at less than even odds, and marked, does less harm.
const (
	placeFloor = 0.4
	dayFloor   = 0.5
)

// Options change what Add does. The zero value takes over what is probable, by
// the built-in weights.
type Options struct {
	Weights  *Weights // nil: the built-in ones
	Explicit bool     // nothing is taken over from another sentence
	Trace    bool     // all that is considered is kept
}

// Add gives the tellings that name no place or day those that are probably
// theirs.
func Add(r *reading.Reading, ts []*telling.Telling, o Options) {
	if o.Weights == nil {
		o.Weights = builtIn()
	}
	f := finder{Reading: r, Options: o, all: ts}
	f.addPlaces(o.Weights.Place)
	f.addDays(o.Weights.Day)
}

// Weighed returns what each piece of evidence for a place or a day adds, by the
// built-in weights, the heaviest first. The slot is place or day.
func Weighed(slot string, e weigh.Evidence) []weigh.Weighed {
	if slot == "day" {
		return builtIn().Day.Explain(e)
	}
	return builtIn().Place.Explain(e)
}

// finder looks for the settings of the tellings of one text.
type finder struct {
	*reading.Reading
	Options
	all      []*telling.Telling
	home     *setting         // the country that the text is about, or nil
	homeless bool             // home has been looked for
	titled   *setting         // of the title; without places where it names none; nil until it is asked for
	headings []heading        // nil until they are asked for
	headed   *setting         // of the dateline, or nil
	counts   map[string]int   // how often the text names a place, by its words; nil until it is asked for
	last     *telling.Telling // the one before that has a setting of the kind looked for, or nil
}

// setting is a set of places or a day that the text has told, with the tellings
// that have it. Exactly one of places and date is set.
type setting struct {
	places   []mention.Place
	date     *mention.Date
	tellings []*telling.Telling // that name it, and those before that it was given to
	named    int                // how many of tellings name it themselves
	nearby   bool               // only the telling's own sentence names it, in words that need not say where
	dateline bool               // it heads the text
	country  bool               // it is the country that the text is about
	heading  bool               // it heads the section
	title    bool               // only the title names it
	own      bool               // the telling's own clauses name it, a whole country
	from     *telling.Telling   // the first that names it, or nil
}

// remembered bounds how many settings are candidates: the first of the text and
// the last ones.
const remembered = 8

// candidates returns the settings that a telling may have, in the order in which
// the text last told them: those told before, and for the title and the first
// sentences what the lead tells.
func candidates(told []*setting, ahead []*setting, leading bool) []*setting {
	out := told
	if len(out) > remembered {
		out = append(slices.Clone(out[:1]), out[len(out)-remembered+1:]...)
	}
	out = slices.Clone(out)
	if leading {
		for _, s := range ahead {
			if !slices.ContainsFunc(out, s.same) {
				out = append(out, s)
			}
		}
	}
	return out
}

// same reports whether two settings are one.
func (s *setting) same(o *setting) bool {
	if s.date != nil || o.date != nil {
		return s.date != nil && o.date != nil && s.date.From.Equal(o.date.From) && s.date.To.Equal(o.date.To)
	}
	return samePlaces(s.places, o.places)
}

// samePlaces reports whether the narrowest of the places are one.
func samePlaces(a, b []mention.Place) bool {
	p, q := &a[0], &b[0]
	return p.ID != "" && p.ID == q.ID || p.Text == q.Text && p.Country == q.Country
}

// tell notes that a telling has a setting: it becomes the last one told.
func tell(told []*setting, s *setting, t *telling.Telling, names bool) []*setting {
	k := slices.IndexFunc(told, s.same)
	if k < 0 {
		s = &setting{places: s.places, date: s.date, from: t}
		if !names {
			s.from = nil
		}
		k = len(told)
		told = append(told, s)
	}
	x := told[k]
	if names {
		x.named++
		x.from = t
		if x.date == nil {
			x.places = s.places
		}
	}
	x.tellings = append(x.tellings, t)
	if k > 0 { // the first of the text stays the first
		told = append(append(told[:k:k], told[k+1:]...), x)
	}
	return told
}

// leadEnds is the last sentence of the lead.
const leadEnds = 3

// lead returns the settings that the tellings of the lead name themselves.
func lead(ts []*telling.Telling, of func(*telling.Telling) *setting) []*setting {
	var out []*setting
	for _, t := range ts {
		if t.Event.Sentence.Index > leadEnds {
			break
		}
		if s := of(t); s != nil && !slices.ContainsFunc(out, s.same) {
			s.from, s.named, s.tellings = t, 1, []*telling.Telling{t}
			out = append(out, s)
		}
	}
	return out
}
