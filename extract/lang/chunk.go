package lang

import (
	"strings"
	"unicode"
)

// chunkKind says what a chunk is to the clause builder.
type chunkKind uint8

const (
	cNoun chunkKind = iota
	cVerb
	cPrep
	cAnd
	cComma
	cRel   // who, which, that
	cMark  // a subordinator
	cQuote // a quotation mark
	cOpen
	cClose
	cStop // colon, semicolon, dash, full stop
	cAdverb
	cAdjective
	cOther
)

// chunk is a step of the sentence between token and clause: a group, or the
// word or mark that joins groups.
type chunk struct {
	kind        chunkKind
	first, last int // tokens
	noun        *NounGroup
	verb        *VerbGroup
	word        string
	link        Link // of a mark
	time        bool // a bare temporal noun group

	clause *verbClause // of a verb, once it is made
	begins bool        // a clause begins here
}

// chunks cuts the tagged sentence into chunks, which it appends to out.
func (p *grouper) chunks(out []chunk) []chunk {
	t := p.t
	for i := 0; i < len(t); {
		if c, ok := p.verbChunk(i); ok {
			out = append(out, c)
			i = c.last + 1
			continue
		}
		if g := p.at(i); g != nil {
			if n := p.ageAt(g, out); n > 0 {
				out, i = out[:len(out)-1], i+n
				continue
			}
			g.Time = p.isTime(g) || p.endsDate(g, out)
			out = append(out, chunk{kind: cNoun, first: g.First, last: g.Last, noun: g, time: g.Time})
			i = g.Last + 1
			continue
		}
		c := p.wordChunk(i)
		out = append(out, c)
		i = c.last + 1
	}
	p.marks(out)
	return out
}

// endsDate reports whether a group goes on the date before it: August 13, 2018.
func (p *grouper) endsDate(g *NounGroup, before []chunk) bool {
	n := len(before)
	if n > 1 && p.t[g.Head].IsYear() && before[n-1].kind == cComma && before[n-2].time {
		return true
	}
	return n > 0 && before[n-1].time && g.First == g.Last && words().temporal[p.t[g.Head].Lower] == "unit"
}

// ageAt returns how many tokens of an age between commas begin at the group g, its second comma
// among them where the verb of the person follows, or 0 where it is no age: Omar Said, [31,] shot.
func (p *grouper) ageAt(g *NounGroup, before []chunk) int {
	t, n, i := p.t, len(before), g.First
	if n < 2 || g.First != g.Last || t[i].Tag != "CD" || len(t[i].Text) > 2 || !isNumber(t[i].Text) || t.Mark(i+1) != ',' {
		return 0
	}
	person := before[n-2].noun
	if before[n-1].kind != cComma || person == nil || before[n-2].time || person.Pronoun || !person.Proper && person.Number != Singular {
		return 0
	}
	switch {
	case n > 3 && before[n-3].kind == cComma && before[n-4].kind == cNoun:
		return 1 // a cook, Omar Said, [31], shot
	case t.Verb(i+2) || t.Adverb(i+2) || t.Tag(i+2) == "CC":
		return 2
	case t.Tagged(i+2, "DT", "IN", "WP", "WP$"):
		return 1
	}
	return 0
}

func (p *grouper) verbChunk(i int) (chunk, bool) {
	t := p.t
	if (t[i].Tag == "VBN" || t[i].Tag == "VBG" || t[i].Tag == "VBD") && p.participleModifies(i, i) {
		return chunk{}, false
	}
	if t[i].Tag == "VBG" && words().prepositions.has(t[i].Lower) {
		return chunk{}, false // including, following
	}
	v := p.verbAt(i)
	if v == nil {
		return chunk{}, false
	}
	return chunk{kind: cVerb, first: v.First, last: v.Last, verb: v}, true
}

// wordChunk returns the chunk of a word or mark at token i that belongs to no
// group.
func (p *grouper) wordChunk(i int) chunk {
	t, w := p.t, words()
	c := chunk{kind: cOther, first: i, last: i, word: t[i].Lower}
	tag := t[i].Tag
	if kind, ok := kindsByTag[tag]; ok {
		c.kind = kind
		return c
	}
	switch {
	case (tag == "IN" || tag == "DT") && c.word == "that":
		c.kind, c.link = cMark, Complement
	case tag == "WRB":
		c.kind, c.link = cMark, Adverbial
		if l, ok := w.marks[c.word]; ok {
			c.link = l
		}
	case tag == "IN" || tag == "TO" || w.prepositions.has(c.word) && (!isVerb(tag) || tag == "VBG"):
		c.kind, c.link = cPrep, w.marks[c.word]
		p.longPreposition(&c)
	case strings.HasPrefix(tag, "RB") || tag == "RP":
		c.kind = cAdverb
		if l, ok := w.marks[c.word]; ok {
			c.kind, c.link = cPrep, l
		}
		p.longPreposition(&c)
	case strings.HasPrefix(tag, "JJ"):
		c.kind = cAdjective
		p.longPreposition(&c)
	}
	return c
}

