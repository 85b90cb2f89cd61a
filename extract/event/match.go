package event

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

// finder holds what the stage knows while it reads one document.
type finder struct {
	set      *rules.Set
	reading  *reading.Reading
	doc      *lang.Document
	events   []*Event
	rejected []Rejection
	trace    bool
	untyped  []*candidate // of titles: their type is a guess until the lead is read
	conflict bool         // the document speaks of an armed or political side
	// warlike is set where the document speaks of little but conflict: one
	// foreign word in a sentence of it says nothing.
	warlike bool
	// elsewhere is set where the document plainly speaks of another subject: a
	// gunman in it is an armed robber.
	elsewhere bool

	gate  []bool // the sentences that may tell an event
	asked int    // how many of them have been asked for armed groups
	armed bool   // one of those names one

	words   string          // of the article in lower case, once a ladder has asked
	told    map[string]bool // the words that ladders asked for, and whether the article has them
	said    wording         // of the last sentence that was asked about
	about   domains         // of the whole text
	spoken  []*domains      // by sentence, as far as asked
	model   *weigh.Model
	first   *weigh.Model // of a candidate looked at alone
	context *context
	floor   float64 // how likely a candidate must be to be told
	framed  *lang.Clause
	slots   []slot // of framed, where its predicate is a verb: the same for every rule
}

// wording is what the words of a sentence say, whatever the rule.
type wording struct {
	of      *lang.Sentence
	text    string // the lower-case words, a space before and after each
	weapons []Weapon
}

// wording reads a sentence once.
func (f *finder) wording(s *lang.Sentence) *wording {
	if f.said.of != s {
		var b strings.Builder
		b.WriteByte(' ')
		for i := range s.Tokens {
			b.WriteString(s.Tokens[i].Lower)
			b.WriteByte(' ')
		}
		f.said = wording{s, b.String(), Weapons(f.set, s)}
	}
	return &f.said
}

func (f *finder) class(g *lang.NounGroup) rules.Class { return f.reading.Class(g) }

// candidate is a rule that a clause fires, before merging.
type candidate struct {
	*Event
	slots  []slot
	score  int
	merged bool
	into   *candidate // that it was merged into
	// victims is set where the targets are the victims of a result: those of
	// its siblings join them.
	victims bool
	// open are the types that another happening could have given it, where no
	// word of its own and no happening before it settled the type.
	open []string
	// against names the conditions of the rule that do not hold.
	against []string
	alone   float64 // its probability without the rest of the document
}

// candidates fires every rule on the clauses of a sentence and keeps the best
// one for each trigger.
func (f *finder) candidates(s *lang.Sentence) []*candidate {
	var out []*candidate
	for _, c := range s.Clauses {
		if c.Group != nil && (c.Group.Time || f.resultative(c.Group)) {
			continue // March 5 is no march, hacked to death no further death
		}
		best := f.best(c)
		if best != nil {
			out = append(out, best)
		}
	}
	return out
}

// manySenses is how many rules a word must call up for their conditions to
// settle which of them is meant: take, put and cut mean little by themselves.
const manySenses = 7

// best is the candidate of the rule that fits a clause best, or nil. A rule
// whose conditions all hold is taken before any other; of those that miss some,
// the one that is the likeliest to tell an event.
func (f *finder) best(c *lang.Clause) *candidate {
	var all []*candidate
	clean := false
	triggers := f.triggersOf(c)
	for _, t := range triggers {
		k := f.try(c, t)
		if k == nil {
			f.reject(c.Sentence, t.Rule, c, "its words have another sense here")
			continue
		}
		if len(k.against) > 0 && len(triggers) >= manySenses {
			f.reject(c.Sentence, t.Rule, c, strings.Join(k.against, "; "))
			continue
		}
		clean = clean || len(k.against) == 0
		all = append(all, k)
	}
	var best *candidate
	for _, k := range all {
		switch {
		case clean && len(k.against) > 0:
			continue
		case !clean && len(all) > 1:
			f.weighAlone(k)
		}
		if best == nil || clean && k.score > best.score || !clean && k.alone > best.alone {
			best = k
		}
	}
	if f.trace {
		for _, k := range all {
			switch {
			case k == best:
			case clean && len(k.against) > 0:
				f.reject(c.Sentence, k.Rule, c, strings.Join(k.against, "; "))
			default:
				f.reject(c.Sentence, k.Rule, c, betterThan(best))
			}
		}
	}
	return best
}

// settlesSense reports whether an exception of a rule is one of language: the
// word's own object, preposition or modifier that gives it another sense, as in
// "shelled the peas", "struck a deal". What else is in the sentence or the text
// only makes a sense less likely.
func settlesSense(t rules.Test) bool {
	switch t.Function {
	case "sentence", "any", "governor", "subject":
		return t.Settles
	}
	return t.Settles || len(t.Lemmas) > 0
}

