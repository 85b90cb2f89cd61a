package event

import (
	"embed"
	"math"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

//go:embed data
var data embed.FS

// model weighs the evidence that a candidate is an event.
var model = sync.OnceValue(func() *weigh.Model { return weigh.Read(data, "data/event.csv") })

// firstModel weighs the evidence of a candidate looked at alone.
var firstModel = sync.OnceValue(func() *weigh.Model { return weigh.Read(data, "data/first.csv") })

// weighUp collects what speaks for and against a candidate being an event.
func (f *finder) weighUp(k *candidate) weigh.Evidence {
	e := make(weigh.Evidence, 0, 64)
	e.Add("rule " + k.Rule.ID)
	f.ruleEvidence(k, &e)
	for _, name := range k.against {
		e.Add(name)
	}
	f.partyEvidence("actor", k.Actors, &e)
	f.partyEvidence("target", k.Targets, &e)
	e.If(len(k.Actors) > 0 && len(k.Targets) > 0, "actor and target")
	for _, w := range k.Weapons {
		e.Add("weapon " + w.Class)
	}
	if k.Clause.Predicate.Noun {
		f.nounEvidence(k, &e)
	} else {
		f.verbEvidence(k, &e)
	}
	e.If(k.Modality != "" && k.Modality != record.Actual, "modality "+k.Modality)
	f.settingEvidence(k, &e)
	f.subjectEvidence(k.Sentence, &e)
	if len(f.doc.Sentences) > shortText {
		for _, x := range e[1:] { // all but the rule
			if countsOtherwise(x.Name) {
				e = append(e, weigh.Feature{Name: inLong + x.Name, Value: x.Value})
			}
		}
	}
	return e
}

// countsOtherwise reports whether evidence counts otherwise in a long text,
// which has many clauses that are about something else: an open role, a
// condition that does not hold, a word that is used of crime too.
func countsOtherwise(name string) bool {
	for _, prefix := range []string{"no ", "except: ", "needs: ", "words used ", "tells only ", "noun", "bare noun"} {
		if strings.HasPrefix(name, prefix) && !strings.HasPrefix(name, "noun: ") && !strings.HasPrefix(name, "noun beside") {
			return true
		}
	}
	return false
}

// inLong is what evidence is called that counts otherwise in a long text.
const inLong = "in a long text: "

// ruleEvidence is what the rule itself says of its candidates.
func (f *finder) ruleEvidence(k *candidate, e *weigh.Evidence) {
	r := k.Rule
	e.Add("tells of " + r.Type)
	e.If(r.Own && len(k.against) == 0, weigh.OwnRule)
	e.If(r.Weak, "words used of crime and accidents too")
	e.If(r.Weak && !f.conflict && !f.hasArms(k), "words used of crime and accidents too, without arms, an armed side or conflict in the text")
	e.If(!f.conflict && f.hasArms(k), "arms or an armed side in a text that speaks little of conflict")
	e.If(r.Result, "tells only an outcome")
	e.If(r.Result && len(k.Clauses) > 1, "outcome with its cause")
	e.If(r.Prefer > 0, "preferred rule")
	e.If(len(r.Needs) > 0 && len(k.against) == 0, "all conditions of the rule hold")
}

// hasArms reports whether a candidate has a weapon of war or an armed side in it.
func (f *finder) hasArms(k *candidate) bool {
	for _, w := range f.wording(k.Sentence).weapons {
		switch w.Class {
		case "suicide", "explosive", "grenade", "chemical", "artillery", "aircraft":
			return true
		}
	}
	for _, fs := range [2][]Filler{k.Actors, k.Targets} {
		for _, x := range fs {
			if x.Class.Is(rules.Rebel) || x.Class.Is(rules.State) && !x.Class.Is(rules.Police) || f.reading.ArmedGroup(x.Group) != "" {
				return true
			}
		}
	}
	return false
}

// partyEvidence is what stands in a role.
func (f *finder) partyEvidence(role string, fs []Filler, e *weigh.Evidence) {
	if len(fs) == 0 {
		e.Add("no " + role)
		return
	}
	var c rules.Class
	named, counted := false, false
	for _, x := range fs {
		c |= x.Class
		named = named || f.reading.ArmedGroup(x.Group) != ""
		counted = counted || !x.Group.Numeral.Empty()
	}
	any := false
	for _, is := range []struct {
		mask rules.Class
		name string
	}{
		{rules.Rebel, "armed group"}, {rules.Police, "police"}, {rules.State &^ rules.Police, "state forces"}, {rules.Force, "armed people"},
		{rules.Government, "government"}, {rules.Crowd, "crowd"}, {rules.Civilian, "civilians"}, {rules.Person, "people"}, {rules.Carrier, "aircraft, ship or tank"},
		{rules.Weapon, "weapon"}, {rules.Facility | rules.Post, "facility"}, {rules.Vehicle | rules.Property, "vehicle or property"}, {rules.Place, "place"},
		{rules.Group, "organisation"}, {rules.Abstract, "abstract"}, {rules.Sport | rules.Animal | rules.Disease | rules.Nature, "sport, animal, disease or nature"}, {rules.Thing, "thing"}, {rules.Happening, "happening"},
	} {
		if c.Is(is.mask) {
			e.Add(role + ": " + is.name)
			any = true
		}
	}
	e.If(!any, role+": unknown")
	e.If(named, role+": a named armed side")
	e.If(counted, role+" is counted")
	e.If(fs[0].Group.Pronoun, role+" is a pronoun")
	e.If(fs[0].Group.Proper, role+" is a name")
}

// nounEvidence is how an event noun stands in its sentence.
func (f *finder) nounEvidence(k *candidate, e *weigh.Evidence) {
	e.Add("noun")
	c := k.Clause
	g := c.Group
	e.If(!f.supported(k), "bare noun that tells nothing of its own")
	e.If(k.general(), "general statement")
	e.If(k.victims, "noun with its victims")
	e.If(len(k.Clauses) > 1, "noun carried by a verb")
	if g != nil {
		switch {
		case g.Det == "the":
			e.Add("noun: the")
		case g.Det == "a" || g.Det == "an":
			e.Add("noun: a")
		case g.Det != "":
			e.Add("noun: other determiner")
		case g.Possessor != nil:
			e.Add("noun: owned")
		case c.Predicate.Plural:
			e.Add("noun: bare plural")
		default:
			e.Add("noun: bare singular")
		}
		e.If(!g.Numeral.Empty(), "noun: counted")
		e.If(c.Predicate.Plural, "noun: plural")
		e.If(!g.Modifiers.Empty(), "noun: modified")
	}
	p := c.Parent
	if p == nil {
		e.Add("noun without a verb")
		return
	}
	for _, a := range p.Args {
		if a.Group != g && !isConjunctOf(a.Group, g) {
			continue
		}
		switch a.Function {
		case lang.Subject:
			e.Add("noun as subject")
		case lang.Object:
			e.Add("noun as object")
		case lang.Oblique:
			e.Add("noun after " + prepositionClass(f.set, a.Prep))
		default:
			e.Add("noun in another function")
		}
		break
	}
	e.If(p.Predicate.Tense == lang.Present && !p.Predicate.Perfect && !p.Predicate.Progressive, "noun beside a present tense")
	e.If(p.Predicate.Modal != "" || p.Predicate.Tense == lang.Future, "noun beside a modal or future")
	e.If(p.Predicate.Tense == lang.Past || p.Predicate.Perfect, "noun beside a past tense")
}

// prepositionClass groups prepositions by what they say of an event noun.
func prepositionClass(set *rules.Set, prep string) string {
	switch {
	case prep == "of" || prep == "for" || prep == "to" || prep == "against" || prep == "about":
		return prep
	case contains(set.Grammar.Causal, prep):
		return "in, during, after and the like"
	}
	return "another preposition"
}

// verbEvidence is how an act verb is told.
func (f *finder) verbEvidence(k *candidate, e *weigh.Evidence) {
	c, p := k.Clause, &k.Clause.Predicate
	switch c.Kind {
	case lang.Participle:
		e.Add("participle")
	case lang.Infinite:
		e.Add("infinitive")
	case lang.Verbless:
		e.Add("verbless")
	}
	e.If(p.Voice == lang.Passive, "passive")
	switch {
	case p.Tense == lang.Past:
		e.Add("past tense")
	case p.Tense == lang.Present && p.Perfect:
		e.Add("present perfect")
	case p.Tense == lang.Present && p.Progressive:
		e.Add("present progressive")
	case p.Tense == lang.Present:
		e.Add("present tense")
	case p.Tense == lang.Future:
		e.Add("future")
	}
	e.If(p.Modal != "", "modal verb")
	e.If(p.Negated, "negated")
	e.If(c.Link == lang.Conditional, "conditional clause")
	e.If(c.Link == lang.Relative, "relative clause")
	e.If(len(k.Clauses) > 1, "verb with other words for the same act")
}

// settingEvidence is where in the text and where in the world a candidate
// stands.
func (f *finder) settingEvidence(k *candidate, e *weigh.Evidence) {
	s := k.Sentence
	e.If(s.Part == article.Title, "title")
	e.If(s.Part != article.Title && f.opens(s), "first sentence")
	place, when := false, false
	for _, x := range k.slots {
		place = place || x.class.Is(rules.Place) && x.function != "subject" && x.function != "object"
	}
	for _, c := range k.Clauses {
		for _, a := range c.Args {
			when = when || a.Group.Time
		}
	}
	e.If(place, "says where")
	e.If(when, "says when")
	if !place {
		for _, g := range s.Nouns {
			if f.class(g).Is(rules.Place) {
				e.Add("a place in the sentence")
				break
			}
		}
	}
}

// subjectEvidence is what the sentence, its neighbours and the text speak of.
func (f *finder) subjectEvidence(s *lang.Sentence, e *weigh.Evidence) {
	d := f.subjects(s.Index)
	e.Amount("sentence speaks of conflict", cap1(d.conflict))
	if d.other > 0 {
		e.Amount("sentence speaks of "+d.name, cap1(d.other))
	}
	near, foreign := 0, 0
	for _, i := range []int{s.Index - 1, s.Index + 1} {
		if i >= 0 && i < len(f.doc.Sentences) {
			n := f.subjects(i)
			near += n.conflict
			foreign += n.other
		}
	}
	e.Amount("neighbours speak of conflict", cap1(near/2))
	e.Amount("neighbours speak of something else", cap1(foreign/2))
	short := len(f.doc.Sentences) <= shortText
	e.If(short, "short text")
	name := "text speaks of "
	if short {
		name = "short text speaks of "
	}
	e.Amount(name+"conflict", math.Log1p(float64(f.about.conflict))/3)
	e.Amount(name+"something else", math.Log1p(float64(f.about.other))/3)
	if f.about.other > 0 {
		e.Amount("text speaks of "+f.about.name, math.Log1p(float64(f.about.other))/3)
	}
	e.If(f.about.other == 0, name+"no other subject")
	e.If(d.other == 0, "sentence speaks of no other subject")
	e.If(f.elsewhere, "text is about something else")
	e.If(f.warlike, "text is about little but conflict")
	e.If(f.namesArmed(), "text names an armed group")
}

// cap1 is a weight of words as a share of much.
func cap1(weight int) float64 { return math.Min(1, float64(weight)/foreignFloor) }

// subjects are the subjects that sentence i speaks of, weighed once.
func (f *finder) subjects(i int) domains {
	if f.spoken == nil {
		f.spoken = make([]*domains, len(f.doc.Sentences))
	}
	if f.spoken[i] == nil {
		d := f.subjectOf(f.doc.Sentences[i].Text)
		f.spoken[i] = &d
	}
	return *f.spoken[i]
}

// conditionName names a condition of a rule that does not hold, as evidence.
func conditionName(what string, t rules.Test) string {
	function := t.Function
	switch function {
	case "subject", "object", "by", "modifier", "governor", "sentence", "any", "of":
	default:
		function = "preposition"
	}
	kind := "word"
	if len(t.Lemmas) == 0 {
		kind = "kind"
	} else if len(t.Kinds) > 0 {
		kind = "word or kind"
	}
	return strings.Join([]string{what, function, kind}, " ")
}
