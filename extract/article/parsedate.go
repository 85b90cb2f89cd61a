package article

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// ParseDate reads a publication date, in ISO form or any unambiguous English one
// (Tue 5 Mar 2019 10.12 GMT, December 12, 2016 / 6:40 PM, 11/28/2016). It
// returns the day as written, whatever the zone, at midnight UTC. 03/04/2016 and
// a date without a year are errors.
func ParseDate(s string) (time.Time, error) {
	d := readDate(s)
	if !d.found || d.unknown > 0 {
		if a, b := eitherWay(s); a != "" {
			return time.Time{}, fmt.Errorf("%q can be two days: write %s or %s", s, a, b)
		}
		return time.Time{}, fmt.Errorf("%q is not a date: want one like 2016-12-12 or 12 December 2016", s)
	}
	return d.day, nil
}

// eitherWay returns the two days that 03/04/2016 can be, or "" for anything else.
func eitherWay(s string) (a, b string) {
	p := strings.FieldsFunc(strings.TrimSpace(s), func(c rune) bool { return c == '/' || c == '.' || c == '-' })
	if len(p) != 3 || len(p[2]) != 4 {
		return "", ""
	}
	var n [3]int
	for i := range p {
		v, err := strconv.Atoi(p[i])
		if err != nil || v < 1 || i < 2 && v > 12 {
			return "", ""
		}
		n[i] = v
	}
	return fmt.Sprintf("%04d-%02d-%02d", n[2], n[1], n[0]), fmt.Sprintf("%04d-%02d-%02d", n[2], n[0], n[1])
}

// dateLine is what a line says of a date.
type dateLine struct {
	day     time.Time
	found   bool // a whole date: day is set
	partial bool // a day and a month
	lead    bool // it begins with Published, Updated, …
	unknown int  // words that belong to no date
	named   bool // of the unknown words, all are capitalised
	tokens  int
}

func (d dateLine) publicationLine() bool {
	return d.found && (d.unknown == 0 || d.lead && d.named && d.unknown <= 5)
}

// dateReader collects the day, month and year of the first date in a line.
type dateReader struct {
	out              dateLine
	day, month, year int
	clash            bool
}

func readDate(s string) dateLine {
	r := &dateReader{out: dateLine{named: true}}
	f := strings.FieldsFunc(s, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(",|;()[]•·–—", c) })
	for i := 0; i < len(f); i++ {
		w := strings.ToLower(strings.Trim(f[i], ".:'’"))
		if strings.Trim(w, "/-") == "" {
			continue
		}
		next := ""
		if i+1 < len(f) {
			next = words().dates[strings.ToLower(strings.Trim(f[i+1], ".:"))].class
		}
		if !r.token(w, next) {
			r.out.unknown++
			r.out.named = r.out.named && unicode.IsUpper([]rune(f[i])[0])
		}
		r.out.tokens++
	}
	if r.clash {
		r.out.found = false
	}
	return r.out
}

// token reads one word and reports whether it can belong to a date; next is the
// class of the word after it.
func (r *dateReader) token(w, next string) bool {
	if len(w) > 10 && w[10] == 't' { // 2016-12-12t18:40:00z
		if d := numericDate(w[:10]); d != nil {
			return r.date(d) && clock(w[11:])
		}
	}
	if d := numericDate(w); d != nil {
		return r.date(d)
	}
	if day := compactStamp(w); day != "" {
		return r.date(numericDate(day))
	}
	if clock(w) {
		return true
	}
	if c, ok := words().dates[strings.TrimRight(w, ".")]; ok {
		switch c.class {
		case "month":
			r.set(&r.month, c.value)
		case "lead":
			r.out.lead = r.out.lead || r.out.tokens == 0 || r.out.tokens == 1 // last updated
		}
		return true
	}
	return r.number(w, next)
}

