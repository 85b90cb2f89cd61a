package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/semver"
)

// build is one release in the making.
type build struct {
	source  string
	work    string            // for what is not published as it is
	version string            // v1.2.3
	time    time.Time         // of the commit: that of every file, so that two builds are the same
	built   map[string]string // programs by system
}

// newBuild finds out what is built.
func newBuild(source, work, version string) (*build, error) {
	b := &build{source: source, work: work, version: version, built: map[string]string{}}
	seconds, err := b.output(nil, "git", "log", "-1", "--format=%ct")
	if err != nil {
		return nil, err
	}
	var n int64
	if _, err := fmt.Sscan(seconds, &n); err != nil {
		return nil, err
	}
	b.time = time.Unix(n, 0).UTC()
	if b.version == "" {
		if b.version, err = b.tag(); err != nil {
			return nil, err
		}
	}
	if !semver.IsValid(b.version) {
		return nil, fmt.Errorf("version %q: want one as v1.2.3", b.version)
	}
	return b, nil
}

// tag returns the version that the commit is tagged with, else one that sorts
// before the first release, as Go makes them.
func (b *build) tag() (string, error) {
	if tag, err := b.output(nil, "git", "describe", "--tags", "--exact-match", "--match", "v*"); err == nil {
		return tag, nil
	}
	hash, err := b.output(nil, "git", "rev-parse", "--short=12", "HEAD")
	return "v0.0.0-" + b.time.Format("20060102150405") + "-" + hash, err
}

// output runs a command in the source and returns what it prints.
func (b *build) output(env []string, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = b.source
	c.Env = append(os.Environ(), env...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return strings.TrimSpace(string(out)), nil
}

// program builds sitrep for a system and returns its path.
func (b *build) program(system, processor string) (string, error) {
	target := system + "_" + processor
	if path := b.built[target]; path != "" {
		return path, nil
	}
	name := "sitrep"
	if system == "windows" {
		name += ".exe"
	}
	path, err := filepath.Abs(filepath.Join(b.work, target, name))
	if err != nil {
		return "", err
	}
	env := []string{"CGO_ENABLED=0", "GOOS=" + system, "GOARCH=" + processor, "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=", "GOWORK=off"}
	_, err = b.output(env, "go", "build", "-trimpath", "-buildvcs=true", "-ldflags", "-s -w -buildid= -X main.release="+b.version, "-o", path, "./cmd/sitrep")
	if err == nil {
		b.built[target] = path
	}
	return path, err
}

// file is one that is published inside others.
type file struct {
	name string // with slashes
	data []byte
	mode os.FileMode
}

// completions are the names under which shells look for their scripts.
var completions = []struct{ shell, name string }{
	{"bash", "sitrep.bash"}, {"fish", "sitrep.fish"}, {"zsh", "_sitrep"}, {"powershell", "sitrep.ps1"},
}

// docs returns what goes with a program: texts, manual pages and completions.
// The program writes the last two itself.
func (b *build) docs() ([]file, error) {
	program, err := b.program(runtime.GOOS, runtime.GOARCH)
	if err != nil {
		return nil, err
	}
	man := filepath.Join(b.work, "man")
	if man, err = filepath.Abs(man); err != nil {
		return nil, err
	}
	if _, err := b.output(nil, program, "man", man); err != nil {
		return nil, err
	}
	var out []file
	add := func(name, path string) error {
		data, err := os.ReadFile(path)
		out = append(out, file{name, data, 0o644})
		return err
	}
	for _, name := range []string{"README.md", "CHANGELOG.md", "LICENSE"} {
		if err := add(name, filepath.Join(b.source, name)); err != nil {
			return nil, err
		}
	}
	// The data are others' work, under licences that want their names told.
	if err := add("DATA.md", filepath.Join(b.source, "gazetteer", "README.md")); err != nil {
		return nil, err
	}
	pages, err := os.ReadDir(man)
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		if err := add("man/"+p.Name(), filepath.Join(man, p.Name())); err != nil {
			return nil, err
		}
	}
	for _, c := range completions {
		script, err := b.output(nil, program, "completion", c.shell)
		if err != nil {
			return nil, err
		}
		out = append(out, file{"completions/" + c.name, []byte(script + "\n"), 0o644})
	}
	slices.SortFunc(out, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return out, nil
}
