package casualty

import (
	"slices"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/quantity"
)

// Kinds of casualties.
const (
	Killed    = "killed"
	Wounded   = "wounded"
	Captured  = "captured"
	Abducted  = "abducted"
	Missing   = "missing"
	Displaced = "displaced"
)

// What a figure is to the ones before it.
const (
	TollTotal  = "total"  // the toll so far
	TollNew    = "new"    // comes on top of an earlier figure
	TollFormer = "former" // was given before another, which replaces it
)

var kindOrder = map[string]int{Killed: 0, Wounded: 1, Captured: 2, Abducted: 3, Missing: 4, Displaced: 5}

// Casualty is one figure of one kind as a sentence gives it.
type Casualty struct {
	Kind     string
	Quantity mention.Quantity
	Victims  *lang.NounGroup // nil where the sentence does not name them
	Combined bool            // one figure over several kinds; listed under each
	Toll     string          // TollTotal, TollNew, TollFormer or empty
	Corrects bool            // it replaces the figures before it
	Anchor   article.Span    // the trigger: killed, dead, toll
	Cause    bool            // it is the reason for something else: a march over the death of two men
	Clause   *lang.Clause    // the clause whose predicate the anchor is, or nil
	weak     bool            // only where nothing else says what became of anybody: shot 17 people
	// Members are the other victims of a figure that Sum added up.
	Members []*lang.NounGroup
	// List is the same number on the members of one coordination (a policeman
	// and two guards were killed), zero on others. Sum adds them up.
	List int
}

// Casualties returns the figures of an analysed sentence, in text order.
func Casualties(s *lang.Sentence) []Casualty {
	if len(s.Tokens) == 0 {
		return nil
	}
	f := &finder{w: words(), s: s, t: s.Tokens, taken: map[int]bool{}, tolled: -1}
	if !f.hasCasualties() {
		return nil
	}
	f.numbers = quantity.Find(s)
	f.find()
	f.dropUncounted()
	f.dropWeak()
	f.out = slices.DeleteFunc(f.out, func(c Casualty) bool {
		return f.isIncluded(c) || f.isOfTheDead(c) || f.isDescribed(c) || f.isToldAgain(c)
	})
	for i := range f.out {
		if c := &f.out[i]; c.Kind == Killed && c.Toll == "" && f.isGivenBefore(f.s.TokensIn(c.Quantity.Span).From) {
			c.Toll = TollFormer
		}
	}
	sort.SliceStable(f.out, func(i, j int) bool {
		a, b := f.out[i], f.out[j]
		if a.Quantity.Start != b.Quantity.Start {
			return a.Quantity.Start < b.Quantity.Start
		}
		return kindOrder[a.Kind] < kindOrder[b.Kind]
	})
	return f.out
}

// finder looks for the figures of one sentence.
type finder struct {
	w       *casualtyWords
	s       *lang.Sentence
	t       lang.Tokens
	numbers []quantity.Number
	out     []Casualty
	lists   int
	taken   map[int]bool // tokens that belong to a trigger before them: shot [dead]
	tolled  int          // the token after the figure of a toll
}

// hasCasualties reports whether the sentence has a word of casualties at all, and no
// sign that it tells of an accident, a disease or a match.
func (f *finder) hasCasualties() bool {
	trigger, peaceful, force := false, false, false
	for _, t := range f.t {
		verb, singular := verbOf(t), strings.TrimSuffix(t.Lower, "s")
		if !f.w.all.May(t.Lemma) && !f.w.all.May(t.Lower) && !f.w.all.May(verb) && !f.w.all.May(singular) {
			continue
		}
		trigger = trigger || len(f.w.verbs[t.Lemma]) > 0 || f.w.adjectives[t.Lower] != "" || len(f.w.nouns[t.Lemma]) > 0 ||
			f.w.tolls[t.Lemma] || f.w.numbers[t.Lemma] || f.w.combined[t.Lemma] || len(f.w.verbs[verb]) > 0 || len(f.w.verbs[singular]) > 0 || f.w.tolls[t.Lower]
		peaceful = peaceful || f.w.causes[t.Lower] || f.w.sport[t.Lower]
		force = force || f.w.force[t.Lower]
	}
	return trigger && (!peaceful || force)
}

// find looks for a trigger at every token.
func (f *finder) find() {
	for i := 0; i < len(f.t); i++ {
		if n := f.chain(i); n > 0 {
			i += n - 1
			continue
		}
		if !f.taken[i] {
			f.adjective(i)
			f.noun(i)
			f.fatally(i)
			f.alike(i)
		}
		f.toll(i)
	}
}