// makesSense reports whether a condition of a rule is one of language: the
// word that gives a common verb the rule's sense, as in "used sarin", "fell to
// the bullets". Who else is in the sentence or the text only makes the sense
// likelier.
func makesSense(t rules.Test) bool {
	switch t.Function {
	case "sentence", "governor", "subject":
		return t.Settles
	}
	return t.Settles || len(t.Lemmas) > 0 && len(t.Kinds) == 0
}

// resultative says whether a group of one word only tells how the act before
// it ended.
func (f *finder) resultative(g *lang.NounGroup) bool {
	return g.First == g.Last && g.First > 0 && contains(f.set.Grammar.Resultative, g.Sentence.Tokens[g.First-1].Lower+" "+g.Sentence.Tokens[g.First].Lower)
}

func betterThan(k *candidate) string { return "another rule fits better: " + k.Rule.ID }

func (f *finder) reject(s *lang.Sentence, r *rules.Rule, c *lang.Clause, why string) {
	if f.trace {
		f.rejected = append(f.rejected, Rejection{Span: c.Predicate.Span, Sentence: s.Index, Rule: r.ID, Word: c.Predicate.Text, Reason: why})
	}
}

// triggersOf are the triggers that the clause's predicate can be.
func (f *finder) triggersOf(c *lang.Clause) []rules.Trigger {
	p := &c.Predicate
	if isMonth(c) {
		return nil
	}
	if p.Noun {
		return f.nounTriggers(c)
	}
	if p.Particle != "" {
		if ts := f.set.Triggers(p.Lemma+" "+p.Particle, "v"); ts != nil {
			return ts
		}
	}
	return f.set.Triggers(p.Lemma, "v")
}

