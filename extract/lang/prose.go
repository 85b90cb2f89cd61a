package lang

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"sitrep/extract/article"
	"sitrep/extract/tagger"
)

// namer is the model of prose's entity recogniser (0.2 s, and some 20 times a
// sentence's tagging), which is loaded only if Entities is called. prose builds
// its models anew for every document that is given none, so one is kept; it is
// only read.
var namer = sync.OnceValue(func() *prose.Model {
	d, err := prose.NewDocument("a", prose.WithSegmentation(false))
	if err != nil {
		panic("prose cannot load its own models: " + err.Error())
	}
	return d.Model
})

// Entity is a word that belongs to a name, and the class of the name as prose
// sees it: PERSON, ORGANIZATION, GPE, LOCATION, FACILITY.
type Entity struct {
	article.Span
	Class string
}

// Entities asks prose's recogniser for the words of names in sentence i. It
// errs often (March a place, Handout a person), so a caller must check what it
// says. Only the words of names are returned, because it joins and parts names
// at random.
func (d *Document) Entities(i int) []Entity {
	s := d.Sentences[i]
	feed, offsets := feedOf(s.Text, d.words, nil)
	if s.HasTitleCase() {
		feed = d.lowerHeadline(s, feed, offsets)
	}
	doc, err := prose.NewDocument(feed, prose.UsingModel(namer()), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	var raw []tagger.Token
	for _, t := range doc.Tokens() {
		raw = append(raw, tagger.Token{Text: t.Text, Tag: t.Label})
	}
	var out []Entity
	for _, t := range align(raw, feed, offsets, s.Text, s.Start) {
		if _, class, found := strings.Cut(t.Tag, "-"); found {
			out = append(out, Entity{t.Span, class})
		}
	}
	return out
}

// offsetMemory is the memory of the offsets of a feed, which align alone asks for.
var offsetMemory = sync.Pool{New: func() any { return new([]int) }}

// tag splits a sentence into tokens and tags them as prose does. Its
// tokens carry no offsets and are rewritten (curly quotes become straight), so
// they are aligned here with the text they came from, and nowhere else.
func (d *Document) tag(s *Sentence) []Token {
	memory := offsetMemory.Get().(*[]int)
	defer offsetMemory.Put(memory)
	feed, offsets := feedOf(s.Text, d.words, (*memory)[:0])
	*memory = offsets
	titled := s.HasTitleCase()
	if titled {
		feed = d.lowerHeadline(s, feed, offsets)
	}
	feed = lowerLead(openWithWord(feed), d.words)
	raw := tagParts(feed)
	if len(raw) > 1 && raw[0].Tag != "NNP" && d.opensWithName(s) {
		if again := tagger.TagNamed(feed); isActOfName(again) {
			raw = again
		}
	}
	tokens := cutStop(align(raw, feed, offsets, s.Text, s.Start))
	if titled {
		d.lowerCommonWords(s, tokens)
	}
	return tokens
}

// longestOpening is the largest number of bytes in a bracket before a sentence.
const longestOpening = 16

// openWithWord returns a feed with blanks in place of what stands before its first word: a bracket
// that is open or holds one word or number, pictures, dashes. Otherwise prose takes a first word
// with a capital for a name: [14.35] Gunmen/NNP killed. The length does not change.
func openWithWord(feed string) string {
	at := 0
	for at < len(feed) {
		r, n := utf8.DecodeRuneInString(feed[at:])
		if r == '[' || r == '(' {
			if k := strings.IndexByte(feed[at:min(len(feed), at+longestOpening)], closing(r)); k > 0 && !strings.Contains(strings.TrimSpace(feed[at+1:at+k]), " ") {
				at += k + 1
				continue
			}
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("\"'$#@=", r) || unicode.Is(unicode.Sc, r) {
			break
		}
		at += n
	}
	if at == 0 || at == len(feed) {
		return feed
	}
	return strings.Repeat(" ", at) + feed[at:]
}

// closing returns the mark that closes a bracket.
func closing(open rune) byte {
	if open == '[' {
		return ']'
	}
	return ')'
}

// tagParts tags a sentence, and by itself each part of it that is quoted or follows a semicolon or a
// date: in a longer feed, prose takes the first word of a quoted sentence for a name, as in said:
// "Rebels/NNP fought/JJ the army".
func tagParts(feed string) []tagger.Token {
	q := labelEnd(feed)
	if q < 0 {
		q = partBreak(feed)
	}
	if q < 0 {
		return tagger.Tag(feed)
	}
	var raw []tagger.Token
	if before := feed[:q]; strings.TrimSpace(before) != "" {
		raw = tagger.Tag(before)
	}
	raw = append(raw, tagger.Token{Text: feed[q : q+1], Tag: ":"})
	return append(raw, tagParts(feed[q+1:])...)
}

// labelEnd returns the offset of the colon or dash behind a date or hour before a sentence, or -1:
// 14 May 2003: Troops entered the town; 13:58 - The squad has defused a device.
func labelEnd(feed string) int {
	for at := 0; at < len(feed); {
		word, _, _ := strings.Cut(feed[at:], " ")
		end := at + len(word)
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(feed[end:], " ")); at > 0 && word == "-" || strings.HasSuffix(word, ":") {
			if date := strings.TrimSuffix(word, ":"); unicode.IsUpper(first) && (word == "-" || isDateWord(date)) {
				return end - 1
			}
			return -1
		}
		if !isDateWord(strings.TrimSuffix(word, ",")) {
			return -1
		}
		at = end + len(feed[end:]) - len(strings.TrimLeft(feed[end:], " "))
	}
	return -1
}

// isDateWord reports whether a word may be one of a date or hour: May, 14, 13:58.
func isDateWord(w string) bool {
	return w != "" && (isNumber(w) || isPostTime(w) || words().timeWord(strings.ToLower(w)) != "")
}

// partBreak returns the offset of the first mark in the feed behind which another sentence begins,
// or -1: a semicolon; or a quotation mark at the start, or behind a comma or colon, and before a
// capital.
func partBreak(feed string) int {
	for at := 0; ; at++ {
		q := strings.IndexAny(feed[at:], `";`)
		if q < 0 {
			return -1
		}
		at += q
		before, after := strings.TrimRight(feed[:at], " "), strings.TrimLeft(feed[at+1:], " ")
		if feed[at] == ';' {
			if word, _, _ := strings.Cut(after, " "); before != "" && word != "" && !goesOn(word) {
				return at
			}
			continue
		}
		first, _ := utf8.DecodeRuneInString(after)
		if unicode.IsUpper(first) && (before == "" || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ":")) {
			return at
		}
	}
}

