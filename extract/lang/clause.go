package lang

import (
	"sitrep/extract/article"
)

// A ClauseBuilder makes clauses of a tagged and grouped sentence. It is what
// a better parser replaces; the stages after this one see clauses only.
type ClauseBuilder interface {
	Build(s *Sentence)
}

// cascade is the ClauseBuilder in use: a finite-state pass over chunks. It
// looks left of every verb group for its subject, then right for its objects
// and prepositional phrases.
type cascade struct{}

// Build fills s.Nouns, s.Verbs and s.Clauses from s.Tokens.
func (cascade) Build(s *Sentence) {
	p := &grouper{s: s, t: s.Tokens}
	b := &builder{s: s, cs: p.chunks(), headline: s.Part == article.Title}
	b.collect()
	b.phrases()
	for i := range b.cs {
		if b.cs[i].kind == cVerb {
			b.left(i)
		}
	}
	for _, v := range b.verbs {
		b.right(v)
	}
	b.parents()
	b.nominals()
	b.finish()
}

// verbClause is a verb's clause under construction.
type verbClause struct {
	*Clause
	at         int // chunk of the verb
	subject    int // chunk of the subject's first member; -1 where none or shared
	begin      int // chunk at which the clause begins: mark, subject or verb
	antecedent int // chunk of the noun group that a relative clause hangs on; -1
	sharesWith *verbClause
	previous   *verbClause // the clause that a complement, result or coordinate looks back to
}

type builder struct {
	s        *Sentence
	cs       []chunk
	verbs    []*verbClause
	byChunk  map[int]*verbClause
	begins   map[int]bool // chunks at which a clause begins
	headline bool
	members  map[int][]int // chunk of a coordination's first noun → chunks of the others
	head     map[int]int   // chunk of a coordinated noun → chunk of the first
}

func (b *builder) kind(i int) chunkKind {
	if i < 0 || i >= len(b.cs) {
		return cStop
	}
	return b.cs[i].kind
}

// collect lists groups in the sentence.
func (b *builder) collect() {
	b.byChunk = map[int]*verbClause{}
	b.begins = map[int]bool{}
	b.members = map[int][]int{}
	b.head = map[int]int{}
	for i := range b.cs {
		switch c := &b.cs[i]; c.kind {
		case cNoun:
			for g := c.noun.Possessor; g != nil; g = g.Possessor {
				b.s.Nouns = append(b.s.Nouns, g)
			}
			b.s.Nouns = append(b.s.Nouns, c.noun)
		case cVerb:
			b.s.Verbs = append(b.s.Verbs, c.verb)
		}
	}
}

// phrases hangs prepositional phrases, appositions and conjuncts on noun
// groups, as far as that can be told without verbs.
func (b *builder) phrases() {
	for i := range b.cs {
		if b.cs[i].kind != cNoun {
			continue
		}
		g := b.cs[i].noun
		// A (B): an alias or an explanation in brackets.
		if b.kind(i+1) == cOpen && b.kind(i+2) == cNoun && b.kind(i+3) == cClose {
			g.Apposition = b.cs[i+2].noun
		}
		// A, the B of C, …: an apposition ends in a comma or the sentence.
		if g.Apposition == nil && b.kind(i+1) == cComma && b.kind(i+2) == cNoun && !b.cs[i+2].time && b.apposes(i, i+2) {
			g.Apposition = b.cs[i+2].noun
		}
		// A [in B] [of C]: every phrase of the run hangs on A, and on what
		// stands directly before it.
		at := i
		for k := b.afterBrackets(i + 1); b.kind(k) == cPrep && b.kind(k+1) == cNoun; k = b.afterBrackets(at + 1) {
			a := &Attachment{Prep: b.cs[k].word, At: b.cs[k].first, Group: b.cs[k+1].noun}
			g.Attached = append(g.Attached, a)
			at = k + 1
			// by A and B: the others follow as conjuncts
			for b.kind(at+1) == cAnd && b.kind(at+2) == cNoun && b.kind(at+3) != cVerb {
				at += 2
			}
			if len(g.Attached) > 8 {
				break
			}
		}
	}
	// The nearest group before a conjunction takes it where the two are alike
	// (villages of A, B and C), else the one that heads the phrase (soldiers in
	// A and rebels in B).
	for _, alike := range []bool{true, false} {
		for i := len(b.cs) - 1; i >= 0; i-- {
			if b.cs[i].kind == cNoun {
				b.coordinate(i, alike)
			}
		}
	}
}

