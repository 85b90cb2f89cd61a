package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract"
	"sitrep/extract/record"
	"sitrep/extract/trace"
	"sitrep/extract/wordlist"
)

var explainFormats = []string{"text", "json"}

// explainOptions are the flags of `sitrep explain`.
type explainOptions struct {
	pipeline
	inputs
	format    string
	sentences []int
}

func newExplain(s *streams) *cobra.Command {
	o := &explainOptions{}
	c := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what each stage found in each sentence, and why rules applied or did not",
		Long: `Prints for every sentence why it was analysed, its tags, its noun groups with
what they stand for, its clauses, its mentions, and the rules that its words
triggered: those that applied (+) with the roles that they filled, and those
that did not (-) with the reason.

Read it from the top to find a mistake: a wrong tag causes a wrong noun group,
which causes a wrong clause, to which no rule applies.`,
		Example: "  sitrep explain article.txt\n  sitrep explain article.txt --sentence 7\n  echo 'Rebels seized the town.' | sitrep explain -",
		Args:    arguments(0, 1, "one FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			x, err := o.build(s, extract.WithTrace())
			if err != nil {
				return err
			}
			return o.run(c.Context(), s, x)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "text", "`FORMAT` of the output: "+strings.Join(explainFormats, ", "))
	f.IntSliceVarP(&o.sentences, "sentence", "n", nil, "only the sentence of this `NUMBER`, as the output and evidence count them, from 0")
	o.inputs.flags(f)
	o.pipeline.flags(f)
	return c
}

func (o *explainOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if !slices.Contains(explainFormats, o.format) {
		return usagef("--format: unknown format %q: %s", o.format, wordlist.Want(o.format, explainFormats))
	}
	return o.inputs.complete(c, s, args)
}

// explained is an article as --format json writes it.
type explained struct {
	Article record.Article  `json:"article"`
	Events  []record.Record `json:"events"`
	trace.Trace
}

func (o *explainOptions) run(ctx context.Context, s *streams, x extractor) error {
	wrong, err := newProblems(s, "")
	if err != nil {
		return err
	}
	flush := func() error { return nil }
	most := 0 // sentences of the longest text
	err = inOrder(ctx, x, 1, o.documents(ctx, s), func(t *task) error {
		ok, err := wrong.about(t)
		if !ok {
			return err
		}
		r := &t.result
		most = max(most, len(r.Trace.Sentences))
		if len(o.sentences) > 0 {
			r.Trace.Sentences = slices.DeleteFunc(r.Trace.Sentences, func(e trace.Sentence) bool {
				return !slices.Contains(o.sentences, e.Index)
			})
		}
		return outputError(o.write(s, r))
	}, flush)
	if err != nil {
		return err
	}
	for _, n := range o.sentences {
		if n < 0 || n >= most && most > 0 {
			return usagef("--sentence %d: the last one is %d", n, most-1)
		}
	}
	return wrong.err()
}

func (o *explainOptions) write(s *streams, r *extract.Result) error {
	if o.format == "text" {
		return explainText(s.out, r)
	}
	return writeJSON(s, explained{r.Article, append([]record.Record{}, r.Events...), r.Trace})
}
