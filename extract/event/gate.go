package event

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"sitrep/extract/wordlist"
)

// Gate decides which sentences are worth analysis: those with the words of a
// trigger. It may only skip work, never change a result, and it knows no words
// but those of the rules.
//
// It looks twice. The first look compares the beginnings of words only. The
// second one, at the words that the first has found, asks for a form whose lemma
// is a trigger's, and for the words that its rule cannot do without: take lets a
// sentence through that has over in it, use one that has sarin.
type Gate struct {
	begins map[string][]string       // the beginnings of triggers, by their first letters
	table  *wordlist.Table[[]string] // of begins
	firsts firsts                    // the first letters of begins
	senses map[lang.Key][]sense      // of triggers
	parts  partSet                   // of all senses
	needs  map[*rules.Rule][][]int   // the parts of a sense, by its rule
	every  bool                      // skip nothing
}

// sense is what a trigger needs for one of its rules.
type sense struct {
	words []string // all of these words: a particle, the words before a noun
	parts [][]int  // of each list one as the beginning of a word: what the rule asks of an object
}

// firstLetters is how many bytes of a word the gate looks up.
const firstLetters = 3

// longestEnding is how many bytes a regular form can have behind the beginning
// of its word: stab-bing.
const longestEnding = 4

// NewGate returns the gate for the triggers of a set of rules. One that lets
// every sentence through is for the test that skipping changes nothing.
func NewGate(set *rules.Set, every bool) *Gate {
	g := &Gate{begins: map[string][]string{}, senses: map[lang.Key][]sense{}, needs: map[*rules.Rule][][]int{}, every: every}
	irregular := lang.IrregularForms()
	admitted := map[string]bool{}
	set.EachTrigger(func(lemma, pos, beside string, r *rules.Rule) {
		if lemma == "be" {
			lemma, beside = beside, "" // are dead: every sentence has a form of be
		}
		key := lang.Key{Lemma: lemma, Pos: pos}
		of, known := g.needs[r]
		if !known {
			of = g.partsOf(r, irregular)
			g.needs[r] = of
		}
		g.senses[key] = append(g.senses[key], sense{strings.FieldsFunc(beside, notLetter), of})
		if admitted[lemma] {
			return
		}
		admitted[lemma] = true
		g.admit(lemma)
		for _, form := range irregular[lemma] {
			g.admit(form)
		}
	})
	g.table, g.parts.table = wordlist.TableOf(g.begins), wordlist.TableOf(g.parts.begins)
	return g
}

// partsOf returns what a text must have a part of for a rule to make sense in it:
// for each condition that settles the sense by words, a list of what the forms of
// these words have in common.
func (g *Gate) partsOf(r *rules.Rule, irregular map[string][]string) [][]int {
	var out [][]int
	for i := range r.Needs {
		t := &r.Needs[i]
		if t.Absent || t.Function == "governor" || !makesSense(t) || len(t.Kinds) > 0 || slices.ContainsFunc(t.Lemmas, isNoPlainWord) {
			continue
		}
		var parts []int
		for _, lemma := range t.Lemmas {
			parts = append(parts, g.parts.number(beginning(lemma)))
			for _, form := range irregular[lemma] {
				parts = append(parts, g.parts.number(form))
			}
		}
		out = append(out, parts)
	}
	return out
}

// isNoPlainWord reports whether a lemma of a rule is more than letters, spaces and
// hyphens, so that texts may write it in several ways.
func isNoPlainWord(lemma string) bool {
	return strings.ContainsFunc(lemma, func(r rune) bool { return r != ' ' && r != '-' && (r < 'a' || r > 'z') })
}

// beginning returns what all regular forms of a word begin with: seiz-ed,
// carr-ied, shell-ing.
func beginning(w string) string {
	if len(w) > firstLetters && (strings.HasSuffix(w, "e") || strings.HasSuffix(w, "y")) {
		return w[:len(w)-1]
	}
	return w
}

// admit lets those words through that begin as a regular form of w does. A word
// with a hyphen is known by its first part.
func (g *Gate) admit(w string) {
	if i := strings.IndexFunc(w, notLetter); i > 0 {
		w = w[:i]
	}
	w = beginning(w)
	first := w[:min(len(w), firstLetters)]
	if !slices.Contains(g.begins[first], w) {
		g.begins[first] = append(g.begins[first], w)
		g.firsts.add(first)
	}
}

// firsts is the set of the first letters of words, of which it tells in no time that
// most words do not begin so.
type firsts [1 << (firstLetters * letterBits) / 64]uint64

// letterBits is how many bits a letter from a to z takes.
const letterBits = 5

// add adds the words that begin with w, which has at most firstLetters bytes.
func (f *firsts) add(w string) {
	code, width := uint(0), 0
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return // may has all of them
		}
		code, width = code<<letterBits|uint(w[i]-'a'), width+letterBits
	}
	free := firstLetters*letterBits - width
	for k := code << free; k < (code+1)<<free; k++ {
		f[k/64] |= 1 << (k % 64)
	}
}

// may reports whether a word of a text, of letters alone, may be one of the set.
func (f *firsts) may(w string) bool {
	if len(w) < firstLetters {
		return true
	}
	k := uint(0)
	for i := range firstLetters {
		c := w[i] | 0x20
		if c < 'a' || c > 'z' {
			return true
		}
		k = k<<letterBits | uint(c-'a')
	}
	return f[k/64]&(1<<(k%64)) != 0
}