// dropUncounted removes the figures of people without a number where a toll gives
// the number of their kind, as in "the bodies of men killed in the raid, with the toll
// put at 20", and those of acts where a figure counts whom they befell, as in "arrested
// 400 people, with many arrests in Minsk".
func (f *finder) dropUncounted() {
	f.out = slices.DeleteFunc(f.out, func(c Casualty) bool {
		act := c.Clause != nil && c.Clause.Predicate.Noun && f.t.Tagged(f.s.TokensIn(c.Anchor).From, "NNS")
		return (c.Quantity.Unknown || c.Quantity.Max == nil && act) && slices.ContainsFunc(f.out, func(o Casualty) bool {
			return o.Kind == c.Kind && (o.Toll == TollTotal || act && o.Quantity.End < c.Quantity.Start) && !o.Quantity.Unknown
		})
	})
}

// dropWeak removes the figures of people who were only shot where the sentence says
// of anybody that he was killed or wounded: two men were shot, one of whom died.
func (f *finder) dropWeak() {
	if slices.ContainsFunc(f.out, func(c Casualty) bool { return !c.weak && (c.Kind == Killed || c.Kind == Wounded) }) {
		f.out = slices.DeleteFunc(f.out, func(c Casualty) bool { return c.weak })
	}
}

// isIncluded reports whether a figure of the dead is part of one before it: killed 11
// people, including two nurses and a boy; killed 30, with 18 bodies found in one house.
func (f *finder) isIncluded(c Casualty) bool {
	at := f.s.TokensIn(c.Quantity.Span)
	if f.isOfWhom(c, at.To) {
		return true
	}
	if c.Kind != Killed || at.Empty() || (!f.opensParts(at.From-1) || f.isBesideParts(c.Victims)) && !f.isOfBodies(c, at.From) && !f.isOfMost(at.From) {
		return false
	}
	return slices.ContainsFunc(f.out, func(o Casualty) bool {
		return o.Kind == Killed && o.Quantity.Start < c.Quantity.Start && o.Quantity.Min != nil && c.Quantity.Min != nil && *o.Quantity.Min > *c.Quantity.Min
	})
}

// isOfWhom reports whether the words from token i on say that a figure counts some of those whom
// an earlier figure of the same kind counts: 26 were injured, several | of whom lost limbs.
func (f *finder) isOfWhom(c Casualty, i int) bool {
	return f.t.Is(i, "of") && f.t.Is(i+1, "whom", "them") && slices.ContainsFunc(f.out, func(o Casualty) bool {
		return o.Kind == c.Kind && o.Quantity.End <= c.Quantity.Start && o.Quantity.Min != nil && (c.Quantity.Min == nil || *o.Quantity.Min >= *c.Quantity.Min)
	})
}

// isBesideParts reports whether a group is in a list with one before it whose parts stand between
// them: nine soldiers, including a colonel, and | four civilians.
func (f *finder) isBesideParts(g *lang.NounGroup) bool {
	if g == nil || g.Coordinated == nil {
		return false
	}
	return lang.AnyIn(g.Coordinated.Last+1, g.First, func(k int) bool { return f.t.In(k, f.w.parts) })
}

// isOfMost reports whether the figure at token i counts those of whom the words before it
// say that most of the dead were: most of them in Bria, where 35 died.
func (f *finder) isOfMost(i int) bool {
	where := false
	for k := i - 1; k > 0 && k >= i-partsReach; k-- {
		where = where || f.t.Is(k, "where")
		if where && f.t.Is(k, "most", "many", "half") && f.t.Is(k+1, "of") && f.t.Is(k+2, "them", "whom") {
			return true
		}
	}
	return false
}

// isOfTheDead reports whether a figure only says how many of the dead are of a kind,
// whom another figure counts: ten of those killed were cadets; most of the victims -
// 14 - died in an air strike.
func (f *finder) isOfTheDead(c Casualty) bool {
	at := f.s.TokensIn(c.Quantity.Span)
	if c.Kind != Killed || at.Empty() {
		return false
	}
	before := at.From - 1
	if f.t.Is(before, "-", "–", "—", ",", "(") {
		before--
	}
	return f.isTheDead(at.To) || f.t.In(before, f.w.dead) && f.isTheDead(before-2)
}

// isTheDead reports whether the words from i on are those of people who are counted
// elsewhere: of the dead, of those killed, of the victims.
func (f *finder) isTheDead(i int) bool {
	return f.t.Is(i, "of") && f.t.Is(i+1, "the", "those", "these", "its") && f.t.In(i+2, f.w.dead) && !f.t.Noun(i+3)
}

