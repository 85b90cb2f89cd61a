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

// verbCue reads a verb of saying and finds who says it.
func (l *line) verbCue(k int, h hit) *unit {
	v := l.verbs[k]
	if v != nil && v.Main != k {
		return nil // an auxiliary, a particle
	}
	u := &unit{word: h.word, cue: h.Span, main: k, last: k, verb: v, lead: -1}
	if v == nil {
		if !l.mistagged(k) {
			return nil
		}
		l.split(k)
	} else {
		u.last = max(v.Last, k)
		if h.particle != "" && u.last == k {
			u.last = k + 1
		}
		u.clause = l.clauses[k]
		if !l.affirmed(u) {
			return nil
		}
	}
	if h.has(fQuoted) {
		return l.quotedCue(u)
	}
	if h.lemma == "cite" && v != nil && v.Form == "VBG" {
		if c := l.citing(u); c != nil {
			return c
		}
	}
	if v != nil && u.passive() {
		if p := l.passiveCue(u); p != nil {
			return p
		}
		if !l.unmarkedPast(u) {
			return nil
		}
		u.clause = nil // the tagger took admitted in admitted it had … for a participle
	}
	if !h.has(fUninverted) && l.invert(u) {
		return u
	}
	if l.word(k+1) == "itself" || l.word(k+1) == "themselves" || l.word(k+1) == "himself" || l.word(k+1) == "herself" {
		return nil // a group calling itself …
	}
	g, own := l.subject(u)
	if !own {
		if v == nil || v.Form == "VBN" && v.First == v.Main && l.tag(v.First-1) != "CC" || l.reducedThing(u) {
			return nil // a stream called X; drivers reporting losses
		}
		g = l.shared(u, g)
	}
	if h.has(fClaims) && !l.deniesClaim(u) {
		return nil
	}
	src, ok := l.speaker(g, h.word)
	if !ok {
		return nil
	}
	if h.has(fLabel) && l.word(g.First-1) == "what" {
		return nil // what they call a safe zone
	}
	if h.words == nil && l.excepted(u) {
		return nil
	}
	u.source, u.own = src, own
	first := k
	if v != nil {
		first = v.First
	}
	u.from, u.to = first, u.last+1
	if own {
		u.from = g.First
	}
	return u
}

// excepted says whether the verb's object makes it no saying: the flood
// claimed lives; the army denied them access.
func (l *line) excepted(u *unit) bool {
	set := words().except[u.lemma]
	if set == nil {
		return false
	}
	for k := u.last + 1; k < len(l.t) && k <= u.last+6; k++ {
		if l.boundary(k) || l.word(k) == "that" {
			return false
		}
		if set[l.t[k].Lemma] || set[l.word(k)] {
			return true
		}
		if k > u.last+1 && l.verbs[k] != nil || l.isPreposition(k) {
			return false
		}
	}
	return false
}

// citing reads citing a police source, quoting state media: the object is the
// source, and what it said is what the sentence's other source passes on.
func (l *line) citing(u *unit) *unit {
	g := l.starts[u.last+1]
	if g == nil {
		return nil
	}
	if !g.Proper && l.sourceKind(g) == "" && !words().channels[l.t[g.Head].Lemma] {
		return nil
	}
	src, ok := l.speaker(g, u.word)
	if !ok {
		return nil
	}
	u.source, u.own, u.echo = src, true, true
	u.from, u.to = u.main, l.tokenAt(src.End-1)+1
	return u
}

func (u *unit) passive() bool {
	if u.verb.Voice == lang.Passive {
		return true
	}
	return u.clause != nil && u.clause.Predicate.Voice == lang.Passive
}

// unmarkedPast says whether a participle without auxiliary is the verb of its
// sentence: it follows a noun group that opens the clause, and what is said
// follows it.
func (l *line) unmarkedPast(u *unit) bool {
	v := u.verb
	if v.First != v.Main || l.ends[max(v.First-1, 0)] == nil || v.First == 0 {
		return false
	}
	n := l.skipAdjuncts(u.last+1, u)
	if lead, _ := l.leading(&unit{word: u.word, from: v.First, to: u.last + 1, main: u.main, last: u.last, verb: v, own: true}, n); lead < 0 {
		return false
	}
	for _, o := range l.s.Verbs {
		if o.Finite && o.First < v.First {
			return false
		}
	}
	return true
}

