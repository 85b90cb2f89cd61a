package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/licensecheck"
)

// sure is how many words in a hundred of a licence file must be a known licence's.
const sure = 75

// licences returns the licences of modules by path, as their own files give them:
// SPDX identifiers, or the name of a file that is no licence which is known.
func (b *build) licences(modules map[string]*debug.Module) (map[string]*cyclonedx.Licenses, error) {
	list, err := b.output([]string{"GOWORK=off"}, "go", "list", "-m", "-f", "{{.Path}}\t{{.Dir}}", "all")
	if err != nil {
		return nil, err
	}
	out := map[string]*cyclonedx.Licenses{}
	for line := range strings.Lines(list) {
		path, dir, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if modules[path] == nil {
			continue
		}
		if out[path], err = licencesIn(dir); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return out, nil
}

// licencesIn returns the licences of the files at the top of a folder.
func licencesIn(dir string) (*cyclonedx.Licenses, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var ids, unknown []string
	for _, f := range files {
		if !f.Type().IsRegular() || !isLicence(f.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			return nil, err
		}
		found := licensecheck.Scan(text)
		if found.Percent < sure {
			unknown = append(unknown, f.Name())
			continue
		}
		for _, m := range found.Match {
			if !m.IsURL {
				ids = append(ids, m.ID)
			}
		}
	}
	var out cyclonedx.Licenses
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		out = append(out, cyclonedx.LicenseChoice{License: &cyclonedx.License{ID: id}})
	}
	if len(out) == 0 {
		for _, name := range unknown {
			out = append(out, cyclonedx.LicenseChoice{License: &cyclonedx.License{Name: "see its file " + name}})
		}
	}
	return &out, nil
}

// isLicence reports whether a file is called as licences are: LICENSE, COPYING.txt.
func isLicence(name string) bool {
	name = strings.ToUpper(name)
	return slices.ContainsFunc([]string{"LICENSE", "LICENCE", "COPYING", "UNLICENSE"}, func(s string) bool { return strings.HasPrefix(name, s) })
}
