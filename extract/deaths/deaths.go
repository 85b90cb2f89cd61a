// Package deaths counts the deaths that records and incidents stand for, as
// ACLED counts them: a range by its lower bound, a word by a table. It must
// never look at the words of a text beyond those of a figure, nor know what a
// table shows.
package deaths

import (
	"cmp"
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

// DefaultUnknown is what an unknown number of dead counts as where
// the text names more than one: civilians were killed.
const DefaultUnknown = 3

//go:embed contrast.csv doers.csv early.csv fatalities.csv people.csv men.csv
var data embed.FS

// vague is a quantity whose count is not its lower bound.
type vague struct{ min, max, count int }

var vagueQuantities = sync.OnceValue(func() []vague {
	var out []vague
	wordlist.Each(data, "fatalities.csv", "min,max,words: fatalities", func(row []string) (err error) {
		var v vague
		for _, f := range []struct {
			to  *int
			say string
		}{{&v.min, row[0]}, {&v.max, row[1]}, {&v.count, row[3]}} {
			if *f.to, err = strconv.Atoi(f.say); err != nil {
				return err
			}
		}
		out = append(out, v)
		return nil
	})
	return out
})

func bound(p *int) int {
	if p == nil {
		return -1
	}
	return *p
}

// count returns how many dead a figure means. known is false where the text
// gives no number.
func count(c record.Casualty, unknown int) (n int, known bool) {
	lo, hi := bound(c.Min), bound(c.Max)
	if lo == 1 && hi < 0 && !saysOne(c.Text) {
		return unknown, false
	}
	for _, v := range vagueQuantities() {
		if v.min == lo && v.max == hi {
			return v.count, true
		}
	}
	switch {
	case lo >= 0:
		return lo, true
	case hi == 0:
		return 0, true
	case hi > 0: // up to 30: one at least
		return 1, true
	}
	return unknown, false
}

// saysOne reports whether the words of a figure give the number one, as in "at
// least one soldier", and not only a plural, as in "civilians".
func saysOne(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return w == "one" || w == "1" })
}

// former is the toll of a figure that another replaces.
const former = "former"

// Disjoint returns the figures of a kind that may be added up: no figure that only
// another than who tells the rest gives, none of two kinds together, none that counts other happenings too, none twice, and none
// that the last total has already.
func Disjoint(casualties []record.Casualty, kind string) []record.Casualty {
	var out []record.Casualty
	total, others := -1, 0
	own := ofFirstSource(casualties, kind)
	replaced := slices.ContainsFunc(own, func(c record.Casualty) bool { return c.Kind == kind && c.Toll == former }) &&
		slices.ContainsFunc(own, func(c record.Casualty) bool { return c.Kind == kind && c.Toll != former })
	for _, c := range own {
		if replaced && c.Toll == former {
			continue
		}
		if c.Kind != kind || c.Combined && isNumber(c) || c.Scope == record.Aggregate || slices.ContainsFunc(out, func(o record.Casualty) bool { return isRepeated(c, o) }) {
			continue
		}
		if c.Toll == "total" {
			total = len(out)
		} else if c.Toll != "new" {
			others += max(bound(c.Min), 0)
		}
		out = append(out, c)
	}
	if total >= 0 && bound(out[total].Min) >= others {
		return out[total : total+1]
	}
	if total >= 0 {
		out = slices.DeleteFunc(out, func(c record.Casualty) bool {
			return c.Toll == "new" || c.Toll == "total" && c.Victims == nil && others > 0 // a lower toll of the same
		})
	}
	return out
}

// ofFirstSource returns the casualties of a kind without those that another source
// gives than the first of them.
func ofFirstSource(casualties []record.Casualty, kind string) []record.Casualty {
	k := slices.IndexFunc(casualties, func(c record.Casualty) bool { return c.Kind == kind })
	if k < 0 {
		return nil
	}
	start := func(s *record.Source) int {
		if s == nil {
			return -1
		}
		return s.Start
	}
	return slices.DeleteFunc(slices.Clone(casualties), func(c record.Casualty) bool { return c.Kind == kind && start(c.Source) != start(casualties[k].Source) })
}