// goesOn reports whether the word behind a semicolon continues the sentence before it: hit two
// posts; destroyed a bridge; and fled.
func goesOn(word string) bool { return strings.HasSuffix(word, "ed") || word == "and" }

// cutStop parts the last word from the full stop that prose has left on it
// because it takes the word for an abbreviation: General Tan.
func cutStop(ts []Token) []Token {
	if len(ts) == 0 {
		return ts
	}
	t := &ts[len(ts)-1]
	word, found := strings.CutSuffix(t.Lower, ".")
	if !found || len(word) < 2 || strings.Contains(word, ".") || words().abbreviations.has(word) || len(t.Text) != len(t.Lower) {
		return ts
	}
	stop := Token{Span: article.Span{Start: t.End - 1, End: t.End}, Text: ".", Lower: ".", Tag: "."}
	t.End--
	t.Text, t.Lower = t.Text[:len(t.Text)-1], word
	return append(ts, stop)
}

// feedOf returns the text as prose is given it: dashes and slashes that join words
// stand alone, hyphens that are not needed are left out, and every rune whose lower case
// has another length is replaced, because prose's tokenizer indexes one by the other.
// offsets holds the offset in text of every byte of the feed, and nothing where the feed
// is the text.
func feedOf(text string, w *lexicon, memory []int) (feed string, offsets []int) {
	left, quoted, hyphens := leftOut(text), singleQuotes(text), w.hyphens(text)
	if left == nil && quoted == nil && hyphens == nil && plain(text) {
		return text, memory
	}
	if offsets = memory; cap(offsets) < len(text) {
		offsets = make([]int, 0, len(text)+17)
	}
	var b strings.Builder
	b.Grow(len(text) + 16)
	put := func(s string, at int) {
		b.WriteString(s)
		for range len(s) {
			offsets = append(offsets, at)
		}
	}
	for i, r := range text {
		marked := takes(&quoted, i)
		if left = from(left, i); len(left) > 0 && left[0].Start <= i {
			put(" ", i)
			continue
		}
		if marked {
			put(` " `, i)
			continue
		}
		if len(hyphens) > 0 && hyphens[0].at == i {
			put(hyphens[0].as, i)
			hyphens = hyphens[1:]
			continue
		}
		if isPlain(r) {
			b.WriteByte(byte(r))
			offsets = append(offsets, i)
			continue
		}
		put(fed(text, i, r), i)
	}
	offsets = append(offsets, len(text))
	return b.String(), offsets
}

