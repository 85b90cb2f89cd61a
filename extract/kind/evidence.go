package kind

import (
	"slices"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
	"sitrep/extract/wordlist"
)

// evidence is what telling i says that may speak for one type or another.
func (f *finder) evidence(i int) []string {
	t := f.all[i]
	var out []string
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	add("rule " + t.Event.Rule.ID)
	add("ladder " + t.Event.Rule.Type)
	for _, c := range sortsOf(t.Actors) {
		add("done by " + c)
	}
	for _, c := range sortsOf(t.Targets) {
		add("done to " + c)
	}
	for _, c := range f.victims(t) {
		add("victims are " + c)
	}
	for _, w := range t.Event.Weapons {
		add("with " + w.Class)
	}
	for _, topic := range f.topicsOf(t.Event.Sentence) {
		add("its sentence speaks of " + topic)
	}
	for _, o := range f.beside(i) {
		for _, topic := range f.topicsOf(o.Event.Sentence) {
			add("beside it is spoken of " + topic)
		}
	}
	if t.Event.Clause.Predicate.Noun {
		add("told by a noun")
	}
	if t.Event.Modality != record.Actual {
		add("not actual")
	}
	if t.Aggregate {
		add("of many happenings")
	}
	if t.Anaphoric {
		add("points back")
	}
	return out
}

// reach is how many sentences away a telling is beside another one.
const reach = 2

// beside returns the tellings of the sentences around that of telling i.
func (f *finder) beside(i int) []*telling.Telling {
	var out []*telling.Telling
	at := f.all[i].Event.Sentence.Index
	for k := i - 1; k >= 0 && at-f.all[k].Event.Sentence.Index <= reach; k-- {
		out = append(out, f.all[k])
	}
	for k := i + 1; k < len(f.all) && f.all[k].Event.Sentence.Index-at <= reach; k++ {
		out = append(out, f.all[k])
	}
	return slices.DeleteFunc(out, func(o *telling.Telling) bool { return o.Event.Sentence == f.all[i].Event.Sentence })
}

// sortsOf returns the classes of those who fill a role, "nobody named" where
// there are none.
func sortsOf(fs []event.Filler) []string {
	if len(fs) == 0 {
		return []string{"nobody named"}
	}
	var out []string
	for _, x := range fs {
		out = append(out, sorts(x.Class)...)
	}
	return out
}

// sorts returns the names of a class, "somebody unknown" where it is empty.
func sorts(c rules.Class) []string {
	if names := c.Names(); len(names) > 0 {
		return names
	}
	return []string{"somebody unknown"}
}

// victims returns the classes of the dead and wounded of a telling.
func (f *finder) victims(t *telling.Telling) []string {
	var out []string
	for i := range t.Tolls {
		c := &t.Tolls[i]
		if c.Kind != casualty.Killed && c.Kind != casualty.Wounded {
			continue
		}
		if c.Victims == nil {
			out = append(out, "not named")
			continue
		}
		for _, g := range append([]*lang.NounGroup{c.Victims}, c.Members...) {
			out = append(out, sorts(f.Class(g))...)
		}
	}
	return out
}

// forType appends the evidence of telling i for one type: what it says, together with
// the type, and where else the text tells of that type.
func (f *finder) forType(e weigh.Evidence, i int, typ string, said []string, o Options) weigh.Evidence {
	t := f.all[i]
	e.Add(typ)
	for _, s := range said {
		f.name = append(append(append(f.name[:0], typ...), ": "...), s...)
		if name, known := o.Weights.Known(f.name); known {
			e.Add(name)
		} else if o.Trace {
			e.Add(string(f.name)) // it weighs nothing
		}
	}
	if t.Event.Type == typ {
		e.Add("by the ladder")
		e.Add(typ + ": by the ladder")
		e.If(t.Event.Vague, "by the ladder, from beside it")
	}
	f.elsewhere(&e, i, typ)
	return e
}

