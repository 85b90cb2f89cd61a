package lang

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/extract/article"
	shared "sitrep/extract/lexicon"
)

// titleCase reports whether a text is written as some headlines are, with a
// capital at nearly every word, so that capitals tell nothing.
func titleCase(text string) bool {
	for _, weight := range [2]func(word string) int{anyWord, contentWord} { // for most texts the first tells
		if upper, lower := capitals(text, weight); upper < 2 || upper < 4*lower {
			return false
		}
	}
	return true
}

// capitals returns how many words of a text behind its first have a capital, and the weight of
// the others. Short words do not count.
func capitals(text string, weight func(word string) int) (upper, lower int) {
	first := true
	for f := range strings.FieldsSeq(text) {
		opens := first
		first = false
		r := firstRune(f)
		if opens || !unicode.IsLetter(r) || len(f) < 4 {
			continue
		}
		if unicode.IsUpper(r) {
			upper++
		} else {
			lower += weight(f)
		}
	}
	return upper, lower
}

func anyWord(string) int { return 1 }

// contentWord returns the weight of a word in small letters: 2 for a noun or a verb, which would
// have a capital in a headline, as in gunmen attacked the United Arab Emirates embassy.
func contentWord(word string) int {
	if w := strings.TrimRight(word, ".,:;?!"); isPlainWord(w) && (!words().isKnown(w) || words().verbLike(w)) {
		return 2
	}
	return 1
}

// isPlainWord reports whether a word has small letters alone.
func isPlainWord(w string) bool {
	return !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLower(r) })
}

// HasTitleCase reports whether a sentence has a capital in most of its words, as some headlines do.
func (s *Sentence) HasTitleCase() bool {
	if s.titled == unasked {
		s.titled = no
		if titleCase(s.Text) {
			s.titled = yes
		}
	}
	return s.titled == yes
}

// answer is the answer to a question that may not have been asked.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// lowerHeadline returns the feed of a headline with the words in small letters that are known
// to be no names, so that prose does not read verbs and prepositions as names. The names of
// actors keep their capitals: Islamic State. The length does not change.
func (d *Document) lowerHeadline(s *Sentence, feed string, offsets []int) string {
	names := d.namesIn(s)
	b := []byte(feed)
	for i := 0; i < len(b); {
		if !isLetter(b[i]) {
			i++
			continue
		}
		k := i
		for k < len(b) && (isLetter(b[k]) || b[k] >= 0x80) {
			k++
		}
		at := s.Start + i
		if len(offsets) > 0 {
			at = s.Start + offsets[i]
		}
		word := strings.ToLower(feed[i:k])
		if len(word) == k-i && d.words.isCommonInTitle(word) && !slices.ContainsFunc(names, func(n article.Span) bool { return n.Start <= at && at < n.End }) {
			copy(b[i:k], word)
		}
		i = k
	}
	return string(b)
}

// isKnown reports whether a word in lower case is a verb or a word of the grammar: a preposition, a
// conjunction, a pronoun, a modal verb.
func (l *lexicon) isKnown(word string) bool {
	return l.prepositions.has(word) || l.marks[word] != Root || l.standalone[word] != UnknownNumber || l.modals.has(word) || l.verbLike(word)
}

// verbLike reports whether a lower-case word is a form of a listed verb.
func (l *lexicon) verbLike(word string) bool {
	return l.verb(verbLemmaOf(word)) || l.nominal.has(nounLemma(word))
}

