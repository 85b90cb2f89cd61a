package attribution_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/extract/attribution"
	"sitrep/extract/lang"
)

var update = flag.Bool("update", false, "write what is found into testdata/constructions.txt, to be read before it is kept")

// TestConstructions holds testdata/constructions.txt: for every construction
// ten texts (⏎ is a line break), each followed by what must be found in it.
func TestConstructions(t *testing.T) {
	path := filepath.Join("testdata", "constructions.txt")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	texts := 0
	for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		lines := strings.Split(block, "\n")
		if strings.HasPrefix(lines[0], "# ") {
			out.WriteString(lines[0] + "\n")
			lines = lines[1:]
		}
		if len(lines) == 0 {
			out.WriteString("\n")
			continue
		}
		texts++
		got := found(strings.ReplaceAll(lines[0], "⏎", "\n"))
		if want := strings.Join(lines[1:], "\n"); got != want && !*update {
			t.Errorf("%s\ngot\n%s\nwant\n%s", lines[0], got, want)
		}
		out.WriteString(strings.TrimSuffix(lines[0]+"\n"+got, "\n") + "\n\n")
	}
	if texts < 140 {
		t.Errorf("%d texts", texts)
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// found prints the attributions of a text, a line for each.
func found(text string) string {
	var lines []string
	for _, a := range attribution.Find(lang.New(plain(text))) {
		var parts []string
		for _, c := range a.Content {
			parts = append(parts, strings.ReplaceAll(text[c.Start:c.End], "\n", "⏎"))
		}
		line := "  " + a.Source.Text + " | " + a.Cue.Text + " | " + string(a.Kind) + " | " + strings.Join(parts, " … ")
		for _, v := range a.Via {
			line += " | via " + v.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
