package rules

import (
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Sentence is a sentence that a rule must match. In a rule file it is a plain
// string, or a map that also says what the event must be:
//
//   - text: Rebels shelled the town of Kalib.
//     actor: Rebels
//     target: none
//     type: Shelling/artillery/missile attack
type Sentence struct {
	Text string `yaml:"text"`
	// Actor and Target are the words that fill the role, as the text has them.
	// Several groups have "; " between them; none says that the role is open.
	// An empty one is not checked.
	Actor  string `yaml:"actor"`
	Target string `yaml:"target"`
	Type   string `yaml:"type"` // the sub-event type; an empty one is not checked
}

// None is the value of a role that must be open.
const None = "none"

// UnmarshalYAML reads a sentence from a string or a map.
func (s *Sentence) UnmarshalYAML(n ast.Node) error {
	if n.Type() != ast.MappingType && n.Type() != ast.MappingValueType {
		return yaml.NodeToValue(n, &s.Text)
	}
	type fields Sentence // without this method
	return yaml.NodeToValue(n, (*fields)(s), yaml.Strict())
}
