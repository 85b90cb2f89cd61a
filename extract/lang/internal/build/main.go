// Command build writes the training data of the sentence model to the file that
// is named. go generate runs it.
package main

import (
	"fmt"
	"os"

	"sitrep/extract/lang/internal/punkt"
)

func main() {
	s, err := punkt.Library()
	if err == nil {
		err = os.WriteFile(os.Args[1], []byte(punkt.Write(s)), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
