package lang

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/english"

	"sitrep/extract/article"
	"sitrep/extract/lang/internal/punkt"
)

//go:generate go run ./internal/build training.txt

//go:embed training.txt
var training string

// splitter is the sentence model, shared by all documents. It is only read. Its
// training data is the library's, in a form that is faster to read.
var splitter = sync.OnceValue(func() *sentences.DefaultSentenceTokenizer {
	s, err := punkt.Read(training)
	if err != nil {
		panic("the training data cannot be read: " + err.Error())
	}
	t, err := english.NewSentenceTokenizer(s)
	if err != nil {
		panic("the sentence model cannot be loaded: " + err.Error())
	}
	return t
})

// New splits what is read of an article into sentences. Nothing is tagged
// yet. It reads with the words of the vocabulary, or of English where none is
// given.
func New(a *article.Article, v ...*Vocabulary) *Document {
	d := &Document{Article: a, words: words()}
	if len(v) > 0 {
		d.words = v[0].words
	}
	for _, seg := range a.Segments {
		if !seg.Part.Read() {
			continue
		}
		for _, span := range split(a.Slice(seg.Span), seg.Part, d.words) {
			s := article.Span{Start: seg.Start + span.Start, End: seg.Start + span.End}
			d.Sentences = append(d.Sentences, &Sentence{
				Span: s, Index: len(d.Sentences), Paragraph: seg.Paragraph, Part: seg.Part, Text: a.Slice(s), words: d.words, counter: &d.groups,
			})
		}
	}
	return d
}

// maxSentence bounds what is tagged at once, in bytes: a text without full
// stops is cut at white space, so that cost stays linear.
const maxSentence = 2000

// split returns the sentences of a stretch of text, without the white space
// around them.
func split(text string, part article.Part, w *lexicon) []article.Span {
	var cuts []int
	if part != article.Title {
		cuts = w.mend(text, sentenceEnds(text))
	}
	cuts = append(cuts, len(text))
	var out []article.Span
	from := 0
	for _, c := range cuts {
		if c <= from {
			continue
		}
		for c-from > maxSentence {
			k := strings.LastIndexFunc(text[from:from+maxSentence], unicode.IsSpace)
			if k <= 0 {
				k = maxSentence
				for !utf8.RuneStart(text[from+k]) {
					k--
				}
			}
			out = appendTrimmed(out, text, from, from+k)
			from += k
		}
		out = appendTrimmed(out, text, from, c)
		from = c
	}
	return out
}

// sentenceEnds returns where the model ends the sentences of a text, as its
// Tokenize does. The model is asked only about the words that have a mark that
// can end a sentence, and the words after these: to others it has nothing to say,
// and they are nine of ten.
func sentenceEnds(text string) []int {
	var out []int
	for _, t := range splitter().AnnotateTokens(endTokens(text), splitter().Annotations...) {
		if t.SentBreak {
			out = append(out, t.Position)
		}
	}
	if n := len(out); n == 0 && text != "" || n > 0 && out[n-1] != len(text) {
		out = append(out, len(text))
	}
	return out
}

// endTokens returns the words of a text that have a mark that can end a sentence,
// each with the word after it. It finds words as the model's tokenizer does, which
// overlooks the last one where that ends with a character of several bytes.
func endTokens(text string) []*sentences.Token {
	var out []*sentences.Token
	from, words, keep := 0, 0, false
	for i, r := range text {
		if i != len(text)-1 && ' ' < r && r < utf8.RuneSelf {
			continue
		}
		wide := sentences.IsCjkPunct(r)
		if !unicode.IsSpace(r) && !wide && i != len(text)-1 {
			continue
		}
		if wide {
			i += utf8.RuneLen(r)
		}
		to := i
		if i == len(text)-1 {
			to = len(text)
		}
		word := strings.TrimSpace(text[from:to])
		if word == "" {
			continue
		}
		from = to
		words++
		ends := hasStop(word)
		if ends || keep {
			t := sentences.NewToken(word)
			t.Position = to
			out = append(out, t)
		}
		keep = ends
	}
	if words == 0 && text != "" {
		t := sentences.NewToken(text)
		t.Position = len(text)
		out = append(out, t)
	}
	return out
}