// opens reports whether a text may hold a trigger in one of its senses.
func (g *Gate) opens(text string) bool {
	var asking []sense // those that the words found have, and that ask for more
	for w := range g.found(text) {
		word, certain := tagged(text, w)
		if !certain {
			return true
		}
		keys := lang.Keys(word)
		for i, k := range keys {
			if slices.Contains(keys[:i], k) {
				continue
			}
			for _, x := range g.senses[k] {
				if len(x.parts) == 0 && len(x.words) == 0 {
					return true
				}
				asking = append(asking, x)
			}
		}
	}
	return g.every || len(asking) > 0 && g.haveSense(text, asking)
}

// haveSense reports whether a text has what one of the senses needs.
func (g *Gate) haveSense(text string, senses []sense) bool {
	var parts partsFound // once they are needed
	return slices.ContainsFunc(senses, func(x sense) bool {
		if !hasWords(text, x.words) {
			return false
		}
		if parts == nil && len(x.parts) > 0 {
			parts = g.parts.in(text)
		}
		return parts.haveOneOfEach(x.parts)
	})
}

// hints reports whether a text holds a word that begins as a trigger does.
func (g *Gate) hints(text string) bool {
	for range g.found(text) {
		return true
	}
	return g.every
}

// Words yields the words of a text that begin as a trigger does.
func (g *Gate) Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range g.found(text) {
			if !yield(text[w.start:w.end]) {
				return
			}
		}
	}
}

// textWord is a stretch of letters in a text.
type textWord struct {
	start, end int
	lower      string
}

// found yields the words of a text that begin as a trigger does.
func (g *Gate) found(text string) iter.Seq[textWord] {
	return func(yield func(textWord) bool) {
		for from, to := nextLetters(text, 0); from < to; from, to = nextLetters(text, to) {
			if !g.firsts.may(text[from:to]) {
				continue
			}
			if w := (textWord{from, to, strings.ToLower(text[from:to])}); g.passes(w.lower) && !yield(w) {
				return
			}
		}
	}
}

// nextLetters returns where the first stretch of letters from a byte of a text on begins and
// ends. It is empty at the end of the text.
func nextLetters(text string, at int) (from, to int) {
	from = skip(text, at, false)
	return from, skip(text, from, true)
}

// skip returns the first byte from at on where a letter begins, or where none does if letters are
// skipped.
func skip(text string, at int, letters bool) int {
	for at < len(text) {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if isLetter(r) != letters {
			break
		}
		at += size
	}
	return at
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

func notLetter(r rune) bool { return !isLetter(r) }

// passes reports whether a word in lower case begins as a trigger does.
func (g *Gate) passes(w string) bool {
	for n := 1; n <= min(len(w), firstLetters); n++ {
		begins, _ := g.table.Get(w[:n])
		for _, b := range begins {
			if strings.HasPrefix(w, b) && len(w)-len(b) <= longestEnding {
				return true
			}
		}
	}
	return false
}

// tagged returns the word that the tagger is given for a stretch of letters: do for
// don in don't, company in company's, farmers in farmers'. The second result is false
// where it is not certain: with a hyphen or another apostrophe beside it (car-bomb), or
// with a letter that is replaced or has two lower cases.
func tagged(text string, w textWord) (word string, certain bool) {
	for i := w.start; i < w.end; i++ {
		if text[i] >= utf8.RuneSelf {
			return "", false
		}
	}
	before, _ := utf8.DecodeLastRuneInString(text[:w.start])
	after, size := utf8.DecodeRuneInString(text[w.end:])
	switch {
	case joins(before):
		return "", false
	case !joins(after):
		return w.lower, true
	case after != '\'' && after != '\u2019':
		return "", false
	}
	rest := text[w.end+size:]
	if rest == "" || rest[0] == ' ' {
		return w.lower, true
	}
	switch letterRun(rest) {
	case "s", "re", "ll", "m":
		return w.lower, true
	case "t":
		return strings.CutSuffix(w.lower, "n")
	}
	return "", false
}

// letterRun returns the ASCII letters that a text begins with, or "" where what follows
// them may belong to their word.
func letterRun(text string) string {
	n := 0
	for n < len(text) && 'a' <= text[n]|0x20 && text[n]|0x20 <= 'z' {
		n++
	}
	if r, _ := utf8.DecodeRuneInString(text[n:]); n > 0 && (joins(r) || r >= utf8.RuneSelf) {
		return ""
	}
	return strings.ToLower(text[:n])
}

// joins reports whether a mark makes one word of what stands on its sides, or
// parts a word: a hyphen, an apostrophe.
func joins(r rune) bool {
	switch r {
	case '-', '\'', '&', '\u2018', '\u2019', '\u02bc':
		return true
	}
	return false
}

func hasWords(text string, words []string) bool {
	for _, want := range words {
		has := false
		for from, to := nextLetters(text, 0); from < to && !has; from, to = nextLetters(text, to) {
			has = to-from == len(want) && strings.EqualFold(text[from:to], want)
		}
		if !has {
			return false
		}
	}
	return true
}
