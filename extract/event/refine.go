package event

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// weapons collects the weapon words of the event's clauses. What was hit is
// no weapon, unless the act is one on weapons.
func (f *finder) weapons(k *candidate) {
	s := k.Sentence
	var spans []article.Span
	for _, c := range k.Clauses {
		spans = append(spans, c.Span)
		for _, a := range c.Args {
			spans = append(spans, a.Group.Span)
			if a.Function == lang.Oblique && (a.Prep == "with" || a.Prep == "using" || a.Prep == "by" || a.Prep == "in" || a.Prep == "from") {
				for _, at := range a.Group.Attached {
					spans = append(spans, at.Group.Span)
				}
			}
		}
	}
	for _, w := range f.wording(s).weapons {
		if inAny(spans, w.Span) && !k.isTarget(w) && !k.describesObject(w) {
			k.Weapons = append(k.Weapons, w)
		}
	}
}

// Weapons are the weapon words of an analysed sentence, in text order.
func Weapons(set *rules.Set, s *lang.Sentence) []Weapon {
	var out []Weapon
	for i := 0; i < len(s.Tokens); i++ {
		w, n := weaponAt(set, s.Tokens, i)
		if n == 0 {
			continue
		}
		span := article.Span{Start: s.Tokens[i].Start, End: s.Tokens[i+n-1].End}
		i += n - 1
		out = append(out, Weapon{span, s.Text[span.Start-s.Start : span.End-s.Start], w.Class, w.Name})
	}
	return out
}

// weaponAt is the longest weapon name that begins at token i.
func weaponAt(set *rules.Set, t []lang.Token, i int) (rules.Arm, int) {
	for n := 4; n >= 1; n-- {
		if i+n > len(t) {
			continue
		}
		var b strings.Builder
		for k := i; k < i+n; k++ {
			if k > i {
				b.WriteByte(' ')
			}
			b.WriteString(t[k].Lower)
		}
		if w, ok := set.Weapons[b.String()]; ok {
			if n == 1 && strings.HasPrefix(t[i].Tag, "V") {
				return rules.Arm{}, 0
			}
			return w, n
		}
	}
	return rules.Arm{}, 0
}

func inAny(spans []article.Span, s article.Span) bool {
	for _, x := range spans {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}

// describesObject says whether the weapon word only tells of what sort the
// thing was that the act was done to: destroyed an explosives workshop.
func (k *candidate) describesObject(w Weapon) bool {
	if r := k.Rule.Roles.Target; r == nil || !hasFunction(r, "object") {
		return false
	}
	for _, c := range k.Clauses {
		for _, a := range c.Args {
			object := a.Function == lang.Object || a.Function == lang.Subject && c.Predicate.Voice == lang.Passive
			if object && !c.Predicate.Noun && a.Group.Contains(w.Span) && w.End < k.Sentence.Tokens[a.Group.Head].Start {
				return true
			}
		}
	}
	return false
}

// isTarget says whether the weapon word names what the act was done to.
func (k *candidate) isTarget(w Weapon) bool {
	for _, t := range k.Targets {
		if t.Group.Contains(w.Span) && (t.Via == "object" && !t.Class.Is(rules.Person|rules.Force) || w.Class == "aircraft" || w.Class == "artillery") {
			return true
		}
	}
	return false
}

// settle gives every event of a sentence its sub-event type: first those that
// their own clauses decide, then those that look at what is told beside them.
func (f *finder) settle(ks []*candidate) {
	for _, beside := range []bool{false, true} {
		for _, k := range ks {
			if k.Type == "" {
				f.refine(k, ks, beside)
			}
		}
	}
}

// refine decides the sub-event type by the rule's ladder. Unless beside is
// set it stops at a rung that asks for another happening.
func (f *finder) refine(k *candidate, ks []*candidate, beside bool) {
	r := k.Rule
	ladder := f.set.Ladders[r.Type]
	if ladder == nil {
		k.Type = r.Type
		return
	}
	for _, step := range ladder.Steps {
		if len(step.Weapon) > 0 && !k.uses(step.Weapon) {
			continue
		}
		if len(step.Actor) > 0 && !anyOf(k.Actors, step.Actor) {
			continue
		}
		if len(step.Target) > 0 && !anyOf(k.Targets, step.Target) {
			continue
		}
		if len(step.Said) > 0 && !f.says(k.Sentence, step.Said) {
			continue
		}
		if len(step.Text) > 0 && !f.tells(step.Text) {
			continue
		}
		if len(step.Inherit) > 0 {
			if k.Modality == record.Planned || k.Modality == record.Hypothetical {
				continue // what may come is none of what has been told
			}
			if !beside {
				return
			}
			if t := f.inherited(k, ks, step.Inherit); t != "" {
				k.Type, k.Vague = t, true
				f.because(k, step)
				return
			}
			k.open = step.Inherit
			continue
		}
		k.Type = step.Type
		f.because(k, step)
		return
	}
}

// because notes the step of the ladder that decided the type.
func (f *finder) because(k *candidate, s rules.Step) {
	if !f.trace {
		return
	}
	why := ""
	for _, c := range []struct {
		name string
		any  []string
	}{{"weapon", s.Weapon}, {"actor", s.Actor}, {"target", s.Target}, {"said", s.Said}, {"type of a happening near it", s.Inherit}} {
		if len(c.any) > 0 {
			why += c.name + " of " + short(c.any) + "; "
		}
	}
	k.Why = k.Rule.Type + ": " + strings.TrimSuffix(why, "; ")
	if why == "" {
		k.Why = k.Rule.Type + ": nothing more special"
	}
}

// says whether the sentence has one of the lemmas or phrases.
func (f *finder) says(s *lang.Sentence, list []string) bool {
	text := f.wording(s).text
	for _, w := range list {
		if strings.Contains(text, " "+w+" ") {
			return true
		}
		for i := range s.Tokens {
			if s.Tokens[i].Lemma == w {
				return true
			}
		}
	}
	return false
}

// tells says whether the article has one of the words or phrases. Each is
// looked for once: a long text asks again with every event.
func (f *finder) tells(list []string) bool {
	if f.told == nil {
		f.words = " " + strings.Join(strings.FieldsFunc(strings.ToLower(f.doc.Article.Text), func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r > 127)
		}), " ") + " "
		f.told = map[string]bool{}
	}
	for _, w := range list {
		told, known := f.told[w]
		if !known {
			told = strings.Contains(f.words, " "+w+" ")
			f.told[w] = told
		}
		if told {
			return true
		}
	}
	return false
}

