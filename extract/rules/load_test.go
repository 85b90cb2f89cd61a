package rules

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

func TestBuiltinIsValid(t *testing.T) {
	s, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range s.Rules {
		if ladder := s.Ladders[r.Type]; ladder != nil {
			for _, step := range ladder.Steps {
				seen[step.Type] = true
			}
		}
		seen[r.Type] = true
	}
	for _, e := range EventTypes {
		for _, sub := range e.Sub {
			if !seen[sub] {
				t.Errorf("no rule yields %q", sub)
			}
		}
	}
}

// TestNoWordTwice: a word that stands in a list already is a slip, and often
// one of another word that is missing.
func TestNoWordTwice(t *testing.T) {
	files, err := filepath.Glob("data/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	more, _ := filepath.Glob("data/events/*.yaml")
	for _, name := range append(files, more...) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseBytes(b, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, doc := range f.Docs {
			ast.Walk(twice{t, name}, doc.Body)
		}
	}
}

// twice fails on lists that hold a scalar twice.
type twice struct {
	t    *testing.T
	file string
}

func (v twice) Visit(n ast.Node) ast.Visitor {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		return v
	}
	seen := map[string]bool{}
	for _, item := range list.Values {
		s, ok := item.(ast.ScalarNode)
		if !ok {
			continue
		}
		word := s.String()
		if seen[word] {
			v.t.Errorf("%s:%d: %s stands in its list already", v.file, item.GetToken().Position.Line, word)
		}
		seen[word] = true
	}
	return v
}

// TestOrderOfRules checks that the order of the rules in the files decides
// nothing.
func TestOrderOfRules(t *testing.T) {
	s, err := load(nil)
	if err != nil {
		t.Fatal(err)
	}
	want := s.triggers
	slices.Reverse(s.Rules)
	s.index()
	for key, ts := range s.triggers {
		if !slices.Equal(ts, want[key]) {
			t.Errorf("%s: another rule comes first where the files are read backwards", key)
		}
	}
}

// TestSentences reads the forms of a sentence to find.
func TestSentences(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.yaml")
	for text, want := range map[string]string{
		"[Militants derailed a train.]": "{Militants derailed a train.   }",
		"[{text: Militants derailed a train., actor: Militants, target: a train, type: Attack}]": "{Militants derailed a train. Militants a train Attack}",
		"[{text: Militants derailed a train., aktor: Militants}]":                                `unknown field "aktor"`,
		"[{actor: Militants}]": "a sentence needs a text",
		"[{text: Militants derailed a train., type: Derailment}]": `"Derailment" is not an ACLED sub-event type`,
	} {
		if err := os.WriteFile(file, []byte(strings.Replace(whole, "[Militants derailed a train.]", text, 1)), 0o666); err != nil {
			t.Fatal(err)
		}
		got := ""
		if rs, err := Check(file); err != nil {
			got = err.Error()
		} else {
			got = fmt.Sprint(rs[0].Find[0])
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// TestLadders checks that every step names what there is.
func TestLadders(t *testing.T) {
	s, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	weapons := map[string]bool{}
	for _, w := range s.Weapons {
		weapons[w.Class] = true
	}
	for _, l := range s.Ladders {
		for i, step := range l.Steps {
			if (step.Type == "") == (len(step.Inherit) == 0) || step.Type != "" && EventType(step.Type) == "" {
				t.Errorf("%s, step %d: want an ACLED sub-event type or a list to inherit from, got %q", l.ID, i+1, step.Type)
			}
			for _, sub := range step.Inherit {
				if EventType(sub) == "" {
					t.Errorf("%s, step %d: %q is no sub-event type", l.ID, i+1, sub)
				}
			}
			for _, w := range step.Weapon {
				if !weapons[w] {
					t.Errorf("%s, step %d: no weapon of class %q", l.ID, i+1, w)
				}
			}
			if err := kinds(slices.Concat(step.Actor, step.Target)); err != nil {
				t.Errorf("%s, step %d: %v", l.ID, i+1, err)
			}
		}
		last := l.Steps[len(l.Steps)-1]
		if len(last.Weapon)+len(last.Actor)+len(last.Target)+len(last.Said)+len(last.Inherit) > 0 {
			t.Errorf("%s: the last step has to hold always", l.ID)
		}
	}
}

const whole = `# mine
- id: sabotage-rail
  act: sabotage
  type: Looting/property destruction
  triggers: [derail/v]
  roles:
    target: {functions: [object], kinds: [vehicle]}
  find: [Militants derailed a train.]
  not: [The talks were derailed.]
`

func TestUserRules(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"whole", whole, ""},
		{"unknown key", strings.Replace(whole, "  act:", "  color: red\n  act:", 1), `FILE:3: rule sabotage-rail: unknown field "color"`},
		{"no list", "id: x\n", "FILE: want a list of rules"},
		{"no act", strings.Replace(whole, "  act: sabotage\n", "", 1), "FILE:2: rule sabotage-rail: a rule needs an act"},
		{"bad type", strings.Replace(whole, "Looting/property destruction", "Looting", 1), "FILE:2: rule sabotage-rail: \"Looting\" is neither"},
		{"bad trigger", strings.Replace(whole, "derail/v", "derail", 1), "write lemma/v, lemma/n or lemma/t"},
		{"bad class", strings.Replace(whole, "vehicle", "lorry", 1), `no class "lorry"`},
		{"twice", whole + whole[7:], "FILE:10: rule sabotage-rail: the rule of line 2 has the same id"},
		{"nothing to disable", "- {id: no-such-rule, disabled: true}\n", "nothing to disable"},
		{"broken", "- id: [\n", "FILE:1: "},
		{"disabled", "- {id: kill, disabled: true}\n", ""},
	} {
		file := filepath.Join(t.TempDir(), "own.yaml")
		if err := os.WriteFile(file, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := Check(file)
		got := ""
		if err != nil {
			got = strings.ReplaceAll(err.Error(), file, "FILE")
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestUserRuleReplaces(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.yaml")
	if err := os.WriteFile(file, []byte(strings.Replace(whole, "sabotage-rail", "kill", 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	s, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range s.Rules {
		if r.ID == "kill" && r.Act != "sabotage" {
			t.Error("the built-in rule is still there")
		}
	}
	if len(s.Triggers("kill", "v")) > 0 && s.Triggers("kill", "v")[0].Rule.ID == "kill" {
		t.Error("the built-in rule's triggers are still there")
	}
}
