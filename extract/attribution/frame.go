package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// readSentence finds the attributions of sentence i: first every cue with its
// source, then what each of them says, which depends on where the others are.
func (r *reader) readSentence(i int) {
	l := r.parse(i)
	if len(l.t) == 0 {
		return
	}
	for _, h := range r.matchesIn(l.s.Span) {
		k := l.tokenAt(h.Start)
		if k < 0 || l.used[k] {
			continue
		}
		var u *saying
		switch {
		case h.words != nil:
			u = l.phraseCue(k, h)
		case h.noun:
			u = l.nounCue(k, h)
		default:
			u = l.verbCue(k, h)
			if u == nil && l.isNoun(k) {
				if w := words().nouns[l.t[k].Lower]; w != nil {
					h.entry = w
					u = l.nounCue(k, h)
				}
			}
		}
		if u != nil {
			l.sayings = append(l.sayings, u)
		}
	}
	for k, u := range l.sayings {
		if !u.complete && !u.cited {
			l.findContent(u, l.sayings[:k], l.sayings[k+1:])
			l.keepInQuotation(u)
		}
	}
	for k, u := range l.sayings {
		if u.cited {
			l.copyContent(u, k)
		}
	}
	for _, u := range l.sayings {
		if len(tidy(u.content)) == 0 {
			continue
		}
		kind := u.kind
		if kind == "" {
			kind = u.entry.kind
		}
		r.found = append(r.found, &Attribution{
			Source: u.source, Cue: Cue{u.cue, r.text[u.cue.Start:u.cue.End], u.lemma}, Content: u.content,
			Via: u.via, Sentence: i, Kind: kind,
		})
	}
}

