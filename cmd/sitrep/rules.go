package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/wordlist"
)

func newRules(s *streams) *cobra.Command {
	c := &cobra.Command{
		Use:     "rules",
		Short:   "List, show, check and test event rules",
		Example: "  sitrep rules list\n  sitrep rules test own.yaml",
		Args:    noArguments,
		RunE:    func(c *cobra.Command, _ []string) error { return needsMore(c, s) },
	}
	c.AddCommand(newRulesList(s), newRulesShow(s), newRulesCheck(s), newRulesTest(s))
	return c
}

func newRulesList(s *streams) *cobra.Command {
	var files []string
	var asJSON bool
	c := &cobra.Command{
		Use:     "list",
		Short:   "List every rule with its type and a sentence that it finds",
		Example: "  sitrep rules list\n  sitrep rules list --json",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			set, err := rules.Load(files...)
			if err != nil {
				return &exitError{exitUsage, err}
			}
			if asJSON {
				return outputError(listJSON(s, set))
			}
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			fmt.Fprintln(w, "RULE\tACT\tTYPES\tFINDS")
			for _, r := range set.Rules {
				example := ""
				if len(r.Find) > 0 {
					example = r.Find[0].Text
				}
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", printable(r.ID), printable(r.Act), strings.Join(set.Types(r), ", "), printable(example))
			}
			return outputError(w.Flush())
		},
	}
	c.Flags().StringArrayVar(&files, "rules", nil, "`FILE` of event rules (YAML) that add to the built-in ones or replace them")
	c.Flags().BoolVar(&asJSON, "json", false, "write JSON, one rule a line, with its triggers and all its sentences")
	return c
}

// listed is a rule as --json writes it.
type listed struct {
	ID       string   `json:"id"`
	Act      string   `json:"act"`
	Types    []string `json:"types"`
	Triggers []string `json:"triggers"`
	Weak     bool     `json:"weak,omitempty"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Find     []string `json:"find,omitempty"`
	Not      []string `json:"not,omitempty"`
}

func listJSON(s *streams, set *rules.Set) error {
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	for _, r := range set.Rules {
		if err := e.Encode(listed{r.ID, r.Act, set.Types(r), r.Triggers, r.Weak, r.File, r.Line, texts(r.Find), r.Not}); err != nil {
			return err
		}
	}
	return nil
}

func newRulesShow(s *streams) *cobra.Command {
	var files []string
	c := &cobra.Command{
		Use:               "show ID…",
		Short:             "Show rules as they are written, with their file and line",
		Example:           "  sitrep rules show air-strike",
		ValidArgsFunction: ruleIDs,
		Args:              someArguments("ID"),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := rules.Load(files...)
			if err != nil {
				return &exitError{exitUsage, err}
			}
			for _, id := range args {
				i := slices.IndexFunc(set.Rules, func(r *rules.Rule) bool { return r.ID == id })
				if i < 0 {
					return unknownRule(set, id)
				}
				r := set.Rules[i]
				text, err := rules.Source(r)
				if err != nil {
					return &exitError{exitUsage, err}
				}
				if _, err := fmt.Fprintf(s.out, "# %s:%d, gives %s\n%s", r.File, r.Line, strings.Join(set.Types(r), ", "), text); err != nil {
					return outputError(err)
				}
			}
			return nil
		},
	}
	c.Flags().StringArrayVar(&files, "rules", nil, "`FILE` of event rules (YAML) that add to the built-in ones or replace them")
	return c
}

func unknownRule(set *rules.Set, id string) error {
	ids := make([]string, len(set.Rules))
	for i, r := range set.Rules {
		ids[i] = r.ID
	}
	hint := "sitrep rules list lists them"
	if near := wordlist.Nearest(id, ids); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return usagef("no rule %q; %s", id, hint)
}

func newRulesCheck(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "check FILE…",
		Short:   "Check rules of your own; every error names line and rule",
		Example: "  sitrep rules check own.yaml",
		Args:    someArguments("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			own, err := rules.Check(args...)
			if err != nil {
				return &exitError{exitUsage, err}
			}
			fmt.Fprintf(s.err, "sitrep: %s\n", counted(len(own), "rule"))
			for _, r := range own {
				if len(r.Find) == 0 || len(r.Not) == 0 {
					fmt.Fprintf(s.err, "sitrep: %s:%d: rule %s: add a sentence to find and one not to find; sitrep rules test runs them\n", printable(r.File), r.Line, printable(r.ID))
				}
			}
			return nil
		},
	}
}

func newRulesTest(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "test [FILE…]",
		Short: "Run the test sentences of rules",
		Long: `Runs every sentence of the rules in FILE, or of the built-in rules. Each
sentence of find must give an event of its rule, with the actor, target and type
that it names; no sentence of not may. Exits with 1 if one fails.`,
		Example: "  sitrep rules test own.yaml",
		RunE: func(c *cobra.Command, args []string) error {
			set, err := rules.Load(args...)
			if err != nil {
				return &exitError{exitUsage, err}
			}
			x, err := (&pipeline{rules: args}).build(s)
			if err != nil {
				return err
			}
			return testRules(c.Context(), s, x, set, args)
		},
	}
}

func texts(sentences []rules.Sentence) []string {
	var out []string
	for _, s := range sentences {
		out = append(out, s.Text)
	}
	return out
}

// testRules runs the sentences of the rules in the files, or of all rules if no
// file is named.
func testRules(ctx context.Context, s *streams, x extractor, set *rules.Set, files []string) error {
	sentences, failed := 0, 0
	for _, r := range set.Rules {
		if len(files) > 0 && !slices.Contains(files, r.File) {
			continue
		}
		wrong, err := failures(ctx, x, r)
		if err != nil {
			return err
		}
		sentences += len(r.Find) + len(r.Not)
		failed += len(wrong)
		for _, w := range wrong {
			if _, err := fmt.Fprintf(s.out, "%s:%d: rule %s %s\n", printable(r.File), r.Line, printable(r.ID), printable(w)); err != nil {
				return outputError(err)
			}
		}
	}
	fmt.Fprintf(s.err, "sitrep: %s, %d failed\n", counted(sentences, "sentence"), failed)
	if failed > 0 {
		return &exitError{code: exitFailed}
	}
	return nil
}

// failures runs the sentences of a rule and says of each that fails how.
func failures(ctx context.Context, x extractor, r *rules.Rule) ([]string, error) {
	var out []string
	for i := range r.Find {
		result, err := x.Extract(ctx, article.Input{ID: "sentence", Text: r.Find[i].Text})
		if err != nil {
			return nil, err
		}
		if wrong := golden.CheckSentence(&r.Find[i], r.ID, result.Events); wrong != "" {
			out = append(out, fmt.Sprintf("does not find %s (%s)", r.Find[i].Text, wrong))
		}
	}
	for _, text := range r.Not {
		result, err := x.Extract(ctx, article.Input{ID: "sentence", Text: text})
		if err != nil {
			return nil, err
		}
		fired := func(e record.Record) bool { return e.Rule == r.ID }
		if slices.ContainsFunc(result.Events, fired) {
			out = append(out, fmt.Sprintf("finds %s", text))
		}
	}
	return out, nil
}

// counted returns a number with its noun: 1 rule, 2 rules.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
