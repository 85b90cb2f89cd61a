// Command build writes the table of prose's model to the file that is named.
// go generate runs it.
package main

import (
	"fmt"
	"os"

	"sitrep/extract/tagger/internal/compile"
)

func main() {
	table, err := compile.Prose()
	if err == nil {
		err = os.WriteFile(os.Args[1], table, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