// reducedThing says whether a participle stands right after a noun that it
// describes, with a thing and not a clause: residents reporting outages.
func (l *line) reducedThing(u *unit) bool {
	v := u.verb
	if v == nil || v.Form != "VBG" || v.First != v.Main || v.First == 0 || l.ends[v.First-1] == nil {
		return false
	}
	if u.has(fDocument) {
		return true
	}
	n := l.skipAdjuncts(u.last+1, u)
	switch l.word(n) {
	case "that", "how", "why", "whether":
		return false
	}
	return !u.has(fOf) && l.mark(n) != '"' && l.mark(n) != ':'
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

// shared corrects the subject that the clause builder lets a cue share where
// another unit of the sentence says better who speaks: said he would go and
// warned …; said it had begun, adding ….
func (l *line) shared(u *unit, g *lang.NounGroup) *lang.NounGroup {
	v := u.verb
	if v == nil || u.clause != nil && u.clause.Link == lang.Relative {
		return g
	}
	comma := l.mark(v.First-1) == ','
	switch {
	case v.Form == "VBG" && v.First == v.Main && comma:
		for i := len(l.units) - 1; i >= 0; i-- {
			o := l.units[i]
			if o.own && o.verb != nil && o.clause != nil && o.clause.Link != lang.Relative && o.source.Group != nil && !l.quoted(o) {
				return o.source.Group
			}
		}
		for i := len(l.s.Clauses) - 1; i >= 0; i-- {
			c := l.s.Clauses[i]
			if c.Verb != nil && c.Verb.Last < v.First && c.Kind == lang.Finite && c.Link == lang.Root {
				if s := c.Arg(lang.Subject); s != nil {
					return s
				}
			}
		}
	case l.tag(v.First-1) == "CC" || comma:
		if p := u.clause; p != nil && p.Parent != nil && p.Parent.Verb != nil && p.Parent.Verb.Tense == v.Tense && p.Parent.Verb.Modal == v.Modal && !p.Parent.Verb.Infinitive {
			return g
		}
		for i := len(l.units) - 1; i >= 0; i-- {
			o := l.units[i]
			if o.verb != nil && o.own && o.verb.Finite && o.verb.Tense == v.Tense && o.source.Group != nil && (o.clause == nil || o.clause.Link != lang.Relative) && !l.quoted(o) {
				return o.source.Group
			}
		}
	}
	return g
}

// quoted says whether the cue stands in a quotation.
func (l *line) quoted(u *unit) bool {
	q := l.quoteAt(u.cue.Start)
	return q != nil && q.double
}

// mistagged says whether a word that is tagged as no verb can yet be one: a
// form in -s before a comma or a name (…, reports the paper), or after a name.
func (l *line) mistagged(k int) bool {
	w := l.t[k].Lower
	t := l.tag(k)
	if !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") {
		return false
	}
	if g := l.in[k]; g != nil && g.First < k && g.Last == k && strings.HasSuffix(w, "s") && (l.word(k+1) == "to" && l.verbs[k+1] != nil || l.word(k+1) == "that") && l.noFinite(g) {
		return true // the government | claims to have
	}
	if g := l.in[k]; g != nil && g.First < k && g.Last == k && strings.HasSuffix(w, "s") && l.mark(g.First-1) == ',' && l.mark(k+1) == '.' && k+2 >= len(l.t) && l.saidBefore(g.First) {
		return true // …, Reuters news agency | reports.
	}
	if l.trailingReport(k) {
		return true
	}
	if strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ed") || w == "said" || w == "told" {
		if m := l.mark(k - 1); (m == ',' || m == '"' || m == '-') && k+1 < len(l.t) && l.starts[k+1] != nil {
			return true
		}
		if w == "said" || w == "says" || w == "told" {
			return true
		}
	}
	return false
}

// trailingReport says whether the word at k is a verb before the name of a
// paper at the end of what it reports, with or without a comma: …, reports The
// Sentinel.
func (l *line) trailingReport(k int) bool {
	w := words().verbs[l.word(k)]
	if w == nil || w.kind != Reported || !w.has(fThat) || k+1 >= len(l.t) || k == 0 || l.t[k].Text != l.t[k].Lower {
		return false
	}
	return strings.HasPrefix(l.tag(k+1), "NNP") && l.saidBefore(k) || l.word(k+1) == "the" && l.t[k+1].Text == "The" && l.saidBefore(k)
}

// split takes a word that is a verb out of the noun group that the tagger has
// drawn it into, for the words after it: reports | Daily Times.
func (l *line) split(k int) {
	g := l.in[k]
	if g == nil || g.Last <= k || l.starts[k+1] != nil {
		return
	}
	r := *g
	r.First, r.Det, r.Possessor = k+1, "", nil
	r.Start = l.t[k+1].Start
	l.starts[k+1] = &r
	for i := k + 1; i <= r.Last; i++ {
		l.in[i] = &r
	}
}