// hasStop reports whether a word has a mark that can end a sentence.
func hasStop(word string) bool {
	for i := range len(word) {
		switch c := word[i]; {
		case c == '.' || c == '!' || c == '?':
			return true
		case c == "。"[0] || c == "！"[0]:
			return strings.ContainsAny(word, ".!?。！？")
		}
	}
	return false
}

// appendTrimmed appends the stretch of text without the white space around it.
func appendTrimmed(out []article.Span, text string, from, to int) []article.Span {
	for from < to {
		r, n := utf8.DecodeRuneInString(text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		from += n
	}
	for to > from {
		r, n := utf8.DecodeLastRuneInString(text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		to -= n
	}
	if from < to {
		out = append(out, article.Span{Start: from, End: to})
	}
	return out
}

// mend removes the cuts after abbreviations and makes the ones that the
// model misses: after a name that it takes for an abbreviation (Deir Zor.
// Moscow said), and where the space is missing (the city.The army).
func (l *lexicon) mend(text string, cuts []int) []int {
	var out []int
	missing := l.missingStops(text)
	for i := 0; i < len(text); i++ {
		mark := text[i] == '.' || text[i] == '!' || text[i] == '?'
		if !mark && (len(missing) == 0 || missing[0] != i) && (len(cuts) == 0 || cuts[0] > i) {
			continue // most
		}
		if takes(&missing, i) {
			out = appendCut(out, i)
		}
		for ; len(cuts) > 0 && cuts[0] <= i; cuts = cuts[1:] {
			if l.keepCut(text, cuts[0]) {
				out = appendCut(out, cuts[0])
			}
		}
		if mark {
			if e, ok := l.missedCut(text, i); ok {
				out = appendCut(out, e)
			}
		}
	}
	return out
}

// appendCut appends a cut that lies behind the last one.
func appendCut(out []int, c int) []int {
	if len(out) > 0 && out[len(out)-1] >= c {
		return out
	}
	return append(out, c)
}

// keepCut reports whether the text before a cut really ends there.
func (l *lexicon) keepCut(text string, cut int) bool {
	before := strings.TrimRightFunc(text[:cut], unicode.IsSpace)
	if l.runsOn(before) {
		return false
	}
	if !strings.HasSuffix(before, ".") {
		return true
	}
	word := lastWord(before[:len(before)-1])
	after := strings.TrimLeftFunc(text[cut:], unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(after)
	if unicode.IsLower(r) {
		return false
	}
	lower := strings.ToLower(word)
	if l.abbreviations.has(lower) && lower != word {
		// U.S. and the like end a sentence where the next word can't follow them.
		if strings.Contains(word, ".") {
			return l.startsSentence(after)
		}
		return lower == "no"
	}
	if l.abbreviations.has(lower) && strings.Contains(lower, ".") {
		return l.startsSentence(after)
	}
	return utf8.RuneCountInString(word) != 1 || !unicode.IsUpper(firstRune(word)) // an initial
}

// startsSentence reports whether text begins with a word that opens sentences.
func (l *lexicon) startsSentence(text string) bool {
	f := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(f) > 0 && l.openers.has(strings.ToLower(f[0])) && unicode.IsUpper(firstRune(text))
}

// missedCut reports whether the mark at i ends a sentence, and where the next
// one begins.
func (l *lexicon) missedCut(text string, i int) (int, bool) {
	e := afterClosingMarks(text, i+1)
	if e >= len(text) {
		return 0, false
	}
	word := lastWord(text[:i])
	r, _ := utf8.DecodeRuneInString(text[e:])
	switch {
	case unicode.IsUpper(r) && e == i+1 && text[i] == '.':
		return e, l.missesSpace(word, text[e:])
	case unicode.IsUpper(r) && text[i] == '.' && l.missesSpace(word, text[e:]):
		return afterSpeech(text, i, e), true
	case !unicode.IsSpace(r):
		return 0, false
	}
	after := strings.TrimLeftFunc(text[e:], unicode.IsSpace)
	if l.isHourMark(word) {
		return e, l.startsSentence(after)
	}
	if !canOpenSentence(after) || isAbbreviation(word) && !endsWithFigure(text[:i]) {
		return 0, false
	}
	if e > i+1 && text[i] != '.' {
		return e, l.startsSentence(after) // "Will they come?" Ahmed said is one sentence
	}
	return e, true
}

// isHourMark reports whether a word is an abbreviation in lower case with a full stop inside it,
// which ends a sentence if the next word opens one: took effect at 8 p.m. | A truce before it failed.
func (l *lexicon) isHourMark(word string) bool {
	return strings.Contains(word, ".") && strings.ToLower(word) == word && l.abbreviations.has(word)
}

// afterClosingMarks returns the offset after the quotation marks and brackets
// that close at i: said so.")
func afterClosingMarks(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r != '"' && r != '\'' && r != '”' && r != '’' && r != ')' {
			break
		}
		i += n
	}
	return i
}

// missesSpace reports whether a full stop between a word and the text after it ends a
// sentence although no space follows: the city.The army; on Monday.The army. After a
// name, or a short word, the next one must be one that opens sentences: Al.Sham.
func (l *lexicon) missesSpace(word, after string) bool {
	first, n := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(after[n:])
	switch {
	case strings.HasPrefix(after, "A ") && len(word) > 2 && strings.ToLower(word) == word && !isAbbreviation(word):
		return true // the city.A bomb
	case !unicode.IsUpper(first) || !unicode.IsLower(next) || len(word) < 2 || isAbbreviation(word):
		return false
	case strings.ToLower(word) == word && len(word) > 2:
		return true
	}
	return l.startsSentence(after)
}

// afterSpeech returns where the sentence ends that has its full stop at i, where e is
// behind the quotation marks that follow. A straight one opens the next sentence unless
// one before it is open: fled to Homs."They burned it.
func afterSpeech(text string, i, e int) int {
	if e != i+2 || text[i+1] != '"' {
		return e
	}
	before := text[max(i-maxSentence, 0):i]
	k := strings.LastIndexByte(before, '"')
	if k < 0 || k > 0 && before[k-1] != ' ' && before[k-1] != '\n' {
		return i + 1
	}
	return e
}

// runsOn reports whether a text ends with a full stop and quotation marks within its
// last word, so that a sentence ends there and not behind it: Homs."They.
func (l *lexicon) runsOn(text string) bool {
	word := text[max(len(text)-longestWord, 0):]
	word = word[strings.LastIndexFunc(word, unicode.IsSpace)+1:]
	i := strings.LastIndexByte(word, '.')
	if i < 0 {
		return false
	}
	e := afterClosingMarks(word, i+1)
	return e > i+1 && e < len(word) && l.missesSpace(lastWord(word[:i]), word[e:])
}

// canOpenSentence reports whether a text begins as sentences do, with a capital
// or a quotation mark.
func canOpenSentence(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first) || first == '"' || first == '“'
}

// endsWithFigure reports whether a text ends with one digit behind a word, which numbers no
// line of a list: put the toll at 6.
func endsWithFigure(text string) bool {
	n := len(text)
	return n > 2 && unicode.IsDigit(rune(text[n-1])) && text[n-2] == ' ' && unicode.IsLetter(rune(text[n-3]))
}

// isAbbreviation reports whether the full stop after a word can be its own:
// Gen., U.S., J.
func isAbbreviation(word string) bool {
	return words().abbreviations.has(strings.ToLower(word)) || strings.Contains(word, ".") || utf8.RuneCountInString(word) < 2
}

// longestWord bounds the bytes that are read back to find the last word.
const longestWord = 60

// lastWord returns the word that a text ends with.
func lastWord(text string) string {
	if len(text) > longestWord {
		text = text[len(text)-longestWord:] // a text without spaces must not be read back whole
	}
	i := strings.LastIndexFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || r == '"' || r == '(' || r == '“' || r == '‘' || r == '\''
	})
	if i < 0 {
		return text
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return text[i+n:]
}
