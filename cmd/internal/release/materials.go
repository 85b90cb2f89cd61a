package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

// materials writes the bill of materials of programs: the modules that are in
// any of them, with their licences, and which needs which.
func (b *build) materials(path string, programs []string) error {
	modules := map[string]*debug.Module{} // by path
	compiler := ""
	for _, program := range programs {
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			return err
		}
		compiler = info.GoVersion
		for _, m := range info.Deps {
			if m.Replace != nil {
				m = m.Replace
			}
			modules[m.Path] = m
		}
	}
	needs, err := b.needs(modules)
	if err != nil {
		return err
	}
	licences, err := b.licences(modules)
	if err != nil {
		return err
	}
	standard := component("std", strings.TrimPrefix(compiler, "go"))
	standard.Licenses = licensed("BSD-3-Clause")
	components := []cyclonedx.Component{standard}
	dependencies := []cyclonedx.Dependency{{Ref: standard.BOMRef}}
	for _, m := range slices.Sorted(maps.Keys(modules)) {
		c := component(m, modules[m].Version)
		if c.Hashes, err = hashes(modules[m].Sum); err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
		c.Licenses = licences[m]
		components = append(components, c)
		dependencies = append(dependencies, dependency(c.BOMRef, m, needs, modules))
	}
	main := component("sitrep", b.version)
	main.Type = cyclonedx.ComponentTypeApplication
	main.Licenses = licensed("Apache-2.0")
	own := dependency(main.BOMRef, "sitrep", needs, modules)
	*own.Dependencies = append(*own.Dependencies, standard.BOMRef)
	dependencies = append([]cyclonedx.Dependency{own}, dependencies...)

	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{Timestamp: b.time.Format(time.RFC3339), Component: &main}
	bom.Components, bom.Dependencies = &components, &dependencies
	bom.SerialNumber = serial(components)
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	// Version 1.5, which today's readers know.
	return errors.Join(cyclonedx.NewBOMEncoder(f, cyclonedx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(bom, cyclonedx.SpecVersion1_5), f.Close())
}

// licensed returns one licence by its SPDX identifier.
func licensed(id string) *cyclonedx.Licenses {
	return &cyclonedx.Licenses{{License: &cyclonedx.License{ID: id}}}
}

// component describes a module.
func component(module, version string) cyclonedx.Component {
	url := "pkg:golang/" + module + "@" + version
	return cyclonedx.Component{BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: module, Version: version, PackageURL: url, Scope: cyclonedx.ScopeRequired}
}

// hashes returns the checksum of go.sum, which is the SHA-256 of the hashes of a
// module's files.
func hashes(sum string) (*[]cyclonedx.Hash, error) {
	h, ok := strings.CutPrefix(sum, "h1:")
	if !ok {
		return nil, fmt.Errorf("unknown checksum %q", sum)
	}
	raw, err := base64.StdEncoding.DecodeString(h)
	return &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: fmt.Sprintf("%x", raw)}}, err
}

// needs returns which modules each module requires, by path, by the graph of
// modules. Requirements of versions that were not chosen don't count.
func (b *build) needs(modules map[string]*debug.Module) (map[string][]string, error) {
	graph, err := b.output([]string{"GOWORK=off"}, "go", "mod", "graph")
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for line := range strings.Lines(graph) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		module, version, _ := strings.Cut(from, "@")
		if m := modules[module]; version == "" || m != nil && m.Version == version {
			needed, _, _ := strings.Cut(to, "@")
			out[module] = append(out[module], needed)
		}
	}
	return out, nil
}

// dependency returns what a module needs of those that are in the programs.
func dependency(ref, module string, needs map[string][]string, modules map[string]*debug.Module) cyclonedx.Dependency {
	on := []string{}
	for _, path := range needs[module] {
		if m := modules[path]; m != nil {
			on = append(on, component(path, m.Version).BOMRef)
		}
	}
	slices.Sort(on)
	on = slices.Compact(on)
	return cyclonedx.Dependency{Ref: ref, Dependencies: &on}
}

// serial returns a number that the same components always have.
func serial(components []cyclonedx.Component) string {
	h := sha256.New()
	for _, c := range components {
		fmt.Fprintln(h, c.PackageURL)
	}
	s := h.Sum(nil)[:16]
	s[6], s[8] = s[6]&0x0f|0x80, s[8]&0x3f|0x80 // a UUID of version 8: made of what we like
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", s[:4], s[4:6], s[6:8], s[8:10], s[10:])
}
