package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/record"
	"sitrep/extract/role"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

const rareRole = 8

func roleRidge(string) float64 { return 3 }

// roleExamples are the noun groups that were considered for the roles of the
// events that gold has, too.
func roleExamples(docs []golden.Document) (actors, targets []example, err error) {
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return nil, nil, err
	}
	for n, d := range docs {
		r, err := x.Extract(context.Background(), article.Input{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published})
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		pairs := golden.Pairs(d.Events, r.Events)
		for _, s := range r.Trace.Sentences {
			for _, c := range s.Candidates {
				i := slices.IndexFunc(r.Events, func(e record.Record) bool { return c.Event != "" && e.ID == c.Event })
				if i < 0 || pairs[i] < 0 {
					continue
				}
				gold := d.Events[pairs[i]]
				for _, g := range c.Considered {
					if g.Role == "actor" {
						actors = append(actors, example{g.Evidence, golden.Fills(g.Names, gold.Actors), n, 1})
					} else {
						targets = append(targets, example{g.Evidence, golden.Fills(g.Names, gold.Targets), n, 1})
					}
				}
			}
		}
	}
	return actors, targets, nil
}

// ruleRoleExamples are the noun groups of the rules' own sentences, where those
// say what fills a role.
func ruleRoleExamples() (actors, targets []example, err error) {
	set, err := rules.Load()
	if err != nil {
		return nil, nil, err
	}
	x, err := extract.New(extract.WithTrace())
	if err != nil {
		return nil, nil, err
	}
	for n, r := range set.Rules {
		for _, sentence := range r.Find {
			result, err := x.Extract(context.Background(), article.Input{ID: r.ID, Text: sentence.Text})
			if err != nil {
				return nil, nil, err
			}
			for _, s := range result.Trace.Sentences {
				for _, c := range s.Candidates {
					if c.Rule != r.ID {
						continue
					}
					for _, g := range c.Considered {
						switch {
						case g.Role == "actor" && sentence.Actor != "":
							actors = append(actors, example{g.Evidence, golden.Fills(g.Names, fillers(sentence.Actor)), n, 1})
						case g.Role == "target" && sentence.Target != "":
							targets = append(targets, example{g.Evidence, golden.Fills(g.Names, fillers(sentence.Target)), n, 1})
						}
					}
				}
			}
		}
	}
	return actors, targets, nil
}

// fillers are those that a rule's sentence names, none where it says so.
func fillers(list string) [][]string {
	if list == rules.None {
		return nil
	}
	var out [][]string
	for _, f := range strings.Split(list, "; ") {
		out = append(out, []string{f})
	}
	return out
}

func fitRoles(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = slices.DeleteFunc(docs, func(d golden.Document) bool {
		return !slices.ContainsFunc(d.Events, func(e golden.Event) bool { return len(e.Actors)+len(e.Targets) > 0 })
	})
	actors, targets, err := roleExamples(docs)
	if err != nil {
		return err
	}
	a, t, err := ruleRoleExamples()
	if err != nil {
		return err
	}
	actors, targets = append(actors, a...), append(targets, t...)
	weights := make([]*role.Weights, folds)
	held := [2][]float64{make([]float64, len(actors)), make([]float64, len(targets))}
	for k := range folds {
		weights[k] = &role.Weights{}
		for i, examples := range [][]example{actors, targets} {
			train := slices.DeleteFunc(slices.Clone(examples), func(x example) bool { return x.document%folds == k })
			m := weigh.NewModel(logistic(train, roleRidge, rareRole))
			if i == 0 {
				weights[k].Actor = m
			} else {
				weights[k].Target = m
			}
			for j, x := range examples {
				if x.document%folds == k {
					held[i][j] = m.Probability(x.evidence)
				}
			}
		}
	}
	for i, examples := range [][]example{actors, targets} {
		samples := make([]sample, len(examples))
		for j, x := range examples {
			samples[j] = sample{right: x.right, document: x.document}
		}
		report(samples, held[i])
	}
	if predictions != "" {
		if err := predict(docs, func(k int) []extract.Option { return []extract.Option{extract.WithRoleWeights(weights[k])} }, predictions); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	if err := writeWeights(filepath.Join(out, "actor.csv"), logistic(actors, roleRidge, rareRole)); err != nil {
		return err
	}
	return writeWeights(filepath.Join(out, "target.csv"), logistic(targets, roleRidge, rareRole))
}
