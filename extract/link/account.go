package link

import (
	"cmp"
	"encoding/json"
	"hash/fnv"
	"slices"
	"strings"
	"time"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/deaths"
	"sitrep/extract/record"
)

// account is what one article tells of one happening: the records that share
// its incident, and what is compared of them.
type account struct {
	number  int // in the order of reading
	article record.Article
	first   string          // the id of its first record
	packed  []byte          // its records: a window of them has thrice the room unpacked
	records []record.Record // nil while they are packed
	copyOf  string          // the article that this one copies; "" where it is its own

	class    class
	report   int // the day of publication, counted from 1970; 0 where unknown
	from, to int // the days on which it happened, likewise
	subtypes []string
	spots    []spot
	actors   []side
	targets  []side
	dead     span
	isVague  bool // no number of dead is told: people were killed
	wounded  span
	names    []uint64 // words with a capital, hashed, in order
	words    []uint64 // content words of its sentences, hashed, in order
	quotes   []uint64 // its sentences, hashed: a copy has the same
	ids      []uint64 // of its records, hashed: the same text has the same

	isHeadline bool // nothing but the headline tells it
	isLead     bool // the first record below the headline tells it
}

// class keeps apart what can't be one happening: what happened or is denied,
// what is only planned, and sums over many happenings.
type class byte

const (
	happened class = iota
	intended
	summed
)

// spot is a place that can be compared with another.
type spot struct {
	id, text            string
	country, admin1     string
	latitude, longitude float64
	isLocated           bool // has coordinates
	isPoint             bool // a town or a building, not a region or a country
	isRegion            bool
	isCountry           bool
}

// side is a party that can be compared with another.
type side struct{ id, kind, country string }

// span is a figure and its bounds.
type span struct {
	known  bool
	lo, hi int // hi is -1 where it is open
}

