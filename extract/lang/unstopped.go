package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Logs are copied from feeds that have lost their full stops. What is here
// finds where a sentence begins without one: by a word with a capital that can
// only have it because it is the first.

const (
	leastWords  = 20 // a shorter text without full stops is a headline or a caption
	leastBefore = 4  // words of a sentence before another can begin
	longestRun  = 8  // words of a name that are read back
	verbWithin  = 6  // words from a bare subject to its verb
)

// starter is how a word opens a sentence that no full stop announces.
type starter int

const (
	notStarter    starter = iota
	startWord             // a small word that is no part of a name: they, however
	startPhrase           // one that can be: in, two
	startSubject          // a noun without an article, before its verb: police
	startModifier         // what stands before such a noun: security forces
)

// word is a word of a text before it is tagged.
type word struct {
	start         int
	text, lower   string // without the marks around it
	marked, ended bool   // a mark stands before it, after it
}

func (w word) capital() bool { return unicode.IsUpper(firstRune(w.text)) }

// sentenceCase reports whether only the first letter is a capital.
func (w word) sentenceCase() bool {
	r, n := utf8.DecodeRuneInString(w.text)
	return unicode.IsUpper(r) && w.text[n:] == w.lower[min(n, len(w.lower)):]
}

// missingStops returns the offsets at which sentences begin without a full stop
// before them, in order.
func (l *lexicon) missingStops(text string) []int {
	loose := !stopped(text)
	if !loose && !strings.Contains(text, " report") {
		return nil
	}
	ws := wordsOf(text)
	loose = loose && len(ws) >= leastWords && !titleCase(text)
	var out []int
	from := 0 // where the sentence begins that is read
	for i := 1; i < len(ws); i++ {
		if !ws[i].capital() || ws[i].marked || ws[i-1].ended {
			continue
		}
		if l.afterPaper(ws[from:], i-from) || loose && l.opensSentence(ws[from:], i-from) {
			out = append(out, ws[i].start)
			from = i
		}
	}
	return out
}

// stopped reports whether a text has any mark that ends a sentence.
func stopped(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '!', '?':
			return true
		case '.':
			if i+1 == len(text) || !isLetter(text[i+1]) && (text[i+1] < '0' || text[i+1] > '9') {
				return true
			}
		}
	}
	return false
}

// wordsOf cuts a text at its white space.
func wordsOf(text string) []word {
	out := make([]word, 0, len(text)/5+1)
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		end := len(text)
		if k := strings.IndexFunc(text[at:], unicode.IsSpace); k >= 0 {
			end = at + k
		}
		whole := text[at:end]
		bare := strings.TrimFunc(whole, unicode.IsPunct)
		out = append(out, word{
			start: at, text: bare, lower: strings.ToLower(bare),
			marked: !strings.HasPrefix(whole, bare), ended: !strings.HasSuffix(strings.TrimRight(whole, `)"”`), bare),
		})
		at = end
	}
	return out
}

// afterPaper reports whether word i follows the paper that a log names as its
// source: reports Daily Sun The dead man …
func (l *lexicon) afterPaper(ws []word, i int) bool {
	k := nameBefore(ws, i)
	if k == i || k == 0 || ws[k-1].ended || ws[k-1].text != "reports" && ws[k-1].text != "reported" {
		return false
	}
	if l.openers.has(ws[i].lower) {
		return true
	}
	return l.mastheads.has(ws[i-1].lower) && !l.mastheads.has(ws[i].lower) && hasFinite(ws[i:min(i+2*verbWithin, len(ws))])
}

// nameBefore returns the first word of the name that ends before word i, or i
// where none does.
func nameBefore(ws []word, i int) int {
	k := i
	for k > 0 && i-k < longestRun && !ws[k-1].ended && (ws[k-1].capital() || ws[k-1].text == "of" && k < i) {
		k--
	}
	if k < i && ws[k].text == "of" {
		k++
	}
	return k
}

