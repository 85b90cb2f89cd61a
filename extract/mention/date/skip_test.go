package date

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSkips holds what is passed over to hold no date: the grammar is asked at every
// word of the project's texts, whatever is known of it, and finds nothing more.
func TestSkips(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/*.txt")
	if more, err := filepath.Glob("../../testdata/*.yaml"); err == nil {
		files = append(files, more...)
	}
	if err != nil || len(files) < 2 {
		t.Fatal("no texts", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			p := parserOf(scan(nil, line))
			for i := range p.senses {
				s := *p.senses[i]
				s.begins = true
				p.senses[i] = &s
			}
			want := append(p.all(), p.lasting()...)
			var got []found
			if x := Read(line); x != nil {
				got = x.all
			}
			if len(got) != len(want) {
				t.Errorf("%q: %d dates, want %d", line, len(got), len(want))
			}
		}
	}
}