// affirmed says whether the saying is told as having been done: not negated,
// not conditional, not a question, no order to say it.
func (l *line) affirmed(u *unit) bool {
	v, c := u.verb, u.clause
	if v.Negated {
		return false
	}
	if u.has(fAgent) && l.word(v.Last+1) == "to" || l.t[u.main].Lower == "alleged" && v.First == v.Main && l.tag(v.First-1) == "CC" {
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
		switch l.word(k) {
		case "neither", "nor", "never", "hardly", "without", "if", "unless", "let", "please":
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

// invert reads a source that follows its cue: …," said a doctor; reports The
// Sentinel.
func (l *line) invert(u *unit) bool {
	k := u.main
	if v := u.verb; v != nil && (v.First != v.Main || !v.Finite && v.Form != "VBN") || !u.has(fThat|fQuote) {
		return false
	}
	before := l.mark(k - 1)
	bare := before == 0 && l.trailingReport(k)
	if before != ',' && before != '"' && before != '-' && before != '.' && !bare || k == 0 {
		return false
	}
	n := u.last + 1
	g := l.starts[n]
	if g == nil || l.time(g) || g.Pronoun && l.tag(n) != "PRP" {
		return false
	}
	if before != '"' && !bare && !l.saidBefore(k-1) {
		return false
	}
	src, ok := l.speaker(g, u.word)
	if !ok {
		return false
	}
	end := l.tokenAt(src.End-1) + 1
	if after := l.verbs[end]; after != nil && after.Finite && before != '"' && l.mark(end) == 0 {
		return false
	}
	if u.has(fThing) && before != '"' && l.ownSubject(u) {
		return false
	}
	u.source, u.own, u.inverted = src, true, true
	u.from, u.to = k, end
	if a := g.Apposition; a != nil && a.First <= u.to+2 && a.Last+1 > u.to {
		u.to = l.phraseEnd(a, false) + 1
	}
	return true
}

// ownSubject says whether the clause builder found a subject of the cue's own.
func (l *line) ownSubject(u *unit) bool {
	if u.clause == nil {
		return false
	}
	for _, a := range u.clause.Args {
		if a.Function == lang.Subject && !a.Shared {
			return true
		}
	}
	return false
}

// saidBefore says whether what stands before token k is a clause: it has a
// finite verb that is in no relative clause.
func (l *line) saidBefore(k int) bool {
	for m, c := range l.clauses {
		if m < k && c.Kind == lang.Finite && c.Link != lang.Relative {
			return true
		}
	}
	return l.s.Part == article.Title
}

// passiveCue reads was first reported by X, a plan announced by X.
func (l *line) passiveCue(u *unit) *unit {
	if u.clause == nil {
		return nil
	}
	for _, a := range u.clause.Args {
		if a.Function != lang.By || a.Group.First < u.main {
			continue
		}
		src, ok := l.speaker(a.Group, u.word)
		if !ok || a.Group.First > u.last+6 {
			return nil
		}
		u.source, u.own = src, true
		u.from, u.to = u.verb.First, l.tokenAt(src.End-1)+1
		u.done = true
		if g := u.clause.Arg(lang.Subject); g != nil && g.First < u.main {
			if u.has(fThing | fLabel | fAs) {
				u.content = append(u.content, l.span(g.First, min(l.phraseEnd(g, false)+1, u.verb.First)))
			}
		}
		if u.has(fAs | fLabel) {
			if n := u.to; l.word(n) == "as" {
				u.content = append(u.content, l.rest(n+1, nil))
			}
		}
		if n := l.skipAdjuncts(u.to, u); l.word(n) == "that" && u.has(fThat) {
			u.content = []article.Span{l.rest(n+1, nil)}
		}
		return u
	}
	return nil
}

// quotedCue reads X was quoted by Y as saying, and Y quoted X as saying: X is
// the source, Y passes it on.
func (l *line) quotedCue(u *unit) *unit {
	c := u.clause
	if c == nil {
		return nil
	}
	if u.verb.Form == "VBG" {
		return l.citing(u)
	}
	as := -1
	for k := u.last + 1; k+1 < len(l.t) && k < u.last+30; k++ {
		if l.word(k) == "as" && strings.HasSuffix(l.word(k+1), "ing") && words().verbs[l.word(k+1)] != nil {
			as = k
			break
		}
	}
	if as < 0 {
		return nil
	}
	var who, channel *lang.NounGroup
	if u.passive() {
		who, channel = c.Arg(lang.Subject), c.Arg(lang.By)
		if channel == nil {
			for k := u.last + 1; k < as; k++ {
				if g := l.starts[k]; g != nil && !l.time(g) {
					channel = g
					break
				}
			}
		}
	} else {
		for k := u.last + 1; k < as; k++ {
			if g := l.starts[k]; g != nil && !l.time(g) {
				who = g
				break
			}
		}
		channel = c.Arg(lang.Subject)
	}
	src, ok := l.speaker(who, u.word)
	if !ok {
		return nil
	}
	u.source, u.own = src, true
	if via, ok := l.speaker(channel, u.word); ok {
		u.via = append(u.via, via)
	}
	said := *words().verbs[l.word(as+1)]
	said.lemma = u.lemma
	said.frames |= fThat | fQuote
	u.word = &said
	u.from, u.to, u.last = u.verb.First, as+2, as+1
	if c := c.Arg(lang.Subject); c != nil && c.First < u.from {
		u.from = c.First
	}
	l.taken[as+1] = true
	return u
}
