package extract

import (
	"context"
	"fmt"
	"os"
	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	b, _ := os.ReadFile("/tmp/mm/in.txt")
	for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		a := article.Clean(article.Input{ID: "t", Text: l})
		d := lang.New(a)
		f := x.mentions(d)
		_, rej := event.Find(d, x.rules, f.sense, x.gate.open(d), true)
		for i := range d.Sentences {
			s := d.Analyse(i)
			fmt.Println("##", s.Text)
			var o []string
			for _, k := range s.Tokens {
				o = append(o, k.Text+"/"+k.Tag)
			}
			fmt.Println("   ", strings.Join(o, " "))
			for _, g := range s.Nouns {
				fmt.Println("    NG", g.Text(), f.sense.Class(g).Names(), g.Numeral, g.Modifiers)
			}
			for _, c := range s.Clauses {
				if c.Kind != lang.Nominal {
					fmt.Println("    ", c)
				}
			}
			for _, r := range rej {
				if r.Sentence == i {
					fmt.Println("    REJ", r.Rule, r.Word, r.Reason)
				}
			}
		}
		r, _ := x.Extract(context.Background(), article.Input{ID: "t", Text: l})
		for _, e := range r.Events {
			fmt.Println("   EV", e.Trigger.Text, e.SubEventType, e.Rule, e.Modality)
			for _, p := range e.Actors {
				fmt.Println("      A", p.Text, p.Name, p.ID, p.Kind)
			}
			for _, p := range e.Targets {
				fmt.Println("      T", p.Text, p.Name, p.ID, p.Kind)
			}
			for _, p := range e.Locations {
				fmt.Println("      L", p.Text, p.Name)
			}
			for _, p := range e.Casualties {
				fmt.Println("      C", p.Kind, p.Text)
			}
		}
	}
}
