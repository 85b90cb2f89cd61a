// Command build writes the words of casualties in compiled form into the file that is
// named. go generate runs it.
package main

import (
	"fmt"
	"os"

	"sitrep/extract/mention/casualty"
)

func main() {
	b, err := casualty.Compile()
	if err == nil {
		err = os.WriteFile(os.Args[1], b, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
