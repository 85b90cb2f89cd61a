package event

import (
	"slices"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// candidates tries the rules on every clause of a sentence and returns the best
// candidate of each.
func (f *finder) candidates(s *lang.Sentence) []*candidate {
	var out []*candidate
	for _, c := range s.Clauses {
		if c.Group != nil && (c.Group.Time || f.isResultative(c.Group)) {
			continue // March 5 is no march, hacked to death no further death
		}
		triggers := f.triggersOf(c)
		if len(triggers) == 0 {
			continue // most: what follows costs more
		}
		if c.Predicate.Noun && (f.isCompared(c.Group) || f.isOnlyNamed(c) || f.isInName(c)) {
			continue
		}
		if isAsked(c) || f.isCalling(c) || f.isHabit(c) {
			continue
		}
		if best := f.bestCandidate(c, triggers); best != nil {
			out = append(out, best)
		}
	}
	return out
}

// manySenses is the number of rules with one word as their trigger from which on
// a rule is dropped whose conditions do not all hold: take, put and cut mean little
// by themselves. A rule with a condition that settles its sense does not count: it
// adds an idiom, and says nothing of the word elsewhere.
const manySenses = 7

// bestCandidate returns the candidate of the rule that fits a clause best, or
// nil. A rule whose conditions all hold is taken before any other, by its score;
// of rules that miss some conditions, the one most likely to tell an event.
func (f *finder) bestCandidate(c *lang.Clause, triggers []rules.Trigger) *candidate {
	all := f.fittingCandidates(c, triggers)
	if len(all) == 0 {
		return nil
	}
	clean := slices.ContainsFunc(all, isClean)
	if !clean && len(all) > 1 {
		for _, k := range all {
			f.weighAlone(k)
		}
	}
	var best *candidate
	for _, k := range all {
		switch {
		case clean && !isClean(k):
		case best == nil, clean && k.score > best.score, !clean && k.alone > best.alone:
			best = k
		}
	}
	if f.trace {
		f.rejectOthers(all, best)
	}
	return best
}

// fittingCandidates returns a candidate for each trigger of a clause whose rule has a
// sense that the words of the clause allow.
func (f *finder) fittingCandidates(c *lang.Clause, triggers []rules.Trigger) []*candidate {
	var out []*candidate
	senses := 0
	for _, t := range triggers {
		if !t.Rule.Settled() {
			senses++
		}
	}
	many := senses >= manySenses
	for _, t := range triggers {
		k := f.try(c, t, many && !f.trace)
		switch {
		case k == nil:
			f.reject(c.Sentence, t.Rule, c, "its words have another sense here")
		case !isClean(k) && many:
			f.reject(c.Sentence, t.Rule, c, strings.Join(k.against, "; "))
		default:
			out = append(out, k)
		}
	}
	return out
}

// isClean reports whether all conditions of the candidate's rule hold.
func isClean(k *candidate) bool { return len(k.against) == 0 }

// rejectOthers notes why the candidates of a clause lost to the best.
func (f *finder) rejectOthers(all []*candidate, best *candidate) {
	for _, k := range all {
		switch {
		case k == best:
		case isClean(best) && !isClean(k):
			f.reject(k.Sentence, k.Rule, k.Clause, strings.Join(k.against, "; "))
		default:
			f.reject(k.Sentence, k.Rule, k.Clause, "another rule fits better: "+best.Rule.ID)
		}
	}
}

// isResultative reports whether a group of one word only tells how the act before
// it ended, as in "hacked to death".
func (f *finder) isResultative(g *lang.NounGroup) bool {
	return g.First == g.Last && g.First > 0 && contains(f.set.Grammar.Resultative, g.Sentence.Tokens[g.First-1].Lower+" "+g.Sentence.Tokens[g.First].Lower)
}

// reject notes why a rule lost, where that is asked for.
func (f *finder) reject(s *lang.Sentence, r *rules.Rule, c *lang.Clause, why string) {
	if f.trace {
		f.rejected = append(f.rejected, Rejection{Span: c.Predicate.Span, Sentence: s.Index, Rule: r.ID, Word: c.Predicate.Text, Reason: why})
	}
}

// triggersOf returns the triggers that the clause's predicate can be. A verb with
// its particle goes before the verb alone: shoot down before shoot.
func (f *finder) triggersOf(c *lang.Clause) []rules.Trigger {
	p := &c.Predicate
	if f.isMonth(c) || f.isIdle(c) {
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

// isIdle reports whether a verb has no sense of conflict with the word behind it: struck out the case.
func (f *finder) isIdle(c *lang.Clause) bool {
	t := c.Sentence.Tokens
	return c.Verb != nil && c.Predicate.Voice == lang.Active && c.Verb.Main+1 < len(t) && contains(f.set.Grammar.Idle, c.Predicate.Lemma+" "+t[c.Verb.Main+1].Lower)
}

// nounTriggers returns the triggers that an event noun can be: those of its head
// whose first words stand before it, as "air" does in "air strike".
func (f *finder) nounTriggers(c *lang.Clause) []rules.Trigger {
	ts := f.set.Triggers(c.Predicate.Lemma, "n")
	if !slices.ContainsFunc(ts, func(t rules.Trigger) bool { return t.With != "" }) {
		return ts
	}
	var out []rules.Trigger
	before := ""
	for _, t := range ts {
		if t.With != "" {
			if before == "" {
				before = " " + c.Group.Words(c.Group.Head) + " "
			}
			if !strings.Contains(before, " "+t.With+" ") && !strings.Contains(before, "-"+t.With+" ") {
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// try fills the rule's roles from the clause and notes which conditions of the
// rule do not hold.
//
// It returns nil where the words themselves settle that the rule's sense is not
// meant, and where strict is set and a condition does not hold.
func (f *finder) try(c *lang.Clause, t rules.Trigger, strict bool) *candidate {
	r := t.Rule
	if !f.haveWordsFor(r, c.Sentence) {
		return nil // most: what follows costs more
	}
	slots := f.frame(c, r)
	if t.Object && lacksObject(c, slots) || staysOpen(r.Roles.Actor, slots, strict) || staysOpen(r.Roles.Target, slots, strict) {
		return nil
	}
	if f.failsByWords(c, r, slots, strict) || f.isOtherSense(r, slots) || f.isLifeTold(c) || f.isJudgement(c) || c.Predicate.Noun && c.Group.IsAnswer() {
		return nil
	}
	against, ok := f.failing(c, r, slots, strict)
	if !ok {
		return nil
	}
	k := &candidate{Event: &Event{Rule: r, Act: r.Act, Clause: c, Sentence: c.Sentence, Scope: record.Single}, slots: slots}
	k.Clauses = []*lang.Clause{c}
	k.Trigger, k.Word, k.Lemma = c.Predicate.Span, c.Predicate.Text, c.Predicate.Lemma
	if t.With != "" {
		k.widen(t.With)
	}
	if k.Actors, ok = f.fill(r.Roles.Actor, slots, nil); !ok {
		if r.Roles.Actor.Settles || strict {
			return nil
		}
		against = append(against, "needs: an actor")
	}
	if k.Targets, ok = f.fill(r.Roles.Target, slots, k.Actors); !ok {
		if r.Roles.Target.Settles || strict {
			return nil
		}
		against = append(against, "needs: a target")
	}
	k.Actors, k.Targets = f.withoutTowns(k.Actors, r.Roles.Actor), f.withoutTowns(k.Targets, r.Roles.Target)
	k.against = against
	k.score = 10*r.Prefer + 4*len(t.With) + 2*len(r.Needs) + 3*min(len(k.Actors), 1) + 3*min(len(k.Targets), 1)
	return k
}

// staysOpen reports whether nothing has a function of a role, whatever it is, that must be filled.
func staysOpen(r *rules.Role, slots []slot, strict bool) bool {
	return r != nil && r.Required && (r.Settles || strict) && !slices.ContainsFunc(slots, func(s slot) bool { return contains(r.Functions, s.function) })
}

// haveWordsFor reports whether a sentence has the words that a rule cannot do without, wherever
// in it they stand.
func (f *finder) haveWordsFor(r *rules.Rule, s *lang.Sentence) bool {
	needs := f.gate.needs[r]
	if len(needs) == 0 || f.gate.every {
		return true
	}
	if f.partsOf != s {
		text := s.Text
		if strings.Contains(text, "-") {
			text += f.wording(s).said.Text // where a road-block is a roadblock
		}
		f.partsOf, f.parts = s, f.gate.parts.in(text)
	}
	return f.parts.haveOneOfEach(needs)
}

// lacksObject reports whether a verb has no object, neither by its function nor right behind it: set
// off at dawn.
func lacksObject(c *lang.Clause, slots []slot) bool {
	if c.Arg(lang.Subject) == nil || c.Predicate.Voice == lang.Passive || slices.ContainsFunc(slots, func(s slot) bool { return s.function == "object" }) {
		return false
	}
	return !slices.ContainsFunc(c.Sentence.Nouns, func(g *lang.NounGroup) bool { return g.First == c.Verb.Last+1 && !g.Time })
}

// withoutTowns returns the fillers of a role without the towns, which could also stand for
// governments: rebels attacked Kabul. What is done to a town happens there.
func (f *finder) withoutTowns(fillers []Filler, r *rules.Role) []Filler {
	if r == nil || r.Mask().Is(rules.Place) {
		return fillers
	}
	return slices.DeleteFunc(fillers, func(x Filler) bool { return x.Class.Is(rules.Government) && f.reading.NamesTown(x.Group) })
}

// failsByWords reports whether a condition that asks for words alone does not hold and
// settles that the rule's sense is not meant, or is not to be missed. Words are cheaper
// to ask for than what noun groups stand for, so they are asked for first.
func (f *finder) failsByWords(c *lang.Clause, r *rules.Rule, slots []slot, strict bool) bool {
	for i := range r.Except {
		if t := &r.Except[i]; len(t.Kinds) == 0 && (strict || settlesSense(t)) && f.holds(t, c, slots) && !f.isOnlyBeforeTarget(t, slots) {
			return true
		}
	}
	return lang.AnyIn(0, len(r.Needs), func(i int) bool {
		t := &r.Needs[i]
		return len(t.Kinds) == 0 && (strict || makesSense(t)) && !f.isMoot(t, c, slots) && !f.holds(t, c, slots)
	})
}

// isOnlyBeforeTarget reports whether the word that gives a verb another sense only says
// what sort of building, vehicle or side is its object: struck an [oil] depot, and not
// struck [oil].
func (f *finder) isOnlyBeforeTarget(t *rules.Test, slots []slot) bool {
	if t.Function != "object" || t.Absent {
		return false
	}
	before := false
	for i := range slots {
		s := &slots[i]
		if !s.has(t.Function) || !f.isWanted(t, 0, s.group) {
			continue
		}
		if t.Words().Has(s.group.Lemma) || !f.class(s.group).Is(rules.Facility|rules.Vehicle|rules.Post|rules.Force|rules.Carrier) || slices.ContainsFunc(t.Lemmas, func(l string) bool { return strings.HasSuffix(l, " "+s.group.Lemma) }) {
			return false
		}
		before = true
	}
	return before
}

// failing returns the names of the conditions that do not hold. The second result is
// false where one of them settles that the rule's sense is not meant, or where strict is
// set and there is any. What failsByWords has asked for is not asked for again.
func (f *finder) failing(c *lang.Clause, r *rules.Rule, slots []slot, strict bool) (names []string, ok bool) {
	for i := range r.Except {
		t := &r.Except[i]
		settles := strict || settlesSense(t)
		if len(t.Kinds) == 0 && settles || !f.holds(t, c, slots) {
			continue
		}
		if settles {
			return nil, false
		}
		names = append(names, conditionName("except:", t))
	}
	for i := range r.Needs {
		t := &r.Needs[i]
		settles := strict || makesSense(t)
		if len(t.Kinds) == 0 && settles || f.isMoot(t, c, slots) || f.holds(t, c, slots) {
			continue
		}
		if settles {
			return nil, false
		}
		names = append(names, conditionName("needs:", t))
	}
	return names, true
}

// isMoot reports whether a condition asks who governs the predicate, where that is a verb,
// which governs itself, or an event noun with a doer of its own.
func (f *finder) isMoot(t *rules.Test, c *lang.Clause, slots []slot) bool {
	return t.Function == "governor" && (!c.Predicate.Noun || f.namesDoer(slots, t.Kinds))
}

// namesDoer reports whether an event noun has a subject of one of the kinds of its
// own, so that it needs no governor, as in "the army's advance".
func (f *finder) namesDoer(slots []slot, kinds []string) bool {
	mask := rules.Mask(kinds)
	return slices.ContainsFunc(slots, func(s slot) bool { return s.function == "subject" && !s.shared && f.class(s.group).Is(mask) })
}

// widen extends the trigger over the words before its head, as in "air strike".
func (k *candidate) widen(with string) {
	s := k.Sentence
	text := strings.ToLower(s.Text[:k.Trigger.Start-s.Start])
	i := strings.LastIndex(text, with)
	if i >= 0 && k.Trigger.Start-s.Start-i <= len(with)+3 {
		k.Trigger.Start = s.Start + i
		k.Word = s.Text[i : k.Trigger.End-s.Start]
	}
}
