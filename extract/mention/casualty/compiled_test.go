package casualty

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestCompiled: the compiled file says what its source says, and a source that has been
// edited is read itself.
func TestCompiled(t *testing.T) {
	want, err := parseFile(casualtiesYAML)
	if err != nil {
		t.Fatal(err)
	}
	got := fromCompiled(casualtiesYAML)
	if got == nil {
		t.Fatal("data/casualties.yaml has changed: run go generate ./extract/mention/casualty")
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(verbEntry{})); diff != "" {
		t.Error(diff)
	}
	if fromCompiled([]byte(string(casualtiesYAML)+"\n")) != nil {
		t.Error("the compiled form of another source is read")
	}
}
