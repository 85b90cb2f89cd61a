package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// release is set by the linker: -ldflags "-X main.release=v1.2.3".
var release = ""

// hashed is a body of data whose hash --version shows, so that two tables can
// be told to come from the same rules and dictionaries.
type hashed struct {
	name string
	hash func() string
}

var data []hashed

// version is one line for the program and one for each body of data.
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
	lines := []string{"sitrep " + v}
	for _, d := range data {
		lines = append(lines, fmt.Sprintf("%s %s", d.name, d.hash()))
	}
	return strings.Join(lines, "\n")
}
