package golden

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Difference is one thing that is not as it should be. An empty Want: it
// should not be there; an empty Got: it is missing.
type Difference struct {
	File, Event, Field, Want, Got string
}

func (d Difference) String() string {
	var b strings.Builder
	for _, s := range []string{d.File, d.Event, d.Field} {
		if s != "" {
			b.WriteString(s + ": ")
		}
	}
	fmt.Fprintf(&b, "want %s, got %s", orNothing(d.Want), orNothing(d.Got))
	return b.String()
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

// quoted writes fillers: "the army"|"Army of Ruritania", "rebels".
func quoted(fillers [][]string) string {
	out := make([]string, len(fillers))
	for i, f := range fillers {
		all := make([]string, len(f))
		for k, s := range f {
			all[k] = strconv.Quote(s)
		}
		out[i] = strings.Join(all, "|")
	}
	return strings.Join(out, ", ")
}

func figures(fs []figure) string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.String()
	}
	return strings.Join(out, ", ")
}

func (f figure) String() string {
	bound := func(n int) string {
		if n == open {
			return ""
		}
		return strconv.Itoa(n)
	}
	if f.min == f.max && f.min != open {
		return f.kind + " " + strconv.Itoa(f.min)
	}
	return f.kind + " " + bound(f.min) + ".." + bound(f.max)
}

// name names an event in a message: its trigger and where that stands.
func name(trigger string, start int) string { return fmt.Sprintf("%s@%d", trigger, start) }

func (f figure) compare(o figure) int {
	return cmp.Or(cmp.Compare(f.kind, o.kind), cmp.Compare(f.min, o.min), cmp.Compare(f.max, o.max))
}
