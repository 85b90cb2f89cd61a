package clock

import (
	"testing"
	"time"
)

func TestClock(t *testing.T) {
	const step = 20 * time.Millisecond
	c := &Clock{}
	c.Start(Events)
	time.Sleep(step)
	c.Start(Tags) // asked by Events, which is not charged for it
	time.Sleep(2 * step)
	c.Stop()
	c.Stop()
	time.Sleep(step) // nobody's
	if e, g := c.Spent(Events), c.Spent(Tags); e < step || g < 2*step || e >= g {
		t.Errorf("events %v, tags %v", e, g)
	}
	var sum time.Duration
	for s := range Stages {
		sum += c.Spent(s)
		if s.String() == "" {
			t.Errorf("stage %d has no name", s)
		}
	}
	if sum != c.Spent(Events)+c.Spent(Tags) {
		t.Error("others were charged")
	}
	var none *Clock
	none.Of(Events, func() { none.Start(Tags); none.Stop() })
}