// kindsByTag are the kinds of chunk that a tag alone decides.
var kindsByTag = map[string]chunkKind{
	",": cComma, "''": cQuote, "``": cQuote, "(": cOpen, ")": cClose, ":": cStop, ".": cStop, "-": cStop,
	"CC": cAnd, "WDT": cRel, "WP": cRel, "WP$": cRel,
}

// longPreposition joins west of, because of, on behalf of, according to.
func (p *grouper) longPreposition(c *chunk) {
	t := p.t
	for n := 3; n >= 1; n-- {
		if c.first+n >= len(t) {
			continue
		}
		if phrase := t[c.first : c.first+n+1]; words().longPrepositions.hasPhrase(phrase) && !p.infinitiveAt(c.first+n) {
			c.kind, c.last, c.word, c.link = cPrep, c.first+n, string(appendWords(nil, phrase)), Root
			return
		}
	}
}

// infinitiveAt reports whether the word at i is the to of an infinitive: due to
// be exchanged.
func (p *grouper) infinitiveAt(i int) bool {
	return p.t[i].Tag == "TO" && i+1 < len(p.t) && p.t[i+1].Tag == "VB"
}

// marks decides for every word that can be a preposition, a subordinator or a
// relative pronoun which of them it is: after the attack, after rebels attacked.
func (p *grouper) marks(cs []chunk) {
	for i := range cs {
		c := &cs[i]
		switch {
		case c.kind == cPrep && c.link != Root:
			if !asOfVerb(cs, i) && !timeAlone(cs, i+1) && (clauseFollows(cs, i+1) || frontedClauseFollows(cs, i)) && !beforeMainVerb(cs, i) {
				c.kind = cMark
			}
		case c.kind == cMark && c.word == "that":
			if thatIsRelative(cs, i) {
				c.kind = cRel
			}
		case c.kind == cRel && opensComplement(cs, i):
			c.kind, c.link = cMark, Complement
		}
	}
}

// asOfVerb: a man identified as X was shot.
func asOfVerb(cs []chunk, i int) bool {
	return cs[i].word == "as" && i > 0 && cs[i-1].kind == cVerb && words().asVerbs.has(cs[i-1].verb.Lemma)
}

// timeAlone reports whether the time at chunk i is no subject, because it is an adverb or a
// participle and its doer stand around it: since then rebels have fled; till now.
func timeAlone(cs []chunk, i int) bool {
	if i < len(cs) && cs[i].kind == cAdverb && (cs[i].word == "then" || cs[i].word == "now") {
		return true
	}
	return i+2 < len(cs) && cs[i].time && cs[i+1].kind == cPrep && cs[i+1].word == "by" && cs[i+2].kind == cNoun
}

// thatIsRelative: the group that seized the town; not said that rebels seized it.
func thatIsRelative(cs []chunk, i int) bool {
	return i > 0 && cs[i-1].kind == cNoun && (verbFollows(cs, i+1) || i+1 < len(cs) && cs[i+1].kind == cNoun && (verbsMeet(cs, i+2) || wantsObject(cs, i+2)))
}

// wantsObject reports whether chunk i is the active verb of a clause that can only have the noun
// before that as its object: cited attacks that it [blamed] on rebels.
func wantsObject(cs []chunk, i int) bool {
	if i >= len(cs) || cs[i].kind != cVerb || i+1 < len(cs) && cs[i+1].kind == cNoun {
		return false
	}
	v := cs[i].verb
	return v.Finite && v.Form == "VBD" && v.Particle == "" && words().transitive.has(v.Lemma)
}

// verbsMeet reports whether chunk i can be the verb of a relative clause and the chunk after it the
// verb of the clause around it: the bomb he [was carrying] [exploded].
func verbsMeet(cs []chunk, i int) bool {
	if i+1 >= len(cs) || cs[i].kind != cVerb || cs[i+1].kind != cVerb {
		return false
	}
	v, next := cs[i].verb, cs[i+1].verb
	return v.Finite && v.Voice != Passive && (next.Finite || next.Form == "VBN" || next.Form == "VBD")
}

// opensComplement: said that/WDT rebels had left; what they found.
func opensComplement(cs []chunk, i int) bool {
	c := &cs[i]
	if c.word == "that" && i+1 < len(cs) && cs[i+1].kind == cNoun && i > 0 && cs[i-1].kind != cNoun {
		return true
	}
	return c.word == "what" || i == 0 || cs[i-1].kind == cVerb
}

