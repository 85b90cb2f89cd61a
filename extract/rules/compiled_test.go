package rules

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestCompiled: the compiled files are those of the sources in data.
func TestCompiled(t *testing.T) {
	const stale = "has changed: run go generate ./extract/rules"
	want, err := Compile()
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range want {
		if got, err := compiled.ReadFile("compiled/" + name); err != nil || !bytes.Equal(got, b) {
			t.Errorf("the source of %s %s", name, stale)
		}
	}
	files, err := compiled.ReadDir("compiled")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if want[f.Name()] == nil {
			t.Errorf("the source of %s is gone: run go generate ./extract/rules", f.Name())
		}
	}
}

// TestCompiledSame: a compiled file says what its source says, and a source that
// has been edited is read itself.
func TestCompiledSame(t *testing.T) {
	for _, name := range []string{ladderFile, lightFile, grammarFile, "events/battles.yaml", "events/protests.yaml"} {
		source, err := data.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := parseFile(name, source)
		if err != nil {
			t.Fatal(err)
		}
		got := fromCompiled(name, source)
		if got == nil {
			t.Fatalf("%s is not read in compiled form", name)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.AllowUnexported(Role{}, Test{})); diff != "" {
			t.Errorf("%s: the compiled form differs: %s", name, diff)
		}
		if fromCompiled(name, append(source, '\n')) != nil {
			t.Errorf("%s: an edited source is not read itself", name)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(nil); err != nil {
			b.Fatal(err)
		}
	}
}
