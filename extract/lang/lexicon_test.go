package lang

import (
	"strings"
	"testing"

	"sitrep/extract/rules"
)

// A list that is not loaded would not be missed.
func TestEveryListIsLoaded(t *testing.T) {
	loaded := map[string]bool{"answers": true, "irregular": true, "particles": true, "temporal": true, "subordinators": true, "retag": true, "standalone": true, "starters": true}
	set, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	v, err := NewVocabulary(set.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	for name, set := range v.words.sets() {
		loaded[name] = true
		if len(set.words) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
	files, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".csv")
		if !loaded[name] {
			t.Errorf("%s is not loaded", f.Name())
		}
	}
}