// lowerCommonWords writes the tokens of a headline that are no names in small letters, as in
// any other sentence. March stays as it is: it may be the month.
func (d *Document) lowerCommonWords(s *Sentence, ts []Token) {
	names := d.namesIn(s)
	for i := range ts {
		t := &ts[i]
		if slices.ContainsFunc(names, func(n article.Span) bool { return n.Contains(t.Span) }) {
			continue
		}
		if i == 0 || strings.HasPrefix(t.Tag, "NNP") || len(t.Text) != len(t.Lower) || d.words.temporal[t.Lower] != "" {
			continue
		}
		if d.words.isCommonInTitle(t.Lower) {
			t.Text = t.Lower
		}
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// verb reports whether a lemma is that of a listed verb.
func (l *lexicon) verb(v string) bool {
	return l.verbs.has(v) || l.ambiguous.has(v) || l.transitive.has(v) || l.headline.has(v) || l.complement.has(v)
}

func verbLemmaOf(word string) string { return Lemma(word, "VBZ") }

// mainVerb finds the finite verb of a headline, or of a sentence, that prose
// has left without one: jets pound/NN Idlib, mob torches/NNS police station.
func (r *repairer) mainVerb() {
	ts := r.Tokens
	for i := 1; i < len(ts); i++ {
		if ts.FiniteVerb(i) || ts[i].Tag == "VBN" && (isNominal(ts[i-1].Tag) || ts[i-1].Tag == "CD") {
			return // rebels seized …; 12 soldiers killed in …
		}
		if r.title && i > 3 && r.opensNextClause(i) {
			return
		}
		tag := r.finiteTag(i)
		if tag == "" || strings.HasSuffix(ts[i].Lower, "s") && r.finiteTag(i+1) == "VBP" {
			continue // coalition strikes | target oil facilities
		}
		ts[i].Tag = tag
		if ts[i-1].Tag == "JJ" {
			ts[i-1].Tag = "NN" // Islamist militant stabs teacher
		}
		if r.isMisreadObject(i + 1) {
			ts[i+1].Tag = "NN"
		}
		return
	}
}

// opensNextClause reports whether another clause can begin with token i.
func (r *repairer) opensNextClause(i int) bool {
	return r.Tagged(i, ",", ":", "WRB") || r.Tag(i) == "IN" && r.marks[r.Word(i)] != Root
}

// finiteTag returns the tag that the word at i has if it is the finite verb of
// what stands before it, or "".
func (r *repairer) finiteTag(i int) string {
	if i+1 >= len(r.Tokens) || r.isNoMainVerb(i) {
		return ""
	}
	w := r.Word(i)
	verb := verbLemmaOf(w)
	if !r.verbs.has(verb) && !r.mayBeVerb(i, verb) || !r.Tagged(i, "NN", "NNS", "JJ", "NNP", "VB", "RP") && (!r.verbs.has(verb) || isPunctuation(w) || r.Verb(i)) {
		return ""
	}
	switch governs := r.governs(i, r.verbs.has(verb)); {
	case verb == w && r.endsPluralSubject(i-1) && (governs || r.governsInTitle(i)):
		return "VBP" // jets pound Idlib
	case verb != w && strings.HasSuffix(w, "s") && (governs || r.goesOn(i, verb)) && r.endsSingularSubject(i-1):
		return "VBZ" // mob torches police station
	}
	return ""
}

// isNoMainVerb reports whether token i cannot be the main verb of a headline: it is part of a date,
// an act behind a plural, or a particle.
func (r *repairer) isNoMainVerb(i int) bool {
	return r.isDated(i) || r.actAfterPlural(i) || r.particleOf(i-1, i) || r.Tag(i) == "RP" && !r.ambiguous.has(r.Word(i))
}

// goesOn reports whether a phrase follows that the verb at token i can take without an
// object: a bomb tears through a bus; fighting rages in Goma.
func (r *repairer) goesOn(i int, verb string) bool {
	return r.goesThrough(i) || r.governsInTitle(i) && r.intransitive.has(verb)
}

// mayBeVerb reports whether the word at token i, which is a noun as well, may be the
// verb of a sentence of this shape.
func (r *repairer) mayBeVerb(i int, verb string) bool {
	return r.ambiguous.has(verb) || r.lexicon.headline.has(verb) && (r.title || r.isUnstopped() || r.goesThrough(i))
}

// endsPluralSubject reports whether token i ends the subject of a plural verb, alone or
// with a phrase that hangs on it: jets | pound Idlib, gunmen on a motorcycle | kill two.
func (r *repairer) endsPluralSubject(i int) bool {
	return r.pluralSubject(i) || r.pluralBeforePhrase(i) && (r.opensGroup(i+2) || r.particleAt(i+2)) || r.endsTitlePair(i)
}

// endsTitlePair reports whether token i is the second of two nouns with which a title
// opens, and the comma between them stands for and: rebels, army | clash in Goma.
func (r *repairer) endsTitlePair(i int) bool {
	return r.title && i == 2 && r.Noun(0) && r.Is(1, ",") && r.Noun(2)
}

// endsSingularSubject reports whether token i can end the subject of a singular verb.
func (r *repairer) endsSingularSubject(i int) bool {
	return r.Tagged(i, "NN", "NNP") || r.gerund(i) || r.Word(i) == ")" || r.Tag(i) == "JJ" && r.starters[r.Word(i)+"s"] == startSubject
}

// governsInTitle reports whether the word at token i of a title has a phrase behind it
// and no number before it: rebels withdraw from Goma.
func (r *repairer) governsInTitle(i int) bool {
	return r.title && r.Tag(i-1) != "CD" && r.Tagged(i+1, "IN", "TO")
}

// isUnstopped reports whether the sentence ends without a mark, as headlines do:
// car bombing rocks Damascus.
func (r *repairer) isUnstopped() bool {
	last := r.Word(len(r.Tokens) - 1)
	return last != "." && last != "!" && last != "?" && last != "\""
}

// governs reports whether what a verb governs follows token i: an object, perhaps behind a particle;
// after a word that can only be a verb, also a phrase or an adverb.
func (r *repairer) governs(i int, verbOnly bool) bool {
	return r.isMisreadObject(i+1) || r.startsNoun(i+1) || r.particleOf(i, i+1) && r.startsNoun(i+2) || verbOnly && r.Tagged(i+1, "IN", "RB", "RP", "TO")
}

// particleOf reports whether token k can be a particle of the verb that token i is in a headline: crowd
// pulls [down] statue.
func (r *repairer) particleOf(i, k int) bool {
	return words().particles[verbLemmaOf(r.Word(i))][r.Word(k)]
}

// isMisreadObject reports whether token i is tagged as a verb but is not one: gunmen kill mayor/VB.
func (r *repairer) isMisreadObject(i int) bool { return r.Tag(i) == "VB" && !r.verb(r.Word(i)) }

// goesThrough reports whether what token i tells of goes through or into something:
// a bomb tears through a bus.
func (r *repairer) goesThrough(i int) bool {
	return r.Is(i+1, "through", "into") && r.opensGroup(i+2)
}

// pluralBeforePhrase reports whether a phrase that ends with token i hangs on a
// plural: gunmen on a motorcycle.
func (r *repairer) pluralBeforePhrase(i int) bool {
	if !r.Tagged(i, "NN", "NNP") {
		return false
	}
	for i--; i > 0 && r.Tagged(i, "DT", "JJ", "NN", "NNP"); i-- {
	}
	return i > 0 && r.Tag(i) == "IN" && r.pluralSubject(i-1)
}

// pluralSubject reports whether token i can end the subject of a plural verb:
// jets, police, 12.
func (r *repairer) pluralSubject(i int) bool {
	switch r.Tag(i) {
	case "NNS", "NNPS", "CD":
		return true
	case "NNP":
		return strings.HasSuffix(r.Word(i), "s") || r.collective.has(r.Word(i))
	}
	return r.Noun(i) && r.collective.has(r.Word(i))
}

// shortestLead is the length from which a word in capitals is taken for no abbreviation.
const shortestLead = 4

// lowerLead returns a sentence with the words in capitals at its start, which some papers print,
// in lower case: A SOLDIER WAS shot dead in Omagh; POLICE arrested nine men. Names and the first
// letter stay as they are, and the length does not change.
func lowerLead(feed string, w *lexicon) string {
	end := leadInCapitals(feed)
	if end == 0 {
		return feed
	}
	b := []byte(feed)
	counted := false // after a or an, where no name stands
	for from := 0; from < end; {
		to := from + strings.IndexByte(feed[from:], ' ')
		word := strings.ToLower(feed[from:to])
		if counted || w.isCommon(word) {
			copy(b[from:to], word)
		}
		counted, from = word == "a" || word == "an", to+1
	}
	b[0] = feed[0]
	return string(b)
}

// leadInCapitals returns the offset at which the words in capitals at the start of a sentence end,
// or 0 if there are none. One of them is longer than an abbreviation, and a word in lower case or a
// capitalised word follows.
func leadInCapitals(feed string) int {
	long := false
	for from := 0; from < len(feed); {
		to := from
		for to < len(feed) && feed[to] >= 'A' && feed[to] <= 'Z' {
			to++
		}
		switch {
		case long && to < len(feed) && feed[to] >= 'a' && feed[to] <= 'z' && to-from < 2:
			return from // at "shot" in A SOLDIER WAS shot, at "Oran" in HUNDREDS MARCHED IN Oran
		case to == from, to == len(feed), feed[to] != ' ':
			return 0
		}
		long = long || to-from >= shortestLead
		from = to + 1
	}
	return 0
}

// isCommonInTitle reports whether a word in lower case is known to be no name where all
// words have capitals. There a noun is seldom a part of one: the airport.
func (l *lexicon) isCommonInTitle(word string) bool {
	return l.isCommon(word) || l.common.has(word) || l.common.has(nounLemma(word))
}

// isCommon reports whether a word in lower case is known to be no name.
func (l *lexicon) isCommon(word string) bool {
	return l.isKnown(word) || isAuxiliary(word) || l.pastOrGerund(word) || l.openers.has(word) || l.numbers.has(nounLemma(word)) ||
		l.people.has(Lemma(word, "NNS")) || l.ambiguous.has(nounLemma(word))
}

// pastOrGerund reports whether a word in lower case has the form of a past or a gerund, and
// is no first name: killed, drew, beating; but not Ahmed.
func (l *lexicon) pastOrGerund(word string) bool {
	return (l.past(word) || hasAnySuffix(word, "ed", "ing")) && !shared.Given()[word]
}

// namedSubjects finds the verbs of a headline whose subject is a name or a body that is
// singular in form and plural to its verb, and those that follow a comma: Boko Haram
// attack/NN village, abduct/NN 12 girls; four killed as army shell/NN Gao.
func (r *repairer) namedSubjects() {
	if !r.title && !r.isUnstopped() {
		return
	}
	for i := 1; i+1 < len(r.Tokens); i++ {
		if r.bareVerb(i) && (r.verbOfNamed(i) || r.verbAfterComma(i)) {
			r.Tokens[i].Tag = "VBP"
			if r.nameReadAsAdjective(i - 1) {
				r.Tokens[i-1].Tag = "NNP"
			}
		}
	}
}

// bareVerb reports whether token i is the base form of a verb before an object, which
// was read as a noun, an infinitive or an adverb.
func (r *repairer) bareVerb(i int) bool {
	w := r.Word(i)
	return r.Tagged(i, "NN", "NNP", "VB", "RP", "RB") && (r.verbs.has(w) || r.ambiguous.has(w)) && r.startsNoun(i+1)
}

// verbOfNamed: JNIM abduct/NN two farmers; army shell/NN Gao, killing four; but not
// Boko Haram attack victims, where nothing else says that the word is a verb.
func (r *repairer) verbOfNamed(i int) bool {
	if !r.Noun(i-1) && !r.nameReadAsAdjective(i-1) || r.finiteBefore(i) || r.finiteAfter(i) {
		return false
	}
	first := i - 1
	for first > 0 && (r.Noun(first-1) || r.Tagged(first-1, "JJ", "DT", "POS")) {
		first--
	}
	marked := first > 0 && r.marks[r.Word(first-1)] != Root
	switch {
	case first > 0 && !marked:
		return false
	case r.verbs.has(r.Word(i)):
		return true
	}
	return (r.Capital(i-1) || r.Tag(i-1) == "NNS" || r.bodies.has(r.Word(i-1))) && (marked || r.actFollows(i))
}

// nameReadAsAdjective: Ansar al-Sunna/JJ abduct two.
func (r *repairer) nameReadAsAdjective(i int) bool {
	return r.Tag(i) == "JJ" && strings.ContainsFunc(r.Tokens[i].Text, unicode.IsUpper)
}

// actFollows reports whether a comma after token i is followed by a second act of the
// same subject: …, kill 12; …, killing 12.
func (r *repairer) actFollows(i int) bool {
	for i++; i+2 < len(r.Tokens); i++ {
		if r.Tag(i) == "," {
			return r.startsNoun(i+2) && (r.Tagged(i+1, "VBG", "VBP") || r.bareVerb(i+1) && r.verbs.has(r.Word(i+1)))
		}
	}
	return false
}

// verbAfterComma: gunmen burn church in Gao, abduct/NN priest.
func (r *repairer) verbAfterComma(i int) bool {
	if r.Tag(i-1) != "," {
		return false
	}
	for k := i - 2; k > 0; k-- {
		if r.FiniteVerb(k) {
			return r.Tag(k) == "VBP"
		}
	}
	return false
}
