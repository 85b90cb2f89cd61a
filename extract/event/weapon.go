package event

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// findWeapons adds the weapon words of the candidate's clauses. A word for what
// the act was done to is none, as in "destroyed an explosives workshop".
func (f *finder) findWeapons(k *candidate) {
	s := k.Sentence
	var spans []article.Span
	for _, c := range k.Clauses {
		spans = append(spans, c.Span)
		spans = appendMeans(spans, c, s)
		for _, a := range c.Args {
			spans = append(spans, a.Group.Span)
			if len(a.Group.Relative) > 0 && f.reading.Is(a.Group, rules.Weapon|rules.Carrier) {
				spans = f.appendContents(spans, a.Group, contentsDepth)
			}
			if a.Function == lang.Oblique && (a.Prep == "with" || a.Prep == "using" || a.Prep == "by" || a.Prep == "in" || a.Prep == "from") {
				for _, at := range a.Group.Attached {
					spans = append(spans, at.Group.Span)
				}
			}
		}
	}
	for _, w := range f.wording(s).weapons {
		if slices.ContainsFunc(spans, w.Overlaps) && !s.IsAcrossAnswer(k.Trigger, w.Span) && !k.isTarget(w) && !k.describesObject(w) && !f.isWrecked(k, w) && !f.isOfSupporter(k, w) {
			k.Weapons = append(k.Weapons, w)
		}
	}
}

// appendMeans appends that with which what a clause tells is done, as other clauses of
// its sentence say: used drones to attack; killed nine soldiers using landmines.
func appendMeans(spans []article.Span, c *lang.Clause, s *lang.Sentence) []article.Span {
	if g := c.Means(); g != nil {
		spans = append(spans, g.Span)
	}
	for _, o := range s.Clauses {
		if g := o.Arg(lang.Object); g != nil && o.IsMeansOf(c) {
			spans = append(spans, g.Span)
		}
	}
	return spans
}

// contentsDepth is how often a weapon may be filled with another: barrel bombs loaded
// with cylinders that contain chlorine.
const contentsDepth = 2

// appendContents appends what the words after a weapon say that it holds, as in "shells
// filled with sarin", "a rocket that carried mustard gas".
func (f *finder) appendContents(spans []article.Span, g *lang.NounGroup, depth int) []article.Span {
	for _, c := range g.Relative {
		if !contains(f.set.Grammar.Holdings, c.Predicate.Lemma) {
			continue
		}
		for _, a := range c.Args {
			if a.Group == g || a.Function != lang.Object && a.Prep != "with" && a.Function != lang.By {
				continue
			}
			spans = append(spans, a.Group.Span)
			if depth > 1 {
				spans = f.appendContents(spans, a.Group, depth-1)
			}
		}
	}
	return spans
}

// Weapons returns the weapon words of an analysed sentence in text order.
func Weapons(set *rules.Set, s *lang.Sentence) []Weapon {
	var out []Weapon
	for i := 0; i < len(s.Tokens); i++ {
		if !set.BeginsWeapon(s.Tokens[i].Lower) {
			continue
		}
		w, n := weaponAt(set, s.Tokens, i)
		if n == 0 || n == 1 && (isOtherNoun(set, s.Tokens, i) || isWorked(set, s, i)) {
			continue
		}
		span := article.Span{Start: s.Tokens[i].Start, End: s.Tokens[i+n-1].End}
		i += n - 1
		out = append(out, Weapon{span, s.Text[span.Start-s.Start : span.End-s.Start], w.Class, w.Name})
	}
	return out
}

// isOtherNoun reports whether the word at token i and the one before it are a noun for
// something that is no weapon: a gold mine.
func isOtherNoun(set *rules.Set, t []lang.Token, i int) bool {
	if i == 0 {
		return false
	}
	two, known := set.Nouns[t[i-1].Lower+" "+t[i].Lower]
	if !known {
		two, known = set.Nouns[t[i-1].Lower+" "+lang.Lemma(t[i].Lower, t[i].Tag)]
	}
	return known && !two.Is(rules.Weapon|rules.Carrier)
}

