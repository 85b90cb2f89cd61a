package main

import (
	"context"
	"path/filepath"
	"strings"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/golden"
	"sitrep/extract/role"
	"sitrep/extract/rules"
	"sitrep/extract/trace"
)

var roleLearner = learner{rare: 8, ridge: func(string) float64 { return 3 }}

// fitRoles fits the weights of roles on the noun groups that were considered for
// the events that gold has, too, and for those of the rules' own sentences.
func fitRoles(paths []string, out, predictions string) error {
	docs, err := corpus(paths)
	if err != nil {
		return err
	}
	docs = having(docs, func(e golden.Event) bool { return len(e.Actors)+len(e.Targets) > 0 })
	var actors, targets []example
	err = eachPair(docs, func(n int, c *trace.Candidate, gold golden.Event) {
		weight := 1.0
		if strings.Contains(docs[n].ID, ".yaml:") {
			weight = invented
		}
		for _, g := range c.Considered {
			switch {
			case g.Role == "actor" && gold.Actors != nil:
				actors = append(actors, example{g.Evidence, golden.Fills(g.Names, gold.Actors), n, weight})
			case g.Role == "target" && gold.Targets != nil:
				targets = append(targets, example{g.Evidence, golden.Fills(g.Names, gold.Targets), n, weight})
			}
		}
	})
	if err != nil {
		return err
	}
	a, t, err := ruleRoleExamples()
	if err != nil {
		return err
	}
	actors, targets = append(actors, a...), append(targets, t...)
	actor, _ := roleLearner.heldOut(actors)
	target, _ := roleLearner.heldOut(targets)
	err = predict(docs, predictions, func(k int) extract.Option {
		return extract.WithWeights(extract.Weights{Roles: &role.Weights{Actor: actor[k], Target: target[k]}})
	})
	if err != nil || out == "" {
		return err
	}
	if err := writeWeights(filepath.Join(out, "actor.csv"), roleLearner.weights(actors)); err != nil {
		return err
	}
	return writeWeights(filepath.Join(out, "target.csv"), roleLearner.weights(targets))
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