// elsewhere adds where else the text tells of an event of a type.
func (f *finder) elsewhere(e *weigh.Evidence, i int, typ string) {
	t := f.all[i]
	vague := t.Vague() || t.Anaphoric
	note := func(holds bool, where string) {
		if !holds {
			return
		}
		e.Add(where)
		if vague {
			e.Add(where + ", and its own words are vague")
		}
		if t.Anaphoric {
			e.Add(where + ", and it points back")
		}
	}
	before, withBefore := f.typeBeside(i, -1, typ)
	after, withAfter := f.typeBeside(i, 1, typ)
	note(withBefore || withAfter, "its sentence tells of the type")
	note(before == typ, "the telling before is of the type")
	afar := rules.EventType(typ) == remote
	e.If(before == typ && afar && t.Anaphoric, "it points back to an explosion or to fire from afar")
	note(after == typ, "the telling after is of the type")
	note(f.all[0].Event.Type == typ, "the first telling is of the type")
	e.If(f.all[0].Event.Type == typ && afar && t.Anaphoric && !f.followsOtherAct(i, typ), "it points back, and the text begins with an explosion or fire from afar")
	note(f.mainType() == typ, "most tellings are of the type")
}

// typeBeside returns the type of the nearest telling before (step -1) or after (step 1)
// telling i that another sentence has, or "", and whether one between is of type typ.
func (f *finder) typeBeside(i, step int, typ string) (beside string, with bool) {
	for k := i + step; k >= 0 && k < len(f.all); k += step {
		o := f.all[k].Event
		if o.Sentence != f.all[i].Event.Sentence {
			return o.Type, with
		}
		with = with || o.Type == typ
	}
	return "", with
}

// followsOtherAct reports whether telling i comes right after one that tells plainly of
// force of another type, which it then points to: gunmen ambushed a patrol; the attack.
func (f *finder) followsOtherAct(i int, typ string) bool {
	for k := i - 1; k > 0 && f.all[i].Event.Sentence.Index-f.all[k].Event.Sentence.Index <= justBefore; k-- {
		o := f.all[k]
		if o.Vague() || o.Anaphoric || o.Event.Type == typ {
			continue
		}
		switch rules.EventType(o.Event.Type) {
		case "Battles", "Violence against civilians", "Explosions/Remote violence", "Riots":
			return true
		}
	}
	return false
}

// justBefore is how many sentences before a telling what it points to is looked for.
const justBefore = 2

// mainType returns the type of most tellings, the first of equals.
func (f *finder) mainType() string {
	if f.main == "" {
		counts := map[string]int{}
		for _, t := range f.all {
			counts[t.Event.Type]++
		}
		for _, t := range f.all {
			if counts[t.Event.Type] > counts[f.main] {
				f.main = t.Event.Type
			}
		}
	}
	return f.main
}

// vocabulary are the phrases of data/topics.csv by their first word.
type vocabulary map[string][]phrase

type phrase struct{ words, topic string }

var words = sync.OnceValue(func() vocabulary {
	v := vocabulary{}
	wordlist.Each(data, "data/topics.csv", "phrase: topic", func(cells []string) error {
		first, _, _ := strings.Cut(cells[0], " ")
		v[first] = append(v[first], phrase{cells[0], cells[1]})
		return nil
	})
	return v
})

// topicsOf returns the topics that the words of a sentence speak of. A month is none:
// 4 March.
func (f *finder) topicsOf(s *lang.Sentence) []string {
	if out, ok := f.topics[s.Index]; ok {
		return out
	}
	if f.topics == nil {
		f.topics = map[int][]string{}
	}
	var out []string
	v := words()
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Text != t.Lower && f.IsDate(s, article.Span{Start: t.Start, End: t.End}) {
			continue
		}
		for _, p := range v[s.Tokens[i].Lower] {
			if !slices.Contains(out, p.topic) && follows(s.Tokens[i:], p.words) {
				out = append(out, p.topic)
			}
		}
	}
	f.topics[s.Index] = out
	return out
}

// follows reports whether the tokens begin with the words of a phrase.
func follows(t lang.Tokens, words string) bool {
	for i := range t {
		rest, ok := strings.CutPrefix(words, t[i].Lower)
		if !ok || rest != "" && rest[0] != ' ' {
			return false
		}
		if rest == "" {
			return true
		}
		words = rest[1:]
	}
	return false
}