func (k *candidate) uses(classes []string) bool {
	if contains(classes, k.Rule.Instrument) {
		return true
	}
	for _, w := range k.Weapons {
		if contains(classes, w.Class) {
			return true
		}
	}
	return false
}

func anyOf(fs []Filler, kinds []string) bool {
	mask := rules.Mask(kinds)
	for _, f := range fs {
		if f.Class.Is(mask) {
			return true
		}
	}
	return false
}

// inherited is the type that the article gives this happening elsewhere: that
// of the nearest candidate of the sentence whose own words settle it, else of
// the last event before it in reach, where it is one of types. Only words that
// name a happening over again inherit: a result (died) or a noun (the attack).
func (f *finder) inherited(k *candidate, ks []*candidate, types []string) string {
	if !k.Rule.Result && !k.Clause.Predicate.Noun {
		return ""
	}
	best, far := "", 0
	for _, o := range ks {
		if o == k || o.Type == "" || o.Vague || !contains(types, o.Type) {
			continue
		}
		d := o.Trigger.Start - k.Trigger.Start
		if d < 0 {
			d = -d
		}
		if best == "" || d < far {
			best, far = o.Type, d
		}
	}
	if best != "" {
		return best
	}
	for i := len(f.events) - 1; i >= 0; i-- {
		e := f.events[i]
		if k.Sentence.Index-e.Sentence.Index > inheritReach {
			break
		}
		if contains(types, e.Type) {
			return e.Type
		}
	}
	return ""
}

// inheritReach is how many sentences back a vague act looks for its type.
const inheritReach = 6

// titleReach is how many sentences of the body may tell what a title, or the
// lead, left open.
const titleReach = 3

// opens says whether the sentence is one that the text goes on to explain: the
// title or the lead.
func (f *finder) opens(s *lang.Sentence) bool {
	return s.Part == article.Title || s.Index == 0 || f.doc.Sentences[s.Index-1].Part == article.Title
}

// retitle gives a title or lead whose own words leave the type open the type
// that the sentences after it give the happening.
func (f *finder) retitle() {
	for _, o := range f.untyped {
		for _, e := range f.events {
			if e.Sentence.Index <= o.Sentence.Index || e.Sentence.Part == article.Title || e.Vague {
				continue
			}
			if e.Sentence.Index-o.Sentence.Index > titleReach {
				break
			}
			if contains(o.open, e.Type) {
				o.Type, o.Vague = e.Type, true
				break
			}
		}
	}
}

// retellReach is how many sentences back a retold act looks for the act.
const retellReach = 3

// retell gives a retold act without an actor the actor and type of the act
// that it tells again: the last one before it of a type that its ladder knows.
func (f *finder) retell(ks []*candidate) {
	for _, k := range ks {
		ladder := f.set.Ladders[k.Rule.Type]
		if !k.Rule.Retold || len(k.Actors) > 0 || ladder == nil {
			continue
		}
		for i := len(f.events) - 1; i >= 0; i-- {
			e := f.events[i]
			if k.Sentence.Index-e.Sentence.Index > retellReach {
				break
			}
			if len(e.Actors) > 0 && e.Modality == record.Actual && ladder.Gives(e.Type) {
				k.Actors, k.Type = notIn(e.Actors, k.Targets), e.Type
				break
			}
		}
	}
}