// afterBrackets is the chunk after a bracketed stretch that begins at i.
func (b *builder) afterBrackets(i int) int {
	if b.kind(i) != cOpen {
		return i
	}
	for k := i + 1; k < len(b.cs) && k < i+12; k++ {
		if b.cs[k].kind == cClose {
			return k + 1
		}
	}
	return i
}

// apposes says whether the group at k, after a comma, explains the group at
// i: it has a determiner and ends at a comma or the sentence's end.
func (b *builder) apposes(i, k int) bool {
	g := b.cs[k].noun
	a := b.cs[i].noun
	if !(g.Det == "the" || g.Det == "a" || g.Det == "an" || g.Possessor != nil || g.Proper && !a.Proper || a.Proper && !g.Proper && g.Det == "" && g.Number == Singular) || g.Pronoun || a.Pronoun {
		return false
	}
	if a.Number != g.Number && a.Number != UnknownNumber && g.Number != UnknownNumber && !a.Proper {
		return false
	}
	e := k + 1
	for b.kind(e) == cPrep && b.kind(e+1) == cNoun {
		e += 2
	}
	switch b.kind(e) {
	case cComma, cStop:
	default:
		return false
	}
	// A, the B, and C is a list, not an apposition.
	return b.kind(e+1) != cAnd && !(b.kind(e) == cComma && b.kind(e+1) == cNoun && b.kind(e+2) == cAnd)
}

// coordinate finds A, B and C that begins at chunk i. A verb right after the
// last member leaves the decision to subject: the last may be a subject of
// its own.
func (b *builder) coordinate(i int, alike bool) {
	if _, member := b.head[i]; member || b.cs[i].time || b.members[i] != nil {
		return
	}
	at := b.endOf(i)
	var list []int
	for {
		k := at + 1
		comma := b.kind(k) == cComma
		if comma {
			k++
		}
		and := b.kind(k) == cAnd && (b.cs[k].word == "and" || b.cs[k].word == "or" || b.cs[k].word == "&")
		if and {
			k++
			if b.kind(k) == cAdverb {
				k++
			}
		}
		if !comma && !and || b.kind(k) != cNoun || b.cs[k].time {
			break
		}
		if _, taken := b.head[k]; taken || alike && b.cs[k].noun.Proper != b.cs[i].noun.Proper {
			break
		}
		if comma && !and {
			if b.cs[i].noun.Apposition == b.cs[k].noun || !b.listGoesOn(k) {
				break
			}
		}
		list = append(list, k)
		at = b.endOf(k)
		if and {
			break
		}
	}
	if len(list) == 0 {
		return
	}
	b.members[i] = list
	for _, k := range list {
		b.head[k] = i
	}
}

// listGoesOn says whether a comma-separated list that holds chunk k ends in
// an and.
func (b *builder) listGoesOn(k int) bool {
	for n := 0; n < 12; n++ {
		k = b.endOf(k) + 1
		if b.kind(k) == cComma {
			k++
		}
		if b.kind(k) == cAnd {
			return b.kind(k+1) == cNoun
		}
		if b.kind(k) != cNoun || b.kind(k-1) != cComma {
			return false
		}
	}
	return false
}

// endOf is the last chunk of the noun group at i with its of-phrases and
// brackets.
func (b *builder) endOf(i int) int {
	for {
		k := b.afterBrackets(i + 1)
		if b.kind(k) == cPrep && b.kind(k+1) == cNoun && !b.cs[k+1].time {
			i = k + 1
			continue
		}
		return k - 1
	}
}

// climb goes from the noun group at chunk j to the one that heads the phrase
// that ends there: from checkpoint to soldiers in soldiers who manned the
// checkpoint. It returns -1 where the group can't be a subject.
func (b *builder) climb(j int) int {
	for steps := 0; steps < 40; steps++ {
		if h, ok := b.head[j]; ok {
			if b.objectAt(h) && j != h {
				delete(b.head, j) // seized the town and | the army retook it
				b.dropMember(h, j)
				return j
			}
			j = h
			continue
		}
		switch b.kind(j - 1) {
		case cPrep:
			switch k := j - 2; b.kind(k) {
			case cNoun:
				j = k
				continue
			case cClose:
				if n := b.beforeBrackets(k); b.kind(n) == cNoun {
					j = n
					continue
				}
				return -1
			case cVerb:
				v := b.byChunk[k]
				if v != nil && v.antecedent >= 0 {
					j = v.antecedent
					continue
				}
				return -1
			case cRel:
				return -1
			}
			return -1
		case cVerb:
			v := b.byChunk[j-1]
			if v != nil && v.antecedent >= 0 {
				j = v.antecedent
				continue
			}
			return j
		case cAdverb:
			if v := b.byChunk[j-2]; v != nil && v.antecedent >= 0 {
				j = v.antecedent
				continue
			}
			return j
		}
		return j
	}
	return j
}

