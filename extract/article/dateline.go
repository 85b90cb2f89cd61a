package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/lazyregexp"
)

// dateline is the part of a paragraph before its first sentence: AMMAN (Reuters) -.
type dateline struct {
	end       int    // where it ends in the paragraph, in bytes
	place     string // as written; with its country where that is given
	publisher string
}

// maxDateline bounds how far a dateline may reach, in bytes.
const maxDateline = 120

// readDateline reads the dateline that a paragraph begins with. A place that is
// not in capitals needs an agency, a date or a long dash after it, so that no
// sentence loses its subject.
func (l *lexicon) readDateline(s string) (dateline, bool) {
	var d dateline
	if len(s) > 2*maxDateline {
		s = strings.ToValidUTF8(s[:2*maxDateline], "")
	}
	if d, ok := l.stoppedDateline(s); ok {
		return d, true
	}
	i, upper := l.placeName(s)
	if i == 0 {
		return l.agencyAlone(s)
	}
	d.place = s[:i]
	evidence := 0 // an agency or a date was seen
	for {
		if n, name := l.bracket(s[i:]); n > 0 {
			return l.agencyEnd(s, i+n, name, upper, d)
		}
		if !strings.HasPrefix(s[i:], ", ") {
			break
		}
		n, found := l.piece(s[i+2:], &d)
		switch found {
		case nothing:
			return d, false
		case placePiece:
			d.place = strings.TrimRight(s[:i+2+n], " -–—")
		case factPiece:
			evidence++
		}
		if i += 2 + n; i > maxDateline {
			return d, false
		}
	}
	end := l.datelineEnd(s, i, upper, evidence > 0, letters(d.place))
	if end == 0 {
		return d, false
	}
	d.end = end
	return d, true
}

// fullStops is a dateline with full stops between its parts, which has a place in
// capitals, a date and an agency: MOSCOW, March 14. /TASS/. KYIV. March 14 (Interfax) -
var fullStops = lazyregexp.New(`^(\p{Lu}[\p{Lu}'’ -]+)[.,] (\p{L}+\.? \d{1,2}|\d{1,2} \p{L}+\.?)(?:,? \d{4})?[.,]? (?:/([^/\n]{2,40})/|\(([^)\n]{2,40})\))[.:]?`)

// stoppedDateline reads such a dateline.
func (l *lexicon) stoppedDateline(s string) (dateline, bool) {
	if !strings.ContainsAny(s, "/(") {
		return dateline{}, false // and cheaper to know
	}
	m := fullStops().FindStringSubmatch(s)
	if m == nil {
		return dateline{}, false
	}
	if day := readDate(m[2]); !day.partial || day.unknown > 0 {
		return dateline{}, false
	}
	name := m[3] + m[4]
	d := dateline{end: len(m[0]), place: m[1], publisher: l.agencies[strings.ToLower(name)]}
	if d.publisher == "" {
		d.publisher = name
	}
	n, _ := separator(s[d.end:])
	d.end += n
	return d, true
}

// agencyEnd ends a dateline with the agency in brackets before j, as in AMMAN
// (Reuters) -. An agency that is not known needs a place in capitals and a dash.
func (l *lexicon) agencyEnd(s string, j int, name string, upper bool, d dateline) (dateline, bool) {
	known := l.agencies[strings.ToLower(name)]
	m, _ := separator(s[j:])
	if known == "" && (m == 0 || !upper) || m == 0 && !startsUpper(s[j:]) && j < len(s) {
		return d, false
	}
	d.publisher = known
	if known == "" && !strings.ContainsAny(name, "0123456789") {
		d.publisher = name
	}
	d.end = j + m
	return d, true
}

// datelineEnd returns where a dateline without an agency in brackets ends, or 0
// if the text before i is no dateline. evidence is set if it has an agency or
// a date; letters is the number of letters of its place.
func (l *lexicon) datelineEnd(s string, i int, upper, evidence bool, letters int) int {
	m, long := separator(s[i:])
	switch {
	case m > 0 && (upper || evidence || long && startsUpper(s[i+m:])):
		return i + m // AMMAN -
	case evidence && (strings.HasPrefix(s[i:], ". ") || strings.HasPrefix(s[i:], ": ")) && startsUpper(s[i+2:]):
		return i + 1 // Amman, 7 August 2024. Two
	case !upper || letters < 4:
		return 0
	case strings.HasPrefix(s[i:], ": ") && startsUpper(s[i+2:]):
		return i + 1 // DETROIT: The
	case l.opens(s[i:]):
		return i // DETROIT The
	}
	return 0
}

// agencyAlone reads (Reuters) - and (CNN) at the head of a paragraph.
func (l *lexicon) agencyAlone(s string) (dateline, bool) {
	n, name := l.bracket(s)
	if n == 0 || l.agencies[strings.ToLower(name)] == "" {
		return dateline{}, false
	}
	m, _ := separator(s[n:])
	return dateline{end: n + m, publisher: l.agencies[strings.ToLower(name)]}, true
}

// placeName returns the length of the place that s begins with, and whether
// it is in capitals.
func (l *lexicon) placeName(s string) (n int, upper bool) {
	upper = true
	for k := 0; k < 6; k++ {
		if k > 0 && !strings.HasPrefix(s[n:], " ") {
			break
		}
		at := n + min(k, 1)
		w := nameWord(s[at:])
		use := l.places[strings.ToLower(strings.TrimRight(w, "."))]
		if k == 0 && use.never || !isNameWord(w) {
			break
		}
		capital, caps := IsCapital(w), InCapitals(w)
		if endsSentence(w, use) || !capital && !use.particle {
			return 0, false
		}
		if capital && k > 0 && upper && !caps { // DETROIT The carmaker: the place ended before
			if use.opener {
				return n, true
			}
			if !use.particle {
				return 0, false
			}
		}
		upper = upper && (caps || use.particle && k > 0)
		n = at + len(w)
	}
	if n > maxDateline/2 {
		return 0, false
	}
	return n, upper
}

