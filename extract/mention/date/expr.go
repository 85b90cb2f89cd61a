package date

// kind of a time expression, by how it is resolved.
type kind uint8

const (
	absolute  kind = iota // 12 December 2016, in March, 2014; parts may be missing
	weekday               // Monday, last Friday, Thursday last week
	dayRef                // today, yesterday
	unitRef               // this week, last month, earlier this year
	weekend               // the weekend, last weekend
	ago                   // three days ago
	past                  // over the past 48 hours
	offset                // two days later, a day after, the following day
	nthDay                // for a third day
	overnight             // overnight, last night
	season                // the summer of 2015, last winter
	fraction              // the first half of 2016, the second quarter
	decade                // the 1990s
	feastDay              // Eid al-Fitr
	interval              // from a to b
	since                 // since a
	vague                 // recently, several days ago: found, never resolved
	lasting               // a five-day battle that ended on Sunday
	weekOfDay             // the week of 5 December, the weekend of 10 December
)

// part of a month or year.
type part uint8

const (
	whole part = iota
	early
	mid
	late
)

var parts = map[string]part{"early": early, "mid": mid, "late": late}

// expr is a time expression as it is written; zero fields are missing.
type expr struct {
	kind             kind
	year, month, day int
	dayOfWeek        int  // weekday + 1
	ref              int  // last -1, this 0, next 1
	hasRef           bool // ref was written
	weekRef          bool // Thursday last week: ref counts weeks
	yearRef          bool // March last year: ref counts years
	told             bool // March of that year: the year of what was told before
	yearsOn          int  // March of the following year: how many years after the one that was told
	n                int
	unit             string
	part             part
	night            bool // overnight on Monday: into the next day
	sign             int  // offset: later 1, earlier -1, the same 0; nthDay: 1 where it goes on into that day
	clause           bool // offset: a day after [something]
	comes            bool // offset: it came a day after [something]
	name             string
	ambiguous        bool // 05/06/2016: day and month not settled
	dayFirst         [2]int
	a, b             *expr
}

// isPartOfDay reports whether the expression names a part of a day alone: at dawn.
func (e *expr) isPartOfDay() bool { return e.kind == dayRef && e.name == "part" }

// isYear reports whether the expression is a year alone: 2014.
func (e *expr) isYear() bool {
	return e.kind == absolute && e.year > 0 && e.month == 0 && e.day == 0 && e.part == whole && !e.ambiguous
}

// isNamed reports whether the expression names its year, and no day of it: in
// December 2016, in 2016.
func (e *expr) isNamed() bool {
	return e.isYear() || e.kind == absolute && e.year > 0 && e.month > 0 && e.day == 0 && e.part == whole
}

// lacksYear reports whether the expression is a day or month whose year another one may
// tell: 3 May.
func (e *expr) lacksYear() bool {
	return e.kind == absolute && e.month > 0 && e.year == 0 && !e.hasRef && !e.yearRef
}