func (b *builder) beforeBrackets(i int) int {
	for k := i; k >= 0 && k > i-12; k-- {
		if b.cs[k].kind == cOpen {
			return k - 1
		}
	}
	return i
}

// objectAt says whether the group at chunk i stands where the object of an
// ordinary verb, or a prepositional phrase of it, stands.
func (b *builder) objectAt(i int) bool {
	for b.kind(i-1) == cPrep && b.kind(i-2) == cNoun {
		i -= 2
	}
	k := i - 1
	if b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k--
	}
	if b.kind(k) == cPrep && b.kind(k-1) == cVerb {
		k--
	}
	if b.kind(k) != cVerb {
		return false
	}
	v := b.byChunk[k]
	return v != nil && (v.antecedent < 0 || v.Verb.Form == "VBG") && !reports(v.Verb)
}

// reports says whether a verb is commonly followed by a clause without that:
// said Islamic State had …
func reports(v *VerbGroup) bool { return words().complement[v.Lemma] }

func (b *builder) dropMember(h, j int) {
	var keep []int
	for _, k := range b.members[h] {
		if k < j {
			keep = append(keep, k)
		}
		if k > j {
			delete(b.head, k)
		}
	}
	b.members[h] = keep
}

// left finds the subject, the kind and the link of the verb at chunk i.
func (b *builder) left(i int) {
	v := &verbClause{Clause: &Clause{Sentence: b.s, Verb: b.cs[i].verb}, at: i, subject: -1, begin: i, antecedent: -1}
	v.Predicate = predicateOf(b.s, b.cs[i].verb)
	b.byChunk[i] = v
	b.verbs = append(b.verbs, v)
	switch g := b.cs[i].verb; {
	case g.Infinitive:
		v.Kind = Infinite
		b.infinitive(v)
	case g.Form == "VBG" && !g.Finite:
		v.Kind = Participle
		b.participle(v)
	case b.looksReduced(i):
		v.Kind = Participle
		b.participle(v)
	default:
		v.Kind = Finite
		b.finite(v)
	}
	b.begins[v.begin] = true
}

// looksReduced says whether a past participle, or a form that can be one,
// stands without auxiliary where a reduced relative clause would.
func (b *builder) looksReduced(i int) bool {
	g := b.cs[i].verb
	single := g.First == g.Main
	if single && g.Form == "VBD" && b.kind(i-1) == cNoun && !b.hasObject(i) && b.afterObject(i-1) {
		return true // dropped two bombs loaded/VBD with …
	}
	if !single || g.Form != "VBN" && !(g.Form == "VBD" && words().transitive[g.Lemma] && !b.hasObject(i)) {
		return false
	}
	if b.kind(i-1) == cNoun {
		if b.mainVerbAhead(i) {
			return true
		}
		j := b.climb(i - 1)
		if j >= 0 && b.opensClause(j) && (g.Form == "VBD" || b.hasNoFinite(i) || b.kind(j-1) == cAnd || b.kind(j-1) == cMark || b.kind(j-1) == cComma || b.kind(j-1) == cNoun || j == 0) {
			return false // 12 killed as …; and five others wounded
		}
		return g.Form == "VBN"
	}
	return g.Form == "VBN"
}

// afterObject says whether the group at chunk j is the object of a finite verb
// that takes no clause, so that no verb can have it as its subject.
func (b *builder) afterObject(j int) bool {
	v := b.byChunk[j-1]
	return v != nil && v.Kind == Finite && v.Predicate.Voice == Active && !reports(v.Verb) && !b.cs[j].time
}

// hasObject says whether a direct object follows the verb at chunk i.
func (b *builder) hasObject(i int) bool {
	k := i + 1
	for b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k++
	}
	return b.kind(k) == cNoun && !b.cs[k].time
}