func (f *finder) nounTriggers(c *lang.Clause) []rules.Trigger {
	ts := f.set.Triggers(c.Predicate.Lemma, "n")
	var out []rules.Trigger
	before := ""
	for _, t := range ts {
		if t.With != "" {
			if before == "" {
				before = " " + wordsBefore(c.Group) + " "
			}
			if !strings.Contains(before, " "+t.With+" ") && !strings.Contains(before, "-"+t.With+" ") {
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// wordsBefore are the lower-case words before the head of a group.
func wordsBefore(g *lang.NounGroup) string {
	text := g.Text()
	head := g.Sentence.Tokens[g.Head].Start - g.Start
	if head <= 0 || head > len(text) {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(text[:head]))
}

// try fills the rule's roles from the clause and notes which conditions of the
// rule do not hold.
//
// It returns nil where the words themselves settle that the rule's sense is not
// meant.
func (f *finder) try(c *lang.Clause, t rules.Trigger) *candidate {
	r := t.Rule
	slots := f.frame(c, r)
	var against []string
	for _, test := range r.Except {
		if f.holds(test, c, slots) {
			if settlesSense(test) {
				return nil
			}
			against = append(against, conditionName("except:", test))
		}
	}
	for _, test := range r.Needs {
		if test.Function == "governor" && (!c.Predicate.Noun || owned(slots, test.Kinds)) {
			continue // a verb governs itself
		}
		if !f.holds(test, c, slots) {
			if makesSense(test) {
				return nil
			}
			against = append(against, conditionName("needs:", test))
		}
	}
	k := &candidate{Event: &Event{Rule: r, Act: r.Act, Clause: c, Sentence: c.Sentence, Scope: record.Single}, slots: slots}
	k.Clauses = []*lang.Clause{c}
	k.Trigger, k.Word, k.Lemma = c.Predicate.Span, c.Predicate.Text, c.Predicate.Lemma
	if t.With != "" {
		k.widen(t.With)
	}
	var ok bool
	if k.Actors, ok = f.fill(r.Roles.Actor, slots, nil); !ok {
		if r.Roles.Actor.Settles {
			return nil
		}
		against = append(against, "needs: an actor")
	}
	if k.Targets, ok = f.fill(r.Roles.Target, slots, k.Actors); !ok {
		if r.Roles.Target.Settles {
			return nil
		}
		against = append(against, "needs: a target")
	}
	k.against = against
	k.score = 10*r.Prefer + 4*len(t.With) + 2*len(r.Needs) + 3*min(len(k.Actors), 1) + 3*min(len(k.Targets), 1)
	return k
}

// owned says whether an event noun names a doer of one of the kinds itself, so
// that it needs no governor: the army's advance.
func owned(slots []slot, kinds []string) bool {
	mask := rules.Mask(kinds)
	for _, s := range slots {
		if s.function == "subject" && !s.shared && s.class.Is(mask) {
			return true
		}
	}
	return false
}

// widen makes the trigger cover the words before its head: air strike.
func (k *candidate) widen(with string) {
	s := k.Sentence
	text := strings.ToLower(s.Text[:k.Trigger.Start-s.Start])
	i := strings.LastIndex(text, with)
	if i >= 0 && k.Trigger.Start-s.Start-i <= len(with)+3 {
		k.Trigger.Start = s.Start + i
		k.Word = s.Text[i : k.Trigger.End-s.Start]
	}
}

// fill takes the groups of the first of the role's functions that has any of
// the right kind. Modifiers give way to full arguments.
func (f *finder) fill(r *rules.Role, slots []slot, taken []Filler) ([]Filler, bool) {
	if r == nil {
		return nil, true
	}
	mask := rules.Mask(r.Kinds)
	for _, weak := range []bool{false, true} {
		for _, function := range r.Functions {
			var out []Filler
			for _, s := range slots {
				if s.function != function || s.weak != weak || s.group.Time || !fits(s.class, mask) || isTaken(taken, s.group) || isTaken(out, s.group) {
					continue
				}
				out = append(out, Filler{Group: s.group, Class: s.class, Via: function})
			}
			if out != nil {
				return alike(out, slots, taken), true
			}
		}
	}
	return nil, !r.Required
}

// alike adds the groups that are coordinated with a filler: where two pump
// jacks and an excavator were destroyed, what one is the other is.
func alike(out []Filler, slots []slot, taken []Filler) []Filler {
	whole := map[*lang.NounGroup]bool{}
	for _, f := range out {
		whole[first(f.Group)] = true
	}
	for _, s := range slots {
		if s.function == out[0].Via && whole[first(s.group)] && !s.group.Time && !s.class.Is(rules.Abstract|rules.Nature) && !isTaken(taken, s.group) && !isTaken(out, s.group) {
			out = append(out, Filler{Group: s.group, Class: s.class, Via: s.function})
		}
	}
	slices.SortStableFunc(out, func(a, b Filler) int { return a.Group.Start - b.Group.Start })
	return out
}

// first is the first group of the coordination that g belongs to.
func first(g *lang.NounGroup) *lang.NounGroup {
	for g.Coordinated != nil {
		g = g.Coordinated
	}
	return g
}

// fits says whether a group of class c can fill a role of the kinds in mask.
func fits(c, mask rules.Class) bool {
	return mask == 0 || c.Is(mask) || c == 0 && mask.Is(rules.Unknown)
}

func isTaken(taken []Filler, g *lang.NounGroup) bool {
	for _, t := range taken {
		if t.Group == g {
			return true
		}
	}
	return false
}

// holds evaluates a test on the clause's slots.
func (f *finder) holds(t rules.Test, c *lang.Clause, slots []slot) bool {
	return f.finds(t, c, slots) != t.Absent
}

func (f *finder) finds(t rules.Test, c *lang.Clause, slots []slot) bool {
	mask := rules.Mask(t.Kinds)
	match := func(g *lang.NounGroup, class rules.Class) bool {
		if len(t.Kinds) > 0 && (class.Is(mask) || class == 0 && mask.Is(rules.Unknown)) {
			return true
		}
		return len(t.Lemmas) > 0 && groupHas(g, t.Lemmas)
	}
	switch t.Function {
	case "governor":
		v := c.Parent
		return c.Predicate.Noun && v != nil && contains(t.Lemmas, v.Predicate.Lemma)
	case "sentence":
		for _, g := range c.Sentence.Nouns {
			if match(g, f.class(g)) {
				return true
			}
		}
		return f.says(c.Sentence, t.Lemmas)
	case "any":
		for _, s := range slots {
			if match(s.group, s.class) {
				return true
			}
		}
		if c.Group != nil {
			return match(c.Group, f.class(c.Group)&^rules.Happening) || groupHas(c.Group, t.Lemmas)
		}
		return contains(t.Lemmas, c.Predicate.Lemma)
	}
	for _, s := range slots {
		if s.function == t.Function && match(s.group, s.class) {
			return true
		}
	}
	return false
}

// groupHas says whether one of the lemmas, of one word or several, is the
// group's head, or stands before it.
func groupHas(g *lang.NounGroup, lemmas []string) bool {
	text := ""
	for _, l := range lemmas {
		if l == g.Lemma {
			return true
		}
		if text == "" {
			text = " " + strings.ToLower(g.Text()) + " "
		}
		if i := strings.Index(text, " "+l); i >= 0 {
			rest := text[i+1+len(l):]
			if rest[0] == ' ' || strings.HasPrefix(rest, "s ") || strings.HasPrefix(rest, "-") {
				return true
			}
		}
	}
	return false
}

// short is the begin of a list of words.
func short(list []string) string {
	const enough = 6
	if len(list) <= enough {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:enough], ", ") + ", …"
}
