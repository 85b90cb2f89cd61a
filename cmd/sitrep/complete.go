package main

import (
	"strings"

	"github.com/spf13/cobra"

	"sitrep/extract/corpus"
	"sitrep/extract/rules"
	"sitrep/extract/table"
	"sitrep/gazetteer"
)

// completions are the values that a shell offers for flags, by command and flag.
// A value may have a tab and a description. They are made when they are asked for.
var completions = map[string]map[string]func() []string{
	"extract": {
		"format": table.Formats, "columns": columnNames, "unit": of(table.Units...), "type": eventTypes, "country": countries,
		"modality": of(modalities...), "status": table.Statuses, "map": mapFields,
		"source": of("official", "monitor", "witness", "media", "medical", "international", "belligerent", "anonymous"),
	},
	"mentions": {"format": of(mentionFormats...), "kind": of(mentionKinds...), "map": mapFields},
	"explain":  {"format": of(explainFormats...)},
	"link":     {"format": of(table.LinkedFormats...)},
	"score":    {"kind": of("pred", "gold")},
	"lookup":   {"kind": of(kindPlace, kindActor)},
	"check":    {"kind": of(kindPlace, kindActor)},
}

// endings are those of the files that a flag of this name wants, whatever the
// command.
var endings = map[string][]string{
	"rules": {"yaml", "yml"}, "actors": {"csv"}, "places": {"csv", "zip", "txt", "json", "geojson"}, "articles": {"jsonl"},
}

// addCompletions tells cobra what to offer for the flags of c and the commands
// below it.
func addCompletions(c *cobra.Command) {
	for flag, values := range completions[c.Name()] {
		if c.Flags().Lookup(flag) == nil {
			continue // another command of this name
		}
		if err := c.RegisterFlagCompletionFunc(flag, offer(values, c.Flags().Lookup(flag).Value.Type())); err != nil {
			panic(err) // a flag twice: a test makes every command
		}
	}
	for flag, types := range endings {
		if c.Flags().Lookup(flag) != nil {
			_ = c.MarkFlagFilename(flag, types...)
		}
	}
	for _, sub := range c.Commands() {
		addCompletions(sub)
	}
}

// offer returns values to a shell. Where a flag takes a list, what stands before
// the last comma stays.
func offer(values func() []string, kind string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		all := values()
		if kind != "stringSlice" {
			return all, cobra.ShellCompDirectiveNoFileComp
		}
		before := begun[:strings.LastIndexByte(begun, ',')+1]
		out := make([]string, len(all))
		for i, v := range all {
			out[i] = before + v
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

func of(values ...string) func() []string { return func() []string { return values } }

func columnNames() []string {
	var out []string
	for _, c := range table.Columns() {
		out = append(out, c.Name+"\t"+c.Doc)
	}
	return out
}

// countries returns the codes that --country accepts, with names.
func countries() []string {
	var out []string
	x := gazetteer.Places()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if p, ok := x.Country(string(a) + string(b)); ok {
				out = append(out, p.Country+"\t"+p.Name)
			}
		}
	}
	return out
}

// mapFields are the fields of --map, of which a name in the input follows.
func mapFields() []string {
	var out []string
	for _, f := range corpus.FieldNames() {
		out = append(out, f+"=")
	}
	return out
}

// ruleIDs offers the rules, with a sentence that each finds.
func ruleIDs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	set, err := rules.Load()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for _, r := range set.Rules {
		line := r.ID
		if len(r.Find) > 0 {
			line += "\t" + r.Find[0].Text
		}
		out = append(out, line)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// shellExamples are how completions are installed, by shell.
var shellExamples = map[string]string{
	"bash":       "  sitrep completion bash > ~/.local/share/bash-completion/completions/sitrep",
	"zsh":        "  sitrep completion zsh > ~/.zfunc/_sitrep",
	"fish":       "  sitrep completion fish > ~/.config/fish/completions/sitrep.fish",
	"powershell": "  sitrep completion powershell >> profile.ps1",
}

// addShells adds cobra's command that writes the scripts for shells.
func addShells(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Short = "Write the script that completes commands, flags and values in a shell"
		c.Example = "  sitrep completion bash > sitrep.bash"
		c.Args = noArguments
		c.RunE = func(c *cobra.Command, _ []string) error {
			c.SetOut(c.ErrOrStderr())
			c.Help()
			return &exitError{code: exitUsage}
		}
		for _, shell := range c.Commands() {
			shell.Example = shellExamples[shell.Name()]
		}
	}
}
