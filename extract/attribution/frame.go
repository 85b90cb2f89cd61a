package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// sentence finds the attributions of one sentence: first every cue with its
// source, then what each of them says, which depends on where the others are.
func (r *reader) sentence(i int) {
	l := r.line(i)
	if len(l.t) == 0 {
		return
	}
	for _, h := range r.hitsIn(l.s.Span) {
		k := l.tokenAt(h.Start)
		if k < 0 || l.taken[k] {
			continue
		}
		var u *unit
		switch {
		case h.words != nil:
			u = l.phraseCue(k, h)
		case h.noun:
			u = l.nounCue(k, h)
		default:
			u = l.verbCue(k, h)
			if u == nil && l.noun(k) {
				if w := words().nouns[l.t[k].Lower]; w != nil {
					h.word = w
					u = l.nounCue(k, h)
				}
			}
		}
		if u != nil {
			l.units = append(l.units, u)
		}
	}
	for k, u := range l.units {
		if !u.done && !u.echo {
			l.fill(u, l.units[:k], l.units[k+1:])
			l.clip(u)
		}
	}
	for k, u := range l.units {
		if u.echo {
			l.repeat(u, k)
		}
	}
	for _, u := range l.units {
		if len(tidy(u.content)) == 0 {
			continue
		}
		kind := u.kind
		if kind == "" {
			kind = u.word.kind
		}
		r.found = append(r.found, &Attribution{
			Source: u.source, Cue: Cue{u.cue, r.text[u.cue.Start:u.cue.End], u.lemma}, Content: u.content,
			Via: u.via, Sentence: i, Kind: kind,
		})
	}
}

func (l *line) tokenAt(offset int) int {
	for k := range l.t {
		if l.t[k].End > offset {
			if l.t[k].Start <= offset {
				return k
			}
			return -1
		}
	}
	return -1
}

// verbCue reads a verb of saying and finds who says it. It returns nil where
// the word at token k is no verb, or tells of nothing that was said.
func (l *line) verbCue(k int, h hit) *unit {
	u := l.verbAt(k, h)
	if u == nil {
		return nil
	}
	v := u.verb
	if h.has(fQuoted) {
		return l.quotedCue(u)
	}
	if h.has(fCites) && v != nil && v.Form == "VBG" {
		if c := l.citing(u); c != nil {
			return c
		}
	}
	if v != nil && u.passive() {
		if p := l.passiveCue(u); p != nil {
			return p
		}
		if !l.unmarkedPast(u) && l.unstoppedSpeaker(v.First, u.last+1) == nil {
			return nil
		}
		u.clause = nil // the tagger took admitted in admitted it had … for a participle
	}
	if l.describing(k) {
		return nil
	}
	if !h.has(fUninverted) && l.invert(u) {
		return u
	}
	return l.activeCue(u)
}

// verbAt returns the cue of the verb at token k, still without its source, or
// nil where the word is no verb or the saying is not told as a fact.
func (l *line) verbAt(k int, h hit) *unit {
	v := l.verbs[k]
	if v != nil && v.Main != k || l.partOfName(k) {
		return nil // an auxiliary, a particle
	}
	u := &unit{word: h.word, cue: h.Span, main: k, last: k, verb: v, lead: -1}
	if v == nil {
		if !l.mistagged(k) {
			return nil
		}
		l.split(k)
		return u
	}
	u.last = max(v.Last, k)
	if h.particle != "" && u.last == k {
		u.last = k + 1
	}
	u.clause = l.clauses[k]
	if !l.affirmed(u) {
		return nil
	}
	return u
}

// partOfName reports whether the word at token k belongs to a name and is not
// the verb of a headline: the United States to ….
func (l *line) partOfName(k int) bool {
	return k > 0 && k+1 < len(l.t) && l.mark(k-1) == 0 && l.mark(k+1) == 0 && l.s.Part == article.Body &&
		capitalised(l.t[k].Text) && !capitalised(l.t[k+1].Text)
}