// mainVerbAhead says whether a finite verb follows the participle at chunk i
// within its phrase: soldiers wounded in the attack died.
func (b *builder) mainVerbAhead(i int) bool {
	comma := b.kind(i-1) == cComma
	for k := i + 1; k < len(b.cs); k++ {
		switch b.cs[k].kind {
		case cNoun:
			if b.kind(k-1) == cNoun && !b.cs[k-1].time && !b.cs[k].time {
				return false
			}
		case cPrep, cAdverb, cAdjective:
		case cComma:
			if !comma {
				return false
			}
			return b.kind(k+1) == cVerb && b.cs[k+1].verb.Finite
		case cVerb:
			if b.cs[k].verb.Infinitive {
				continue // militants believed to be infiltrators opened fire
			}
			return b.cs[k].verb.Finite && b.kind(k-1) != cAnd
		default:
			return false
		}
	}
	return false
}

func (b *builder) hasNoFinite(i int) bool {
	for k := range b.cs {
		if k != i && b.cs[k].kind == cVerb && b.cs[k].verb.Finite && !b.marked(k) {
			return false
		}
	}
	return true
}

// marked says whether a subordinator or relative opens the clause of the
// verb at chunk k.
func (b *builder) marked(k int) bool {
	for k--; k >= 0; k-- {
		switch b.cs[k].kind {
		case cMark, cRel:
			return true
		case cVerb, cStop:
			return false
		}
	}
	return false
}

// opensClause says whether the group at chunk j stands where a clause begins.
func (b *builder) opensClause(j int) bool {
	switch b.kind(j - 1) {
	case cStop, cMark, cAnd, cQuote, cClose:
		return true
	case cComma:
		return true
	case cNoun:
		return b.cs[j-1].time
	}
	return false
}

// finite finds the subject of a finite verb.
func (b *builder) finite(v *verbClause) {
	j := v.at - 1
	for {
		switch b.kind(j) {
		case cAdverb, cAdjective, cQuote, cOther:
			j--
			continue
		case cClose:
			if n := b.beforeBrackets(j); n != j {
				j = n
				continue
			}
			return
		case cNoun:
			if b.cs[j].time && b.kind(j-1) != cPrep && b.kind(j-1) != cStop {
				j--
				continue
			}
			if b.cs[j].time && b.kind(j-1) == cPrep && b.kind(j-2) == cNoun {
				j -= 2
				continue
			}
			b.subjectAt(v, j)
			return
		case cRel:
			b.relative(v, j)
			return
		case cMark:
			v.begin, v.Mark = j, b.cs[j].word
			v.Link = b.cs[j].link
			b.share(v)
			return
		case cAnd:
			v.begin = j
			v.Link = Coordinate
			b.share(v)
			return
		case cComma:
			if k, ok := b.parenthesis(j); ok {
				if b.kind(k) == cRel {
					b.relative(v, k)
					return
				}
				b.subjectAt(v, k)
				return
			}
			if k := b.opening(j); k >= 0 {
				b.subjectAt(v, k)
				return
			}
			v.begin = j
			v.Link = Coordinate
			b.share(v)
			return
		case cPrep:
			j--
			continue
		}
		return
	}
}

// opening is the group that opens the sentence where nothing but what hangs
// on it stands before the comma at j: A constable identified as X, was shot.
func (b *builder) opening(j int) int {
	if b.kind(0) != cNoun || b.cs[0].time {
		return -1
	}
	for k := 1; k < j; k++ {
		switch b.cs[k].kind {
		case cNoun, cPrep, cOpen, cClose, cAdverb, cAdjective:
		case cVerb:
			if b.cs[k].verb.Finite {
				return -1
			}
		default:
			return -1
		}
	}
	if j < 2 || b.kind(1) == cNoun {
		return -1
	}
	return 0
}

// parenthesis goes over A, …, verb: it returns the chunk before the comma
// that opens what the comma at j closes.
func (b *builder) parenthesis(j int) (int, bool) {
	for k := j - 1; k >= 1; k-- {
		switch b.cs[k].kind {
		case cStop, cMark:
			if b.cs[k].kind == cMark && b.kind(k-1) == cComma {
				continue
			}
			return 0, false
		case cComma:
			before := k - 1
			if b.kind(before) == cClose {
				before = b.beforeBrackets(before)
			}
			if b.kind(before) != cNoun || b.cs[before].time && b.kind(before-1) != cNoun {
				return 0, false
			}
			switch open := b.kind(k + 1); open {
			case cRel, cAdverb, cAdjective, cMark:
				return before, true
			case cVerb:
				if !b.cs[k+1].verb.Finite {
					return before, true
				}
			case cPrep:
				return before, true
			case cNoun:
				if b.noFinite(k+1, j) {
					return before, true
				}
			case cAnd:
				continue
			}
			return 0, false
		}
	}
	return 0, false
}