// opensSentence reports whether word i opens a sentence in a text without full stops,
// where ws begins with the first word of the sentence before.
func (l *lexicon) opensSentence(ws []word, i int) bool {
	kind := l.starters[ws[i].lower]
	switch {
	case i < leastBefore, i+2 >= len(ws), l.unfinished(ws[i-1]):
		return false
	case kind == notStarter, !ws[i].sentenceCase():
		return l.opensByName(ws, i)
	case kind == startWord:
		return l.opensByWord(ws, i)
	case !hasFinite(ws[:i]):
		return false
	case kind == startPhrase:
		// after a name it may be a part of it: Gate Two, Operation In Step
		return !ws[i-1].capital() || !ws[i+1].capital() && !l.prepositions.has(ws[i+1].lower)
	}
	return l.opensByNoun(ws, i, kind)
}

// opensByWord decides for a small word with a capital: They left. A slogan has
// one inside: a third Stop The War march.
func (l *lexicon) opensByWord(ws []word, i int) bool {
	k := nameBefore(ws, i)
	return !ws[i-1].capital() || !ws[i+1].capital() || k > 0 && l.prepositions.has(ws[k-1].text)
}

// opensByNoun decides for a noun without an article: Police arrested a man.
func (l *lexicon) opensByNoun(ws []word, i int, kind starter) bool {
	if l.marks[ws[0].lower] != Root {
		return false
	}
	after := ws[i+1]
	if ws[i-1].capital() {
		// at Kesh Police have …, but not: an officer in Kesh Police has
		k := nameBefore(ws, i)
		return k > 0 && l.sites.has(ws[k-1].text) && canBeFinite(after)
	}
	if after.capital() && kind != startModifier {
		return false
	}
	return hasFinite(ws[i+1 : min(i+1+verbWithin, len(ws))])
}

// opensByName reports whether word i, which could be a name, begins the subject of a
// sentence: after a word that no name follows (in the attack Khan was …), after
// a date, or after a paper that is not known.
func (l *lexicon) opensByName(ws []word, i int) bool {
	if l.marks[ws[0].lower] != 0 || l.temporal[ws[i].lower] != "" {
		return false
	}
	end := i + 1 // of the name
	for end < len(ws) && end-i < longestRun && ws[end].capital() && !ws[end-1].ended {
		end++
	}
	rest := ws[end:min(end+verbWithin, len(ws))]
	if k := nameBefore(ws, i); k < i {
		bare := end == i+1 && !canBeFinite(ws[end]) && !l.unfinished(ws[end])
		return k > 0 && ws[k-1].text == "reports" && bare && hasFinite(rest)
	}
	dated := i > 1 && unicode.IsDigit(firstRune(ws[i-1].text)) && l.temporal[ws[i-2].lower] == "month"
	return (l.closers.has(ws[i-1].lower) || dated) && hasFinite(ws[:i]) && hasFinite(rest)
}

// unfinished reports whether a word cannot end a sentence: the, of, could.
func (l *lexicon) unfinished(w word) bool {
	return l.prepositions.has(w.lower) || l.modals.has(w.lower) || l.marks[w.lower] != 0 || l.dangling.has(w.lower) || l.abbreviations.has(w.lower)
}

// hasFinite reports whether one of the words can be the verb of a sentence.
func hasFinite(ws []word) bool {
	return slices.ContainsFunc(ws, canBeFinite)
}

// canBeFinite reports whether a word in small letters can be a finite verb by its form.
func canBeFinite(w word) bool {
	l := words()
	if w.text != w.lower {
		return false
	}
	if base, irregular := l.lemma[w.lower]; irregular {
		return base == "be" || base == "have" || l.past(w.lower)
	}
	return w.lower == "have" || len(w.lower) > 4 && strings.HasSuffix(w.lower, "ed") && !l.dangling.has(w.lower)
}
