package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"sitrep/extract/wordlist"
)

// streams are what a command reads from and writes to. No command knows
// os.Stdin, os.Stdout or os.Stderr.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// commands are the constructors of the commands, in the order of the help.
var commands = []func(*streams) *cobra.Command{
	newExtract,
	newLink,
	newReport,
	newMentions,
	newExplain,
	newCheck,
	newScore,
	newBench,
	newRules,
	newGazetteer,
	newSchema,
	newServe,
	newMan,
}

// run runs the program and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	relaxCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	s := &streams{stdin, stdout, stderr}
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && !isQuiet(err) {
		fmt.Fprintln(stderr, "sitrep: "+printable(message(err)))
	}
	return exitCode(err)
}

func newRoot(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "sitrep",
		Short: "Who did what to whom, where and when, and who says so: events from news articles",
		Long: `sitrep reads news articles about armed conflict and writes what they report as
a table: who did what to whom, where, when, with which claimed casualties, and
who says so.`,
		Example:       "  sitrep extract article.txt\n  sitrep extract folder -o events.csv\n  sitrep extract - --format jsonl < articles.jsonl > events.jsonl",
		Version:       version(),
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return needsMore(c, s) },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	cobra.AddTemplateFunc("versions", versions) // hashing takes time that only --version should pay
	root.SetVersionTemplate("{{versions}}")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return usagef("%s; %s", err, flagHint(c, err.Error()))
	})
	for _, make := range commands {
		root.AddCommand(make(s))
	}
	addShells(root)
	addCompletions(root)
	return root
}

func unknownCommand(c *cobra.Command, name string) error {
	hint := c.CommandPath() + " --help lists them"
	var known []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			known = append(known, sub.Name())
		}
	}
	if near := wordlist.Nearest(name, known); near != "" {
		hint = "did you mean " + c.CommandPath() + " " + near + "?"
	}
	return usagef("unknown command %q; %s", name, hint)
}

// flagHint says which flag may have been meant by the one that an error names.
func flagHint(c *cobra.Command, message string) string {
	if name, ok := strings.CutPrefix(message, "unknown flag: --"); ok {
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near := wordlist.Nearest(name, known); near != "" {
			return "did you mean --" + near + "?"
		}
	}
	return c.CommandPath() + " --help lists the flags"
}

// printable makes a message safe for a terminal: it may hold file names and texts
// that others wrote.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && (r < 0x20 || 0x7f <= r && r < 0xa0) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// noArguments refuses arguments with the words of the other mistakes.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 && c.HasSubCommands() {
		return unknownCommand(c, args[0])
	}
	if len(args) > 0 {
		return usagef("%s takes no arguments, got %q", c.CommandPath(), args[0])
	}
	return nil
}

// arguments refuses fewer arguments than least and more than most.
func arguments(least, most int, want string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return usagef("want %s, got %d arguments", want, len(args))
		}
		return nil
	}
}

// needsMore writes the help of a command that was called with too little.
func needsMore(c *cobra.Command, s *streams) error {
	c.SetOut(s.err)
	c.Help()
	return &exitError{code: exitUsage}
}
