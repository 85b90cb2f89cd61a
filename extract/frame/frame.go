package frame

import (
	"cmp"
	"embed"
	"slices"
	"sync"
	"time"

	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

//go:embed data
var data embed.FS

// Weights are the models of where and when: of the places of other sentences, of the
// days, and of what else a sentence names. Nil stands for the built-in one.
type Weights struct{ Place, Day, Toponym *weigh.Model }

// builtIn are the weights that the program carries with it.
var builtIn = sync.OnceValue(func() *Weights {
	return &Weights{weigh.Read(data, "data/place.csv"), weigh.Read(data, "data/day.csv"), weigh.Read(data, "data/toponym.csv")}
})

// orBuiltIn returns the weights with the built-in models where there are none.
func (w *Weights) orBuiltIn() *Weights {
	if w == nil {
		return builtIn()
	}
	x := *w
	x.Place, x.Day, x.Toponym = cmp.Or(x.Place, builtIn().Place), cmp.Or(x.Day, builtIn().Day), cmp.Or(x.Toponym, builtIn().Toponym)
	return &x
}

// How likely a candidate must be to be taken. An open place misleads as well, so
// that one taken at less than even odds, and marked, does less harm.
const (
	placeFloor = 0.4
	asideFloor = 0.45 // its own sentence names it
	dayFloor   = 0.45
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
	if len(ts) == 0 {
		return
	}
	o.Weights = o.Weights.orBuiltIn()
	f := newFinder(r, ts, o)
	f.addPlaces()
	if !o.Explicit {
		f.addSpots()
	}
	f.addDays()
}

// Weighed returns what each piece of evidence for a place or a day adds, by the
// built-in weights, the heaviest first. The slot is place, day or toponym.
func Weighed(slot string, e weigh.Evidence) []weigh.Weighed {
	switch slot {
	case "day":
		return builtIn().Day.Explain(e)
	case "toponym":
		return builtIn().Toponym.Explain(e)
	}
	return builtIn().Place.Explain(e)
}

// finder looks for the settings of the tellings of one text.
type finder struct {
	*reading.Reading
	Options
	all      []*telling.Telling
	home     *setting              // the country that the text is about, or nil
	titled   *setting              // the place that the title names, or nil
	headed   *setting              // the place of the dateline, or nil
	headings []heading             // in text order
	items    map[int]*mention.Date // the dates of the items of a list of incidents, by paragraph
	counts   map[string]int        // how often the text names a place, by its words

	sentences map[*lang.Sentence][]*telling.Telling // the tellings of each
}

func newFinder(r *reading.Reading, ts []*telling.Telling, o Options) *finder {
	f := &finder{Reading: r, Options: o, all: ts, counts: map[string]int{}, sentences: map[*lang.Sentence][]*telling.Telling{}}
	for _, t := range ts {
		f.sentences[t.Event.Sentence] = append(f.sentences[t.Event.Sentence], t)
	}
	for _, p := range f.Places() {
		f.counts[p.Text]++
	}
	f.home, f.titled, f.headed = f.findHome(), f.findTitled(), f.findHeaded()
	f.headings = f.findHeadings()
	f.items = f.findItems()
	return f
}

// pass goes through the tellings once, for their places or for their days.
type pass struct {
	*finder
	model *weigh.Model
	ahead []*setting       // what the lead tells
	told  []*setting       // what was told so far: the first of the text, then the others by when they were last told
	last  *telling.Telling // the one before that has a place, or a day; or nil
	named map[string]int   // how many tellings of the text name a setting, by its key
	total int              // how many name one

	nowhere bool // none names a place
}

// newPass returns a pass over the tellings, of which of returns the setting that
// each names itself, or nil.
func (f *finder) newPass(m *weigh.Model, of func(*telling.Telling) *setting) *pass {
	p := &pass{finder: f, model: m, ahead: lead(f.all, of, f.tellsOfTeller), named: map[string]int{}}
	for _, t := range f.all {
		if s := of(t); s != nil {
			p.named[s.key()]++
			p.total++
		}
	}
	return p
}

// setting is a set of places or a day that a telling may have. Exactly one of
// places and date is set.
type setting struct {
	origin   origin
	places   []mention.Place
	date     *mention.Date
	tellings []*telling.Telling // that name it, and those before that it was given to
	from     *telling.Telling   // the last that names it, or nil
	sentence int                // that names it, where no telling has it

	traits  map[trait]bool // what the tellings have, as far as they are counted
	counted int
}

// origin is where a setting comes from.
type origin int

const (
	ofTellings origin = iota // tellings of the text have it
	ofSentence               // only the telling's own sentence names it, in words that need not say where
	ofClause                 // the telling's own clause names it, a whole country
	ofAside                  // other words of the telling's sentence name it
	ofText                   // it is the country that the text is about
	ofTitle                  // the title names it
	ofSection                // the heading of the section names it
	ofWords                  // a sentence before names it, that no telling has it from
	ofHead                   // the dateline, or the day of publication
)

// remembered bounds how many settings are candidates: the first of the text and
// the last ones.
const remembered = 8

// candidates returns the settings that the text gives a telling, in the order in
// which it last told them: those told before, and for the title and the first
// sentences what the lead tells.
func (p *pass) candidates(t *telling.Telling) []*setting {
	out := p.told
	if len(out) > remembered {
		out = append(slices.Clone(out[:1]), out[len(out)-remembered+1:]...)
	}
	out = slices.Clone(out)
	if t.Event.Sentence.Index <= leadEnds {
		for _, s := range p.ahead {
			out = withSetting(out, s)
		}
	}
	return out
}

// withSetting adds a setting to those that it is none of. It may be nil.
func withSetting(settings []*setting, s *setting) []*setting {
	if s == nil || slices.ContainsFunc(settings, s.same) {
		return settings
	}
	return append(settings, s)
}

// same reports whether two settings are one.
func (s *setting) same(o *setting) bool {
	if s.date != nil || o.date != nil {
		return s.date != nil && o.date != nil && s.date.From.Equal(o.date.From) && s.date.To.Equal(o.date.To)
	}
	return samePlaces(s.places, o.places)
}

// key returns what settings that are one have in common.
func (s *setting) key() string {
	switch {
	case s.date != nil:
		return s.date.From.Format(time.DateOnly) + s.date.To.Format(time.DateOnly)
	case s.places[0].ID != "":
		return s.places[0].ID
	}
	return s.places[0].Text
}

// samePlaces reports whether the narrowest of the places are one.
func samePlaces(a, b []mention.Place) bool {
	p, q := &a[0], &b[0]
	return p.ID != "" && p.ID == q.ID || p.Text == q.Text && p.Country == q.Country
}

// tell notes that a telling has a setting, which it names itself or was given:
// it becomes the last one told.
func (p *pass) tell(s *setting, t *telling.Telling, names bool) {
	p.last = t
	k := slices.IndexFunc(p.told, s.same)
	if k < 0 {
		k = len(p.told)
		p.told = append(p.told, &setting{places: s.places, date: s.date})
	}
	x := p.told[k]
	x.tellings = append(x.tellings, t)
	if names {
		x.from = t
		x.places = s.places
	}
	if k > 0 { // the first of the text stays the first
		p.told = append(slices.Delete(p.told, k, k+1), x)
	}
}

// leadEnds is the last sentence of the lead.
const leadEnds = 3

// lead returns the settings that the tellings of the lead name themselves, but for
// those of which the text says that they are others, as in "in a similar attack last week",
// and those to skip.
func lead(ts []*telling.Telling, of func(*telling.Telling) *setting, skip func(*telling.Telling) bool) []*setting {
	var out []*setting
	for _, t := range ts {
		if t.Event.Sentence.Index > leadEnds {
			break
		}
		if s := of(t); s != nil && !t.Another && !skip(t) && !slices.ContainsFunc(out, s.same) {
			s.from, s.tellings = t, []*telling.Telling{t}
			out = append(out, s)
		}
	}
	return out
}