// activeCue finds the source of a verb among the subjects: its own, the one
// that it shares, or the noun group that its relative clause describes.
func (l *line) activeCue(u *unit) *unit {
	if is("reflexive", l.word(u.main+1)) {
		return nil // a group calling itself …
	}
	g, own := l.subject(u)
	if d := l.claimer(u); d != nil {
		g, own = d, false
	} else if !own {
		if l.describesNoun(u) {
			return nil
		}
		g = l.shared(u, g)
	}
	if u.has(fClaims) && !l.deniesClaim(u) {
		return nil
	}
	src, ok := l.speaker(g, u.word)
	if !ok || l.excepted(u) || u.has(fLabel) && l.word(g.First-1) == "what" {
		return nil // what they call a safe zone
	}
	if src.Start < u.cue.Start && src.End > u.cue.Start {
		src.Span = l.trim(article.Span{Start: src.Start, End: u.cue.Start})
		src.Text = l.text[src.Start:src.End]
	}
	u.source, u.own = src, own
	u.from, u.to = u.verb0(), u.last+1
	if own {
		u.from = l.office(u, g.First)
		if l.describing(u.from - 1) {
			u.from--
		}
	}
	return u
}

// describesNoun reports whether the verb is a participle that describes a noun
// and reports nothing: a stream called X, drivers reporting losses.
func (l *line) describesNoun(u *unit) bool {
	v := u.verb
	return v == nil || v.Form == "VBN" && v.First == v.Main && l.tag(v.First-1) != "CC" || l.reducedThing(u)
}

// office is the token at which a source begins whose office has words in
// brackets: Superintendent of Police (City) Karim | said.
func (l *line) office(u *unit, first int) int {
	open := first - 1
	if l.mark(open) != ')' {
		return first
	}
	for open > 0 && open > first-5 && l.mark(open) != '(' {
		open--
	}
	if open == 0 || l.mark(open) != '(' || l.ends[open-1] == nil || !strings.HasPrefix(l.tag(first), "NNP") {
		return first
	}
	g := l.top(l.ends[open-1])
	if !strings.HasPrefix(l.tag(g.First), "NNP") {
		return first
	}
	u.source.Span.Start = g.Start
	u.source.Text = l.text[u.source.Start:u.source.End]
	return g.First
}

// describing says whether a participle at the edge of a clause only describes
// the source after it: …, informed sources | told the paper.
func (l *line) describing(k int) bool {
	if k < 1 || l.mark(k-1) != ',' || !strings.HasPrefix(l.tag(k), "VB") || l.starts[k+1] == nil {
		return false
	}
	g := l.starts[k+1]
	v := l.verbs[min(g.Last+1, len(l.t))]
	return g.Det == "" && v != nil && v.Finite && words().verbs[l.word(v.Main)] != nil && l.sourceKind(g) != ""
}

// excepted reports whether the verb's object makes it no saying: the flood
// claimed lives; the army denied them access.
func (l *line) excepted(u *unit) bool {
	set := words().except[u.lemma]
	if set == nil {
		return false
	}
	for k := u.last + 1; k < len(l.t) && k <= u.last+6 && !l.boundary(k); k++ {
		if set[l.t[k].Lemma] {
			return true
		}
		if l.isPreposition(k) {
			return false
		}
	}
	return false
}

// reducedThing reports whether a participle stands right after a noun that it
// describes, with a thing and not a clause: residents reporting outages.
func (l *line) reducedThing(u *unit) bool {
	v := u.verb
	if v.Form != "VBG" || v.First == 0 || l.ends[v.First-1] == nil {
		return false
	}
	n := l.skipAdjuncts(u.last+1, u)
	return u.has(fDocument) || !is("clause word", l.word(n)) && !u.has(fOf) && l.mark(n) != '"' && l.mark(n) != ':'
}

// deniesClaim says whether the object is something said and not an offer or a
// request: rejected the allegations.
func (l *line) deniesClaim(u *unit) bool {
	k := u.last + 1
	if l.mark(k) == '"' || l.mark(u.verb0()-1) == '"' || l.word(k) == "that" {
		return true
	}
	g := l.starts[min(k, len(l.t))]
	if g == nil {
		return false
	}
	for m := g.Last + 1; m < len(l.t) && m < g.Last+5; m++ {
		if l.word(m) == "as" {
			return true
		}
	}
	return words().nouns[l.t[g.Head].Lower] != nil || l.t[g.Head].Tag == "PRP"
}

