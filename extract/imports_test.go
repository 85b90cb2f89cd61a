package extract

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// flow is the order in which data runs through the packages below extract. A
// package imports those before it only; those on one line don't know each
// other.
var flow = [][]string{
	{"wordlist", "lazyregexp", "clock"},
	{"tagger"},
	{"lexicon", "record", "weigh"},
	{"rules", "article"},
	{"bundle", "document"},
	{"corpus", "lang", "mend"},
	{"mention"},
	{"mention/actor", "mention/place", "mention/date", "mention/quantity"},
	{"mention/casualty", "attribution", "entity"},
	{"reading"},
	{"event"},
	{"telling"},
	{"toll", "role", "source", "setting"},
	{"scope"},
	{"kind"},
	{"frame"},
	{"incident", "code", "confidence"},
	{"listing"},
	{"deaths"},
	{"link"},
	{"report"},
	{"trace"},
	{"table", "golden"},
}

const (
	module = "sitrep/"
	root   = module + "extract"
)

// ourImports maps every package of ours to those of ours that it imports, in
// its own code, not in its tests.
func ourImports(t *testing.T) map[string][]string {
	t.Helper()
	b, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		out[f[0]] = slices.DeleteFunc(f[1:], func(p string) bool { return !strings.HasPrefix(p, module) })
	}
	return out
}

// reaches lists what a package imports, directly or through others.
func reaches(graph map[string][]string, from string) []string {
	var out []string
	for next := slices.Clone(graph[from]); len(next) > 0; next = next[1:] {
		if !slices.Contains(out, next[0]) {
			out = append(out, next[0])
			next = append(next, graph[next[0]]...)
		}
	}
	return out
}

// TestImports holds the picture of the packages: data flows one way, and what
// a library user doesn't need he doesn't get.
func TestImports(t *testing.T) {
	graph := ourImports(t)
	place := map[string]int{}
	for i, line := range flow {
		for _, p := range line {
			place[root+"/"+p] = i
		}
	}
	for p, imports := range graph {
		at, stage := place[p]
		if strings.HasPrefix(p, root+"/") && !stage && !strings.Contains(p, "/internal/") {
			t.Errorf("%s has no place in the flow", p)
		}
		for _, i := range imports {
			if from, ok := place[i]; ok && stage && from >= at {
				t.Errorf("%s imports %s: data flows the other way", p, i)
			}
			if stage && i == root {
				t.Errorf("%s is a stage and imports %s", p, i)
			}
		}
	}
	for p := range place {
		if _, ok := graph[p]; !ok {
			t.Errorf("%s is in the flow and does not exist", p)
		}
	}
	for _, no := range []struct{ from, prefix, why string }{
		{module + "gazetteer", root, "is blind to text"},
		{root + "/record", module, "holds plain types"},
		{root + "/rules", module + "gazetteer", "holds rules, and knows no names"},
		{root + "/wordlist", module, "knows no meaning of words"},
		{root, root + "/corpus", "gets its articles from its caller"},
		{root, root + "/table", "writes no tables"},
		{root, root + "/golden", "knows no tests"},
		{root, module + "cmd", "is a library"},
	} {
		for _, p := range reaches(graph, no.from) {
			if strings.HasPrefix(p, no.prefix) {
				t.Errorf("%s %s, and reaches %s", no.from, no.why, p)
			}
		}
	}
}
