package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract/golden"
)

// scoreOptions are the flags of `sitrep score`.
type scoreOptions struct {
	gold, predicted string
	kind            string
	errors          int
	json            bool
	atLeast         []string
}

func newScore(s *streams) *cobra.Command {
	o := &scoreOptions{}
	c := &cobra.Command{
		Use:   "score GOLD PRED",
		Short: "Score extracted events against a hand-made gold file",
		Long: `GOLD has one document with its events on each line. PRED has one event on each
line, as extract --format jsonl writes them; it may also be the array that
--format json writes, or the table of --format csv. Prints precision, recall and F1
for each slot. An extracted event is paired with at most one gold event of its
sentence.

A line of GOLD, of which a filler is a list of acceptable strings, the best first,
start counts code points, and null is what the text does not say:

  {"id": "a.txt", "title": "", "published": "2016-12-12", "text": "…",
   "events": [{"start": 23, "trigger": "shelled",
     "sub_event_type": "Shelling/artillery/missile attack", "modality": "actual",
     "actors": [["Rebels", "the rebels"]], "targets": [], "locations": [["Homs"]],
     "date": "2016-12-12", "source": ["the army"],
     "casualties": [{"kind": "killed", "min": 4, "max": 4, "text": "four"}]}]}`,
		Example: "  sitrep score gold.jsonl events.jsonl --errors 10\n  sitrep score gold.jsonl events.jsonl --at-least overall=60 --at-least typed=70",
		Args:    arguments(2, 2, "GOLD and PRED"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.gold, o.predicted = args[0], args[1]
			return o.run(s)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.IntVar(&o.errors, "errors", 0, "show `N` mistakes of each kind")
	f.StringVar(&o.kind, "kind", "pred", "what PRED `IS`: pred, or gold for a second annotation of the same documents")
	f.BoolVar(&o.json, "json", false, "write the figures as JSON")
	f.StringArrayVar(&o.atLeast, "at-least", nil, "`SLOT=F1` that must be reached, else exit 1; SLOT may be overall")
	return c
}

func (o *scoreOptions) run(s *streams) error {
	if o.kind != "pred" && o.kind != "gold" {
		return usagef("--kind %q: want pred or gold", o.kind)
	}
	gold, err := load(o.gold, golden.ReadDocuments)
	if err != nil {
		return err
	}
	var score *golden.Score
	if o.kind == "gold" {
		other, err := load(o.predicted, golden.ReadDocuments)
		if err != nil {
			return err
		}
		score = golden.Between(gold, other)
	} else {
		records, err := load(o.predicted, golden.ReadRecords)
		if err != nil {
			return err
		}
		score = golden.Of(gold, records)
	}
	held, err := o.held(s, score)
	if err != nil {
		return err
	}
	if o.json {
		err = writeScore(s.out, score)
	} else {
		err = score.Write(s.out, o.errors)
	}
	if err != nil {
		return outputError(err)
	}
	if !held {
		return &exitError{code: exitFailed}
	}
	return nil
}

func load[T any](path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &exitError{exitInput, err}
	}
	defer f.Close()
	out, err := read(f)
	if err != nil {
		return nil, &exitError{exitInput, fmt.Errorf("%s: %w", path, err)}
	}
	return out, nil
}

// held reports whether every slot reaches the figure that --at-least asks for.
func (o *scoreOptions) held(s *streams, score *golden.Score) (bool, error) {
	ok := true
	for _, want := range o.atLeast {
		slot, number, _ := strings.Cut(want, "=")
		least, err := strconv.ParseFloat(number, 64)
		if err != nil || slot != "overall" && score.Slots[slot] == nil {
			return false, usagef("--at-least %q: want SLOT=F1 with a slot of the table", want)
		}
		got := score.Overall()
		if slot != "overall" {
			got = score.Slots[slot].F1()
		}
		if got < least {
			ok = false
			fmt.Fprintf(s.err, "sitrep: %s %.1f is below %s\n", slot, got, number)
		}
	}
	return ok, nil
}

func writeScore(w io.Writer, score *golden.Score) error {
	round := func(x float64) float64 { return math.Round(10*x) / 10 }
	out := map[string]any{"overall": round(score.Overall())}
	for _, k := range slices.Concat([]string{"events", "modality"}, golden.Slots) {
		t := score.Slots[k]
		out[k] = []float64{round(t.Precision()), round(t.Recall()), round(t.F1())}
	}
	return json.NewEncoder(w).Encode(out)
}
