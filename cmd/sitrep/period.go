package main

import (
	"fmt"
	"strings"
	"time"

	"sitrep/extract/article"
)

// periods are the ways to write a month or a year.
var periods = []struct {
	layout        string
	months, years int // how long it is
}{{"2006-1", 1, 0}, {"2006/1", 1, 0}, {"1/2006", 1, 0}, {"January 2006", 1, 0}, {"Jan 2006", 1, 0}, {"2006", 0, 1}}

// period returns the first and last ISO day of a day, a month or a year as a user
// writes it: 2016-12-12, December 2016, 2016.
func period(s string) (from, to string, err error) {
	s = strings.Join(strings.Fields(s), " ")
	for _, p := range periods {
		if t, err := time.Parse(p.layout, s); err == nil {
			return t.Format(time.DateOnly), t.AddDate(p.years, p.months, -1).Format(time.DateOnly), nil
		}
	}
	day, err := article.ParseDate(s)
	if err != nil {
		return "", "", fmt.Errorf("%w, 2016-12 or 2016", err)
	}
	from = day.Format(time.DateOnly)
	return from, from, nil
}
