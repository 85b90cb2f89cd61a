package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep/extract/link"
	"sitrep/extract/record"
)

// Summary gathers what a desk officer would put into a mail.
type Summary struct {
	incidents  []line
	articles   map[string]bool
	tellings   int
	types      totals
	countries  totals
	sides      totals
	first      string
	last       string
	dead       int
	nothingYet int // incidents that are planned, denied to have been, or sums
}

// line is an incident as a summary shows it.
type line struct {
	incident link.Incident
	dead     int
}

// totals count incidents and deaths by a name.
type totals map[string]*total

type total struct{ incidents, dead int }

func (t totals) add(name string, dead int) {
	name = cmp.Or(name, "unknown")
	if t[name] == nil {
		t[name] = &total{}
	}
	t[name].incidents++
	t[name].dead += dead
}

// NewSummary returns the summary of no incidents.
func NewSummary() *Summary {
	return &Summary{articles: map[string]bool{}, types: totals{}, countries: totals{}, sides: totals{}}
}

// Add takes an incident.
func (s *Summary) Add(n link.Incident) {
	for _, t := range n.Tellings {
		s.articles[key(t.Article)] = true
		s.tellings++
	}
	if n.Modality != record.Actual || n.Scope == record.Aggregate {
		s.nothingYet++
		return
	}
	dead := 0
	if n.Fatalities != nil {
		dead = *n.Fatalities
	}
	s.dead += dead
	s.types.add(n.SubEventType, dead)
	country := ""
	if n.Location != nil {
		country = n.Location.Country
	}
	s.countries.add(country, dead)
	for _, k := range n.KilledBySide {
		s.sides.add(k.Side, k.Best)
	}
	if n.Time != nil && n.Time.From != "" {
		if s.first == "" || n.Time.From < s.first {
			s.first = n.Time.From
		}
		s.last = max(s.last, n.Time.From)
	}
	n.Tellings = slices.Clone(n.Tellings)
	s.incidents = append(s.incidents, line{n, dead})
}

// most is how many incidents a summary names.
const most = 10

// Write writes the summary, as Markdown or as plain text.
func (s *Summary) Write(w io.Writer, markdown bool) error {
	p := &printer{markdown: markdown}
	p.head(1, "Summary")
	p.text(fmt.Sprintf("%s in %s from %s; %d dead by the best toll of each.%s", count(len(s.incidents), "incident"), count(s.tellings, "telling"), count(len(s.articles), "article"), s.dead, period(s.first, s.last)))
	if s.nothingYet > 0 {
		p.text(fmt.Sprintf("Not counted: %d that are planned, denied without an account, or sums over many.", s.nothingYet))
	}
	p.table("By type", "Type", "Dead", s.types)
	p.table("By country", "Country", "Dead", s.countries)
	p.table("Dead by side", "Side", "Dead", s.sides)
	slices.SortStableFunc(s.incidents, func(a, b line) int {
		return cmp.Or(b.dead-a.dead, cmp.Compare(day(a.incident), day(b.incident)), cmp.Compare(a.incident.ID, b.incident.ID))
	})
	p.head(2, "The deadliest")
	for i, l := range s.incidents[:min(most, len(s.incidents))] {
		if l.dead == 0 {
			break
		}
		p.item(i+1, sentence(l.incident, l.dead))
	}
	p.head(2, "Disputed tolls")
	disputed := 0
	for _, l := range s.incidents {
		if n := l.incident; n.Killed != nil && (n.Killed.Lowest != n.Killed.Highest || len(n.DeniedBy) > 0) && disputed < 2*most {
			disputed++
			p.item(disputed, dispute(n))
		}
	}
	if disputed == 0 {
		p.text("None.")
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

func period(first, last string) string {
	switch {
	case first == "":
		return ""
	case first == last:
		return " On " + first + "."
	}
	return " From " + first + " to " + last + "."
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func day(n link.Incident) string {
	if n.Time == nil {
		return ""
	}
	return n.Time.From
}

// sentence tells an incident: what, where, when, how many dead, who says so and
// in which articles.
func sentence(n link.Incident, dead int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s%s, %d dead", cmp.Or(day(n), "no date"), n.SubEventType, where(n), dead)
	if actors := partyNames(n.Actors); actors != "" {
		fmt.Fprintf(&b, "; by %s", actors)
	}
	if targets := partyNames(n.Targets); targets != "" {
		fmt.Fprintf(&b, "; against %s", targets)
	}
	fmt.Fprintf(&b, "; %s", n.Status)
	if sources := partyNames(n.ConfirmedBy); sources != "" {
		fmt.Fprintf(&b, ", say %s", sources)
	}
	fmt.Fprintf(&b, " [%s]", references(n))
	return b.String()
}

func where(n link.Incident) string {
	if n.Location == nil {
		return ""
	}
	place := placeName(n.Location)
	if n.Location.Country == "" {
		return " in " + place
	}
	return " in " + place + " (" + n.Location.Country + ")"
}

func partyNames(ps []link.Party) string {
	return strings.Join(names(ps[:min(4, len(ps))]), ", ")
}

// dispute tells who gives which toll, and who denies it.
func dispute(n link.Incident) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s%s: %d to %d dead, best %d (%s)", cmp.Or(day(n), "no date"), n.SubEventType, where(n), n.Killed.Lowest, n.Killed.Highest, n.Killed.Best, n.Killed.Rule)
	seen := map[string]bool{}
	for _, t := range n.Tellings {
		if t.Fatalities == nil || t.Article.CopyOf != "" {
			continue
		}
		who := cmp.Or(t.Article.Publisher, t.Article.ID)
		if t.Source != nil {
			who = sourceName(t.Source)
		}
		if said := fmt.Sprintf("%s %d", who, *t.Fatalities); !seen[said] {
			seen[said] = true
			fmt.Fprintf(&b, "; %s", said)
		}
	}
	if denied := partyNames(n.DeniedBy); denied != "" {
		fmt.Fprintf(&b, "; denied by %s", denied)
	}
	fmt.Fprintf(&b, " [%s]", references(n))
	return b.String()
}

// references names the articles of an incident, each once.
func references(n link.Incident) string {
	var out []string
	for _, t := range n.Tellings {
		ref := t.Article.ID
		if t.Article.Publisher != "" {
			ref = t.Article.Publisher + " " + t.Article.Published + ", " + t.Article.ID
		}
		if !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return strings.Join(out, "; ")
}
