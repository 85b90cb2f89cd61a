package lang

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sitrep/extract/lang/internal/punkt"
)

// TestTraining: the training data is that of the library that is linked in.
func TestTraining(t *testing.T) {
	library, err := punkt.Library()
	if err != nil {
		t.Fatal(err)
	}
	got, err := punkt.Read(training)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, library) {
		t.Error("the library has other training data: run go generate ./extract/lang")
	}
}

// modelEnds returns the ends of sentences as the model itself finds them.
func modelEnds(text string) []int {
	var out []int
	for _, s := range splitter().Tokenize(text) {
		out = append(out, s.End)
	}
	return out
}

// TestSentenceEnds: the model is asked about few words only, and says the same.
func TestSentenceEnds(t *testing.T) {
	texts := []string{"", " ", "a", "a.", "a. b", "é”", "No end here”", "Yes!” he said. “No.”", "Gen. Ito met Mr. Bo of the U.N. on Jan. 3. He left.", "1. One 2. Two", "N°. 5 and 3.4.5. Then",
		"Wait . . . what? Yes. . No", "J. Bach sat. In the U.S. The F.B.I. Did", "终于。好！吗？ yes。x", "a b c d.e f g\n\nh.\ni", "12 p.m. Monday at 5 p.m. They left", "No. 7 (see p. 3). It is.", "“What?” “Go!” She ran ...", "x...y z... Q"}
	files, err := filepath.Glob("../../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(append(texts, string(b)), strings.Split(string(b), "\n\n")...)
	}
	for _, text := range texts {
		if got, want := sentenceEnds(text), modelEnds(text); !slices.Equal(got, want) {
			t.Errorf("%q: ends %v, want %v", text, got, want)
		}
	}
}

func FuzzSentenceEnds(f *testing.F) {
	f.Add("Gen. Ito met Mr. Bo of the U.N. at 3.4.5. He left! “No?” ... N°. 5 。")
	f.Fuzz(func(t *testing.T, text string) {
		defer func() {
			if recover() != nil {
				modelMustPanic(t, text)
			}
		}()
		if got, want := sentenceEnds(text), modelEnds(text); !slices.Equal(got, want) {
			t.Errorf("%q: ends %v, want %v", text, got, want)
		}
	})
}

// modelMustPanic fails unless the model itself panics on a text, as it does where
// a word in characters of several bytes ends with a full stop.
func modelMustPanic(t *testing.T, text string) {
	defer func() {
		if recover() == nil {
			t.Errorf("%q: a panic that the model has not", text)
		}
	}()
	modelEnds(text)
}