// isNumber reports whether the text gives a figure as a number: of people killed
// and injured some were killed, of 60 nobody knows how many.
func isNumber(c record.Casualty) bool {
	_, known := count(c, 0)
	return known
}

// fewestRepeated is the smallest number by which the same dead are known again.
const fewestRepeated = 5

// isRepeated reports whether two figures of one record are of the same dead:
// eighteen people were killed, said a doctor who counted 18 bodies.
func isRepeated(a, b record.Casualty) bool {
	return bound(a.Min) >= fewestRepeated && bound(a.Min) == bound(b.Min) && a.Toll != "new"
}

// Of returns the deaths that one record tells, or nil where it tells none.
func Of(r record.Record, unknown int) *int {
	dead := Disjoint(r.Casualties, "killed")
	if len(dead) == 0 {
		return nil
	}
	sum := 0
	for _, c := range dead {
		n, _ := count(c, unknown)
		sum += n
	}
	return &sum
}

// counts reports whether the deaths of a record count: they happened, nobody
// denies them, they are those of one happening, no toll of several has them
// already, and no other article that is here tells them in the same words.
func counts(r record.Record) bool {
	return r.PartOf == "" && r.Modality == record.Actual && r.Status != record.Denied && r.Scope != record.Aggregate && r.Article.CopyOf == ""
}

// OfIncidents returns, for each record, the deaths of its incident or nil.
// Each incident of the records has its deaths on one of them at most.
func OfIncidents(records []record.Record, unknown int) []*int {
	out := make([]*int, len(records))
	tolls := map[string]*toll{}
	var order []*toll
	for i, r := range records {
		if !counts(r) {
			continue
		}
		t := tolls[r.Incident]
		if t == nil {
			t = &toll{row: -1, best: -1, article: r.Article.ID}
			tolls[r.Incident] = t
			order = append(order, t)
		}
		t.add(i, r, unknown)
	}
	told := map[string]bool{} // the articles with dead whom no other figure replaces
	for _, t := range order {
		told[t.article] = told[t.article] || t.current
	}
	for _, t := range order {
		if t.row >= 0 && (t.current || !told[t.article]) {
			n := t.sum()
			out[t.row] = &n
		}
	}
	return out
}

// Told returns the deaths that records tell, read as one happening, or nil
// where they tell none. It asks for no status: whoever is denied has told
// them all the same.
func Told(records []record.Record, unknown int) *int {
	t := toll{row: -1, best: -1}
	for i, r := range records {
		if r.Modality == record.Actual && r.Scope != record.Aggregate {
			t.add(i, r, unknown)
		}
	}
	if t.row < 0 {
		return nil
	}
	n := t.sum()
	return &n
}

// toll gathers what the tellings of one incident say of its dead, apart by
// kind of victims: soldiers and civilians add up, two tellings of soldiers do
// not. Figures whose victims are of no told kind may hold all the others. Rival
// figures are never added up: what a belligerent says of the dead of others
// gives way to every other account, a word to a number, and of numbers the highest
// counts, but for one that a single telling gives where more agree on another that
// is not much lower: 22, 22 and, says one, 40. A toll is never outvoted. Who died
// later is in a total, and else comes on top.
type toll struct {
	row     int // where the deaths will stand: the record with the highest figure
	best    int
	most    int // the highest that one record gives in figures of one list
	lists   int // how many lists of figures there are
	groups  []*group
	article string
	lead    int             // the most that the first sentence tells of
	body    int             // the most that another does
	first   int             // the new dead with whom the text begins; it tells of them again
	former  []int           // the figures that others have replaced
	current bool            // a figure counts that no other replaces
	by      map[string]bool // the nouns for those who killed people of no told kind
}