// noFinite says whether no finite verb without relative stands from k to j.
func (b *builder) noFinite(k, j int) bool {
	for ; k < j; k++ {
		if b.cs[k].kind == cVerb && b.cs[k].verb.Finite {
			if v := b.byChunk[k]; v == nil || v.Link != Relative {
				return false
			}
		}
	}
	return true
}

// subjectAt takes the phrase that ends at chunk j as the subject.
func (b *builder) subjectAt(v *verbClause, j int) {
	h := b.climb(j)
	if h < 0 {
		if j > 0 && b.kind(j-1) == cPrep {
			b.share(v)
			v.Link = Coordinate
		}
		return
	}
	v.subject = h
	v.begin = h
	k := h - 1
	for b.kind(k) == cQuote || b.kind(k) == cAdverb {
		k--
	}
	switch b.kind(k) {
	case cMark:
		v.begin, v.Mark, v.Link = k, b.cs[k].word, b.cs[k].link
		if v.Mark == "that" || v.Link == Complement {
			v.previous = b.lastVerb(k)
		}
	case cRel: // the town that rebels seized
		v.begin = k
		if b.kind(k-1) == cPrep {
			v.begin = k - 1
		}
		v.antecedent = b.antecedent(v.begin - 1)
		if v.antecedent >= 0 {
			v.Link = Relative
		}
	case cVerb:
		if p := b.byChunk[k]; p != nil {
			v.Link, v.previous = Complement, p
		}
	case cAnd:
		v.Link = Coordinate
		v.previous = b.lastVerb(k)
	case cNoun:
		if p := b.byChunk[k-1]; p != nil && reports(p.Verb) { // told reporters the army had …
			v.Link, v.previous = Complement, p
		}
	}
}

// relative links a verb whose subject is the relative pronoun at chunk j.
func (b *builder) relative(v *verbClause, j int) {
	v.begin = j
	v.Link = Relative
	k := j - 1
	if b.kind(k) == cPrep {
		k--
	}
	v.antecedent = b.antecedent(k)
}

// antecedent is the chunk of the noun group that a relative clause after
// chunk k hangs on.
func (b *builder) antecedent(k int) int {
	if b.kind(k) == cComma {
		k--
	}
	if b.kind(k) == cClose {
		k = b.beforeBrackets(k)
	}
	if b.kind(k) == cNoun {
		return k
	}
	return -1
}

// lastVerb is the clause of the nearest verb before chunk k.
func (b *builder) lastVerb(k int) *verbClause {
	for k--; k >= 0; k-- {
		if v := b.byChunk[k]; v != nil {
			return v
		}
	}
	return nil
}

// share makes v take over the subject of the clause before it.
func (b *builder) share(v *verbClause) {
	for k := v.begin - 1; k >= 0; k-- {
		p := b.byChunk[k]
		if p == nil {
			continue
		}
		if v.Verb.Finite && !p.Verb.Finite && p.Kind != Finite && b.byChunk[k].previousFinite(b) != nil && p.antecedent < 0 {
			if p.Kind == Infinite && v.Verb.Form == "VB" {
				v.sharesWith = p
				return
			}
			continue
		}
		if p.Link == Relative && v.Link != Relative && b.kind(v.begin) == cComma {
			continue
		}
		if v.Link == Coordinate && (p.Link == Relative || p.Link == Adverbial) && p.Verb.Finite && p.Predicate.Tense != v.Predicate.Tense && p.previousFinite(b) != nil {
			continue // had advanced to the base, where it has forces, and shelled it
		}
		v.sharesWith = p
		if v.Link == Coordinate || v.Link == Root {
			v.previous = p
		}
		return
	}
}

func (v *verbClause) previousFinite(b *builder) *verbClause {
	for k := v.at - 1; k >= 0; k-- {
		if p := b.byChunk[k]; p != nil && p.Kind == Finite {
			return p
		}
	}
	return nil
}

