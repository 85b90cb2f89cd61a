// Command sitrep reads news articles about armed conflict and writes what
// they report as a table: who did what to whom, where, when, with which
// claimed casualties, and who says so.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
