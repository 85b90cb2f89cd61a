package extract_test

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"os"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/record"
)

const story = `BEIRUT (Reuters) - Syrian warplanes bombed rebel positions near Idlib on Monday, killing at least 12 fighters, the Syrian Observatory for Human Rights said.

Reporting by A. Writer; Editing by B. Editor`

// An Extractor is made once and used for all articles, also by several
// goroutines at once.
func Example() {
	x, err := extract.New()
	if err != nil {
		log.Fatal(err)
	}
	r, err := x.Extract(context.Background(), article.Input{ID: "idlib", Text: story, Published: "2016-12-12"})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range r.Events {
		fmt.Println(e.SubEventType, "·", e.Trigger.Text)
		for _, p := range e.Actors {
			fmt.Println("  actor   ", p.Text, "·", p.ID)
		}
		for _, p := range e.Targets {
			fmt.Println("  target  ", p.Text)
		}
		for _, l := range e.Locations {
			fmt.Println("  location", l.Relation, l.Text, "·", l.ID)
		}
		if e.Time != nil {
			fmt.Println("  time    ", e.Time.Text, "·", e.Time.From)
		}
		for _, c := range e.Casualties {
			fmt.Println("  toll    ", c.Text, "·", c.Kind)
		}
		if e.Source != nil {
			fmt.Println("  source  ", e.Source.Text, "·", e.Source.Kind, "·", e.Status)
		}
	}
	// Output:
	// Air/drone strike · bombed
	//   actor    Syrian warplanes · SYR-MIL
	//   target   rebel positions
	//   location near Idlib · geonames:169389
	//   time     on Monday · 2016-12-12
	//   toll     at least 12 · killed
	//   source   the Syrian Observatory for Human Rights · monitor · claimed
}

// Most kinds of mentions need every sentence read, so they are asked for.
func ExampleWithMentions() {
	x, err := extract.New(extract.WithMentions(record.MentionActor, record.MentionDate))
	if err != nil {
		log.Fatal(err)
	}
	r, err := x.Extract(context.Background(), article.Input{ID: "idlib", Text: story, Published: "2016-12-12"})
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range r.Mentions {
		fmt.Println(m.Kind, m.Start, m.End, m.Text, "·", cmp.Or(m.Name, m.From, m.Class))
	}
	// Output:
	// actor 19 35 Syrian warplanes · Military Forces of Syria
	// date 70 79 on Monday · 2016-12-12
	// actor 89 109 at least 12 fighters · rebel group
	// actor 115 150 Syrian Observatory for Human Rights · Syrian Observatory for Human Rights
}

// Rules of one's own add to the built-in ones, as do lists of actors and places.
func ExampleWithRules() {
	file, err := os.CreateTemp("", "*.yaml")
	if err != nil {
		log.Fatal(err)
	}
	defer os.Remove(file.Name())
	fmt.Fprint(file, `
- id: derail
  act: derail
  type: Looting/property destruction
  triggers: [derail/v, derailment/n]
  roles:
    actor: {functions: [subject], kinds: [force, person, unknown]}
    target: {functions: [object], kinds: [vehicle], required: true}
  find: [Militants derailed a train near the border on Monday.]
  not: [The talks were derailed by a dispute over prisoners.]
`)
	file.Close()

	x, err := extract.New(extract.WithRules(file.Name()))
	if err != nil {
		log.Fatal(err) // names the line that is wrong
	}
	r, err := x.Extract(context.Background(), article.Input{Text: "Militants derailed a train near Quetta on Monday, police said."})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range r.Events {
		fmt.Println(e.Rule, "·", e.SubEventType, "·", e.Actors[0].Text, "·", e.Targets[0].Text)
	}
	// Output:
	// derail · Looting/property destruction · Militants · a train
}