// verb0 is the first token of the unit's verb.
func (u *unit) verb0() int {
	if u.verb != nil {
		return u.verb.First
	}
	return u.main
}

// claimer is whose deed a participle speaks of that stands with what he left
// behind: the gunmen dropped leaflets | claiming responsibility for …. It is
// nil where the participle says nothing of the kind.
func (l *line) claimer(u *unit) *lang.NounGroup {
	v := u.verb
	if v == nil || v.Form != "VBG" || v.First == 0 || !l.responsibility(u.last+1) {
		return nil
	}
	var doer *lang.NounGroup
	for _, c := range l.s.Clauses {
		if c.Kind != lang.Finite || c.Verb.Last >= v.First {
			continue
		}
		if s := c.Arg(lang.Subject); s != nil && l.acts(s) {
			doer = s
		}
	}
	return doer
}

// shared corrects the subject that the clause builder lets a cue share where
// the sentence says better who speaks: said he would go and warned …; said it
// had begun, adding ….
func (l *line) shared(u *unit, g *lang.NounGroup) *lang.NounGroup {
	v := u.verb
	if v == nil || u.clause != nil && u.clause.Link == lang.Relative {
		return g
	}
	switch {
	case v.Form == "VBG" && l.mark(v.First-1) == ',':
		if s := l.mainSubject(v.First); s != nil {
			return s
		}
	case l.tag(v.First-1) == "CC":
		if p := u.clause; p != nil && p.Parent != nil && p.Parent.Verb != nil && p.Parent.Verb.Tense == v.Tense && g != nil && l.acts(g) {
			return g
		}
		for i := len(l.units) - 1; i >= 0; i-- {
			o := l.units[i]
			if o.own && o.verb != nil && o.verb.Tense == v.Tense && o.source.Group != nil {
				return o.source.Group
			}
		}
	}
	return g
}

// mainSubject returns the subject of the last main clause before token k, or
// nil.
func (l *line) mainSubject(k int) *lang.NounGroup {
	for i := len(l.s.Clauses) - 1; i >= 0; i-- {
		c := l.s.Clauses[i]
		if c.Verb != nil && c.Verb.Last < k && c.Kind == lang.Finite && c.Link == lang.Root {
			if s := c.Arg(lang.Subject); s != nil {
				return s
			}
		}
	}
	return nil
}

// acts says whether a group is likely to be somebody: a name, a pronoun, a
// plural, a word for a source; not the road, the vote.
func (l *line) acts(g *lang.NounGroup) bool {
	return g.Proper || g.Pronoun || g.Number == lang.Plural || l.sourceKind(g) != ""
}

// affirmed says whether the saying is told as having been done: not negated,
// not conditional, not a question, no order to say it.
func (l *line) affirmed(u *unit) bool {
	v, c := u.verb, u.clause
	if v.Negated {
		return false
	}
	if u.has(fAgent) && l.word(v.Last+1) == "to" || is("attributive", l.t[u.main].Lower) && v.First == v.Main && l.tag(v.First-1) == "CC" {
		return false // men believed to be rebels; and alleged bandits
	}
	switch v.Modal {
	case "":
		if v.Tense == lang.Future {
			return false
		}
	case "would":
		if !v.Perfect {
			return false
		}
	default:
		return false
	}
	for k := v.First - 1; k >= 0 && k >= v.First-3; k-- {
		if is("undoing", l.word(k)) {
			return false
		}
		if l.boundary(k) {
			break
		}
	}
	if v.Infinitive {
		p := l.governor(u)
		return p != nil && words().aspects[p.Lemma] && !p.Negated && p.Modal == ""
	}
	if v.Form == "VB" && v.Modal == "" && v.First == v.Main && l.mark(v.First-1) != '"' {
		return false // an imperative or a question: say what you want
	}
	if c != nil && c.Link == lang.Conditional {
		return false
	}
	return true
}

// governor is the verb that an infinitive depends on.
func (l *line) governor(u *unit) *lang.VerbGroup {
	for k := u.verb.First - 1; k >= 0 && k >= u.verb.First-4; k-- {
		if v := l.verbs[k]; v != nil {
			return v
		}
		if !strings.HasPrefix(l.tag(k), "RB") && l.tag(k) != "IN" && l.tag(k) != "RP" {
			return nil
		}
	}
	return nil
}