// accountsOf returns the accounts of one article, in the order of their first
// record.
func accountsOf(records []record.Record, unknown int) ([]*account, error) {
	var out []*account
	at := map[string]int{}
	for _, r := range records {
		i, ok := at[r.Incident]
		if !ok {
			i = len(out)
			at[r.Incident] = i
			out = append(out, &account{article: r.Article, first: r.ID, copyOf: r.Article.CopyOf})
		}
		out[i].records = append(out[i].records, r)
	}
	lead := slices.IndexFunc(records, func(r record.Record) bool { return !isTitle(r) })
	for _, a := range out {
		a.read(unknown)
		a.isHeadline = !slices.ContainsFunc(a.records, func(r record.Record) bool { return !isTitle(r) })
		a.isLead = lead >= 0 && records[lead].Incident == a.records[0].Incident
		if err := a.pack(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (a *account) pack() (err error) {
	a.packed, err = json.Marshal(a.records)
	a.records = nil
	return err
}

func (a *account) unpack() error { return json.Unmarshal(a.packed, &a.records) }

// isTitle reports whether the headline tells a record.
func isTitle(r record.Record) bool { return r.Evidence.Start == 0 && r.Article.Title != "" }

// read fills what is compared of an account from its records.
func (a *account) read(unknown int) {
	a.class = classOf(a.records)
	a.report = dayOf(a.article.Published)
	a.readDays()
	for _, r := range a.records {
		if !slices.Contains(a.subtypes, r.SubEventType) {
			a.subtypes = append(a.subtypes, r.SubEventType)
		}
		for _, l := range r.Locations {
			a.addSpot(l)
		}
		a.actors = addSides(a.actors, r.Actors)
		a.targets = addSides(a.targets, r.Targets)
		a.readWords(r.Evidence.Text)
		a.ids = append(a.ids, hash(r.ID))
	}
	a.words, a.names = set(a.words), set(a.names)
	if n := deaths.Told(a.records, unknown); n != nil {
		a.dead = span{true, *n, highest(a.records, "killed", *n)}
		a.isVague = a.dead.hi < 0 && a.dead.lo <= unknown
	}
	for _, r := range a.records {
		for _, c := range deaths.Disjoint(r.Casualties, "wounded") {
			if c.Min != nil && *c.Min > a.wounded.lo {
				a.wounded = span{true, *c.Min, *c.Min}
			}
		}
	}
}

// highest returns the highest upper bound that the records give, -1 where one
// is open, and at least n.
func highest(records []record.Record, kind string, n int) int {
	hi := n
	for _, r := range records {
		for _, c := range deaths.Disjoint(r.Casualties, kind) {
			if c.Max == nil {
				return -1
			}
			hi = max(hi, *c.Max)
		}
	}
	return hi
}

func classOf(records []record.Record) class {
	out := intended
	for _, r := range records {
		if r.Modality == record.Actual || r.Modality == record.Negated {
			if r.Scope != record.Aggregate {
				return happened
			}
			out = summed
		}
	}
	return out
}

// dayOf returns an ISO day as days since 1970, or 0 where it is none.
func dayOf(iso string) int {
	if len(iso) < len(time.DateOnly) {
		return 0
	}
	t, err := time.Parse(time.DateOnly, iso[:len(time.DateOnly)])
	if err != nil {
		return 0
	}
	return int(t.Unix() / 86400)
}

// readDays takes the shortest time that a record gives, in its own words where one
// does.
func (a *account) readDays() {
	own := slices.ContainsFunc(a.records, func(r record.Record) bool { return isDated(r) && !r.Time.Inherited })
	for _, r := range a.records {
		if !isDated(r) || own && r.Time.Inherited {
			continue
		}
		from, to := dayOf(r.Time.From), dayOf(cmp.Or(r.Time.To, r.Time.From))
		if from != 0 && to >= from && (a.from == 0 || to-from < a.to-a.from) {
			a.from, a.to = from, to
		}
	}
}

func isDated(r record.Record) bool { return r.Time != nil && r.Time.From != "" }

func (a *account) isDated() bool { return a.from != 0 }

// addSpot adds a place, unless it is there.
func (a *account) addSpot(l record.Location) {
	s := spot{id: cmp.Or(l.ID, l.Name, l.Text), text: l.Text, country: l.Country, admin1: l.Admin1}
	if slices.ContainsFunc(a.spots, func(o spot) bool { return o.id == s.id }) {
		return
	}
	s.isRegion = strings.HasSuffix(l.Kind, "division")
	if s.isCountry = l.Kind == "country"; s.isCountry && l.Country == "" {
		return
	}
	if l.Latitude != nil && l.Longitude != nil {
		s.latitude, s.longitude, s.isLocated = *l.Latitude, *l.Longitude, true
		s.isPoint = !s.isCountry && !s.isRegion && l.GeoPrecision < 3
	}
	a.spots = append(a.spots, s)
}

// namesTown reports whether a place of the account is narrower than a region.
func (a *account) namesTown() bool {
	return slices.ContainsFunc(a.spots, func(s spot) bool { return !s.isCountry && !s.isRegion })
}

// points returns the places that are a spot on the map.
func (a *account) points() []spot {
	return slices.DeleteFunc(slices.Clone(a.spots), func(s spot) bool { return !s.isPoint })
}

// countries returns the countries in which the places lie, each once.
func (a *account) countries() []string {
	var out []string
	for _, s := range a.spots {
		if s.country != "" && !slices.Contains(out, s.country) {
			out = append(out, s.country)
		}
	}
	return out
}

func addSides(to []side, parties []record.Party) []side {
	for _, p := range parties {
		s := side{p.ID, p.Kind, p.Country}
		if s != (side{}) && !slices.Contains(to, s) {
			to = append(to, s)
		}
	}
	return to
}

// readWords adds the hashed content words of a sentence, and the sentence.
func (a *account) readWords(sentence string) {
	whole := fnv.New64a()
	words := 0
	for w := range strings.FieldsFuncSeq(sentence, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		isName := words > 0 && article.IsCapital(w)
		w = strings.ToLower(w)
		whole.Write([]byte(w))
		whole.Write([]byte{' '})
		words++
		switch {
		case len(w) < 4 || isCommon(w):
		case isName:
			a.names = append(a.names, hash(w))
		default:
			a.words = append(a.words, hash(stem(w)))
		}
	}
	if sum := whole.Sum64(); words >= leastQuote && !slices.Contains(a.quotes, sum) {
		a.quotes = append(a.quotes, sum)
	}
}

// set returns the hashes in order, each once.
func set(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// leastQuote is how many words a sentence needs to be told from another by
// them: "Two people were killed." is written of many happenings.
const leastQuote = 9

// stem takes off the ending that sets apart the forms of most words: market
// and markets, bombed and bomb.
func stem(w string) string {
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if s := strings.TrimSuffix(w, ending); s != w && len(s) >= 4 {
			return s
		}
	}
	return w
}

// Toll is what the tellings of an incident say of its dead or wounded. Copies
// say nothing of their own.
type Toll struct {
	Lowest  int    `json:"lowest"`
	Highest int    `json:"highest"`
	Open    bool   `json:"open,omitempty"` // the highest is told as "at least"
	Latest  int    `json:"latest"`
	Best    int    `json:"best"`
	Rule    string `json:"rule"` // which made it the best
	Tellers int    `json:"tellers"`
}

// Rules by which a toll is the best, the first that holds.
const (
	Agreed   = "agreed"    // all tell it
	Repeated = "repeated"  // the latest is lower, and more tellers stand by another
	MostTold = "most told" // of the latest day's figures the one with most tellers
	Latest   = "latest"    // the figure of the latest day: tolls rise, and are corrected
)

// figure is a toll as one teller gives it.
type figure struct {
	day    int
	n      int
	open   bool
	teller string
}

// tollOf returns the toll that figures, in the order of their telling, amount
// to, or nil where there are none.
func tollOf(figures []figure) *Toll {
	if len(figures) == 0 {
		return nil
	}
	out := &Toll{Lowest: figures[0].n, Highest: figures[0].n}
	last := 0
	tellers := map[string]bool{}
	for _, f := range figures {
		out.Lowest = min(out.Lowest, f.n)
		if f.n > out.Highest {
			out.Highest, out.Open = f.n, false
		}
		out.Open = out.Open || f.n == out.Highest && f.open
		last = max(last, f.day)
		tellers[f.teller] = true
	}
	out.Tellers = len(tellers)
	latest := mostTold(slices.DeleteFunc(slices.Clone(figures), func(f figure) bool { return f.day != last }))
	out.Latest, out.Best = latest[0].n, latest[0].n
	other := mostTold(figures)[0]
	switch {
	case out.Lowest == out.Highest:
		out.Rule = Agreed
	case other.n > out.Latest && other.tellers > latest[0].tellers:
		out.Best, out.Rule = other.n, Repeated
	case len(latest) > 1:
		out.Rule = MostTold
	default:
		out.Rule = Latest
	}
	return out
}

// told is a figure and how many tellers give it.
type told struct{ n, tellers int }

// mostTold returns the figures, the one with most tellers first, and of two
// with as many the higher: tolls rise within a day.
func mostTold(figures []figure) []told {
	by := map[int]map[string]bool{}
	for _, f := range figures {
		if by[f.n] == nil {
			by[f.n] = map[string]bool{}
		}
		by[f.n][f.teller] = true
	}
	var out []told
	for n, tellers := range by {
		out = append(out, told{n, len(tellers)})
	}
	slices.SortFunc(out, func(a, b told) int { return cmp.Or(b.tellers-a.tellers, b.n-a.n) })
	return out
}
