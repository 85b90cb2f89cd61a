package main

import (
	"encoding/csv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// wordsHeader is the comment at the head of words.csv.
const wordsHeader = `# One-word names of places that are also English words or names of persons. Read by
# gazetteer/internal/build. Do not edit: build --scowl writes it (see README.md).
`

// writeWords makes words.csv: which one-word names are ordinary English words
// (SCOWL up to size 35), first names (two lists of @stdlib) or family names
// (surnames.txt beside it). Only words that are names of
// places, or may pass for a transliteration of one, are kept.
// It runs when the place data or the lists change, not at every build.
func (b *builder) writeWords(dir, data string) error {
	flags, err := b.flagsOf(dir, data)
	if err != nil {
		return err
	}
	out, err := os.Create(filepath.Join(data, "words.csv"))
	if err != nil {
		return err
	}
	defer out.Close()
	if _, err := out.WriteString(wordsHeader); err != nil {
		return err
	}
	w := csv.NewWriter(out)
	w.Write([]string{"word", "flags"})
	for _, word := range slices.Sorted(maps.Keys(flags)) {
		var l []string
		for _, f := range []string{"common", "given", "surname"} {
			if flags[word][f] {
				l = append(l, f)
			}
		}
		w.Write([]string{word, strings.Join(l, "|")})
	}
	w.Flush()
	return w.Error()
}

// flagsOf returns what the one-word names of places also are, by the lists in dir and
// data: common, given, surname.
func (b *builder) flagsOf(dir, data string) (map[string]map[string]bool, error) {
	keys := b.keys()
	flags := map[string]map[string]bool{}
	put := func(word, flag string) {
		k := fold.Tight(word)
		loose := fold.Loose(k)
		if strings.Contains(k, " ") || len(keys[k]) == 0 && (loose == "" || len(keys[string(layout.LoosePrefix)+loose]) == 0) {
			return
		}
		if flags[k] == nil {
			flags[k] = map[string]bool{}
		}
		flags[k][flag] = true
	}
	for _, size := range []string{"10", "20", "35"} {
		for _, dialect := range []string{"english", "american", "british"} {
			words, err := os.ReadFile(filepath.Join(dir, dialect+"-words."+size))
			if err != nil {
				return nil, err
			}
			for _, w := range strings.Fields(string(words)) {
				if !strings.Contains(w, "'") {
					put(w, "common")
				}
			}
		}
	}
	for _, list := range []string{"female", "male"} {
		var names []string
		if err := readJSON(filepath.Join(dir, list+"-first-names.json"), &names); err != nil {
			return nil, err
		}
		for _, n := range names {
			put(n, "given")
		}
	}
	surnames, err := os.ReadFile(filepath.Join(data, "surnames.txt"))
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(surnames)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, n := range strings.Fields(line) {
			put(n, "surname")
		}
	}
	return flags, nil
}
