package main

import (
	"bytes"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"sitrep/gazetteer"
)

func newGazetteer(s *streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "gazetteer",
		Short: "Look up places, check and convert a list of your own, name the sources",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			c.SetOut(s.err)
			c.Help()
			return &exitError{code: exitUsage}
		},
	}
	c.AddCommand(newGazetteerLookup(s), newGazetteerCheck(s), newGazetteerImport(s), newGazetteerSources(s))
	return c
}

func newGazetteerLookup(s *streams) *cobra.Command {
	var places []string
	c := &cobra.Command{
		Use:     "lookup NAME…",
		Short:   "Write what names may mean, the likeliest first",
		Example: "  sitrep gazetteer lookup Palmyra 'Deir al-Zour'",
		Args:    someArguments("NAME"),
		RunE: func(_ *cobra.Command, args []string) error {
			x, err := gazetteer.WithPlacesFiles(places...)
			if err != nil {
				return &exitError{exitUsage, err}
			}
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			var unknown []string
			for _, name := range args {
				n, err := gazetteer.WriteLookup(w, x, name)
				if err != nil {
					return outputError(err)
				}
				if n == 0 {
					unknown = append(unknown, name)
				}
			}
			if err := w.Flush(); err != nil {
				return outputError(err)
			}
			for _, name := range unknown {
				fmt.Fprintf(s.err, "sitrep: %s: no place of that name\n", printable(name))
			}
			if len(unknown) > 0 {
				return &exitError{code: exitFailed}
			}
			return nil
		},
	}
	c.Flags().StringSliceVar(&places, "places", nil, "`FILE` of places of your own: CSV, a GeoNames dump or GeoJSON")
	return c
}

func newGazetteerCheck(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE…",
		Short: "Read lists of places of your own and say what is wrong or odd",
		Args:  someArguments("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			for _, file := range args {
				own, err := gazetteer.ReadPlacesFile(file)
				if err != nil {
					return &exitError{exitUsage, err}
				}
				for _, n := range gazetteer.CheckPlaces(gazetteer.Places(), own) {
					fmt.Fprintf(s.err, "%s: %s: %s\n", file, printable(n.ID), printable(n.Text))
				}
				if _, err := fmt.Fprintf(s.out, "%s: %d places\n", file, len(own)); err != nil {
					return outputError(err)
				}
			}
			return nil
		},
	}
}

func newGazetteerImport(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "import FILE…",
		Short:   "Turn lists of places into the CSV that --places reads",
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
		Use:   "sources",
		Short: "Write where the data comes from, and its licences",
		Args:  noArguments,
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
