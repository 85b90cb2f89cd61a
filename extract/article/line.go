package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lazyregexp"
)

// line is a line of the text without the white space and the bullet before
// it. block counts the stretches between blank lines.
type line struct {
	Span
	block  int
	bullet bool
	kind   kind
}

// split returns the lines of text from byte offset from that hold something.
func split(text string, from int) []line {
	var out []line
	block, blank := 0, false
	for i := from; i < len(text); {
		e := i
		for e < len(text) && text[e] != '\n' && text[e] != '\r' {
			e++
		}
		s := trim(text, Span{i, e})
		if s.Len() == 0 {
			blank = true
		} else {
			if blank && len(out) > 0 {
				block++
			}
			blank = false
			l := line{Span: s, block: block}
			l.Start, l.bullet = skipBullet(text, s)
			if l.Len() > 0 {
				out = append(out, l)
			}
		}
		if strings.HasPrefix(text[e:], "\r\n") {
			e++
		}
		i = e + 1
	}
	return out
}

func trim(text string, s Span) Span {
	t := text[s.Start:s.End]
	right := strings.TrimRightFunc(t, unicode.IsSpace)
	left := strings.TrimLeftFunc(right, unicode.IsSpace)
	return Span{s.Start + len(right) - len(left), s.Start + len(right)}
}

// skipBullet returns where the line's words begin. A dash is a bullet only
// where a space follows it. The number or letter of an item is skipped, too.
func skipBullet(text string, s Span) (int, bool) {
	t := text[s.Start:s.End]
	rest := strings.TrimLeft(t, "•◦▪■●·‣*-–—")
	if rest == t {
		return s.Start + enumerator(t), false
	}
	if rest == "" {
		return s.End, true
	}
	r, n := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		if mark, _ := utf8.DecodeRuneInString(t); !strings.ContainsRune("•◦▪■●‣", mark) {
			return s.Start, false
		}
		n = 0
	}
	return trim(text, Span{s.End - len(rest) + n, s.End}).Start, true
}

// item matches the number of an item of a list or of a row of a table, and the mark of a
// quoted line: (a), iv), 12), "7" and a tab, >.
var item = lazyregexp.New(`^(?:\(?(?:[a-z]|[ivx]{2,4}|[0-9]{1,3})\)[ \t]+|[0-9]{1,3}\t\s*|>[ \t]+)`)

// itemReach is how many bytes there are at most up to the end of what numbers an item: (iiii).
const itemReach = 6

// enumerator returns the length of what numbers the line t, or 0 where no sentence follows it.
func enumerator(t string) int {
	if t[0] != '>' && !strings.ContainsAny(t[:min(len(t), itemReach)], ")\t") {
		return 0 // nearly all lines
	}
	n := len(item().FindString(t))
	if r, _ := utf8.DecodeRuneInString(t[n:]); !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '"' && r != '“' {
		return 0
	}
	return n
}

// classify returns what a line is by its words alone.
func (l *lexicon) classify(s string) kind {
	low := fold(trimOpening(s))
	n := 0
	count := func() int {
		if n == 0 {
			n = 1 + strings.Count(strings.TrimSpace(low), " ") // fold leaves one space between words
		}
		return n
	}
	bare := strings.TrimRight(low, ")].:!› »>")
	for _, r := range l.first[firstWord(low)] {
		if r.words > 0 && count() > r.words {
			continue
		}
		if l.fits(r, s, low, bare) {
			return r.kind
		}
	}
	for _, r := range l.anywhere {
		if count() <= r.words && strings.Contains(low, r.phrase) && !severalSentences(s) {
			return r.kind
		}
	}
	if l.buttonRow(low) || symbol(low) || address(low) || tabular(s) {
		return furniture
	}
	if l.agencyCredit(s) {
		return credit
	}
	return plain
}

// mayBegin reports whether classify may find a line that begins as s does to be of a kind
// of which rows tell, by its first word.
func (l *lexicon) mayBegin(s string, k kind) bool {
	isOf := func(r lineRow) bool { return r.kind == k }
	return slices.ContainsFunc(l.first[foldedFirstWord(trimOpening(s))], isOf) || slices.ContainsFunc(l.anywhere, isOf)
}

// trimOpening returns a line without the marks before its words.
func trimOpening(s string) string { return strings.TrimLeft(s, "([—–- ") }

// fits reports whether a line is, begins with, or but for names begins with the phrase of
// a row. low is the line as phrases are compared, bare that without marks at its end.
func (l *lexicon) fits(r lineRow, s, low, bare string) bool {
	switch r.match {
	case is:
		return bare == strings.TrimRight(r.phrase, ":")
	case begins:
		return hasPhrase(low, r.phrase)
	case names:
		return hasPhrase(low, r.phrase) && l.allNames(restAfter(s, r.phrase))
	}
	return false
}

// severalSentences reports whether a sentence ends before the end of s. Initials
// and short abbreviations end none.
func severalSentences(s string) bool {
	ended := false
	for f := range strings.FieldsSeq(s) {
		if ended {
			return true
		}
		ended = stopped(f) && len(f) > 5
	}
	return false
}

