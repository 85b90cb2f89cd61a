package casualty

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// list returns the patient and what is coordinated with it; kin of one person are
// one figure.
func (f *finder) list(p patient, subject bool) []patient {
	members := []*lang.NounGroup{p.victims}
	if subject {
		members = f.membersBefore(p)
	}
	if last := members[len(members)-1]; last != nil && !subject {
		members = f.membersAfter(members)
	}
	var out []patient
	for i, g := range members {
		q, ok := p, true
		if g != p.victims {
			q, ok = f.patientOf(g)
		}
		if !ok || f.notPeople(q) {
			continue
		}
		if i > 0 && (explains(members[i-1], g) || f.isSameOne(members[i-1], g, subject)) {
			continue
		}
		if i > 0 && len(out) > 0 && f.isOfOneNumber(g, q, out[len(out)-1]) {
			continue
		}
		out = append(out, q)
	}
	if f.isWhole(out, members[1:]) {
		out = out[:1]
	}
	return f.addKin(out)
}

// isOfOneNumber reports whether the patient q, of group g, shares the number of the one before it
// in a list: dozens of soldiers and policemen.
func (f *finder) isOfOneNumber(g *lang.NounGroup, q, before patient) bool {
	return g != nil && g.Det == "" && q.number == nil && before.number != nil && (q.quantity.Unknown || f.isBody(g))
}

// isBody reports whether a group without an article is of people whom nobody counts one by
// one: 270 guards and staff.
func (f *finder) isBody(g *lang.NounGroup) bool {
	return g.Number != lang.Plural && !g.Proper && !g.Pronoun && g.Possessor == nil && f.t.Tagged(g.Head, "NN") && !f.t.Tagged(g.First, "PRP$", "CD") && !f.w.kin[g.Lemma]
}

// explains reports whether the group b says what the people of group a are: Ahmed Said, [a journalist]
// and [activist], was shot.
func explains(a, b *lang.NounGroup) bool { return a != nil && a.Apposition != nil && a.Apposition == b }

// isSameOne reports whether two groups joined by and are of one person, whom a single
// article counts: a headman and trader was shot. The verb of a subject has to say so.
func (f *finder) isSameOne(a, b *lang.NounGroup, subject bool) bool {
	if a == nil || b == nil || a.Det == "" || b.Det != "" || a.Number == lang.Plural || b.Number == lang.Plural || a.Proper || b.Proper || !f.t.Is(b.First-1, "and") || f.t.Tagged(b.First, "PRP$", "CD") || b.Pronoun || b.Possessor != nil {
		return false
	}
	plain := func(g *lang.NounGroup) bool { return f.w.plain[g.Lemma] || f.w.kin[g.Lemma] }
	return !plain(a) && !plain(b) && f.w.person(a.Lemma, f.t[a.Head].Lower) && (!subject || f.t.Is(b.Last+1, "was", "is", "has"))
}

// isWhole reports whether the first of some figures counts those behind it, who are named
// or told in parts.
func (f *finder) isWhole(ps []patient, rest []*lang.NounGroup) bool {
	return len(ps) > 1 && f.isOfParts(ps)
}

// isOfParts reports whether the figures behind the first one and a comma are those of its
// parts, which they add up to: three herders, two women and a child, were shot; killed four
// people, two women and two children.
func (f *finder) isOfParts(ps []patient) bool {
	whole, last := ps[0], ps[len(ps)-1]
	if len(ps) < 3 || whole.number == nil || !isExact(whole) || whole.victims == nil || ps[1].victims == nil || !f.t.Is(min(ps[1].first, ps[1].victims.First)-1, ",") {
		return false
	}
	if !f.w.plain[whole.victims.Lemma] && !f.w.others[whole.victims.Lemma] && !f.t.Is(last.last+1, ",") {
		return false
	}
	sum := 0
	for _, p := range ps[1:] {
		if !isExact(p) {
			return false
		}
		sum += *p.quantity.Min
	}
	return sum == *whole.quantity.Min
}

