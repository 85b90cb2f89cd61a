package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Input is one article as it comes in. Only Text is needed.
type Input struct {
	ID            string // names the article in its records
	Title         string // put before Text, unless Text begins with it
	Text          string
	Published     string // publication date, ISO or unambiguous English
	PublishedElse string // taken where neither Published nor the text gives one
	Publisher     string
	URL           string
}

// Span is a stretch of an article's text. Start and End are byte offsets,
// End exclusive; inside the library every span counts bytes, in what is
// written every span counts code points (see Article.CodePoint).
type Span struct {
	Start, End int
}

// Len returns the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Distance returns the number of bytes between two spans, 0 where they overlap.
func (s Span) Distance(o Span) int { return max(s.Start-o.End, o.Start-s.End, 0) }

// Part says what a piece of the text is.
type Part uint8

// The parts of a text. Title, Caption and Body are read; the others are kept
// for their offsets and read by no stage.
const (
	Body Part = iota
	Title
	Caption
	PublicationLine // December 12, 2016 / 6:40 PM / 7 months ago
	Dateline        // AMMAN (Reuters) -
	Byline          // By A. Writer; Editing by B. Editor
	Credit          // Handout via X
	Furniture       // share buttons, lists of breakpoints, related links
)

var partNames = [...]string{"body", "title", "caption", "publication line", "dateline", "byline", "credit", "furniture"}

// String returns the part's name as `sitrep explain` prints it.
func (p Part) String() string { return partNames[p] }

// Read reports whether the stages after this one read the part.
func (p Part) Read() bool { return p == Body || p == Title || p == Caption }

// Segment is a stretch of the text that is one part. Paragraph counts the
// paragraphs from 0: what blank lines separate, and within that the lines of
// a text that has a paragraph a line.
type Segment struct {
	Span
	Part      Part
	Paragraph int
}

// Article is a cleaned text: the analysed Text and the parts it consists of,
// in text order and without overlap.
type Article struct {
	ID        string
	Title     string    // the input's own, or the headline found in the text
	Text      string    // valid UTF-8; title + "\n\n" + body where the input has a title
	Published time.Time // zero where unknown; else midnight UTC
	Publisher string
	Dateline  string // the place of the dateline, as written
	URL       string
	Segments  []Segment
	Warnings  []string

	runes []int // code points before each checkpoint of runeStep bytes; nil for ASCII
}

// runeStep trades the size of the checkpoint table for the scan after it.
const runeStep = 64

// CodePoint turns a byte offset of Text into an offset in code points.
func (a *Article) CodePoint(offset int) int {
	if a.runes == nil {
		return offset
	}
	k := offset / runeStep
	n := a.runes[k]
	for i := k * runeStep; i < offset; i++ {
		if utf8.RuneStart(a.Text[i]) {
			n++
		}
	}
	return n
}

func (a *Article) indexRunes() {
	ascii := true
	for i := 0; i < len(a.Text); i++ {
		if a.Text[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return
	}
	a.runes = make([]int, len(a.Text)/runeStep+1)
	n := 0
	for i := 0; i < len(a.Text); i++ {
		if i%runeStep == 0 {
			a.runes[i/runeStep] = n
		}
		if utf8.RuneStart(a.Text[i]) {
			n++
		}
	}
	if len(a.Text)%runeStep == 0 {
		a.runes[len(a.Text)/runeStep] = n
	}
}

// Slice returns the text of a span.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }

// Fingerprint returns the SHA-256 of the analysed text in hexadecimal.
func (a *Article) Fingerprint() string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// compose joins title and body as the offsets count them: a body that begins
// with the title, as a line or a sentence of its own, is not given it twice.
func compose(title, body string) (text string, titleEnd int) {
	if title == "" {
		return body, 0
	}
	if rest, ok := afterTitle(body, title); ok {
		if rest == "" || strings.ContainsRune(".!?:\r\n", rune(rest[0])) || isLongTitle(title) && opensSentence(rest) {
			return body, 0
		}
	}
	return title + "\n\n" + body, len(title)
}

// withoutOutlet returns a title without the section and outlet that a web page adds to it,
// where the body begins with the rest: Gunmen raid village near Zaria [- World - The Post].
func withoutOutlet(title, body string) string {
	for _, mark := range []string{" - ", " | ", " – "} {
		if head, _, ok := strings.Cut(title, mark); ok && isLongTitle(head) && strings.HasPrefix(strings.TrimLeft(body, " \t\r\n"), head) {
			return head
		}
	}
	return title
}

// afterTitle returns what stands in a body behind the title that it begins with, or that
// follows a date alone: 15 Aug 2016 [title] A bomb went off.
func afterTitle(body, title string) (rest string, ok bool) {
	head, rest, ok := strings.Cut(body, title)
	if !ok || len(head) > longestDate {
		return "", false
	}
	head = strings.TrimSpace(head)
	return rest, head == "" || isLongTitle(title) && readDate(head).publicationLine()
}

// longestDate is how many bytes of a body a date before its title may have.
const longestDate = 60

// isLongTitle reports whether a title has so many words that they are hardly also the
// beginning of the first sentence.
func isLongTitle(title string) bool { return len(strings.Fields(title)) > 4 }

// opensSentence reports whether the words behind a title may begin a sentence: by a
// capital or a number.
func opensSentence(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	return rest[0] == ' ' && (unicode.IsUpper(r) || unicode.IsDigit(r))
}
