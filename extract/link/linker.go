package link

import (
	"cmp"
	"slices"

	"sitrep/extract/record"
)

// Options say how a Linker links.
type Options struct {
	// Window is how many days after its last report an incident stays open.
	Window int
	// UnknownFatalities is what an unknown number of dead counts as.
	UnknownFatalities int
	// Explain is told of every decision, where it is not nil.
	Explain func(Decision)
	// Pairs is told of every two accounts that could be one happening, whether
	// a decision needed them or not, where it is not nil: weights are fitted on
	// them.
	Pairs func(Decision)
}

// DefaultWindow is a window that holds the reports of a happening and what is
// said of it in the weeks after.
const DefaultWindow = 45

// Linker groups accounts into incidents. Articles come in the order of
// publication; an incident is handed out when the window has left it behind, so
// that memory holds what one window tells.
type Linker struct {
	options Options
	emit    func(Incident) error
	blocks  blocks
	quoted  map[uint64]*cluster // by the hash of a sentence that a record quotes
	open    []*cluster          // in the order in which they were opened
	opened  int
	read    int // accounts
	today   int
}

// NewLinker returns a Linker that hands each incident to emit.
func NewLinker(o Options, emit func(Incident) error) *Linker {
	return &Linker{options: o, emit: emit, blocks: blocks{}, quoted: map[uint64]*cluster{}}
}

// cluster is an incident in the making.
type cluster struct {
	number  int
	members []*account
	last    int // the day of its last report
	keys    []string
}

// Add takes the records of one article.
func (l *Linker) Add(records []record.Record) error {
	as, err := accountsOf(records, l.options.UnknownFatalities)
	if err != nil {
		return err
	}
	l.markCopies(as)
	for _, a := range as {
		l.read++
		a.number = l.read
	}
	slices.SortStableFunc(as, func(a, b *account) int { return after(a.isHeadline) - after(b.isHeadline) })
	var lead *cluster
	for _, a := range as {
		if a.report == 0 {
			a.report = max(a.to, l.today)
		}
		if a.report > l.today {
			l.today = a.report
			if err := l.expire(); err != nil {
				return err
			}
		}
		if c := l.place(a, lead); a.isLead {
			lead = c
		}
	}
	return nil
}

// after puts a headline behind what it sums up: the lead says more of what it is
// of.
func after(isHeadline bool) int {
	if isHeadline {
		return 1
	}
	return 0
}

// Close hands out the incidents that are still open.
func (l *Linker) Close() error {
	for _, c := range l.open {
		if err := l.close(c); err != nil {
			return err
		}
	}
	l.open, l.blocks, l.quoted = nil, blocks{}, map[uint64]*cluster{}
	return nil
}

// expire hands out the incidents that the window has left behind.
func (l *Linker) expire() error {
	kept := l.open[:0]
	for _, c := range l.open {
		if l.today-c.last <= l.options.Window {
			kept = append(kept, c)
			continue
		}
		l.blocks.remove(c)
		for _, a := range c.members {
			for _, q := range a.marks() {
				if l.quoted[q] == c {
					delete(l.quoted, q)
				}
			}
		}
		if err := l.close(c); err != nil {
			return err
		}
	}
	clear(l.open[len(kept):])
	l.open = kept
	return nil
}

// close hands out an incident, which is forgotten.
func (l *Linker) close(c *cluster) error {
	for _, a := range c.members {
		if err := a.unpack(); err != nil {
			return err
		}
	}
	n := l.incident(c)
	c.members = nil
	return l.emit(n)
}

// markCopies marks the accounts of an article that another one told in the same
// sentences. Where all that can be told apart by their sentences are copied,
// the headlines are too.
func (l *Linker) markCopies(as []*account) {
	original := ""
	for _, a := range as {
		if a.copyOf != "" || len(a.quotes) == 0 {
			continue
		}
		from := l.original(a)
		if from == "" {
			return
		}
		original = from
	}
	for _, a := range as {
		if a.copyOf == "" {
			a.copyOf = original
		}
	}
}

// original returns the id of the article that an account is copied from, or "".
func (l *Linker) original(a *account) string {
	for _, q := range a.quotes {
		c := l.quoted[q]
		if c == nil {
			continue
		}
		for _, m := range c.members {
			if !m.isArticleOf(a) && m.hasQuotes(a.quotes) {
				return cmp.Or(m.copyOf, m.article.ID)
			}
		}
	}
	return ""
}