// isExact reports whether a patient is told by an exact number.
func isExact(p patient) bool {
	q := p.quantity
	return q.Min != nil && q.Max != nil && *q.Min == *q.Max
}

// membersBefore returns the coordination that ends with the patient of a subject.
func (f *finder) membersBefore(p patient) []*lang.NounGroup {
	members := []*lang.NounGroup{p.victims}
	first := p.first
	for g := p.victims; ; {
		prev := f.memberBefore(g, first)
		if prev == nil {
			break
		}
		q, ok := f.patientOf(prev)
		alone := len(members) == 1
		if !ok || !f.isPeople(q) && !f.isName(q) || f.isPart(q) || f.hasOtherVerb(q) && !f.isAntecedent(p) ||
			f.t.Is(first-1, ",") && !f.isKinBeside(g) && f.endsList(p, q, alone) && !f.sharesNumber(prev) {
			break
		}
		members = append([]*lang.NounGroup{prev}, members...)
		g, first = prev, min(q.first, prev.First)
	}
	if p.victims != nil && len(members) == 1 {
		members = f.coordination(members)
	}
	return members
}

// memberBefore returns the member of a list before the group g, whose words begin
// at first, or nil.
func (f *finder) memberBefore(g *lang.NounGroup, first int) *lang.NounGroup {
	k, aside := f.memberEnd(first)
	prev := f.s.GroupAt(k)
	if g != nil && g.Coordinated != nil && !aside && (prev == nil || prev.First < g.Coordinated.First) {
		prev = g.Coordinated
	}
	if whole := f.beforePhrase(prev, g, first); whole != nil {
		prev = whole
	}
	if prev == nil || prev.First >= first {
		return nil
	}
	return prev
}

// beforePhrase returns the counted people to whose phrase prev belongs and with whom g, which begins
// at token first, forms a list, or nil: nine soldiers in | Gao and | three villagers. Where g is
// nil, a bare number with a phrase of its own stands there: three men from | Mali and | two from Chad.
func (f *finder) beforePhrase(prev, g *lang.NounGroup, first int) *lang.NounGroup {
	if prev == nil || !f.t.Tagged(prev.First-1, "IN", "TO") {
		return nil
	}
	var whole *lang.NounGroup
	if n := f.numberAt(first); g == nil && n != nil && f.t.Is(n.To, f.t.Word(prev.First-1)) {
		whole = f.s.GroupTo(prev.First - 2)
	} else if g != nil && g.Coordinated != nil && g.Coordinated.Last < prev.First {
		whole = g.Coordinated
	}
	if whole == nil {
		return nil
	}
	if q, ok := f.patientOf(whole); !ok || q.number == nil || !f.isPeople(q) {
		return nil
	}
	return whole
}

// isName reports whether the patient is a name, or a word that only a name can be:
// a noun alone at the beginning of the sentence (Gulzar and two others).
func (f *finder) isName(p patient) bool {
	g := p.victims
	return g != nil && (g.Proper || g.First == 0 && g.Last == 0 && g.Number != lang.Plural && f.t.Tagged(0, "NN", "JJ", "RB"))
}

// memberEnd returns the last token of the list member before the one that begins at
// first, or -1. Brackets and what only describes that member are passed over:
// Noor (41), a trader known for his wit, and | his son.
func (f *finder) memberEnd(first int) (last int, aside bool) {
	k := first - 1
	if f.t.Is(k, "and", "&") {
		k--
	}
	comma := f.t.Is(k, ",")
	if comma {
		k--
	}
	if k == first-1 {
		return -1, false
	}
	for k > 0 {
		if f.t.Is(k, ")") {
			k, aside = f.opening(k)-1, true
			continue
		}
		from := 0
		if comma {
			from = f.descriptionEnding(k)
		}
		if from == 0 {
			break
		}
		k, aside = from-2, true
	}
	if n := f.numberAt(k); n != nil && f.isAgeOf(n) {
		if g := f.s.GroupAt(k - 2); g != nil && !f.t.Tagged(g.First-1, "PRP", "WP") { // but among them a girl of nine
			return k - 2, true // a girl of nine | and her mother
		}
	}
	if !aside && !f.t.Tagged(k, "NNS", "NN", "NNP", "NNPS", "PRP", "CD") {
		return -1, false
	}
	return k, aside
}

