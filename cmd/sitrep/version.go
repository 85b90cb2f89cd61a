package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// release is set by the linker: -ldflags "-X main.release=v1.2.3".
var release = ""

// versions returns what --version prints: the version, and the hashes of its
// rules and dictionaries, by which two tables can be told to come from the
// same.
func versions() string {
	return fmt.Sprintf("sitrep %s\nrules %s\ngazetteer %s\n", version(), rules.Hash(), gazetteer.Hash())
}

// version returns the version of the program.
func version() string {
	v := release
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
				v = s.Value[:min(12, len(s.Value))]
			}
		}
	}
	return v
}

// identify writes what tells this program from another: its version where
// that names one state of the source, else its own bytes. Rules and
// dictionaries are in both.
func identify(w io.Writer) error {
	if v := version(); release != "" || !strings.Contains(v, "(devel)") && !strings.Contains(v, "dirty") && strings.HasPrefix(v, "v") {
		_, err := io.WriteString(w, v)
		return err
	}
	path, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
