package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/table"
	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

// filterOptions are the flags that choose among the events.
type filterOptions struct {
	filter   table.Filter
	explicit bool
}

func (o *filterOptions) flags(f *pflag.FlagSet) {
	f.StringArrayVar(&o.filter.Types, "type", nil, "only events of this event or sub-event `TYPE`")
	f.StringSliceVar(&o.filter.Countries, "country", nil, "only events in this `COUNTRY`: a name, or an ISO 3166-1 code of two or three letters")
	f.StringVar(&o.filter.Since, "since", "", "only events on or after this `DATE`: a day, a month or a year")
	f.StringVar(&o.filter.Until, "until", "", "only events on or before this `DATE`")
	f.StringArrayVar(&o.filter.Actors, "actor", nil, "only events with this `ACTOR` as actor or target: an id, or words of its name or text")
	f.StringArrayVar(&o.filter.Sources, "source", nil, "only events told by this `SOURCE`: a kind, an id, or words of its name or text")
	f.StringSliceVar(&o.filter.Modalities, "modality", nil, "only events of this `MODALITY`: "+strings.Join(modalities, ", "))
	f.StringArrayVar(&o.filter.Texts, "text", nil, "only events in whose sentence these `WORDS` stand")
	f.Float64Var(&o.filter.MinConfidence, "min-confidence", 0, "only records at least this likely to be right, a `NUMBER` from 0 to 1; below 0.5 also what is probably no event")
	f.BoolVar(&o.explicit, "explicit-only", false, "leave place and date open where the record's own sentence does not tell them")
	f.StringSliceVar(&o.filter.Statuses, "status", nil, "only records of this `STATUS`: denied, unverified, confirmed, claimed, reported")
}

var modalities = []string{record.Actual, record.Planned, record.Hypothetical, record.Negated}

// check turns what the user wrote into what records hold.
func (o *filterOptions) check() error {
	f := &o.filter
	for _, d := range []struct {
		flag string
		date *string
		last bool
	}{{"since", &f.Since, false}, {"until", &f.Until, true}} {
		if *d.date == "" {
			continue
		}
		from, to, err := period(*d.date)
		if err != nil {
			return usagef("--%s %w", d.flag, err)
		}
		if *d.date = from; d.last {
			*d.date = to
		}
	}
	if f.Since != "" && f.Until != "" && f.Since > f.Until {
		return usagef("--since %s is after --until %s", f.Since, f.Until)
	}
	for _, v := range []struct {
		flag       string
		got, known []string
	}{{"type", f.Types, eventTypes()}, {"status", f.Statuses, table.Statuses()}, {"modality", f.Modalities, modalities}} {
		for _, s := range v.got {
			if !slices.ContainsFunc(v.known, func(k string) bool { return strings.EqualFold(k, s) }) {
				return usagef("--%s %q: %s", v.flag, s, wordlist.Want(s, v.known))
			}
		}
	}
	for i, c := range f.Countries {
		iso, ok := countryCode(c)
		if !ok {
			hint := ""
			if near := nearCountry(c); near != "" {
				hint = fmt.Sprintf("; did you mean %q?", near)
			}
			return usagef("--country %q: want a country's name or an ISO 3166-1 code, as in Syria, SYR or SY%s", c, hint)
		}
		f.Countries[i] = iso
	}
	if c := f.MinConfidence; c < 0 || c > 1 {
		return usagef("--min-confidence %g: want 0 to 1", c)
	}
	return nil
}

// nearCountry returns the country whose name s is most likely a slip for, or "":
// one that begins with the same letter, since short names are near to many. Codes
// are too short to tell.
func nearCountry(s string) string {
	if utf8.RuneCountInString(s) <= 3 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(s)
	var names []string
	for _, n := range gazetteer.Places().CountryNames() {
		if f, _ := utf8.DecodeRuneInString(n); unicode.ToLower(f) == unicode.ToLower(first) {
			names = append(names, n)
		}
	}
	return wordlist.Nearest(s, names)
}

// countryCode returns the ISO 3166-1 alpha-3 code of a country by its code or name.
func countryCode(s string) (string, bool) {
	s = strings.TrimSpace(s)
	x := gazetteer.Places()
	if len(s) == 2 || len(s) == 3 {
		if p, ok := x.Country(strings.ToUpper(s)); ok {
			return p.Country, true
		}
	}
	for _, p := range x.Lookup(s) {
		if p.Kind == gazetteer.KindCountry && p.Form != gazetteer.DemonymName {
			return p.Country, true
		}
	}
	return "", false
}

// eventTypes returns the names that --type accepts.
func eventTypes() []string {
	var out []string
	for _, t := range rules.EventTypes {
		out = append(append(out, t.Name), t.Sub...)
	}
	return out
}

// asked returns what the flags ask of the extractor: to tell what is probably
// no event, where records of so little confidence are asked for, and to take over
// nothing from other sentences.
func (o *filterOptions) asked() []extract.Option {
	var out []extract.Option
	if c := o.filter.MinConfidence; c > 0 && c < extract.ToldFrom {
		out = append(out, extract.WithFloor(c))
	}
	if o.explicit {
		out = append(out, extract.WithExplicitOnly())
	}
	return out
}

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