// hasUpper reports whether a rune has a capital other than itself.
func hasUpper(r rune) bool { return unicode.ToUpper(r) != r }

// endsSentence reports whether a word has the full stop of a sentence, and not
// that of St. or U.S.
func endsSentence(w string, use placeUse) bool {
	return strings.HasSuffix(w, ".") && !use.abbreviation && strings.Count(w, ".") == 1
}

// nameWord returns the word that s begins with.
func nameWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",:()–—", r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

// InCapitals reports whether a word of more than one letter has no small ones, as US has
// and us has not.
func InCapitals(w string) bool {
	return !strings.ContainsFunc(w, hasUpper) && utf8.RuneCountInString(w) > 1
}

// isNameWord reports whether a word can be in the name of a place: it has letters, and
// besides them only marks that names have.
func isNameWord(w string) bool { return letters(w) > 0 && !strings.ContainsFunc(w, noNameRune) }

// noNameRune reports whether a rune cannot be in the name of a place.
func noNameRune(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’./", r) }

type pieceKind uint8

const (
	nothing pieceKind = iota
	placePiece
	factPiece
)

// piece reads one piece between commas: a country, a date or an agency.
func (l *lexicon) piece(s string, d *dateline) (int, pieceKind) {
	s = s[:min(len(s), maxDateline)]
	n := len(s)
	if e := strings.IndexAny(s, ",("); e >= 0 {
		n = e
	}
	if m, at := firstSeparator(s); m > 0 && at < n {
		n = at
	}
	if e := strings.IndexAny(s[:n], ".:"); e > 0 && readDate(s[:e]).publicationLine() {
		n = e // 7 August 2024. Two soldiers …
	}
	p := strings.TrimSpace(s[:n])
	n = len(strings.TrimRight(s[:n], " "))
	if name := l.agencies[strings.ToLower(p)]; name != "" {
		d.publisher = name
		return n, factPiece
	}
	if got := readDate(p); got.partial && got.unknown == 0 {
		return n, factPiece
	}
	if n := yearLength(s); n > 0 && d.end == 0 {
		return n, factPiece
	}
	return l.countryPiece(s, p, n)
}

// yearLength returns the length of the year that s begins with, which is a piece
// of its own in February 26, 2016, or 0.
func yearLength(s string) int {
	f := strings.Fields(s)
	if len(f) == 0 {
		return 0
	}
	y := strings.Trim(f[0], ",:")
	if got := readDate("1 January " + y); got.found && len(y) == 4 {
		return len(y)
	}
	return 0
}

// countryPiece reads the country p that s begins with, n bytes long, or nothing.
func (l *lexicon) countryPiece(s, p string, n int) (int, pieceKind) {
	w := strings.Fields(p)
	for k, x := range w {
		use := l.places[strings.ToLower(x)]
		if k > 0 && use.opener && !use.particle && IsCapital(x) {
			// AUSTIN, Texas A man: the country ended before
			return strings.Index(s, " "+x), placePiece
		}
		if !IsCapital(x) && !use.particle || k > 3 || strings.ContainsAny(x, ".;:") && len(x) > 5 {
			return 0, nothing
		}
	}
	if len(w) == 0 {
		return 0, nothing
	}
	return n, placePiece
}

// bracket reads an agency in brackets, with the space before it.
func (l *lexicon) bracket(s string) (int, string) {
	t := strings.TrimLeft(s, " ")
	if len(s)-len(t) > 1 || !strings.HasPrefix(t, "(") {
		return 0, ""
	}
	e := strings.IndexByte(t, ')')
	if e < 2 || e > 50 || !startsUpper(t[1:]) && l.agencies[strings.ToLower(t[1:e])] == "" {
		return 0, ""
	}
	return len(s) - len(t) + e + 1, t[1:e]
}

// separator reads the dash after a dateline, with the spaces around it. It
// returns its length, and whether it is longer than a hyphen.
func separator(s string) (n int, long bool) {
	t := strings.TrimLeft(s, " \u00a0")
	for _, dash := range []string{"---", "--", "—", "–", "-"} {
		rest, ok := strings.CutPrefix(t, dash)
		if !ok {
			continue
		}
		spaced := len(t) < len(s) || strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\u00a0")
		if dash == "-" && !strings.HasPrefix(rest, " ") && len(t) == len(s) || !spaced && dash != "—" && dash != "--" {
			return 0, false
		}
		return len(s) - len(rest), dash != "-"
	}
	return 0, false
}

// firstSeparator finds the first spaced dash in s: its length and place.
func firstSeparator(s string) (n, at int) {
	for i, r := range s {
		if r == ' ' || r == '—' {
			if m, _ := separator(s[i:]); m > 0 {
				return m, i
			}
		}
	}
	return 0, 0
}

// opens reports whether the next word of s is one that opens sentences.
func (l *lexicon) opens(s string) bool {
	f := strings.Fields(s)
	return strings.HasPrefix(s, " ") && len(f) > 1 && l.places[strings.ToLower(f[0])].opener && startsUpper(f[0])
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \"“'‘"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// IsCapital reports whether a word begins with a capital letter.
func IsCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
