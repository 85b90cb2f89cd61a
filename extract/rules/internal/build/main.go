// Command build writes the built-in rule files in compiled form into the folder
// that is named. go generate runs it.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sitrep/extract/rules"
)

func main() {
	if err := build(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(folder string) error {
	files, err := rules.Compile()
	if err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(folder, "*.gob"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if files[filepath.Base(name)] == nil {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}