// tokenAt returns the token at the offset, or -1.
func (l *parsed) tokenAt(offset int) int {
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
// the word at token k is not a verb, or does not tell that something was said.
func (l *parsed) verbCue(k int, h match) *saying {
	u := l.startVerbCue(k, h)
	if u == nil {
		return nil
	}
	v := u.verb
	if h.has(fQuoted) {
		return l.quotedSource(u)
	}
	if h.has(fCites) && v != nil && v.Form == "VBG" {
		if c := l.citedSource(u); c != nil {
			return c
		}
	}
	if v != nil && u.isPassive() {
		if p := l.bySource(u); p != nil {
			return p
		}
		if !l.unmarkedPast(u) && l.unstoppedSpeaker(v.First, u.lastToken+1) == nil {
			return nil
		}
		u.clause = nil // the tagger took admitted in admitted it had … for a participle
	}
	if l.describesNextSource(k) {
		return nil
	}
	if !h.has(fUninverted) && l.invertedSource(u) {
		return u
	}
	return l.activeCue(u)
}

// startVerbCue returns a saying for the verb at token k, still without its
// source. It returns nil where the word is not a verb, or where the saying is
// not told as a fact.
func (l *parsed) startVerbCue(k int, h match) *saying {
	v := l.verbs[k]
	if v != nil && v.Main != k || l.partOfName(k) {
		return nil // an auxiliary, a particle
	}
	u := &saying{entry: h.entry, cue: h.Span, cueToken: k, lastToken: k, verb: v, contentFrom: -1}
	if v == nil {
		if !l.isMistaggedVerb(k) {
			return nil
		}
		l.splitGroup(k)
		return u
	}
	u.lastToken = max(v.Last, k)
	if h.particle != "" && u.lastToken == k {
		u.lastToken = k + 1
	}
	u.clause = l.clauses[k]
	if !l.affirmed(u) {
		return nil
	}
	return u
}

// partOfName reports whether the word at token k belongs to a name and is not
// the verb of a headline: the United States to ….
func (l *parsed) partOfName(k int) bool {
	return k > 0 && k+1 < len(l.t) && l.mark(k-1) == 0 && l.mark(k+1) == 0 && l.s.Part == article.Body &&
		capitalised(l.t[k].Text) && !capitalised(l.t[k+1].Text)
}

// activeCue finds the source of a verb among the subjects: its own, the one
// that it shares, or the noun group that its relative clause describes.
func (l *parsed) activeCue(u *saying) *saying {
	if is("reflexive", l.word(u.cueToken+1)) {
		return nil // a group calling itself …
	}
	g, own := l.subject(u)
	if d := l.deedDoer(u); d != nil {
		g, own = d, false
	} else if !own {
		if l.describesNoun(u) {
			return nil
		}
		g = l.sharedSource(u, g)
	}
	if u.has(fClaims) && !l.objectIsClaim(u) {
		return nil
	}
	src, ok := l.speaker(g, u.entry)
	if !ok || l.hasExceptedObject(u) || u.has(fLabel) && l.word(g.First-1) == "what" {
		return nil // what they call a safe zone
	}
	if src.Start < u.cue.Start && src.End > u.cue.Start {
		src.Span = l.trim(article.Span{Start: src.Start, End: u.cue.Start})
		src.Text = l.text[src.Start:src.End]
	}
	u.source, u.hasSource = src, own
	u.from, u.to = u.firstToken(), u.lastToken+1
	if own {
		u.from = l.officeFrom(u, g.First)
		if l.describesNextSource(u.from - 1) {
			u.from--
		}
	}
	return u
}

// describesNoun reports whether the verb is a participle that describes a noun
// and reports nothing: a stream called X, drivers reporting losses.
func (l *parsed) describesNoun(u *saying) bool {
	v := u.verb
	return v == nil || v.Form == "VBN" && v.First == v.Main && l.tag(v.First-1) != "CC" || l.reducedThing(u)
}

// officeFrom returns the token at which a source begins, given the first of its
// noun group. It differs where the name of an office has words in brackets:
// Superintendent of Police (City) Karim | said.
func (l *parsed) officeFrom(u *saying, first int) int {
	open := first - 1
	if l.mark(open) != ')' {
		return first
	}
	for open > 0 && open > first-5 && l.mark(open) != '(' {
		open--
	}
	if open == 0 || l.mark(open) != '(' || l.groupTo[open-1] == nil || !strings.HasPrefix(l.tag(first), "NNP") {
		return first
	}
	g := l.outermostGroup(l.groupTo[open-1])
	if !strings.HasPrefix(l.tag(g.First), "NNP") {
		return first
	}
	u.source.Span.Start = g.Start
	u.source.Text = l.text[u.source.Start:u.source.End]
	return g.First
}

// describesNextSource reports whether the participle at token k only describes
// the source after it: …, informed sources | told the paper.
func (l *parsed) describesNextSource(k int) bool {
	if k < 1 || l.mark(k-1) != ',' || !strings.HasPrefix(l.tag(k), "VB") || l.groupFrom[k+1] == nil {
		return false
	}
	g := l.groupFrom[k+1]
	v := l.verbs[min(g.Last+1, len(l.t))]
	return g.Det == "" && v != nil && v.Finite && words().verbs[l.word(v.Main)] != nil && l.sourceKind(g) != ""
}

// hasExceptedObject reports whether the verb says nothing with the object that
// it has: the flood claimed lives; the army denied them access.
func (l *parsed) hasExceptedObject(u *saying) bool {
	set := words().except[u.lemma]
	if set == nil {
		return false
	}
	for k := u.lastToken + 1; k < len(l.t) && k <= u.lastToken+6 && !l.boundary(k); k++ {
		if set[l.t[k].Lemma] {
			return true
		}
		if l.isPreposition(k) {
			return false
		}
	}
	return false
}

// reducedThing reports whether the verb is a participle right after the noun
// that it describes, with a thing as its object and not a clause: residents
// reporting outages.
func (l *parsed) reducedThing(u *saying) bool {
	v := u.verb
	if v.Form != "VBG" || v.First == 0 || l.groupTo[v.First-1] == nil {
		return false
	}
	n := l.skipAdjuncts(u.lastToken+1, u)
	return u.has(fDocument) || !is("clause word", l.word(n)) && !u.has(fOf) && l.mark(n) != '"' && l.mark(n) != ':'
}

// objectIsClaim reports whether the verb's object is something said, as in
// rejected the allegations, and not an offer or a request.
func (l *parsed) objectIsClaim(u *saying) bool {
	k := u.lastToken + 1
	if l.mark(k) == '"' || l.mark(u.firstToken()-1) == '"' || l.word(k) == "that" {
		return true
	}
	g := l.groupFrom[min(k, len(l.t))]
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

// firstToken returns the first token of the saying's verb group.
func (u *saying) firstToken() int {
	if u.verb != nil {
		return u.verb.First
	}
	return u.cueToken
}

// deedDoer returns who left behind what claims a deed, or nil: the gunmen, in
// the gunmen dropped leaflets | claiming responsibility for ….
func (l *parsed) deedDoer(u *saying) *lang.NounGroup {
	v := u.verb
	if v == nil || v.Form != "VBG" || v.First == 0 || !l.isResponsibility(u.lastToken+1) {
		return nil
	}
	var doer *lang.NounGroup
	for _, c := range l.s.Clauses {
		if c.Kind != lang.Finite || c.Verb.Last >= v.First {
			continue
		}
		if s := c.Arg(lang.Subject); s != nil && l.canSpeak(s) {
			doer = s
		}
	}
	return doer
}

// sharedSource returns who speaks where the verb shares the subject g of
// another clause and the sentence offers a better one: said he would go and
// warned …; said it had begun, adding ….
func (l *parsed) sharedSource(u *saying, g *lang.NounGroup) *lang.NounGroup {
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
		if p := u.clause; p != nil && p.Parent != nil && p.Parent.Verb != nil && p.Parent.Verb.Tense == v.Tense && g != nil && l.canSpeak(g) {
			return g
		}
		for i := len(l.sayings) - 1; i >= 0; i-- {
			o := l.sayings[i]
			if o.hasSource && o.verb != nil && o.verb.Tense == v.Tense && o.source.Group != nil {
				return o.source.Group
			}
		}
	}
	return g
}

// mainSubject returns the subject of the last main clause before token k, or
// nil.
func (l *parsed) mainSubject(k int) *lang.NounGroup {
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

// canSpeak reports whether a group is likely to be somebody: a name, a pronoun,
// a plural, or a noun for a source. The road and the vote are not.
func (l *parsed) canSpeak(g *lang.NounGroup) bool {
	return g.Proper || g.Pronoun || g.Number == lang.Plural || l.sourceKind(g) != ""
}

// affirmed reports whether the saying is told as a fact: it is not negated,
// conditional, a question or an order.
func (l *parsed) affirmed(u *saying) bool {
	v, c := u.verb, u.clause
	if v.Negated {
		return false
	}
	if u.has(fAgent) && l.word(v.Last+1) == "to" || is("attributive", l.t[u.cueToken].Lower) && v.First == v.Main && l.tag(v.First-1) == "CC" {
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

// governor returns the verb that the infinitive of the saying depends on, or
// nil.
func (l *parsed) governor(u *saying) *lang.VerbGroup {
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
