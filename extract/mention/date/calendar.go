package date

import (
	"time"

	"sitrep/extract/mention"
)

// days is an interval of whole days.
type days struct {
	from, to  time.Time
	precision mention.Precision
}

func day(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
}

// valid reports whether the calendar has such a day.
func valid(y, m, d int) bool {
	t := day(y, m, d)
	return m >= 1 && m <= 12 && t.Day() == d && int(t.Month()) == m
}

func monthOf(y, m int) days {
	return days{day(y, m, 1), day(y, m+1, 0), mention.Month}
}

func yearOf(y int) days { return days{day(y, 1, 1), day(y, 12, 31), mention.Year} }

// weekOf is the calendar week, Monday to Sunday, that holds t.
func weekOf(t time.Time) days {
	monday := t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	return days{monday, monday.AddDate(0, 0, 6), mention.Week}
}

// portion is the part of a month or year.
func portion(d days, p part) days {
	if p == whole {
		return d
	}
	y, m := d.from.Year(), int(d.from.Month())
	switch d.precision {
	case mention.Month:
		switch p {
		case early:
			d.to = day(y, m, 10)
		case mid:
			d.from, d.to = day(y, m, 11), day(y, m, 20)
		case late:
			d.from = day(y, m, 21)
		}
	case mention.Year:
		switch p {
		case early:
			d.to = day(y, 4, 30)
		case mid:
			d.from, d.to = day(y, 5, 1), day(y, 8, 31)
		case late:
			d.from = day(y, 9, 1)
		}
	}
	return d
}

// easter is Easter Sunday by the western reckoning (Meeus, Jones, Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	return day(y, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
}

// of is the day or days of a feast in a year by one of its rules.
func (f feast) of(rule string, y int) (days, bool) {
	t := dayByRule(rule, y)
	if t.IsZero() {
		return days{}, false
	}
	t = t.AddDate(0, 0, f.offset)
	if f.until == "" {
		return days{t, t.AddDate(0, 0, f.days-1), mention.Day}, true
	}
	end := t.AddDate(0, 0, f.days-1)
	if next := lex().moon[y][f.until]; !next.IsZero() {
		end = next.AddDate(0, 0, -1)
	}
	return days{t, end, mention.Month}, true
}

// dayByRule returns the day of a year that a rule of data/feasts.csv stands for: Easter,
// a month and day, or a day that follows the moon; zero where that is not known.
func dayByRule(rule string, y int) time.Time {
	if rule == "easter" {
		return easter(y)
	}
	if t, err := time.Parse(time.DateOnly, day(y, 1, 1).Format("2006")+"-"+rule); err == nil {
		return t
	}
	return lex().moon[y][rule]
}
