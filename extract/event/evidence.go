package event

import (
	"embed"
	"math"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention/quantity"
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

// Weighed returns what each piece of evidence adds, the heaviest first.
func Weighed(e weigh.Evidence) []weigh.Weighed { return model().Explain(e) }

// weighUp returns what speaks for and against a candidate being an event, without
// its context. The next call uses the memory of the result again.
func (f *finder) weighUp(k *candidate) weigh.Evidence {
	e := f.evidence[:0]
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
	switch {
	case k.Modality == record.Negated && f.isDenied(k.Clause):
		e.Add("denied by somebody")
	case k.Modality != "" && k.Modality != record.Actual:
		e.Add("modality " + k.Modality)
	}
	f.settingEvidence(k, &e)
	f.subjectEvidence(k, &e)
	if !f.isAsInShort(k) {
		for _, x := range e[1:] { // all but the rule
			if name := f.nameInLong(x.Name); name != "" {
				e = append(e, weigh.Feature{Name: name, Value: x.Value})
			}
		}
	}
	f.evidence = e
	return e
}

// countsOtherwise reports whether evidence counts otherwise in a long text,
// which has many clauses that are about something else: an open role, a
// condition that does not hold, a word that is used of crime too.
func countsOtherwise(name string) bool {
	return slices.ContainsFunc([]string{"no ", "except: ", "needs: ", "words used ", "tells only ", "noun", "bare noun"}, func(prefix string) bool {
		return strings.HasPrefix(name, prefix) && !strings.HasPrefix(name, "noun: ") && !strings.HasPrefix(name, "noun beside")
	})
}

// nameInLong returns the name in a long text of evidence that counts otherwise
// there, or "". The few names come again and again, so they are kept.
func (f *finder) nameInLong(name string) string {
	long, known := f.longNames[name]
	if !known {
		if f.longNames == nil {
			f.longNames = map[string]string{}
		}
		if countsOtherwise(name) {
			long = inLong + name
		}
		f.longNames[name] = long
	}
	return long
}

// inLong begins the names of evidence that counts otherwise in a long text.
const inLong = "in a long text: "

// ruleEvidence adds what the rule itself says of its candidates.
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
	if slices.ContainsFunc(f.wording(k.Sentence).weapons, isOfWar) {
		return true
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

func isOfWar(w Weapon) bool {
	switch w.Class {
	case "suicide", "explosive", "grenade", "chemical", "artillery", "aircraft":
		return true
	}
	return false
}

// partyEvidence adds what fills a role.
func (f *finder) partyEvidence(role string, fs []Filler, e *weigh.Evidence) {
	if len(fs) == 0 {
		e.Add("no " + role)
		return
	}
	var c rules.Class
	named, counted, people := false, false, false
	for _, x := range fs {
		c |= x.Class
		people = people || isPeople(x)
		named = named || f.reading.ArmedGroup(x.Group) != ""
		counted = counted || !x.Group.Numeral.Empty() || quantity.IsRound(x.Group.Sentence.Tokens[x.Group.Head].Lower)
	}
	add := func(holds bool, what string) {
		if holds {
			e.Add(role + what)
		}
	}
	any := false
	for _, is := range partyClasses {
		add(c.Is(is.mask), is.name)
		any = any || c.Is(is.mask)
	}
	add(!any, ": unknown")
	add(named, ": a named armed side")
	add(counted, " is counted")
	add(people, ": a people by its name")
	add(fs[0].Group.Pronoun, " is a pronoun")
	add(fs[0].Group.Proper, " is a name")
}

// partyClasses are the classes of a party as evidence names them.
var partyClasses = []struct {
	mask rules.Class
	name string
}{
	{rules.Rebel, ": armed group"}, {rules.Police, ": police"}, {rules.State &^ rules.Police, ": state forces"}, {rules.Force, ": armed people"},
	{rules.Government, ": government"}, {rules.Crowd, ": crowd"}, {rules.Civilian, ": civilians"}, {rules.Person, ": people"}, {rules.Carrier, ": aircraft, ship or tank"},
	{rules.Weapon, ": weapon"}, {rules.Facility | rules.Post, ": facility"}, {rules.Vehicle | rules.Property, ": vehicle or property"}, {rules.Place, ": place"},
	{rules.Group, ": organisation"}, {rules.Abstract, ": abstract"}, {rules.Sport | rules.Animal | rules.Disease | rules.Nature, ": sport, animal, disease or nature"}, {rules.Thing, ": thing"}, {rules.Happening, ": happening"},
}

// isPeople reports whether a filler is persons called by the name of their people
// or faith, as in "three Hazaras", "Copts".
func isPeople(x Filler) bool {
	g := x.Group
	return x.Class.Is(rules.Person|rules.Civilian) && g.Plural() && g.Head > 0 && g.Sentence.Tokens.Capital(g.Head)
}

// nounEvidence adds the form of an event noun and how it stands in its sentence.
func (f *finder) nounEvidence(k *candidate, e *weigh.Evidence) {
	e.Add("noun")
	c := k.Clause
	e.If(!f.isSupported(k), "bare noun that tells nothing of its own")
	e.If(f.isGeneral(k), "general statement")
	e.If(k.victims, "noun with its victims")
	e.If(len(k.Clauses) > 1, "noun carried by a verb")
	told, counted := f.outcome(k)
	e.If(told, "noun with an outcome")
	e.If(counted, "noun with a counted outcome")
	if g := c.Group; g != nil {
		e.Add(determinerEvidence(c))
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
		if a.Group == c.Group || isConjunctOf(a.Group, c.Group) {
			e.Add(f.functionEvidence(a))
			break
		}
	}
	e.If(p.Predicate.Tense == lang.Present && !p.Predicate.Perfect && !p.Predicate.Progressive, "noun beside a present tense")
	e.If(p.Predicate.Modal != "" || p.Predicate.Tense == lang.Future, "noun beside a modal or future")
	e.If(p.Predicate.Tense == lang.Past || p.Predicate.Perfect, "noun beside a past tense")
}

// determinerEvidence returns the name of the evidence that stands before the head of
// outcome reports whether a clause that an event noun is joined with tells what
// the act resulted in, and whether it counts those it befell: at least 18 farmers
// have been killed in raids; the toll of the raid has reached 18.
func (f *finder) outcome(k *candidate) (told, counted bool) {
	for _, c := range k.Clauses {
		if c == k.Clause || !f.isResult(c) {
			continue
		}
		told = true
		if c.Predicate.Noun && c.Parent != nil {
			counted = counted || !c.Group.Numeral.Empty() || slices.ContainsFunc(c.Parent.Args, func(a lang.Arg) bool { return a.Group.IsNumber() })
			continue
		}
		for _, a := range c.Args {
			counted = counted || (a.Function == lang.Subject || a.Function == lang.Object) && !a.Group.Numeral.Empty()
		}
	}
	return told, counted
}

// isResult reports whether a clause tells what an act resulted in: were killed, the toll,
// three deaths.
func (f *finder) isResult(c *lang.Clause) bool {
	pos := "v"
	if c.Predicate.Noun {
		pos = "n"
	}
	return slices.ContainsFunc(f.set.Triggers(c.Predicate.Lemma, pos), func(t rules.Trigger) bool { return t.Rule.Result || c.Predicate.Noun && t.Rule.Outcome })
}

// an event noun.
func determinerEvidence(c *lang.Clause) string {
	g := c.Group
	switch {
	case g.Det == "the":
		return "noun: the"
	case g.Det == "a" || g.Det == "an":
		return "noun: a"
	case g.Det != "":
		return "noun: other determiner"
	case g.Possessor != nil:
		return "noun: owned"
	case c.Predicate.Plural:
		return "noun: bare plural"
	}
	return "noun: bare singular"
}

// functionEvidence returns the name of the evidence that the function of an event
// noun is.
func (f *finder) functionEvidence(a lang.Arg) string {
	switch a.Function {
	case lang.Subject:
		return "noun as subject"
	case lang.Object:
		return "noun as object"
	case lang.Oblique:
		return "noun after " + prepositionClass(f.set, a.Prep)
	}
	return "noun in another function"
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

// verbEvidence adds the form of a verb and of its clause.
func (f *finder) verbEvidence(k *candidate, e *weigh.Evidence) {
	c, p := k.Clause, &k.Clause.Predicate
	switch c.Kind {
	case lang.Participle:
		e.Add("participle")
	case lang.Infinite:
		e.Add("infinitive")
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

// settingEvidence adds where in the text a candidate stands, and whether its
// clauses say where and when the act was.
func (f *finder) settingEvidence(k *candidate, e *weigh.Evidence) {
	s := k.Sentence
	e.If(s.Part == article.Title, "title")
	e.If(s.Part != article.Title && f.isOpening(s), "first sentence")
	place, when := false, false
	for _, x := range k.slots {
		place = place || x.function != "subject" && x.function != "object" && f.reading.Is(x.group, rules.Place)
	}
	for _, c := range k.Clauses {
		for _, a := range c.Args {
			when = when || a.Group.Time
		}
	}
	e.If(place, "says where")
	e.If(place && f.isPlain(k), "plain clause that says who and where, in a text of no other subject")
	e.If(when, "says when")
	if !place {
		for _, g := range s.Nouns {
			if f.reading.Is(g, rules.Place) {
				e.Add("a place in the sentence")
				break
			}
		}
	}
}

// isPlain reports whether a candidate is a finite clause that tells as past what people did
// or suffered, with all that its rule asks for, in a text that speaks of nothing but
// conflict: three people were killed in Bor.
func (f *finder) isPlain(k *candidate) bool {
	c, p := k.Clause, &k.Clause.Predicate
	if p.Noun || c.Kind != lang.Finite || p.Tense != lang.Past && !p.Perfect || p.Negated || p.Modal != "" || len(k.against) > 0 || f.subjects.other > 0 {
		return false
	}
	people := func(x Filler) bool {
		return x.Class.Is(rules.Person|rules.Crowd|rules.Force) || x.Class == 0 && !x.Group.Numeral.Empty()
	}
	return slices.ContainsFunc(k.Targets, people) || slices.ContainsFunc(k.Actors, people)
}

// subjectEvidence adds what the sentence, its neighbours and the text speak of.
func (f *finder) subjectEvidence(k *candidate, e *weigh.Evidence) {
	s := k.Sentence
	d := f.subjectsIn(s.Index)
	e.Amount("sentence speaks of conflict", share(d.conflict))
	if d.other > 0 {
		e.Amount("sentence speaks of "+d.name, share(d.other))
	}
	near, foreign := 0, 0
	for _, i := range []int{s.Index - 1, s.Index + 1} {
		if i >= 0 && i < len(f.doc.Sentences) {
			n := f.subjectsIn(i)
			near += n.conflict
			foreign += n.other
		}
	}
	e.Amount("neighbours speak of conflict", share(near/2))
	e.Amount("neighbours speak of something else", share(foreign/2))
	short := f.isAsInShort(k)
	e.If(short, "short text")
	name := "text speaks of "
	if short {
		name = "short text speaks of "
	}
	e.Amount(name+"conflict", math.Log1p(float64(f.subjects.conflict))/3)
	e.Amount(name+"something else", math.Log1p(float64(f.subjects.other))/3)
	if f.subjects.other > 0 {
		e.Amount("text speaks of "+f.subjects.name, math.Log1p(float64(f.subjects.other))/3)
	}
	if f.subjects.other == 0 {
		e.Add(name + "no other subject")
	}
	e.If(d.other == 0, "sentence speaks of no other subject")
	e.If(f.otherSubject, "text is about something else")
	e.If(f.onlyConflict, "text is about little but conflict")
	e.If(f.armed, armedGroup)
}

// armsReach is how many sentences after one that names a weapon of war its dead may be told.
const armsReach = 2

// isAsInShort reports whether the evidence of a short text applies to a candidate: the text is
// short, or the candidate stands near a weapon of war in a text that speaks of nothing else. A
// rocket hit a school in Taiz. Two people died. It rained. The mayor called for calm. Shops were
// shut.
func (f *finder) isAsInShort(k *candidate) bool {
	if len(f.doc.Sentences) <= shortText {
		return true
	}
	if f.subjects.other > 0 || f.onlyConflict {
		return false
	}
	return lang.AnyIn(0, armsReach+1, func(back int) bool { return f.withArms[k.Sentence.Index-back] })
}

// armedGroup is evidence that is looked for once the candidates are known.
const armedGroup = "text names an armed group"

// share returns a weight of words as a share of one that is heavy, at most 1.
func share(weight int) float64 { return math.Min(1, float64(weight)/foreignFloor) }

// subjectsIn returns the subjects that sentence i speaks of.
func (f *finder) subjectsIn(i int) subjects {
	if f.sentenceSubjects == nil {
		f.sentenceSubjects = make([]*subjects, len(f.doc.Sentences))
	}
	if f.sentenceSubjects[i] == nil {
		d := f.subjectsOf(f.hitsWithin(f.doc.Sentences[i]))
		f.sentenceSubjects[i] = &d
	}
	return *f.sentenceSubjects[i]
}

// conditionName names, as evidence, a condition of a rule that does not hold.
func conditionName(what string, t *rules.Test) string {
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