func (t *toll) add(row int, r record.Record, unknown int) {
	for _, c := range r.Casualties {
		if c.Kind == "killed" && c.Toll == former {
			t.former = append(t.former, bound(c.Min))
		}
	}
	for _, figures := range bySource(r.Casualties) {
		t.addFigures(row, r, outdated(r, Disjoint(figures, "killed")), unknown)
	}
}

// bySource returns the casualties apart by who gives them, in text order: rival
// figures are no parts of one sum.
func bySource(cs []record.Casualty) [][]record.Casualty {
	var out [][]record.Casualty
	of := map[int]int{} // the start of a source → its place in out
	for _, c := range cs {
		start := -1
		if c.Source != nil {
			start = c.Source.Start
		}
		k, ok := of[start]
		if !ok {
			k = len(out)
			of[start] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], c)
	}
	return out
}

// addFigures adds the disjoint figures that one source gives in one record.
func (t *toll) addFigures(row int, r record.Record, dead []record.Casualty, unknown int) {
	if len(dead) == 0 {
		return
	}
	t.lists++
	sums := map[*group]int{}
	own := -1                       // the record's own figure; none where the text gives no number
	apart := dead[0].Victims != nil // the figures are of victims beside each other
	for _, c := range dead {
		n, known := count(c, unknown)
		if known && c.Toll != former {
			own = max(own, 0) + n
		}
		g := t.groupOf(r, c)
		apart = apart && !g.partial && !g.doers && c.Toll == "" && !isRough(c)
		if o := t.sameDead(g, n, row, r.Evidence.Sentence); known && o != nil {
			o.partial = o.partial && g.partial
			g = o
		}
		g.row, g.account, g.sentence = row, t.lists, r.Evidence.Sentence
		switch {
		case !known || isRough(c) || isRanked(c):
			g.addWord(n, known, len(dead) > 1)
		case c.Toll == "new" && (len(sums) > 0 || t.isTold()): // on top of nothing, another man is a man
			t.addFresh(g, n, r.Evidence.Sentence)
		default:
			// Two figures of one kind in one clause are apart: five soldiers
			// and two officers.
			sums[g] += n
			t.addToll(g, n, c.Toll, r.Evidence.Sentence)
		}
	}
	t.addSums(sums)
	t.noteReach(sums, r.Evidence.Sentence)
	t.note(r, dead)
	t.addOwn(row, own)
	if apart && len(dead) > 1 {
		t.most = max(t.most, own)
	}
}

// addToll notes what a number of dead is to others: a total, or the new dead with whom the
// text begins.
func (t *toll) addToll(g *group, n int, toll string, sentence int) {
	switch toll {
	case "new":
		t.first = n
	case "total":
		g.toll = max(g.toll, n)
		t.total(g, sentence)
	}
}

// addOwn makes a record the one that gives the toll, where the figure of its own is the
// highest so far.
func (t *toll) addOwn(row, own int) {
	if t.row < 0 || own > t.best {
		t.row, t.best = row, own
	}
}

// addSums adds the numbers that one record gives, by group.
func (t *toll) addSums(sums map[*group]int) {
	for g, n := range sums {
		g.votes[n]++
		g.highest = max(g.highest, n)
	}
}

// noteReach notes how many dead the text begins with, and how many it tells of afterwards at
// once.
func (t *toll) noteReach(sums map[*group]int, sentence int) {
	n := 0
	for _, m := range sums {
		n += m
	}
	if sentence == 0 {
		t.lead = max(t.lead, n)
	} else {
		t.body = max(t.body, n)
	}
}

// isTold reports whether a number of dead is known.
func (t *toll) isTold() bool {
	return slices.ContainsFunc(t.groups, (*group).isTold)
}

// total says that a group has its total in a sentence: who came on top before is in
// it, whatever kind the rest of the incident's dead are of.
func (t *toll) total(g *group, sentence int) {
	g.total = sentence
	for _, o := range t.groups {
		if o == g || g.kind == "" || o.kind == "" {
			o.fresh = 0
		}
	}
}