// opening returns the bracket that the one at k closes, or k.
func (f *finder) opening(k int) int {
	for j := k - 1; j >= 0 && j > k-15; j-- {
		if f.t.Is(j, "(") {
			return j
		}
	}
	return k
}

// descriptionEnding returns the first token of a description that ends at token k and stands
// after a comma, or 0: , a trader | , known for his wit | , identified as Noor.
func (f *finder) descriptionEnding(k int) int {
	j := f.commaBefore(k)
	if j == 0 {
		return 0
	}
	if f.t.Is(j+2, "of") && f.t.Tagged(j+3, "PRP") || f.t.In(j+1, f.w.parts) {
		return j + 1 // two soldiers, one of them a captain; including a captain
	}
	last := j - 1
	if f.t.Is(last, ")") {
		last = f.opening(last) - 1
	}
	whom := f.s.GroupAt(last)
	if whom == nil || whom.Number == lang.Plural || whom.Last > last {
		return 0
	}
	if f.opensRemark(j+1) || f.describingGroup(whom, j+1, k) || f.describedName(whom, j+1, k) {
		return j + 1
	}
	return 0
}

// commaBefore returns the nearest comma up to token k outside of brackets, or 0.
func (f *finder) commaBefore(k int) int {
	for j := k; j > 1 && j > k-20; j-- {
		if f.t.Is(j, ")") {
			j = f.opening(j)
		} else if f.t.Is(j, ",") {
			return j
		}
	}
	return 0
}

// opensRemark reports whether a participle, an adjective with a preposition or a
// relative clause begins at i: known for his wit, who was on leave.
func (f *finder) opensRemark(i int) bool {
	return f.t.Tagged(i, "VBN", "VBG") || f.t.Is(i, "who") || f.t.In(i, f.w.describing) || f.t.Tagged(i, "JJ", "VBD") && f.t.Tagged(i+1, "IN", "TO")
}

// describingGroup reports whether the noun group from first to last describes or
// names whom: Noor, a trader; a headman, Gul Rahman.
func (f *finder) describingGroup(whom *lang.NounGroup, first, last int) bool {
	p, ok, found := f.groupEnding(last)
	g := f.s.GroupAt(last)
	if !found || g == nil || g.First != first || g.Last != last || p.number != nil {
		return false
	}
	job := whom.Proper && g.Number != lang.Plural && f.t.Tagged(g.Head, "NN") && !f.t.Tagged(g.First, "PRP$")
	return job || f.isNameOf(whom, g) || !ok || !f.isPeople(p) && !g.Proper
}

// isNameOf reports whether the second group is the name of the first: a headman, Gul
// Rahman.
func (f *finder) isNameOf(who, name *lang.NounGroup) bool {
	return name.Proper && name.Det == "" && name.First < name.Last && (who.Det == "a" || who.Det == "an" || who.Det == "the") && f.w.person(who.Lemma, f.t[who.Head].Lower)
}

// describedName reports whether the words from first to last are a group with an
// article and words that belong to it, behind a name: Noor, a trader known for his wit.
func (f *finder) describedName(whom *lang.NounGroup, first, last int) bool {
	g := f.s.GroupFrom(first)
	return whom.Proper && g != nil && (g.Det == "a" || g.Det == "an" || g.Det == "the") && g.Last < last
}

// uncounted reports whether g adds one person to the figure q without an and:
// two soldiers, a porter were killed.
func (f *finder) uncounted(g *lang.NounGroup, q patient) bool {
	return g != nil && (g.Det == "a" || g.Det == "an") && q.number != nil && f.w.person(g.Lemma, f.t[g.Head].Lower)
}

