package lang

import "strings"

// parenthesis returns the chunk before the parenthesis that the comma at chunk
// j closes: rebels in [The rebels], backed by jets, attacked. It reports false
// where there is none.
func (b *builder) parenthesis(j int) (int, bool) {
	within := false // a clause without a comma before its mark has been passed
	for k := j - 1; k >= 1; k-- {
		switch b.chunks[k].kind {
		case cMark:
			within = within || b.kind(k-1) != cComma
		case cStop:
			return 0, false
		case cComma:
			before := k - 1
			if b.kind(before) == cClose {
				before = b.beforeBrackets(before)
			}
			if b.kind(before) != cNoun || b.chunks[before].time && b.kind(before-1) != cNoun && !b.endsRelative(before) {
				return 0, false
			}
			if b.renames(before, k+1, j) {
				return before, true
			}
			if b.kind(k+1) == cAnd {
				continue
			}
			if within && b.kind(k+1) != cRel {
				return 0, false // only a relative clause can hold it: the agency, [which left after rebels came], said
			}
			return before, b.opensParenthesis(k+1, j)
		}
	}
	return 0, false
}

// renames reports whether what stands from the or at chunk k to the comma at j is another
// name of the group that ends at chunk before. A short form is, as in the National
// Liberation Army, [or ELN], said; any name is where the group opens the sentence, as in the
// Front for Justice, [or Justice Now], claimed the raid.
func (b *builder) renames(before, k, j int) bool {
	if b.kind(k) != cAnd || b.chunks[k].word != "or" || k+2 != j || !b.nounAt(k+1) || !b.nounAt(before) {
		return false
	}
	g := b.chunks[k+1].noun
	return b.isShortForm(g) || g.Proper && b.climb(before) == 0
}

// isShortForm reports whether a group is one word in capitals, as in ELN.
func (b *builder) isShortForm(g *NounGroup) bool {
	w := b.s.Tokens[g.Last].Text
	return g.First == g.Last && len(w) > 1 && w == strings.ToUpper(w) && !isNumber(w)
}

// opensParenthesis reports whether what stands from chunk k, after a comma, to the comma at j is
// put in between a subject and its verb: the rebels, [who hold the town]; [backed by jets].
func (b *builder) opensParenthesis(k, j int) bool {
	switch b.kind(k) {
	case cRel, cAdverb, cAdjective, cMark, cPrep:
		return true
	case cVerb:
		return !b.chunks[k].verb.Finite
	case cNoun:
		if b.noFinite(k, j) || b.chunks[k].noun.Det == "whose" || b.countsThem(k) {
			return true
		}
		return b.isReport(k, j)
	}
	return false
}

// isReport reports whether the chunks from k to the comma at j only name the speaker, perhaps
// with whom, when and how: [the army said]; [a doctor told reporters on Monday].
func (b *builder) isReport(k, j int) bool {
	end := j - 1
	for end > k && !b.finiteAt(end) {
		switch b.kind(end) {
		case cNoun, cPrep, cAdverb:
			end--
		default:
			return false
		}
	}
	v := b.clauseAt(end)
	if v == nil || !isReporting(v.Verb) || v.subject < k {
		return false
	}
	return end == j-1 || b.kind(end+1) != cNoun || b.chunks[end+1].time || words().addressing.has(v.Verb.Lemma)
}

// endsRelative reports whether the date at chunk k stands in a phrase at the end of a
// relative clause: brothers who had lived in the city [for years].
func (b *builder) endsRelative(k int) bool {
	if b.kind(k-1) != cPrep {
		return false
	}
	h := b.climb(k)
	return h >= 0 && h != k && !b.chunks[h].time && b.kind(h+1) == cRel
}

// countsThem reports whether what stands at chunk k tells how many of those before it
// something is said of: the men, [all of them masked], broke into the bank.
func (b *builder) countsThem(k int) bool {
	return b.prepositionAt(k+1, "of") && b.kind(k+2) == cNoun && b.chunks[k+2].noun.Lemma == "them"
}