// lastTotal returns the sentence of the last total that can hold the dead of a group, -1
// where there is none: a guard hurt in the raid died, taking the toll to seven.
func (t *toll) lastTotal(g *group) int {
	last := g.total
	for _, o := range t.groups {
		if o.kind == "" || g.kind == "" {
			last = max(last, o.total)
		}
	}
	return last
}

// sameDead returns the group of another kind in which a record before has as many
// dead, or nil: who are soldiers in one telling are men in another. One is the same as
// another where the headline tells of him and the first sentence does.
func (t *toll) sameDead(g *group, n, row, sentence int) *group {
	for _, o := range t.groups {
		lead := n == 1 && o.highest == 1 && o.sentence == 0 && sentence == 1
		if o != g && o.votes[n] > 0 && (n > 1 || lead) && o.row != row && !g.isTold() {
			return o
		}
	}
	return nil
}

// isRough reports whether a figure is a word for a number that may be twice as
// much: scores, dozens, hundreds; or was given before another. It gives way to any number.
func isRough(c record.Casualty) bool {
	return c.Toll == former || c.Toll != "new" && c.Min != nil && c.Max != nil && *c.Min >= fewestRough && *c.Max >= 2*(*c.Min)
}

// fewestRough is the lowest bound of a word for a number: tens.
const fewestRough = 20

// groupOf returns the group that a figure of a record counts.
func (t *toll) groupOf(r record.Record, c record.Casualty) *group {
	kind, partial := kindIn(r, c.Victims), isPartial(cmp.Or(c.Source, r.Source), c.Victims, r.Actors)
	if w := t.doersIn(r, c.Victims); w != "" {
		g := t.group(w, partial)
		g.doers = true
		return g
	}
	if isSetAgainst(r, c) {
		kind = ""
	}
	return t.group(kind, partial)
}

// group returns the group of a kind. Of two it prefers the one with a number to the one with
// only a word, since what a side claims may be what others tell.
func (t *toll) group(kind string, partial bool) *group {
	var found *group
	for _, g := range t.groups {
		if g.kind == kind && g.partial == partial && (found == nil || !found.isTold()) {
			found = g
		}
	}
	if found == nil {
		found = &group{kind: kind, partial: partial, total: -1, votes: map[int]int{}}
		t.groups = append(t.groups, found)
	}
	return found
}

// deaths returns the dead of a group without those that come on top. Where no
// number is given they are as many as its word means or an unknown plural, unless
// another figure holds them: people were killed.
func (t *toll) deaths(g *group) int {
	if g.isTold() {
		return g.number()
	}
	for _, o := range t.groups {
		if o.isTold() && (g.kind == "" || o.kind == g.kind || !g.beside) {
			return 0
		}
	}
	return max(g.rough, g.unknown)
}

// givesWay reports whether another account has a number for the dead of a group that
// only a belligerent gives. One of them is no such number. Who killed 84 rebels for the loss of two soldiers gives both.
func (t *toll) givesWay(g *group) bool {
	if !g.partial {
		return false
	}
	return slices.ContainsFunc(t.groups, func(o *group) bool {
		return !o.partial && o.isTold() && o.account != g.account && (o.number() > 1 || g.number() <= 1) && (o.kind == g.kind || o.kind == "" || g.kind == "")
	})
}

// sum returns the dead of the incident: those of each kind, or of all kinds where
// that is more, and who comes on top of them.
func (t *toll) sum() int {
	apart, whole, fresh := 0, 0, 0
	for _, g := range t.groups {
		if t.givesWay(g) {
			continue
		}
		fresh += g.fresh
		if g.doers {
			continue
		}
		if g.kind == "" {
			whole = max(whole, t.deaths(g))
		} else {
			apart += t.deaths(g)
		}
	}
	if t.body > 0 && t.lead >= t.body+fresh {
		fresh = 0 // troops kill 14: shot dead six; fired again, killing seven more
	}
	return max(apart, whole, t.most) + fresh + t.onTop()
}