// isWorked reports whether the word at token i is for a place that people work in, which a weapon
// has its name from: killed two guards at the mine. Who steps on one, or is killed by it, does not.
func isWorked(set *rules.Set, s *lang.Sentence, i int) bool {
	g := s.GroupTo(i)
	if g == nil || !contains(set.Grammar.Worked, s.Tokens[i].Lower) {
		return false
	}
	return s.Tokens.Is(g.First-1, set.Grammar.AtWork...) || slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool {
		return c.Predicate.Noun && slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Prep == "on" && a.Group == g }) &&
			slices.ContainsFunc(set.Triggers(c.Predicate.Lemma, "n"), func(t rules.Trigger) bool { return t.Rule.Is("storming") })
	})
}

// weaponAt returns the longest weapon name that begins at token i and the number
// of its tokens, or 0. A verb is no weapon, as in "they rocket to fame".
func weaponAt(set *rules.Set, t []lang.Token, i int) (rules.Arm, int) {
	for n := 4; n >= 1; n-- {
		if i+n > len(t) {
			continue
		}
		var room [64]byte
		name := room[:0]
		for k := i; k < i+n; k++ {
			if k > i {
				name = append(name, ' ')
			}
			name = append(name, t[k].Lower...)
		}
		if w, ok := set.Weapons[string(name)]; ok {
			if n == 1 && strings.HasPrefix(t[i].Tag, "V") {
				return rules.Arm{}, 0
			}
			return w, n
		}
	}
	return rules.Arm{}, 0
}

// describesObject reports whether the weapon word stands before the head of what
// the act was done to, as in "destroyed an explosives workshop".
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

// isWrecked reports whether the weapon word names what the act destroyed, as in "shelled
// the base, destroying two helicopters".
func (f *finder) isWrecked(k *candidate, w Weapon) bool {
	for _, c := range k.Clauses {
		if c.Predicate.Noun || c.Predicate.Voice != lang.Active || !f.wrecks(c.Predicate.Lemma) {
			continue
		}
		for _, a := range c.Args {
			if a.Function == lang.Object && slices.ContainsFunc(members(a.Group), func(g *lang.NounGroup) bool { return g.Contains(w.Span) }) {
				return true
			}
		}
	}
	return false
}

// isOfSupporter reports whether the weapon word tells with what others support who
// acts, as in "troops backed by gunships retook the town".
func (f *finder) isOfSupporter(k *candidate, w Weapon) bool {
	return slices.ContainsFunc(k.Sentence.Clauses, func(c *lang.Clause) bool {
		if c.Link != lang.Relative || slices.Contains(k.Clauses, c) || !contains(f.set.Grammar.Supporting, c.Predicate.Lemma) {
			return false
		}
		return slices.ContainsFunc(c.Args, func(a lang.Arg) bool { return a.Function == lang.By && a.Group.Contains(w.Span) })
	})
}

// wrecks reports whether a verb is one of destroying or damaging.
func (f *finder) wrecks(verb string) bool {
	return slices.ContainsFunc(f.set.Triggers(verb, "v"), func(t rules.Trigger) bool { return t.Rule.Is("wrecking") })
}

// isTarget reports whether the weapon word names what the act was done to, as in
// "shot down a drone", or is only what a building that was hit is for, as in "dropped
// bombs on a chemical plant".
func (k *candidate) isTarget(w Weapon) bool {
	for _, t := range k.Targets {
		if t.Class.Is(rules.Facility) && (t.Group.Contains(w.Span) && w.End < k.Sentence.Tokens[t.Group.Head].Start || isHeldBy(w, t.Group)) {
			return true
		}
		if t.Group.Contains(w.Span) && (t.Via == "object" && !t.Class.Is(rules.Person|rules.Force) || w.Class == "aircraft" || w.Class == "artillery") {
			return true
		}
	}
	return false
}

// isHeldBy reports whether the weapon word says what a place holds, as in "a store of
// chemical weapons", "a depot containing chlorine".
func isHeldBy(w Weapon, g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Attached, func(at *lang.Attachment) bool { return at.Prep == "of" && at.Group.Contains(w.Span) })
}