// place puts an account into the incident that it tells, or into one that it
// opens. The lead of its article was put into lead, if it was.
func (l *Linker) place(a *account, lead *cluster) *cluster {
	l.pair(a)
	c := l.copied(a)
	if c == nil {
		c = l.best(a, lead)
	}
	if c == nil {
		l.opened++
		c = &cluster{number: l.opened}
		l.open = append(l.open, c)
	}
	c.add(a)
	c.last = max(c.last, a.report)
	l.blocks.add(c, a)
	for _, q := range a.marks() {
		if l.quoted[q] == nil {
			l.quoted[q] = c
		}
	}
	return c
}

// add puts an account among the members, which stand in the order of reading.
func (c *cluster) add(a *account) {
	i, _ := slices.BinarySearchFunc(c.members, a, func(m, a *account) int { return m.number - a.number })
	c.members = slices.Insert(c.members, i, a)
}

// copied returns the incident that an account tells in the very sentence of
// another article, or nil.
func (l *Linker) copied(a *account) *cluster {
	for _, q := range a.marks() {
		c := l.quoted[q]
		if c == nil {
			continue
		}
		for _, m := range c.members {
			if m.class == a.class && !m.isArticleOf(a) && slices.Contains(m.marks(), q) {
				l.explain(a, m, evidence{}, 0, true)
				return c
			}
		}
	}
	return nil
}

// marks returns what no other happening has: the sentences of an account, and
// the ids of its records.
func (a *account) marks() []uint64 { return slices.Concat(a.ids, a.quotes) }

// hasQuotes reports whether an account holds all the sentences of another.
func (a *account) hasQuotes(qs []uint64) bool {
	return !slices.ContainsFunc(qs, func(q uint64) bool { return !slices.Contains(a.quotes, q) })
}

func (a *account) isArticleOf(b *account) bool {
	return a.article.ID == b.article.ID && a.article.Fingerprint == b.article.Fingerprint
}

// mostCompared is how many members of an incident an account is compared to:
// the first ones and the latest.
const mostCompared = 12

// compared returns the members that speak for an incident: those that are no
// copies and say something of their own, some of the first and some of the
// latest where they are many.
func (c *cluster) compared() []*account {
	out := c.own()
	if strong := slices.DeleteFunc(slices.Clone(out), (*account).isWeak); len(strong) > 0 {
		out = strong
	}
	if n := len(out); n > mostCompared {
		out = append(out[:mostCompared/3:mostCompared/3], out[n-mostCompared*2/3:]...)
	}
	return out
}

// comparedTo returns the members that speak for an incident to an account: to a
// headline its lead alone, where it is there.
func (c *cluster) comparedTo(a *account) []*account {
	if a.isHeadline {
		for i, b := range c.members {
			if b.isLead && b.isArticleOf(a) {
				return c.members[i : i+1]
			}
		}
	}
	return c.compared()
}

// isWeak reports whether an account says neither when it was nor how many died:
// a headline, a remark by the way.
func (a *account) isWeak() bool { return !a.isDated() && (!a.dead.known || a.isVague) }

// Log-odds that speak so strongly against an incident that nothing outweighs
// them, and those that it takes to join what one article tells apart: who read
// the article knew more of it than two accounts do.
const (
	strongly      = -2.0
	withinArticle = 1.0
)

// best returns the incident that an account fits best, or nil where it fits
// none. It fits where the members speak for it on the whole, and none of them
// speaks strongly against it: so two happenings are not joined by a third
// account that is vague enough for either.
func (l *Linker) best(a *account, lead *cluster) *cluster {
	var out *cluster
	most := 0.0
	m := weights()
	candidates := l.blocks.candidates(a)
	if a.isHeadline && lead != nil && !slices.Contains(candidates, lead) {
		candidates = append(candidates, lead)
	}
	for _, c := range candidates {
		sum, n, fits := 0.0, 0, true
		for _, b := range c.comparedTo(a) {
			e, possible := compare(b, a)
			odds := m.odds(&e)
			if possible {
				l.explain(a, b, e, odds, false)
			}
			if !possible || odds < strongly || e[sameArticle] > 0 && odds < withinArticle {
				fits = false
				break
			}
			sum, n = sum+odds, n+1
		}
		if fits && sum/float64(n) > most {
			out, most = c, sum/float64(n)
		}
	}
	return out
}
