package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

func newGazetteer(s *streams) *cobra.Command {
	c := &cobra.Command{
		Use:     "gazetteer",
		Short:   "Look up places and actors; check and convert lists of your own",
		Example: "  sitrep gazetteer lookup Palmyra\n  sitrep gazetteer check villages.csv",
		Args:    noArguments,
		RunE:    func(c *cobra.Command, _ []string) error { return needsMore(c, s) },
	}
	c.AddCommand(newGazetteerLookup(s), newGazetteerCheck(s), newGazetteerImport(s), newGazetteerSources(s))
	return c
}

// Kinds of names that the gazetteer holds, as --kind says them.
const (
	kindPlace = record.MentionPlace
	kindActor = record.MentionActor
)

func gazetteerKind(c *cobra.Command) *string {
	return c.Flags().StringP("kind", "k", "", "`KIND` of names: "+kindPlace+", "+kindActor+" (default: both)")
}

func knownKind(kind string) error {
	if kind != "" && kind != kindPlace && kind != kindActor {
		return usagef("--kind: unknown kind %q: %s", kind, wordlist.Want(kind, []string{kindPlace, kindActor}))
	}
	return nil
}

// writeLookup writes what one name may mean.
type writeLookup func(w io.Writer, name string) (found int, err error)

func newGazetteerLookup(s *streams) *cobra.Command {
	var p pipeline
	var kind *string
	c := &cobra.Command{
		Use:     "lookup NAME…",
		Short:   "Show what names may mean, the likeliest first",
		Example: "  sitrep gazetteer lookup Palmyra 'Deir al-Zour'\n  sitrep gazetteer lookup Daesh 'Syrian army'",
		Args:    someArguments("NAME"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := knownKind(*kind); err != nil {
				return err
			}
			kinds := []string{*kind}
			if *kind == "" {
				kinds = []string{kindPlace, kindActor}
			}
			return p.lookupAll(s, kinds, args)
		},
	}
	kind = gazetteerKind(c)
	c.Flags().StringSliceVar(&p.places, "places", nil, "`FILE` of places of your own: CSV, a GeoNames dump or GeoJSON")
	c.Flags().StringArrayVar(&p.actors, "actors", nil, "`FILE` of actors of your own: CSV")
	return c
}

// lookupAll writes what the names mean that are of one of the kinds.
func (p *pipeline) lookupAll(s *streams, kinds, names []string) error {
	found := map[string]int{}
	for _, kind := range kinds {
		write, err := p.lookup(s, kind)
		if err != nil {
			return &exitError{exitUsage, err}
		}
		w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
		for _, name := range names {
			n, err := write(w, name)
			if err != nil {
				return outputError(err)
			}
			found[name] += n
		}
		if err := w.Flush(); err != nil {
			return outputError(err)
		}
	}
	failed := false
	for _, name := range names {
		if found[name] == 0 {
			failed = true
			fmt.Fprintf(s.err, "sitrep: %s: no %s of that name\n", printable(name), strings.Join(kinds, " or "))
		}
	}
	if failed {
		return &exitError{code: exitFailed}
	}
	return nil
}

// lookup opens the index that a kind of names is looked up in.
func (p *pipeline) lookup(s *streams, kind string) (writeLookup, error) {
	if kind == kindActor {
		x, notices, err := gazetteer.WithActorsFiles(p.actors...)
		if err != nil {
			return nil, err
		}
		warn(s, notices)
		return func(w io.Writer, name string) (int, error) {
			// Names of actors are told from words by their capitals; who
			// looks one up should not have to type them.
			for _, n := range []string{name, cases.Title(language.English, cases.NoLower).String(name), strings.ToUpper(name)} {
				if found, err := gazetteer.WriteActorLookup(w, x, n); found > 0 || err != nil {
					return found, err
				}
			}
			return 0, nil
		}, nil
	}
	x, err := gazetteer.WithPlacesFiles(p.places...)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer, name string) (int, error) { return gazetteer.WriteLookup(w, x, name) }, nil
}