// endsList reports whether q, which a comma parts from what p begins or goes on with, is no
// member of its list: a trader, | two men were killed. last says that p is alone so far.
func (f *finder) endsList(p, q patient, last bool) bool {
	counted := f.s.Part == article.Title && p.number != nil && q.number != nil // 12 soldiers, 13 militants die
	if last {
		return p.number != nil && q.number == nil || !counted && !f.uncounted(p.victims, q)
	}
	return p.number != nil && q.number == nil && !f.uncounted(q.victims, p) // an aid worker, | two nurses and 11 patients
}

// sharesNumber reports whether the number of the group before it counts a group, too, so that
// the two are one member of a list: 40 soldiers | and policemen, 12 traders and a monk.
func (f *finder) sharesNumber(g *lang.NounGroup) bool {
	if g.Det != "" || g.Number != lang.Plural || !g.Numeral.Empty() || !f.t.Is(g.First-1, "and") {
		return false
	}
	first := f.s.GroupAt(g.First - 2)
	return first != nil && first.Last == g.First-2 && !first.Numeral.Empty()
}

// hasOtherVerb reports whether the patient is what another verb or preposition
// before it has: killed 12 men | and wounded three.
func (f *finder) hasOtherVerb(p patient) bool {
	k := p.first - 1
	for f.t.Tagged(k, "RB") {
		k--
	}
	if f.endsBetween(k) {
		return true
	}
	if k < 0 || f.w.leaving[f.t[k].Lemma] || f.t.Is(k, "that", "with") || f.t.In(k, f.w.parts) {
		return f.t.In(k, f.w.parts)
	}
	return strings.HasPrefix(f.t[k].Tag, "VB") && !f.w.copulas[f.t[k].Lemma] || f.t.Tagged(k, "IN", "TO") && !f.t.In(k, f.w.subordinate) || f.w.adjectives[f.t.Word(k)] != ""
}

// endsBetween reports whether the and at k joins what stands before and after it to one
// between: on the road between Kidal | and Gao and two guards.
func (f *finder) endsBetween(k int) bool {
	if !f.t.Is(k, "and") {
		return false
	}
	g := f.s.GroupAt(k - 1)
	return g != nil && f.t.Is(g.First-1, "between")
}

// membersAfter returns the coordination that begins with a group. What turns out to
// be the subject of a verb of its own does not belong to it: killed 38
// people, police and health officials said.
func (f *finder) membersAfter(members []*lang.NounGroup) []*lang.NounGroup {
	members = f.coordination(members)
	for len(members) > 1 && f.startsClause(members[len(members)-1]) && !f.isInSubject(members) {
		for len(members) > 2 && !f.t.Is(members[len(members)-1].First-1, ",") && f.t.Is(members[len(members)-2].First-1, ",") {
			members = members[:len(members)-1]
		}
		members = members[:len(members)-1]
	}
	return members
}

// coordination returns the groups that are coordinated with the last of some, behind
// them: Hayat Mir [and Masood Khan] were killed.
func (f *finder) coordination(members []*lang.NounGroup) []*lang.NounGroup {
	for g := members[len(members)-1]; g != nil; {
		if len(g.Conjuncts) == 0 {
			if next := f.joinedMember(g); next != nil && len(members) <= len(f.s.Nouns) {
				members = append(members, next)
				g = next
				continue
			}
			break
		}
		if len(members) > len(f.s.Nouns) {
			break
		}
		members = append(members, g.Conjuncts...)
		g = g.Conjuncts[len(g.Conjuncts)-1]
	}
	return members
}