// fold lower-cases, straightens quotes and makes every run of white space one
// space, so that phrases compare.
func fold(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	out := make([]byte, 0, len(s))
	parted := false // white space is due before the next word
	for _, r := range s {
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case ' ' < r && r < utf8.RuneSelf:
		case unicode.IsSpace(r):
			parted = len(out) > 0
			continue
		case r == '’' || r == '‘':
			r = '\''
		default:
			r = unicode.ToLower(r)
		}
		if parted {
			out, parted = append(out, ' '), false
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// isPlain reports whether s is of ASCII letters and marks alone, with single spaces
// between its words.
func isPlain(s string) bool {
	space := true // before the byte
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ' || c >= utf8.RuneSelf:
			return false
		default:
			space = false
		}
	}
	return !space
}

func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '©' })
	if i < 0 {
		return s
	}
	return s[:i]
}

// foldedFirstWord returns the first word of fold(s), of which the rest is not asked.
func foldedFirstWord(s string) string {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	i := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '‘' && r != '©'
	})
	if i < 0 {
		i = len(s)
	}
	return firstWord(fold(s[:i]))
}

// hasPhrase reports whether s begins with the phrase, as words.
func hasPhrase(s, phrase string) bool {
	if !strings.HasPrefix(s, phrase) {
		return false
	}
	if s == phrase {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(phrase)
	next, _ := utf8.DecodeRuneInString(s[len(phrase):])
	return !unicode.IsLetter(last) || !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// restAfter returns what follows a phrase that s begins with.
func restAfter(s, phrase string) string {
	f := strings.Fields(trimOpening(s))
	n := len(strings.Fields(phrase))
	if n > len(f) {
		return ""
	}
	return strings.Join(f[n:], " ")
}

// allNames reports whether s holds names only: capitalised words, numbers and
// what joins them. There has to be one.
func (l *lexicon) allNames(s string) bool {
	found := false
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/|;,&", r) }) {
		w = strings.Trim(w, "()[].:;-–—\"“”'’")
		if w == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r), r == '@', strings.HasPrefix(w, "al-"), strings.HasPrefix(w, "el-"):
			found = true
		case l.joiners[w]:
		case !unicode.IsLower(r) && unicode.IsLetter(r): // scripts without case
			found = true
		default:
			return false
		}
	}
	return found
}

// agencyCredit reports whether s is names of which one is an agency's, split by
// a slash (REUTERS/A. Name, AFP/Getty Images) or alone in brackets.
func (l *lexicon) agencyCredit(s string) bool {
	if len(s) > 120 || !l.allNames(s) {
		return false
	}
	inner := strings.TrimRight(strings.TrimLeft(s, "(["), ")].")
	if inner != s && l.agencies[strings.ToLower(inner)] != "" && s[0] != inner[0] {
		return true
	}
	pieces := strings.Split(inner, "/")
	if len(pieces) < 2 {
		return false
	}
	return slices.ContainsFunc(pieces, func(p string) bool { return l.agencies[strings.ToLower(strings.TrimSpace(p))] != "" })
}

// buttonRow reports whether the line is a row of buttons: Share Tweet Email.
func (l *lexicon) buttonRow(low string) bool {
	found, n := false, 0
	for w := range strings.FieldsFuncSeq(low, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|/·•,+:()", r) }) {
		button, known := l.buttons[w]
		if n++; n > 10 || !known && strings.Trim(w, "0123456789.") != "" {
			return false
		}
		found = found || button
	}
	return found
}

// symbol reports whether the line has no letter: 0 : 0, * * *. A bare year or
// number may be a heading and isn't one.
func symbol(low string) bool {
	marks := false
	for _, r := range low {
		if unicode.IsLetter(r) {
			return false
		}
		marks = marks || !unicode.IsDigit(r) && !unicode.IsSpace(r) && r != '.' && r != ',' && r != '-'
	}
	return marks || strings.Trim(low, "- .") == ""
}

// address reports whether the line is a link or an e-mail address.
func address(low string) bool {
	return !strings.Contains(low, " ") && (strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") ||
		strings.HasPrefix(low, "www.") || strings.Count(low, "@") == 1 && strings.Contains(low, ".") && low[0] != '@')
}

// className reports whether the line is one lower-case word with hyphens, as the
// breakpoints of a style sheet are.
func className(s string) bool {
	hyphen := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '-' || c == '_':
			hyphen = i > 0 && i+1 < len(s)
		case c < 'a' || c > 'z':
			return false
		}
	}
	return hyphen
}

// stopped reports whether s ends as a sentence does.
func stopped(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]»")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// tabular reports whether the line is a row of a table, whose cells have bars
// between them: Idlib | 21 | 44. A row of cells has no grammar.
func tabular(s string) bool {
	cells := strings.Split(s, " | ")
	if len(cells) < 3 || stopped(s) {
		return false
	}
	return !slices.ContainsFunc(cells, func(c string) bool { return len(strings.Fields(c)) > 8 })
}

// SingleSpaced returns a text in which every run of white space is one space, as words are written
// in lists: "water cannon", even where the text has a line break between the two words.
func SingleSpaced(text string) string {
	if isSingleSpaced(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// isSingleSpaced reports whether all white space of a text is single spaces.
func isSingleSpaced(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' && i > 0 && text[i-1] == ' ', c == '\n', c == '\t', c == '\r':
			return false
		case c >= utf8.RuneSelf:
			return !strings.ContainsFunc(text, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) && !strings.Contains(text, "  ")
		}
	}
	return true
}