// isDescribed reports whether the figure is of people of whom something else is told
// than what describes them: three detained | rebels were killed.
func (f *finder) isDescribed(c Casualty) bool {
	return c.Kind != Killed && c.Kind != Wounded && c.Victims != nil && c.Victims.Contains(c.Anchor) && slices.ContainsFunc(f.out, func(o Casualty) bool {
		return o.Kind != c.Kind && o.Quantity.Span == c.Quantity.Span && (o.Victims == nil || !o.Victims.Contains(o.Anchor))
	})
}

// isToldAgain reports whether a figure with the only names those again whom another
// counts: nine miners were shot dead; the bodies of the nine miners were found.
func (f *finder) isToldAgain(c Casualty) bool {
	at := f.s.TokensIn(c.Quantity.Span)
	if at.Empty() || c.Victims == nil || !f.t.Is(at.From-1, "the") {
		return false
	}
	return slices.ContainsFunc(f.out, func(o Casualty) bool {
		return o.Kind == c.Kind && o.Quantity.End < c.Quantity.Start && o.Victims != nil && o.Victims.Lemma == c.Victims.Lemma && equal(o.Quantity.Min, c.Quantity.Min)
	})
}

// equal reports whether two bounds are there and the same.
func equal(a, b *int) bool { return a != nil && b != nil && *a == *b }

// partsReach is how many words back the list of a total's parts may begin.
const partsReach = 12

// opensParts reports whether the word at k, or the one before the list of noun groups
// that ends there, is including: including | two nurses and.
func (f *finder) opensParts(k int) bool {
	for j := k; j >= 0 && j > k-partsReach; j-- {
		if f.t.Is(j, "including") {
			return true
		}
		if j == k && !f.t.Is(j, "and", ",") || strings.HasPrefix(f.t[j].Tag, "VB") || f.t.Tagged(j, "IN", "MD", "WP", "WDT") && !f.t.Is(j, "of") || f.t.Is(j, ";", "(", ")") {
			return false
		}
	}
	return false
}

// isOfBodies reports whether the figure at token i is of bodies that an absolute
// phrase counts: with 18 bodies pulled from the ruins.
func (f *finder) isOfBodies(c Casualty, i int) bool {
	return f.t.Is(i-1, "with") && c.Victims != nil && f.t[c.Victims.Head].Lemma == "body"
}

// add records a patient under a kind, unless an overlapping figure of the kind is
// there already.
func (f *finder) add(kind string, p patient, anchor int, combined bool, list int) {
	if p.quantity.Text == "" {
		return
	}
	for _, c := range f.out {
		if c.Kind == kind && c.Quantity.Overlaps(p.quantity.Span) {
			return
		}
	}
	if kind == Missing && slices.ContainsFunc(f.out, func(c Casualty) bool { return c.Quantity.Span == p.quantity.Span }) {
		return // taken hostage and still missing
	}
	if kind == Killed && anchor > 0 && f.w.succumbing[f.t[anchor].Lemma] { // was hurt and later died; but a soldier hurt in a raid died
		f.out = slices.DeleteFunc(f.out, func(c Casualty) bool {
			return c.Kind == Wounded && c.Quantity.Span == p.quantity.Span && (c.Clause == nil || c.Clause.Link != lang.Relative)
		})
	}
	c := Casualty{Kind: kind, Quantity: p.quantity, Victims: p.victims, Combined: combined, Toll: p.toll, Corrects: p.corrects, weak: p.weak, Anchor: f.t[anchor].Span, Clause: f.clauseAt(anchor), List: list, Cause: f.isGround(anchor)}
	if c.Toll == "" && (f.summedUp(p) || f.continuesToll(p)) {
		c.Toll = TollTotal
	}
	f.out = append(f.out, c)
}

// addAll records the members of a list.
func (f *finder) addAll(kinds []string, ps []patient, anchor int, combined bool) {
	list := 0
	if len(ps) > 1 {
		f.lists++
		list = f.lists
	}
	for _, p := range ps {
		for _, k := range kinds {
			f.add(k, p, anchor, combined, list)
		}
	}
}

// summedUp reports whether the figure is summed up by the words after it: 1,250
// fighters in all.
func (f *finder) summedUp(p patient) bool {
	for i := 0; i < p.first; i++ { // In all, 240 people
		for _, w := range f.w.sums {
			if f.t.Spell(i, w...) && i+len(w) >= p.first-1 && i+len(w) <= p.first {
				return true
			}
		}
	}
	for i := p.last + 1; i < len(f.t) && i <= p.last+3; i++ {
		for _, w := range f.w.sums {
			if f.t.Spell(i, w...) {
				return true
			}
		}
	}
	return false
}

