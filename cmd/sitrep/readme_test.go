package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

var updateReadme = flag.Bool("update-readme", false, "rewrite the outputs in README.md")

// TestReadme runs the commands of the console blocks in the README and holds
// their output to what stands there.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const fence = "```console\n"
	text := string(b)
	var out strings.Builder
	blocks := 0
	for {
		before, rest, ok := strings.Cut(text, fence)
		out.WriteString(before)
		if !ok {
			break
		}
		block, after, _ := strings.Cut(rest, "```")
		command, _, _ := strings.Cut(block, "\n")
		args, ok := strings.CutPrefix(command, "$ sitrep ")
		if !ok {
			t.Fatalf("a console block begins with %q, want $ sitrep …", command)
		}
		var stdout, stderr bytes.Buffer
		if code := run(append(strings.Fields(args), "--quiet"), strings.NewReader(""), &stdout, &stderr); code != 0 {
			t.Fatalf("%s: exit code %d: %s", command, code, stderr.String())
		}
		out.WriteString(fence + command + "\n" + stdout.String() + "```")
		text = after
		blocks++
	}
	if blocks == 0 {
		t.Fatal("the README shows no output")
	}
	if out.String() == string(b) {
		return
	}
	if !*updateReadme {
		t.Fatal("README.md does not show what the commands write; go test ./cmd/sitrep -run TestReadme -update-readme")
	}
	if err := os.WriteFile("README.md", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
