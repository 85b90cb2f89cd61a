package main

import (
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newMan(*streams) *cobra.Command {
	return &cobra.Command{
		Use:     "man DIR",
		Short:   "Write the manual pages, one a command",
		Long:    "Writes sitrep.1, sitrep-extract.1 and so on to DIR, which is made if it does not exist.",
		Example: "  sitrep man ~/.local/share/man/man1",
		Args:    arguments(1, 1, "one folder"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return outputError(err)
			}
			date := built()
			root := c.Root()
			asManual(root)
			return outputError(doc.GenManTree(root, &doc.GenManHeader{
				Section: "1", Date: &date, Source: "sitrep " + version(), Manual: "sitrep manual",
			}, args[0]))
		},
	}
}

// asManual prepares the help of c and the commands below it, which is set for a
// terminal, for a manual: what stands indented stays as it is.
func asManual(c *cobra.Command) {
	c.DisableAutoGenTag = true
	var long strings.Builder
	for line := range strings.Lines(c.Long) {
		if strings.HasPrefix(line, "  ") {
			long.WriteString("  ")
		}
		long.WriteString(line)
	}
	c.Long = long.String()
	for _, sub := range c.Commands() {
		asManual(sub)
	}
}

// built returns the day of the state of the source that the program was made of,
// so that two builds of it have the same pages. Where that is not known, it is
// the first day of computers.
func built() time.Time {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.time" {
				if t, err := time.Parse(time.RFC3339, s.Value); err == nil {
					return t.UTC()
				}
			}
		}
	}
	return time.Unix(0, 0).UTC()
}