// isPlain reports whether prose is given a rune as it is wherever it stands.
func isPlain(r rune) bool {
	switch r {
	case '(', ')', '[', ']', ';', '/', '*':
		return false
	}
	return r >= ' ' && r < 0x7f
}

// fed returns a rune at a byte offset of a text as prose is given it.
func fed(text string, i int, r rune) string {
	switch r {
	case '\u2018', '\u2019', '\u02bc':
		return "'"
	case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
		return ` " `
	case '\u2014':
		return " - "
	case '\u2013':
		if between(text, i, utf8.RuneLen(r), unicode.IsDigit) {
			return "-" // 2014–2016
		}
		return " - "
	case '\u2026':
		return " . "
	case '(', ')', '[', ']', ';':
		return " " + string(r) + " "
	case '/':
		if between(text, i, 1, unicode.IsLetter) {
			return " / "
		}
		return "/"
	}
	return string(plainRune(r))
}

// takes reports whether an offset is the first of a list of offsets, and if so removes it.
func takes(offsets *[]int, at int) bool {
	if len(*offsets) == 0 || (*offsets)[0] != at {
		return false
	}
	*offsets = (*offsets)[1:]
	return true
}

// plain reports whether a text is given to prose as it is.
func plain(text string) bool {
	return !AnyIn(0, len(text), func(i int) bool { return !isPlain(rune(text[i])) })
}

// plainRune returns a rune as prose is given it: a space for what cannot be
// seen, x where the lower case has another length.
func plainRune(r rune) rune {
	switch {
	case r == utf8.RuneError, r == '*', unicode.IsControl(r), unicode.IsSpace(r):
		return ' '
	case r >= utf8.RuneSelf && utf8.RuneLen(unicode.ToLower(r)) != utf8.RuneLen(r):
		return 'x'
	}
	return r
}

// between reports whether the runes on both sides of the stretch of size bytes
// at a byte offset are of a class.
func between(text string, at, size int, is func(rune) bool) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	return is(before) && is(after)
}

// align finds every token in the feed, in order, and gives it its span of the
// source. A token that cannot be found (prose has rewritten it in a way that
// is not known here) is passed over: no token is better than a wrong span.
func align(raw []tagger.Token, feed string, offsets []int, text string, base int) []Token {
	tokens := make([]Token, 0, len(raw))
	at := 0
	for _, t := range raw {
		for at < len(feed) && feed[at] == ' ' {
			at++
		}
		w := strings.TrimSpace(t.Text)
		if w == "" {
			continue
		}
		if !strings.HasPrefix(feed[at:], w) {
			k := strings.Index(feed[at:], w)
			if k < 0 {
				continue
			}
			at += k
		}
		start, last := at, at+len(w)-1
		if len(offsets) > 0 {
			start, last = offsets[start], offsets[last]
		}
		_, size := utf8.DecodeRuneInString(text[last:])
		end := last + size
		at += len(w)
		tokens = append(tokens, Token{
			Span:  article.Span{Start: base + start, End: base + end},
			Text:  text[start:end],
			Lower: strings.ToLower(w),
			Tag:   t.Tag,
		})
	}
	return tokens
}