// joinedMember is what goes with g by more than an and (a priest along with two
// nuns), or what has a participle that hides that it belongs to g (a builder
// and three masons | engaged in road work).
func (f *finder) joinedMember(g *lang.NounGroup) *lang.NounGroup {
	if j := f.jointly(g); j != nil {
		return j
	}
	if !f.t.Is(g.Last+1, "and") {
		return nil
	}
	p, ok := f.objectAfter(g.Last + 2)
	if !ok || p.victims == nil || f.notPeople(p) || !f.w.describing[f.t.Word(p.last+1)] || p.number == nil && !f.isPeople(p) {
		return nil
	}
	return p.victims
}

// jointly is who goes with g: along with two nuns, together with his son. It
// may stand behind what describes g: a priest of the diocese, identified as
// Noor, along with two nuns.
func (f *finder) jointly(g *lang.NounGroup) *lang.NounGroup {
	for i := g.Last + 1; i < len(f.t) && i < g.Last+25; i++ {
		for _, w := range f.w.jointly {
			if !f.t.Spell(i, w...) {
				continue
			}
			if p, ok := f.objectAfter(i + len(w)); ok && f.isPeople(p) {
				return p.victims
			}
			return nil
		}
		if f.t.Tagged(i, "VBD", "VBZ", "VBP", "MD", "CC", "WRB") || f.t.Is(i, ";", ".") || f.numberAt(i) != nil && !f.t.Is(i+1, ")") {
			return nil
		}
	}
	return nil
}

// startsClause reports whether g is the subject of a verb of its own rather than
// a member of the list before it: killed 12 soldiers and rebels fled.
func (f *finder) startsClause(g *lang.NounGroup) bool {
	i := g.Last + 1
	for f.t.Tagged(i, "RB") {
		i++
	}
	return f.t.Tagged(i, "VBD", "VBZ", "VBP", "MD", "VBN") && !f.w.describing[f.t.Word(i)] || f.w.adjectives[f.t.Word(i)] != ""
}

// isInSubject reports whether a list stands in the phrase of the subject of the verb behind it: the
// bodies of | nine soldiers and four civilians | were found.
func (f *finder) isInSubject(members []*lang.NounGroup) bool {
	v := f.s.VerbAt(members[len(members)-1].Last + 1)
	return v != nil && slices.ContainsFunc(f.s.Clauses, func(c *lang.Clause) bool {
		g := c.Arg(lang.Subject)
		return c.Verb == v && g != nil && g.Last < members[0].First
	})
}

// addKin adds up the kin that follow a possessor: his wife and two children.
func (f *finder) addKin(ps []patient) []patient {
	var out []patient
	for _, p := range ps {
		if n := len(out); n > 0 && f.isKin(p) && p.victims.Det == "" && f.isKin(out[n-1]) && f.hasPossessor(out[n-1]) {
			a := &out[n-1]
			q := a.quantity
			start := a.victims.Start
			if a.number == nil {
				start = q.Start
			} else {
				start = min(start, q.Start)
			}
			q.Span = article.Span{Start: start, End: max(p.victims.End, p.quantity.End)}
			q.Text = f.s.Text[q.Start-f.s.Start : q.End-f.s.Start]
			q.Min, q.Max = plus(q.Min, p.quantity.Min), plus(q.Max, p.quantity.Max)
			a.quantity, a.last = q, p.last
			continue
		}
		out = append(out, p)
	}
	return out
}

// isKin reports whether a patient is named by a word for kin: his wife, two children.
func (f *finder) isKin(p patient) bool {
	return p.victims != nil && f.w.kin[f.t[p.victims.Head].Lemma]
}

// hasPossessor reports whether it is said whose a patient is: his wife, the judge's wife.
func (f *finder) hasPossessor(p patient) bool {
	g := p.victims
	return g.Possessor != nil || f.t.Tagged(g.First, "PRP$") || f.t.Tagged(g.First-1, "PRP$", "POS")
}

// isKinBeside reports whether g is a relation of somebody told right before it: a judge, |
// his wife and two children were killed.
func (f *finder) isKinBeside(g *lang.NounGroup) bool {
	return g != nil && f.w.kin[g.Lemma] && f.t.Tagged(g.First, "PRP$")
}
