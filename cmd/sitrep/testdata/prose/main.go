// Command prose loads prose's models and tags one sentence: what the start of
// sitrep is measured against.
package main

import (
	"fmt"
	"os"

	"github.com/jdkato/prose/v2"
)

func main() {
	d, err := prose.NewDocument("Rebels shelled the airbase near the city on Monday, the army said.")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, t := range d.Tokens() {
		fmt.Println(t.Text, t.Tag)
	}
}