// opening returns the chunk of the group that opens the sentence, where only
// what describes the group stands between it and the comma at j, or -1: A
// constable identified as X, was shot.
func (b *builder) opening(j int) int {
	if b.kind(0) != cNoun || b.chunks[0].time {
		return -1
	}
	for k := 1; k < j; k++ {
		switch b.chunks[k].kind {
		case cNoun, cPrep, cOpen, cClose, cAdverb, cAdjective:
		case cVerb:
			if b.chunks[k].verb.Finite {
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

// noFinite reports whether every finite verb from chunk k to chunk j is that of
// a relative clause.
func (b *builder) noFinite(k, j int) bool {
	for ; k < j; k++ {
		if b.finiteAt(k) {
			if v := b.clauseAt(k); v == nil || v.Link != Relative {
				return false
			}
		}
	}
	return true
}

// placeAside returns the comma or dash that closes an aside on the place before chunk i, if a phrase
// of the clause follows, or -1: was shot in Darun, [some 200 km east of the capital], by rebels; in
// Darun – [which lies on the border] – on Monday.
func (b *builder) placeAside(i int) int {
	if !b.nounAt(i-1) || !b.chunks[i-1].noun.Proper || b.kind(i-2) != cPrep || b.kind(i) != cComma && !b.isDash(i) {
		return -1
	}
	relative := b.kind(i+1) == cRel
	for k := i + 1; k < len(b.chunks); k++ {
		switch b.kind(k) {
		case cNoun, cPrep, cAdverb, cAdjective:
		case cRel, cVerb:
			if !relative {
				return -1
			}
		case cComma, cStop:
			if k == i+1 || b.kind(k) != b.kind(i) || b.kind(k+1) != cPrep || b.kind(k+2) != cNoun || b.beginsAt(k+2) {
				return -1
			}
			return k
		default:
			return -1
		}
	}
	return -1
}

// An aside is what stands between two commas or two dashes behind a noun: militiamen, [some of them
// in uniform], looted shops; the gang – [six men] – fled.

// pastBehindAside: militiamen, some of them in uniform, looted/VBN shops.
func (r *repairer) pastBehindAside(i int) bool {
	if !r.pastForm(&r.Tokens[i]) || !r.known(&r.Tokens[i]) && !r.past(r.Word(i)) {
		return false
	}
	open := r.openOfAside(i)
	switch {
	case open < 0:
		return false
	case r.Tag(i) != "VBN":
		return r.objectAt(i+1) && !r.finiteAfter(i) && (r.Mark(open) == '-' || !r.Noun(open+1))
	}
	return r.objectAt(i+1) || r.intransitive.has(Lemma(r.Word(i), "VBD")) || !r.title && r.Word(i+1) != "by" && r.isOnlyFinite(i)
}

// participleOfAside: police, armed/VBD with rifles, shot two men. No comma stands between a subject
// and its verb. And men, all of them masked/VBD, took him away.
func (r *repairer) participleOfAside(i int) bool {
	if r.isOfPart(i) {
		return true
	}
	if r.Tag(i-1) != "," || !r.Noun(i-2) || r.objectAt(i+1) || r.verbAhead(i-1) || r.openOfAside(i) >= 0 {
		return false
	}
	for k := i + 1; k < len(r.Tokens) && k < i+longestAside && !r.Verb(k); k++ {
		if isPunctuation(r.Tokens[k].Text) {
			return r.Tag(k) == "," && k+1 < len(r.Tokens) && (r.FiniteVerb(k+1) || r.pastForm(&r.Tokens[k+1]))
		}
	}
	return false
}

// isOfPart reports whether the past at token i describes some or all of the people before it: men,
// [all of them masked], broke in.
func (r *repairer) isOfPart(i int) bool {
	if !r.Is(i-1, "them") || !r.Is(i-2, "of") || r.objectAt(i+1) || r.intransitive.has(Lemma(r.Word(i), "VBD")) {
		return false
	}
	k := i - 3
	for k > i-7 && (r.Tagged(k, "DT", "CD", "JJ", "JJS", "RBS") || r.Is(k, "at", "least", "half")) {
		k--
	}
	return k < i-3 && (r.Mark(k) == ',' || r.Mark(k) == '-')
}

// isOnlyFinite reports whether the sentence has no finite verb other than token i.
func (r *repairer) isOnlyFinite(i int) bool {
	return !AnyIn(0, len(r.Tokens), func(k int) bool { return k != i && r.FiniteVerb(k) }) && r.Tag(len(r.Tokens)-1) == "."
}

// openOfAside returns the mark that opens the aside that ends before token i, or -1. The aside must
// stand behind a noun, and the clause of that must have no verb yet.
func (r *repairer) openOfAside(i int) int {
	mark := r.Mark(i - 1)
	if mark != ',' && mark != '-' {
		return -1
	}
	finite := false
	for k := i - 2; k > 0; k-- {
		switch {
		case r.Mark(k) == mark && (mark == '-' || !finite || r.Tagged(k+1, "WP", "WDT", "WP$")):
			if r.Noun(k-1) && !r.verbAhead(k) {
				return k
			}
			if mark == '-' || finite {
				return -1
			}
		case r.Mark(k) == mark, r.Tagged(k, ":", ".", "(", ")", "''") && mark == ',':
			return -1
		case r.FiniteVerb(k):
			finite = true
		}
	}
	return -1
}

// behindAside returns the token behind the aside that the mark at token k opens, or k where it opens
// none.
func (r *repairer) behindAside(k int) int {
	mark := r.Mark(k)
	if mark != ',' && mark != '-' {
		return k
	}
	relative := r.Tagged(k+1, "WP", "WDT", "WP$")
	for n := k + 1; n < len(r.Tokens) && n < k+longestAside; n++ {
		switch {
		case r.Mark(n) == mark && n > k+1:
			return n + 1
		case isPunctuation(r.Tokens[n].Text), r.FiniteVerb(n) && !relative:
			return k
		}
	}
	return k
}

// longestAside is the largest number of words in an aside, its marks included.
const longestAside = 20
