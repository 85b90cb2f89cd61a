package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

const agency = `GAO, Mali - Gunmen on motorcycles attacked a market near Gao on Monday and killed eight people, the mayor said. ` +
	`The attackers burned stalls and drove away cattle before soldiers arrived from the town. Traders asked for a post of the army on the road. ` +
	`Nobody claimed the attack. Villages by the river have often been raided since the rains ended, and the district has no doctor.`

func TestNear(t *testing.T) {
	cut := agency[:strings.Index(agency, " Nobody claimed")]
	for name, c := range map[string]struct {
		text string
		copy bool
	}{
		"another editor's line":   {agency + "\n\n(Reporting by A. Writer in Bamako; Editing by B. Other)", true},
		"a notice":                {agency + "\n\nThis story was published from a wire agency feed without modifications to the text.", true},
		"cut":                     {cut, true},
		"cut, and a notice":       {cut + "\n\nCopyright The Daily. All rights reserved.", true},
		"another agency's name":   {strings.Replace(agency, "GAO, Mali - ", "GAO (Wire B) -- ", 1), true},
		"another toll":            {strings.Replace(agency, "eight", "twelve", 1), false},
		"a story that has it in":  {agency + strings.Repeat(" The governor flew to the district and spoke with the elders about the herds that were lost and the roads that nobody repairs.", 1) + " Aid groups sent two trucks with tents for the families who had slept in the open by the river bank.", false},
		"another story":           {"DIFFA, Niger - Soldiers found three trucks with arms near the lake on Friday, the army said. The drivers had fled into the marshes when a patrol came by the road, and nobody was hurt.", false},
		"too short to be told by": {"Gunmen killed eight people.", false},
	} {
		n := newNear()
		n.original("first", agency)
		if got := n.original("second", c.text); (got == "first") != c.copy {
			t.Errorf("%s: copy of %q", name, got)
		}
	}
}

// TestNearForgets: memory does not grow with the dump.
func TestNearForgets(t *testing.T) {
	n := newNear()
	for i := range mostNear + 1000 {
		n.original("x", fmt.Sprintf("%[1]d a %[1]d b %[1]d c %[1]d d %[1]d e %[1]d f %[1]d g %[1]d h %[1]d", i+2000))
	}
	if len(n.ring) != mostNear || len(n.by.behind) > mostNear*keysOfSketch {
		t.Errorf("%d texts, %d keys", len(n.ring), len(n.by.behind))
	}
}

// TestNearIndex: the chains hold what lists of the sketches by each key would.
func TestNearIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var x nearIndex
	ring := make([]sketch, 50)
	lists := map[uint64][]int{}
	for step := range 5000 {
		at := step % len(ring)
		for _, key := range ring[at].keys() {
			lists[key] = slices.DeleteFunc(lists[key], func(i int) bool { return i == at })
		}
		x.remove(at, ring[at].keys())
		keys := make([]uint64, r.IntN(2*keysOfSketch))
		for i := range keys {
			keys[i] = r.Uint64N(200) | r.Uint64N(3)<<40 // some of the same low bits
		}
		slices.Sort(keys)
		ring[at].lowest = slices.Compact(keys)
		for _, key := range ring[at].keys() {
			lists[key] = append(lists[key], at)
		}
		x.add(at, ring[at].keys())
		if key := r.Uint64N(200) | r.Uint64N(3)<<40; !slices.Equal(x.of(key, ring), lists[key]) {
			t.Fatalf("key %x: %v, not %v", key, x.of(key, ring), lists[key])
		}
	}
}
