// Command fit fits the weights by which the stages decide: without a flag those of
// the confidence of records, with one those of events, roles, kinds,
// settings, incidents or links.
//
//	go run ./cmd/sitrep/internal/fit [-roles] [-add] [-o FILE] [-predict FILE] GOLD.jsonl…
//
// It runs the extractor over the gold documents, labels every decision right or
// wrong against them, and fits a logistic model on what the decisions rest on.
// Of ten folds over documents it prints the expected calibration error and
// the reliability table of what was held out; with -o it writes the weights of
// the model fitted on all of them. It must never be part of what users run.
package main

import (
	"flag"
	"fmt"
	"os"
)

// onlyNew keeps the weights that a table has, so that a new feature moves no other.
var onlyNew = flag.Bool("add", false, "with -events, fit only the weights of features that the table lacks")

func main() {
	out := flag.String("o", "", "write the weights to this file, or their tables to this folder")
	predictions := flag.String("predict", "", "write the records of every document, told by weights that were fitted without it, to this file")
	fit := fitConfidence
	for _, task := range []struct {
		flag, usage string
		fit         func(paths []string, out, predictions string) error
	}{
		{"events", "fit the weights by which candidates are told as events", fitEvents},
		{"roles", "fit the weights by which parties are told", fitRoles},
		{"kinds", "fit the weights by which an event is of one type rather than another", fitKinds},
		{"settings", "fit the weights by which places and days are taken over from other sentences", fitSettings},
		{"incidents", "fit the weights by which records of a text are of one incident", fitIncidents},
		{"links", "fit the weights by which two accounts are linked, of articles with the happenings that they tell", fitLinks},
	} {
		flag.BoolFunc(task.flag, task.usage, func(string) error { fit = task.fit; return nil })
	}
	flag.Parse()
	if err := fit(flag.Args(), *out, *predictions); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}
