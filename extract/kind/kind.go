package kind

import (
	"embed"
	"slices"
	"sync"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

//go:embed data
var data embed.FS

// builtIn are the weights that the program carries with it.
var builtIn = sync.OnceValue(func() *weigh.Model { return weigh.Read(data, "data/kind.csv") })

// Options change what Add does.
type Options struct {
	Weights *weigh.Model // nil: the built-in ones
	Trace   bool         // all types that are considered are kept
}

// Add gives the tellings their types. The tellings have their tolls, roles and
// scope.
func Add(r *reading.Reading, ts []*telling.Telling, o Options) {
	if o.Weights == nil {
		o.Weights = builtIn()
	}
	f := &finder{Reading: r, all: ts, afar: firstAfar(ts)}
	for i, t := range ts {
		t.Type = t.Event.Type
		if types := f.candidates(i); len(types) > 0 {
			f.decide(i, types, o)
		}
	}
}

// Weighed returns what each piece of evidence for a type adds, by the built-in
// weights, the heaviest first.
func Weighed(e weigh.Evidence) []weigh.Weighed { return builtIn().Explain(e) }

// finder decides the types of the tellings of one text.
type finder struct {
	*reading.Reading
	all    []*telling.Telling
	topics map[int][]string // of sentences, by their index
	afar   *lang.Sentence   // the first of the body that tells of an explosion or fire from afar, or nil
	main   string           // the type of most tellings by the ladders; "" until it is asked for
	name   []byte           // the memory of the name of a feature
	room   weigh.Evidence   // the memory of evidence that is not kept
}

// candidates returns the types that telling i may be of, that of its ladder among
// them unless it was taken over from what others did.
func (f *finder) candidates(i int) []string {
	t := f.all[i]
	ladder := f.Rules.Ladders[t.Event.Rule.Type]
	if ladder == nil || t.Event.Rule.Own || t.Event.Final {
		return nil
	}
	types := []string{t.Event.Type}
	for i := range ladder.Steps {
		types = append(types, ladder.Steps[i].Type)
		types = append(types, ladder.Steps[i].Inherit...)
	}
	slices.Sort(types)
	types = slices.Compact(types)
	if slices.Contains(types, excessive) && f.meetsProtest(i) {
		return []string{excessive}
	}
	if slices.Contains(types, peaceful) && isSaidPeaceful(t) {
		return []string{peaceful}
	}
	others := f.isByOthers(i)
	return slices.DeleteFunc(types, func(s string) bool {
		return s == "" || others && rules.EventType(s) == remote && (s != t.Event.Type || t.Event.Vague)
	})
}

// margin is by how much a type must be likelier than that of the ladder, whose
// order means something where the weights know little.
const margin = 0.02

// decide gives telling i the likeliest of the types.
func (f *finder) decide(i int, types []string, o Options) {
	t := f.all[i]
	said := f.evidence(i)
	best, ladder := 0.0, 0.0
	for _, typ := range types {
		e := f.forType(f.room[:0], i, typ, said, o)
		if f.room = e; o.Trace {
			f.room = nil // it is kept
		}
		p := o.Weights.Probability(e)
		if o.Trace {
			t.Kinds = append(t.Kinds, telling.Kind{Type: typ, Probability: p, Evidence: e})
		}
		if p > best {
			best, t.Type = p, typ
		}
		if typ == t.Event.Type {
			ladder = p
		}
	}
	if best-ladder < margin && slices.Contains(types, t.Event.Type) {
		t.Type = t.Event.Type
	}
}