func newGazetteerCheck(s *streams) *cobra.Command {
	var kind *string
	c := &cobra.Command{
		Use:     "check FILE…",
		Short:   "Check lists of your own",
		Example: "  sitrep gazetteer check villages.csv groups.csv",
		Args:    someArguments("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := knownKind(*kind); err != nil {
				return err
			}
			for _, file := range args {
				k := *kind
				if k == "" {
					k = kindOf(file)
				}
				check := checkPlaces
				if k == kindActor {
					check = checkActors
				}
				if err := check(s, []string{file}); err != nil {
					return err
				}
			}
			return nil
		},
	}
	kind = gazetteerKind(c)
	return c
}

// kindOf returns what a list of a user's holds: actors if its header has their id
// and name and no coordinates.
func kindOf(file string) string {
	f, err := os.Open(file)
	if err != nil {
		return kindPlace // whose reader says what is wrong with the file
	}
	defer f.Close()
	b := bufio.NewReader(io.LimitReader(f, 1<<16))
	header, err := b.ReadString('\n')
	for err == nil && (strings.HasPrefix(header, "#") || strings.TrimSpace(header) == "") {
		header, err = b.ReadString('\n')
	}
	columns := strings.Split(strings.ToLower(strings.TrimSpace(strings.TrimPrefix(header, "\ufeff"))), ",")
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(columns, n) })
	}
	if !has("latitude", "longitude", "lat", "lon") && has("id") && has("name") {
		return kindActor
	}
	return kindPlace
}

func checkPlaces(s *streams, files []string) error {
	for _, file := range files {
		own, err := gazetteer.ReadPlacesFile(file)
		if err != nil {
			return &exitError{exitUsage, err}
		}
		for _, n := range gazetteer.CheckPlaces(gazetteer.Places(), own) {
			fmt.Fprintf(s.err, "%s: %s: %s\n", file, printable(n.ID), printable(n.Text))
		}
		if _, err := fmt.Fprintf(s.out, "%s: %s\n", file, counted(len(own), "place")); err != nil {
			return outputError(err)
		}
	}
	return nil
}

// checkActors reads the files as extract does: the later ones on top of the
// earlier.
func checkActors(s *streams, files []string) error {
	x, notices, err := gazetteer.WithActorsFiles(files...)
	if err != nil {
		return &exitError{exitUsage, err}
	}
	for _, n := range notices {
		fmt.Fprintln(s.err, printable(n.String()))
	}
	for _, file := range files {
		if _, err := fmt.Fprintf(s.out, "%s: %s\n", file, counted(x.Of(file), "actor")); err != nil {
			return outputError(err)
		}
	}
	return nil
}

func newGazetteerImport(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "import FILE…",
		Short:   "Convert lists of places to the CSV that --places reads",
		Example: "  sitrep gazetteer import SY.txt > syria.csv",
		Args:    someArguments("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			var all []gazetteer.OwnPlace
			for _, file := range args {
				own, err := gazetteer.ReadPlacesFile(file)
				if err != nil {
					return &exitError{exitUsage, err}
				}
				all = append(all, own...)
			}
			// Written whole or not at all: a bad file has been refused above.
			var b bytes.Buffer
			if err := gazetteer.WritePlaces(&b, all); err != nil {
				return err
			}
			_, err := s.out.Write(b.Bytes())
			return outputError(err)
		},
	}
}

func newGazetteerSources(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "sources",
		Short:   "Show the origin and the licence of the data",
		Example: "  sitrep gazetteer sources",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			for i, src := range gazetteer.Sources() {
				if i > 0 {
					fmt.Fprintln(s.out)
				}
				_, err := fmt.Fprintf(s.out, "%s (%s)\n  gives        %s\n  licence      %s\n  attribution  %s\n  from         %s\n",
					src.Name, src.Version, src.Gives, src.Licence, src.Attribution, src.Origin)
				if err != nil {
					return outputError(err)
				}
			}
			return nil
		},
	}
}

// someArguments refuses a call without arguments.
func someArguments(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("%s: want at least one %s", c.CommandPath(), what)
		}
		return nil
	}
}