// clauseFollows reports whether a subject and its finite verb, or a participle,
// begin at chunk i.
func clauseFollows(cs []chunk, i int) bool {
	if i < len(cs) && cs[i].kind == cVerb {
		return cs[i].verb.Form == "VBG" || cs[i].verb.Finite || !cs[i].verb.Infinitive && cs[i].verb.First != cs[i].verb.Main
	}
	seen := false
	for ; i < len(cs); i++ {
		switch cs[i].kind {
		case cNoun:
			if seen && i > 0 && cs[i-1].kind == cNoun && !cs[i].time && !cs[i-1].time {
				return false
			}
			seen = true
		case cVerb:
			return seen && (cs[i].verb.Finite || cs[i].verb.Form == "VBN" || cs[i].verb.Form == "VBD")
		case cPrep, cAnd, cAdverb, cOpen, cClose, cQuote, cAdjective:
		default:
			return false
		}
	}
	return false
}

// frontedClauseFollows reports whether the word at chunk i stands behind a comma and before a clause
// with phrases before its subject: looted shops in Luofu, while [in Colombia, rebels ambushed] a
// patrol; but not: while in custody, was beaten.
func frontedClauseFollows(cs []chunk, i int) bool {
	if i < 2 || cs[i-1].kind != cComma {
		return false
	}
	k := i + 1
	for k+2 < len(cs) && cs[k].kind == cPrep && cs[k+1].kind == cNoun {
		k += 2
		if cs[k].kind == cComma {
			k++
		}
	}
	return k > i+1 && cs[k-1].kind == cComma && k < len(cs) && cs[k].kind == cNoun && clauseFollows(cs, k)
}

// beforeMainVerb reports whether the preposition at chunk i stands in the relative clause of a
// subject, and the only verb behind it is that of the subject: soldiers who fled [after] an
// ambush were shot.
func beforeMainVerb(cs []chunk, i int) bool {
	k, inside := verbsBack(cs, i)
	if k < 1 || cs[k].kind != cRel || cs[k-1].kind != cNoun || inside != 1 {
		return false
	}
	if _, above := verbsBack(cs, k); above > 0 {
		return false // saw the men who fled after an attack was reported
	}
	behind := 0
	for j := i + 1; j < len(cs) && cs[j].kind != cComma && cs[j].kind != cStop; j++ {
		if cs[j].kind == cVerb && cs[j].verb.Finite {
			behind++
		}
	}
	return behind == 1
}

// verbsBack returns the last chunk before chunk i that begins a clause or separates two, or -1,
// and the number of finite verbs between the two.
func verbsBack(cs []chunk, i int) (k, verbs int) {
	for k = i - 1; k >= 0; k-- {
		switch cs[k].kind {
		case cRel, cMark, cComma, cStop, cAnd:
			return k, verbs
		case cVerb:
			if cs[k].verb.Finite {
				verbs++
			}
		}
	}
	return k, verbs
}

// says reports whether token i is a verb that a clause can follow: Dawn
// reported that …
func (p *grouper) says(i int) bool {
	return i < len(p.t) && (p.t[i].Tag == "VBZ" || p.t[i].Tag == "VBD") && words().complement.has(p.t[i].Lemma)
}

// isTime reports whether a noun group is a bare date: Monday, last week.
func (p *grouper) isTime(g *NounGroup) bool {
	w := words()
	if isNumericDate(p.t[g.Head].Text) {
		return true
	}
	k := w.timeWord(p.t[g.Head].Lower)
	if k == "day" && unicode.IsUpper(firstRune(p.t[g.Head].Text)) && (g.First > 0 && g.Proper || p.says(g.Last+1)) {
		return false // the paper Dawn
	}
	if k == "" {
		k = w.temporal[g.Lemma]
	}
	switch k {
	case "weekday", "month":
		return g.Proper || k == "weekday"
	case "day", "zone":
		return true
	case "moment": // at one point
		return g.First > 0 && p.t[g.First-1].Lower == "at" && g.Det != "the" && g.Modifiers.Empty()
	case "unit":
		switch g.Det {
		case "this", "that", "the", "a", "an", "each", "every", "":
			if g.Modifiers.Empty() {
				return g.Det != "" || g.Number == Plural
			}
			switch w.temporal[p.t[g.Modifiers.From].Lower] {
			case "weekday", "order":
				return true
			}
		}
	}
	return false
}

// IsYear reports whether a token is the number of a year: August 13, [2018].
func (t Token) IsYear() bool {
	return t.Tag == "CD" && len(t.Text) == 4 && (t.Text[0] == '1' || t.Text[0] == '2') && isNumber(t.Text)
}