// compactStamp returns the day of a time without separators, as in
// 20161212T184000Z and 20161212184000, in the form 2016-12-12. It returns "" for
// anything else.
func compactStamp(w string) string {
	if len(w) < len("20161212184000") {
		return ""
	}
	digits := strings.TrimSuffix(strings.Replace(w, "t", "", 1), "z")
	if len(digits) != 14 || !allDigits(digits) {
		return ""
	}
	return digits[:4] + "-" + digits[4:6] + "-" + digits[6:8]
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// hasDigit reports whether a figure stands in s. Most words have none, and are known
// to be no part of a date by that.
func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// number reads a day, a year or a number that belongs to a time, as in 5th,
// 2016, 20161212 and 1840 GMT.
func (r *dateReader) number(w, next string) bool {
	digits := strings.TrimRight(w, "stndrh")
	if !hasDigit(digits) {
		return false
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return false
	}
	if digits != w { // an ordinal
		if n < 1 || n > 31 || len(w) != len(digits)+2 || len(digits) > 2 {
			return false
		}
		r.set(&r.day, n)
		return true
	}
	switch {
	case next == "clock", next == "ago":
	case len(digits) == 8: // 20161212
		return r.date(numericDate(w[:4] + "-" + w[4:6] + "-" + w[6:]))
	case n >= 1900 && n <= 2100:
		r.set(&r.year, n)
	case n >= 1 && n <= 31 && len(digits) <= 2:
		r.set(&r.day, n)
	default:
		return false
	}
	return true
}

// set notes a part of the date and closes it when all are there. A part that
// comes twice before that makes the line no date: 12 Dec 16.
func (r *dateReader) set(part *int, n int) {
	if r.out.found {
		return
	}
	switch {
	case part == &r.day && r.month != 0 && r.day != 0: // 27 March – 2 April 2023
		r.month = 0
	case *part != 0:
		r.clash = true
	}
	*part = n
	if r.month != 0 && r.day != 0 {
		r.out.partial = true
		if r.year != 0 {
			r.date(&[3]int{r.year, r.month, r.day})
		}
	}
}

func (r *dateReader) date(d *[3]int) bool {
	if d == nil {
		return false
	}
	t := time.Date(d[0], time.Month(d[1]), d[2], 0, 0, 0, 0, time.UTC)
	if t.Day() != d[2] || int(t.Month()) != d[1] {
		r.clash = true
		return false
	}
	if !r.out.found {
		r.out.day, r.out.found = t, true
	}
	return true
}

// numericDate reads 2016-12-12, 2016/12/12, 28.11.2016, 11/28/2016 and
// 12-Dec-2016 as year, month, day. It returns nil if day and month could be
// either, or if w is no date.
func numericDate(w string) *[3]int {
	if !hasDigit(w) {
		return nil
	}
	for _, sep := range []string{"-", "/", "."} {
		if strings.Count(w, sep) == 2 {
			return dateOf(strings.Split(w, sep))
		}
	}
	return nil
}

// dateOf reads the three parts of a date.
func dateOf(p []string) *[3]int {
	var n [3]int
	for i, s := range p {
		if m := words().dates[s]; i == 1 && m.class == "month" {
			n[i] = m.value
			continue
		}
		v, err := strconv.Atoi(s)
		if err != nil || v < 1 || len(s) > 4 || len(s) == 3 {
			return nil
		}
		n[i] = v
	}
	named := !unicode.IsDigit(rune(p[1][0]))
	switch {
	case len(p[0]) == 4 && likelyYear(n[0]):
		return &[3]int{n[0], n[1], n[2]}
	case len(p[2]) != 4 || !likelyYear(n[2]):
		return nil
	case named || n[0] > 12 || n[0] == n[1]:
		return &[3]int{n[2], n[1], n[0]}
	case n[1] > 12:
		return &[3]int{n[2], n[0], n[1]}
	}
	return nil
}

func likelyYear(n int) bool { return n >= 1900 && n <= 2100 }

// clock reports whether w is a time of day or an offset from Greenwich: 6:40pm,
// 10.12, 00:26:05.17-05, +0300, 15:41:4, 6am, 18:40z, gmt+3.
func clock(w string) bool {
	w = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(w, "gmt"), "utc"), "z")
	if i := strings.LastIndexAny(w, "+-"); i >= 0 {
		if off := strings.ReplaceAll(w[i+1:], ":", ""); off == "" || len(off) > 4 || !allDigits(off) {
			return false
		}
		if w = w[:i]; w == "" {
			return true
		}
	}
	half := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "m"), "a"), "p")
	if half != w && (!strings.HasSuffix(w, "am") && !strings.HasSuffix(w, "pm")) {
		return false
	}
	return timeOfDay(half, half != w)
}

// timeOfDay reports whether s is hours, minutes, seconds and fractions. Hours
// alone do only beside am or pm.
func timeOfDay(s string, half bool) bool {
	if !hasDigit(s) {
		return false
	}
	p := strings.FieldsFunc(s, func(r rune) bool { return r == ':' || r == '.' })
	if len(p) == 0 || len(p) == 1 && !half || len(p) > 4 || len(p) == 2 && len(p[1]) != 2 {
		return false
	}
	for i, limit := range []int{24, 59, 60} {
		if i < len(p) {
			if n, err := strconv.Atoi(p[i]); err != nil || n > limit {
				return false
			}
		}
	}
	return true
}
