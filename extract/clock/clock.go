// Package clock tells how long the stages take. A stage that asks another one,
// as all do, is not charged for it. It must never change what a stage does: the
// nil Clock, which all but sitrep bench have, does nothing.
package clock

import "time"

// Stage is something that time is spent on.
type Stage uint8

// The stages, in the order of the flow. The ones from Tags to Dates are asked by
// the others, when first needed.
const (
	Rest      Stage = iota // codes, confidence, what is returned
	Clean                  // dirty text, title, dateline, furniture
	Sentences              // where they end
	Names                  // of actors, by dictionary
	Tags                   // words and their parts of speech
	Clauses                // noun and verb groups, clauses
	Places
	Attributions
	Actors // and what noun groups stand for
	Dates
	Events
	Roles
	Tolls
	Sources
	Settings // where and when
	Incidents
	Stages
)

var names = [Stages]string{
	"rest", "clean text", "sentences", "names", "tags", "clauses", "places", "attributions", "actors", "dates",
	"events", "roles", "tolls", "sources", "settings", "incidents",
}

// String returns the name of the stage.
func (s Stage) String() string { return names[s] }

// Clock adds up the time that each stage takes. It is not safe for concurrent use.
type Clock struct {
	spent   [Stages]time.Duration
	running []Stage
	since   time.Time // the one that runs last was started or resumed
}

// Spent returns what a stage has taken.
func (c *Clock) Spent(s Stage) time.Duration { return c.spent[s] }

// Start charges a stage from now on, until Stop.
func (c *Clock) Start(s Stage) {
	if c == nil {
		return
	}
	c.charge()
	c.running = append(c.running, s)
}

// Stop goes on charging the stage that ran before the last Start.
func (c *Clock) Stop() {
	if c == nil {
		return
	}
	c.charge()
	c.running = c.running[:len(c.running)-1]
}

// charge adds the time since the last change to the stage that runs.
func (c *Clock) charge() {
	now := time.Now()
	if n := len(c.running); n > 0 {
		c.spent[c.running[n-1]] += now.Sub(c.since)
	}
	c.since = now
}

// Of charges a stage for what do takes.
func (c *Clock) Of(s Stage, do func()) {
	c.Start(s)
	defer c.Stop()
	do()
}
