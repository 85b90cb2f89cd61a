package date

import (
	"fmt"
	"strings"
	"time"
)

// layouts that name a day beyond doubt. What follows the day (a time, a zone)
// is not needed and may be anything that begins with one of timeMarks.
var layouts = []string{
	"2006-01-02", "2006/01/02", "2006.01.02", "20060102",
	"January 2, 2006", "January 2 2006", "January 2nd, 2006",
	"Jan 2, 2006", "Jan 2 2006", "Jan. 2, 2006", "Jan. 2 2006",
	"2 January 2006", "2 January, 2006", "2 Jan 2006", "2 Jan, 2006", "2 Jan. 2006", "02-Jan-2006", "2-Jan-2006", "2-January-2006",
	"2 Jan 06", "02-Jan-06",
}

// Parse reads a publication date as inputs give it: ISO with or without a
// time, RFC 1123, an English date in any common order. The result is midnight
// UTC of the day as written, in whatever zone that was. A date that can be
// read in two ways, or that lacks its day or year, is an error.
func Parse(s string) (time.Time, error) {
	text := strings.Join(strings.Fields(s), " ")
	if text == "" {
		return time.Time{}, fmt.Errorf("no date: the text is empty")
	}
	p := &parser{l: lex(), w: scan(text)}
	// An ISO week, ordinal or compact date is no English; the rest is read
	// with the grammar of the sentences.
	for _, layout := range layouts {
		if t, ok := prefix(layout, text); ok {
			return t, nil
		}
	}
	var whole *expr
	for i := range p.w {
		e, _ := p.numeric(i, false)
		if e == nil {
			if e, _ = p.dated(i, true); e == nil || e.kind != absolute || e.day == 0 {
				continue
			}
		}
		whole = e
		break
	}
	switch {
	case whole == nil:
		return time.Time{}, fmt.Errorf("%q is no date with day, month and year", s)
	case whole.ambiguous:
		return time.Time{}, fmt.Errorf("%q can be read in two ways: write it as year-month-day", s)
	case whole.year == 0:
		if y := p.lastYear(); y > 0 {
			whole.year = y // Mon Dec 12 18:40:00 UTC 2016
		} else {
			return time.Time{}, fmt.Errorf("%q has no year", s)
		}
	}
	if !valid(whole.year, whole.month, whole.day) {
		return time.Time{}, fmt.Errorf("%q: the calendar has no such day", s)
	}
	return day(whole.year, whole.month, whole.day), nil
}

// lastYear is the year that the text ends with, or 0.
func (p *parser) lastYear() int {
	if n := len(p.w); n > 0 && p.w[n-1].isYear() {
		return p.w[n-1].num
	}
	return 0
}

// prefix reads a layout at the beginning of text, up to its end, a space, a T
// or a comma.
func prefix(layout, text string) (time.Time, bool) {
	for n := len(text); n >= 8; n-- {
		if n < len(text) && !strings.ContainsRune(" T,;/|", rune(text[n])) {
			continue
		}
		if t, err := time.Parse(layout, text[:n]); err == nil {
			return t, true
		}
		if n > len(layout)+8 {
			n = len(layout) + 8
		}
	}
	return time.Time{}, false
}
