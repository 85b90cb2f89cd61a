// Command release builds what is published: static, stripped binaries for
// Linux, macOS and Windows, each packed with manual pages and completions,
// packages for Debian and RPM systems, a bill of materials, and checksums. The
// same commit gives the same bytes, wherever it is built:
//
//	go run -C cmd/internal/release . -version v1.2.3
//
// It is a module of its own, so that what it needs is no requirement of sitrep.
package main

import (
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	source := flag.String("source", "../../..", "`FOLDER` of the source")
	out := flag.String("o", "dist", "`FOLDER` to write, below that of the source unless absolute")
	version := flag.String("version", "", "`VERSION`, as in v1.2.3 (default: the tag of the commit, else one made of its day and hash)")
	list := flag.String("targets", strings.Join(allTargets, ","), "`SYSTEMS` to build for")
	flag.Parse()
	if !filepath.IsAbs(*out) {
		*out = filepath.Join(*source, *out)
	}
	if err := release(*source, *out, *version, strings.Split(*list, ",")); err != nil {
		log.Fatal(err)
	}
}

// allTargets are the systems that are published for, as GOOS/GOARCH.
var allTargets = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

// release builds everything into out, which must not exist or be empty.
func release(source, out, version string, targets []string) error {
	if left, _ := os.ReadDir(out); len(left) > 0 {
		return fmt.Errorf("%s is not empty", out)
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "sitrep-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	b, err := newBuild(source, work, version)
	if err != nil {
		return err
	}
	docs, err := b.docs()
	if err != nil {
		return err
	}
	var programs []string
	for _, target := range targets {
		system, processor, ok := strings.Cut(target, "/")
		if !ok || !slices.Contains(allTargets, target) {
			return fmt.Errorf("target %q: want one of %s", target, strings.Join(allTargets, ", "))
		}
		program, err := b.program(system, processor)
		if err != nil {
			return err
		}
		programs = append(programs, program)
		if err := b.archive(out, system, processor, program, docs); err != nil {
			return err
		}
		if system != "linux" {
			continue
		}
		for _, format := range []string{"deb", "rpm"} {
			if err := b.pack(out, format, processor, program, docs); err != nil {
				return err
			}
		}
	}
	if err := b.materials(filepath.Join(out, "sitrep_"+b.version+".cdx.json"), programs); err != nil {
		return err
	}
	return sums(out)
}

// sums writes SHA256SUMS, as sha256sum -c reads it.
func sums(out string) error {
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	var text strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(out, e.Name()))
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%x  %s\n", sha256.Sum256(data), e.Name())
	}
	return os.WriteFile(filepath.Join(out, "SHA256SUMS"), []byte(text.String()), 0o644)
}
