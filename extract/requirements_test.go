package extract

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	readme            = "../README.md"
	requirementsBegin = "<!-- what extract requires -->\n```\n"
	requirementsEnd   = "```\n"
)

// TestRequirements holds the list in the README of what a program gets that
// imports this package: it is to stay short. go test ./extract -run
// TestRequirements -update rewrites it.
func TestRequirements(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", module+"extract").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := strings.Fields(string(out))
	slices.Sort(modules)
	want := strings.Join(slices.Compact(modules), "\n") + "\n"
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(b), requirementsBegin)
	got, after, end := strings.Cut(rest, requirementsEnd)
	switch {
	case !ok || !end:
		t.Fatalf("%s has no list after %q", readme, requirementsBegin)
	case got == want:
	case *update:
		if err := os.WriteFile(readme, []byte(before+requirementsBegin+want+requirementsEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s lists\n%swant\n%s", readme, got, want)
	}
}