// participle links -ing and -ed clauses: killing dozens, backed by Turkey.
func (b *builder) participle(v *verbClause) {
	j := v.at - 1
	for b.kind(j) == cAdverb || b.kind(j) == cQuote {
		j--
	}
	passive := v.Verb.Voice == Passive || v.Verb.Form == "VBN" || v.Verb.Form == "VBD"
	if passive {
		v.Verb.Voice = Passive
		v.Predicate.Voice = Passive
		v.Predicate.Tense = NoTense
	}
	switch b.kind(j) {
	case cNoun:
		if b.cs[j].time && b.kind(j-1) != cPrep {
			b.share(v)
			v.Link = Result
			return
		}
		v.Link = Relative
		v.antecedent = j
		if b.cs[j].time && b.kind(j-1) == cPrep && b.kind(j-2) == cNoun {
			v.antecedent = j - 2
		}
	case cClose:
		if n := b.beforeBrackets(j); b.kind(n) == cNoun {
			v.Link, v.antecedent = Relative, n
		}
	case cComma:
		v.Link = Result
		k := j - 1
		if b.kind(k) == cClose {
			k = b.beforeBrackets(k)
		}
		if passive && b.kind(k) == cNoun && !b.cs[k].time {
			v.Link, v.antecedent = Relative, k
			if h, ok := b.head[k]; ok {
				v.antecedent = h
			}
			return
		}
		if b.kind(k) == cNoun && b.closedByComma(v.at) {
			v.Link, v.antecedent = Relative, k
			return
		}
		b.share(v)
	case cAnd:
		v.begin, v.Link = j, Coordinate
		b.share(v)
		if p := b.lastVerb(v.at); p != nil && p.Kind == Participle {
			v.sharesWith, v.previous = p, p
			v.Link = Coordinate
		}
	case cMark:
		v.begin, v.Mark, v.Link = j, b.cs[j].word, b.cs[j].link
		b.share(v)
	case cPrep:
		v.begin, v.Mark, v.Link = j, b.cs[j].word, Argument
		b.share(v)
		v.previous = b.lastVerb(j)
		if p := v.previous; p != nil && words().control[p.Verb.Lemma] && p.Verb.Voice == Active && b.kind(p.at+1) == cNoun {
			v.subject = p.at + 1
			v.sharesWith = nil
		}
	case cVerb:
		v.Link, v.previous = Complement, b.byChunk[j]
		v.sharesWith = b.byChunk[j]
	default:
		v.Link = Adverbial // fronted: Backed by jets, rebels …
	}
}

// closedByComma says whether the participle clause at chunk i ends in a comma
// before a finite verb.
func (b *builder) closedByComma(i int) bool {
	for k := i + 1; k < len(b.cs); k++ {
		switch b.cs[k].kind {
		case cNoun, cPrep, cAdverb, cAdjective, cAnd:
		case cComma:
			return b.kind(k+1) == cVerb && b.cs[k+1].verb.Finite
		default:
			return false
		}
	}
	return false
}

// infinitive links to expel, to seize.
func (b *builder) infinitive(v *verbClause) {
	v.Link = Purpose
	j := v.at - 1
	for b.kind(j) == cAdverb || b.kind(j) == cAdjective {
		j--
	}
	if b.kind(j) == cAnd {
		if p := b.lastVerb(j); p != nil && p.Kind == Infinite {
			v.Link, v.previous, v.sharesWith, v.begin = Coordinate, p, p, j
			return
		}
	}
	p := b.lastVerb(v.at)
	v.previous, v.sharesWith = p, p
	if p == nil {
		return
	}
	if p.at == j {
		v.Link = Complement
		return
	}
	if b.kind(p.at+1) == cNoun && p.Verb.Voice == Active && words().control[p.Verb.Lemma] && b.endOf(p.at+1) >= j-1 {
		v.Link = Complement
		v.subject = p.at + 1
		v.sharesWith = nil
		v.begin = v.at
		return
	}
	if p.Verb.Voice == Passive && words().control[p.Verb.Lemma] {
		v.Link = Complement
	}
}

func predicateOf(s *Sentence, v *VerbGroup) Predicate {
	p := Predicate{
		Lemma: v.Lemma, Particle: v.Particle, Voice: v.Voice, Tense: v.Tense, Perfect: v.Perfect,
		Progressive: v.Progressive, Modal: v.Modal, Negated: v.Negated, Infinitive: v.Infinitive,
	}
	first, last := s.Tokens[v.Main], s.Tokens[v.Last]
	p.Span = article.Span{Start: first.Start, End: last.End}
	if v.Last < v.Main {
		p.End = first.End
	}
	p.Text = s.Text[p.Start-s.Start : p.End-s.Start]
	return p
}