// continuesToll reports whether the figure follows that of a toll: rose to 90 dead
// and 300 wounded.
func (f *finder) continuesToll(p patient) bool {
	return f.tolled >= 0 && p.number != nil && p.first >= f.tolled && p.first <= f.tolled+3 && f.t.Is(p.first-1, "and", ",")
}

// isGround reports whether the noun at a token is what something else is about:
// riots over the death of a student; in revenge for the killing of a general.
func (f *finder) isGround(i int) bool {
	if !f.t.Tagged(i, "NN", "NNS") {
		return false
	}
	if f.t.Tag(i-1) == "DT" && f.w.theGrounds[f.t.Word(i-2)] {
		return true
	}
	if g := f.s.GroupAt(i); g != nil && g.IsAnswered() {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if f.w.grounds[f.t[k].Lower] {
			return true
		}
		if !f.t.Tagged(k, "DT", "JJ", "PRP$", "POS", "NN", "NNP", "CC") {
			return false
		}
	}
	return false
}

func (f *finder) clauseAt(token int) *lang.Clause {
	for _, c := range f.s.Clauses {
		if c.Verb != nil && c.Verb.First <= token && token <= c.Verb.Last || c.Verb == nil && c.Group != nil && c.Group.Head == token {
			return c
		}
	}
	return nil
}

// Sum adds up the lists of one figure: a policeman and a guard, his mother
// and two sisters. Members with figures of their own and unlike victims
// (three soldiers and two rebels) stay apart.
func Sum(cs []Casualty) []Casualty {
	var out []Casualty
	for i := 0; i < len(cs); i++ {
		c := cs[i]
		if c.List == 0 {
			out = append(out, c)
			continue
		}
		k := -1
		for j := range out {
			if out[j].List == c.List && out[j].Kind == c.Kind && joins(out[j], c) {
				k = j
			}
		}
		if k < 0 {
			out = append(out, c)
			continue
		}
		out[k].Quantity = added(out[k], c)
		if c.Victims != nil {
			out[k].Members = append(slices.Clip(out[k].Members), c.Victims)
		}
	}
	return out
}

// joins reports whether two members of a list make one figure. What one number
// counts is a figure of its own, unless all that is told is sex and age.
func joins(a, b Casualty) bool {
	if a.Victims == nil || b.Victims == nil {
		return a.Victims == nil == (b.Victims == nil)
	}
	if t := b.Victims.Sentence.Tokens; b.Victims.First > 0 && words().accompanied[t[b.Victims.First-1].Lower] {
		return false // a priest along with two nuns
	}
	switch {
	case a.Quantity.Unknown || b.Quantity.Unknown:
		return !counted(a) && !counted(b)
	case !counted(a):
		return !counted(b) || a.Victims.Det != "a" && a.Victims.Det != "an" || possessive(b.Victims) || plainVictims(a) && plainVictims(b)
	}
	return counted(b) && plainVictims(a) && plainVictims(b)
}

// counted reports whether the figure is a number, not a noun group.
func counted(c Casualty) bool { return c.Victims == nil || c.Quantity.End < c.Victims.End }

// possessive reports whether the victims are told by whose they are: her three
// daughters.
func possessive(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	return t[g.First].Tag == "PRP$" || g.First > 0 && t[g.First-1].Tag == "PRP$"
}

// plainVictims reports whether the victims are only told by sex, age or kinship.
func plainVictims(c Casualty) bool {
	return c.Victims != nil && (words().kin[c.Victims.Lemma] || words().plain[c.Victims.Lemma])
}

func added(a, b Casualty) mention.Quantity {
	q := a.Quantity
	s := sentenceOf(a, b)
	if s == nil {
		return q
	}
	end := b.Quantity.End
	if b.Victims != nil {
		end = max(end, b.Victims.End)
	}
	q.Span = article.Span{Start: min(q.Start, b.Quantity.Start), End: max(q.End, end)}
	q.Text = s.Text[q.Start-s.Start : q.End-s.Start]
	q.Unknown = q.Unknown || b.Quantity.Unknown
	q.Max = plus(a.Quantity.Max, b.Quantity.Max)
	switch {
	case b.Quantity.Unknown: // Imran and his accomplices: at least Imran
	case a.Quantity.Unknown:
		q.Min = b.Quantity.Min
	default:
		q.Min = plus(a.Quantity.Min, b.Quantity.Min)
	}
	return q
}

func sentenceOf(cs ...Casualty) *lang.Sentence {
	for _, c := range cs {
		if c.Victims != nil {
			return c.Victims.Sentence
		}
		if c.Clause != nil {
			return c.Clause.Sentence
		}
	}
	return nil
}

// plus adds two bounds; an open one leaves the sum open.
func plus(a, b *int) *int {
	if a == nil || b == nil {
		return nil
	}
	n := *a + *b
	return &n
}
