package mention

import (
	"time"

	"sitrep/extract/article"
)

// Uses of a place name.
const (
	UsePlace    = "place"
	UseMetonym  = "metonym"  // a government or army meant by its capital or country
	UseDateline = "dateline" // AMMAN (Reuters) -
)

// ByContainer says that a place has the point of the narrowest place that the
// text puts it in.
const ByContainer = "container"

// Place is a place name in the text and the spot it resolved to. ID is empty
// where no gazetteer row fits (a named village that is in none).
type Place struct {
	article.Span
	Text         string
	Use          string
	ID, Name     string
	Kind         string
	Country      string   // ISO3
	Countries    []string // of a region that spans several
	Admin1       string
	Admin2       string
	Admin2ID     string
	Latitude     float64
	Longitude    float64
	Located      bool   // Latitude and Longitude are set
	ResolvedBy   string // ByContainer where the point is that of a place around it, else empty
	Relation     string
	Precision    int          // ACLED's 1 to 3
	Head         article.Span // the name with its feature words: Nowhatta area, Gadchiroli District
	Reason       string       // the strongest evidence for it among the places of its name, or ""
	Alternatives []PlaceAlternative
}

// IsSame reports whether two mentions name the same place, as "Dhaka city" and "Dhaka", "in Kot" and
// "around Kot", but not "Gao town" and "Gao District".
func (p *Place) IsSame(q *Place) bool { return p.ID == q.ID && (p.ID != "" || p.Text == q.Text) }

// HasPoint reports whether a place has a point of its own.
func (p *Place) HasPoint() bool { return p.Located && p.ResolvedBy == "" }

// Width ranks a place by how much ground it covers: 1 for a town or a spot in
// it, 4 for a country, 5 for what lies in several.
func (p *Place) Width() int {
	switch p.Kind {
	case "continent":
		return 5
	case "country":
		return 4
	case "region":
		if p.Country == "" {
			return 5
		}
		return 3
	case "first-order division":
		return 3
	case "second-order division":
		return 2
	}
	return 1
}

// PlaceAlternative is a candidate that lost.
type PlaceAlternative struct {
	ID, Name, Country   string
	Latitude, Longitude float64
	Score               float64
	Reason              string
}

// Actor is an actor in the text: a name from the gazetteer, a generic noun,
// or a pronoun with its antecedent.
type Actor struct {
	article.Span
	Text       string
	ID, Name   string
	Kind       string // one of ACLED's eight, or empty
	SourceKind string // official, monitor, witness, media, …, or empty
	Country    string // ISO3
	Side       string // id of the group or state it stands with, where known
	Plural     bool
	Antecedent *Actor
}

// Quantity is a number of persons or things, or a bare plural (then Unknown).
// Nil bounds are open.
type Quantity struct {
	article.Span
	Text     string
	Min, Max *int
	Unknown  bool // no quantity in the text: civilians were killed
}

// Precision of a date.
type Precision string

// The precisions.
const (
	Day   Precision = "day"
	Week  Precision = "week"
	Month Precision = "month"
	Year  Precision = "year"
)

// Open says what a date leaves to be decided by another one.
type Open uint8

// What a date leaves open.
const (
	Settled  Open = iota
	OpenDay       // it counts from the day of what was told before: two days later, at dawn, in March of that year
	OpenYear      // it names no year: in August
)

// Date is a time expression. From and To are whole days at midnight UTC, both
// inclusive; zero where it could not be resolved.
type Date struct {
	article.Span
	Text      string
	From, To  time.Time
	Precision Precision
	Exact     time.Time // the day within them on which an act probably was, or zero: shelled it for a third day
	Since     *Date     // when what has gone on until now began, or nil: since 2021
	Next      bool      // it dates the clause after it alone: a day after they had left
	Counts    bool      // it counts from what is told after it: two days after the massacre
	Open      Open      // what another date of the text decides
}

// OfAct returns the date as that of an act: the very day that it probably was, where
// the words name a stretch of time that ends or begins with it. It is d itself where
// they do not.
func (d *Date) OfAct() *Date {
	if d == nil || d.Exact.IsZero() {
		return d
	}
	x := *d
	x.From, x.To, x.Precision, x.Exact = d.Exact, d.Exact, Day, time.Time{}
	return &x
}
