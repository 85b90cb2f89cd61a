package casualty

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/gob"

	"github.com/goccy/go-yaml"
)

//go:generate go run ./internal/build data/casualties.gob

// compiled is casualtiesYAML as go generate has read it, which takes a fraction of the
// time to read.
//
//go:embed data/casualties.gob
var compiled []byte

// compiledFile is what the file holds, and the hash of the source that it was read from.
type compiledFile struct {
	Source [sha256.Size]byte
	Words  casualtiesFile
}

// fromCompiled returns what go generate has made of a source, or nil if that has been
// changed since: a word that is added counts before go generate has run.
func fromCompiled(source []byte) *casualtiesFile {
	var c compiledFile
	if err := gob.NewDecoder(bytes.NewReader(compiled)).Decode(&c); err != nil || c.Source != sha256.Sum256(source) {
		return nil
	}
	return &c.Words
}

// parseFile reads a source as YAML.
func parseFile(source []byte) (*casualtiesFile, error) {
	var f casualtiesFile
	return &f, yaml.UnmarshalWithOptions(source, &f, yaml.Strict())
}

// Compile returns the compiled form of the file: the one there is, where the file has not
// been changed. It is for go generate.
func Compile() ([]byte, error) {
	if fromCompiled(casualtiesYAML) != nil {
		return compiled, nil
	}
	f, err := parseFile(casualtiesYAML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = gob.NewEncoder(&b).Encode(compiledFile{sha256.Sum256(casualtiesYAML), *f})
	return b.Bytes(), err
}
