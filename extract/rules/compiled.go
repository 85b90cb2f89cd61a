package rules

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/gob"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

//go:generate go run ./internal/build compiled

// compiled holds the large YAML files of data as go generate has read them, a file
// each. Reading them so takes a twentieth of the time, which was a third of the
// start of the program.
//
//go:embed compiled
var compiled embed.FS

// compiledFile is what a file of rules, ladders or function words holds, and the
// hash of the source that it was read from.
type compiledFile struct {
	Source  [sha256.Size]byte
	Rules   []*Rule
	Ladders []*Ladder
	Lights  []*Light
	Grammar Grammar
}

// ladderFile, lightFile and grammarFile are compiled as the files of rules are.
const (
	ladderFile  = "refine.yaml"
	lightFile   = "light.yaml"
	grammarFile = "grammar.yaml"
	ruleFiles   = "events/*.yaml"
)

// fromCompiled returns what go generate has made of a source, or nil if that has
// been changed since: a rule that is edited counts before go generate has run.
func fromCompiled(name string, source []byte) *compiledFile {
	b, err := compiled.ReadFile("compiled/" + compiledName(name))
	if err != nil {
		return nil
	}
	var c compiledFile
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&c); err != nil || c.Source != sha256.Sum256(source) {
		return nil
	}
	return &c
}

func compiledName(source string) string {
	return strings.TrimSuffix(path.Base(source), ".yaml") + ".gob"
}

// readFile returns what a file of data holds.
func readFile(name string) (*compiledFile, error) {
	source, err := data.ReadFile("data/" + name)
	if err != nil {
		return nil, err
	}
	if c := fromCompiled(name, source); c != nil {
		return c, nil
	}
	return parseFile(name, source)
}

// parseFile reads a source as YAML.
func parseFile(name string, source []byte) (*compiledFile, error) {
	c := &compiledFile{Source: sha256.Sum256(source)}
	switch name {
	case ladderFile:
		return c, strict(name, source, &c.Ladders)
	case lightFile:
		return c, strict(name, source, &c.Lights)
	case grammarFile:
		return c, strict(name, source, &c.Grammar)
	}
	err := parseRules(path.Base(name), source, false, func(r *Rule) error {
		c.Rules = append(c.Rules, r)
		return nil
	})
	return c, err
}

// Compile returns the compiled forms of the files of data by their names. It is for
// go generate.
func Compile() (map[string][]byte, error) {
	names, err := fs.Glob(data, "data/"+ruleFiles)
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, name := range append([]string{ladderFile, lightFile, grammarFile}, names...) {
		name = strings.TrimPrefix(name, "data/")
		source, err := data.ReadFile("data/" + name)
		if err != nil {
			return nil, err
		}
		c, err := parseFile(name, source)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(c); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[compiledName(name)] = b.Bytes()
	}
	return out, nil
}

// Source returns a rule as it is written in its file.
func Source(r *Rule) (string, error) {
	b, err := data.ReadFile("data/events/" + r.File)
	if err != nil {
		b, err = os.ReadFile(r.File)
	}
	if err != nil {
		return "", err
	}
	var out strings.Builder
	n := 0
	for line := range strings.Lines(string(b)) {
		if n++; n < r.Line {
			continue
		}
		if n > r.Line && (strings.HasPrefix(line, "-") || strings.HasPrefix(line, "#")) {
			break
		}
		out.WriteString(line)
	}
	return strings.TrimRight(out.String(), " \n") + "\n", nil
}
