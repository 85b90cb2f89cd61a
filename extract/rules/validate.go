package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

// EventTypes are ACLED's event types with their sub-event types, by their
// published names (ACLED Codebook, 2023).
var EventTypes = []struct {
	Name string
	Sub  []string
}{
	{"Battles", []string{"Armed clash", "Government regains territory", "Non-state actor overtakes territory"}},
	{"Explosions/Remote violence", []string{"Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade"}},
	{"Violence against civilians", []string{"Sexual violence", "Attack", "Abduction/forced disappearance"}},
	{"Protests", []string{"Peaceful protest", "Protest with intervention", "Excessive force against protesters"}},
	{"Riots", []string{"Violent demonstration", "Mob violence"}},
	{"Strategic developments", []string{"Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other"}},
}

// EventType returns the event type of a sub-event type, or "".
func EventType(sub string) string {
	for _, t := range EventTypes {
		if slices.Contains(t.Sub, sub) {
			return t.Name
		}
	}
	return ""
}

// validate returns all that is wrong with a rule, or nil.
func (s *Set) validate(r *Rule) error {
	switch {
	case r.ID == "":
		return errors.New("a rule needs an id")
	case r.Disabled:
		return nil
	}
	var wrong []error
	if strings.Trim(r.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		wrong = append(wrong, fmt.Errorf("id %q: use lower-case letters, digits and hyphens only", r.ID))
	}
	if r.Act == "" {
		wrong = append(wrong, errors.New("a rule needs an act"))
	}
	if EventType(r.Type) == "" && s.Ladders[r.Type] == nil {
		wrong = append(wrong, fmt.Errorf("%q is neither an ACLED sub-event type nor a ladder of refine.yaml%s", r.Type, meant(r.Type, subTypes())))
	}
	if r.Modality != "" && !slices.Contains(modalities, r.Modality) {
		wrong = append(wrong, fmt.Errorf("modality %q: want %s", r.Modality, strings.Join(modalities, ", ")))
	}
	for _, check := range []func(*Rule) []error{validTriggers, validRoles, validTests, validSentences} {
		wrong = append(wrong, check(r)...)
	}
	return errors.Join(wrong...)
}

// modalities are those that a rule can have besides actual.
var modalities = []string{"planned", "hypothetical", "negated"}

// subTypes are the names of all sub-event types.
func subTypes() (out []string) {
	for _, t := range EventTypes {
		out = append(out, t.Sub...)
	}
	return out
}

// meant asks for the name of the list that a wrong one is near to.
func meant(name string, list []string) string {
	if near := wordlist.Nearest(name, list); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

func validTriggers(r *Rule) (wrong []error) {
	if len(r.Triggers) == 0 {
		wrong = append(wrong, errors.New("a rule needs triggers"))
	}
	for i, t := range r.Triggers {
		words, pos, ok := strings.Cut(t, "/")
		switch {
		case !ok || words == "" || pos != "v" && pos != "n" && pos != "t":
			wrong = append(wrong, fmt.Errorf("trigger %q: write lemma/v, lemma/n or lemma/t", t))
		case words != strings.ToLower(words):
			wrong = append(wrong, fmt.Errorf("trigger %q: write the lemma in lower case", t))
		case slices.Contains(r.Triggers[:i], t):
			wrong = append(wrong, fmt.Errorf("trigger %q appears twice", t))
		}
	}
	return wrong
}

func validRoles(r *Rule) (wrong []error) {
	for _, role := range []*Role{r.Roles.Actor, r.Roles.Target, r.Roles.Weapon} {
		if role == nil {
			continue
		}
		wrong = append(wrong, kinds(role.Kinds)...)
		wrong = append(wrong, functions(role.Functions, roleFunctions)...)
		if len(role.Functions) == 0 {
			wrong = append(wrong, errors.New("a role needs functions"))
		}
	}
	return wrong
}

func validTests(r *Rule) (wrong []error) {
	for _, t := range slices.Concat(r.Except, r.Needs) {
		if t.Function == "" || len(t.Lemmas) == 0 && len(t.Kinds) == 0 {
			wrong = append(wrong, errors.New("a test needs a function, and lemmas or kinds"))
		} else {
			wrong = append(wrong, functions([]string{t.Function}, testFunctions)...)
		}
		wrong = append(wrong, kinds(t.Kinds)...)
	}
	return wrong
}

func validSentences(r *Rule) (wrong []error) {
	for _, s := range r.Find {
		if s.Text == "" {
			wrong = append(wrong, errors.New("a sentence needs a text"))
		}
		if s.Type != "" && EventType(s.Type) == "" {
			wrong = append(wrong, fmt.Errorf("%q is not an ACLED sub-event type%s", s.Type, meant(s.Type, subTypes())))
		}
	}
	return wrong
}

// kinds returns an error for each name that is not that of a class.
func kinds(names []string) (wrong []error) {
	for _, n := range names {
		if _, ok := masks[n]; !ok {
			wrong = append(wrong, fmt.Errorf("no class %q%s", n, meant(n, slices.Sorted(maps.Keys(masks)))))
		}
	}
	return wrong
}

// The functions that are no prepositions: in roles and, besides them, in tests.
var (
	roleFunctions = []string{"subject", "object", "indirect", "by", "modifier", "purpose"}
	testFunctions = append(slices.Clip(roleFunctions), "any", "sentence", "governor")
)

// functions returns an error for each name that is neither of the list nor a
// preposition. Those of several words, as in "in front of", are taken on trust.
func functions(names, list []string) (wrong []error) {
	for _, n := range names {
		if !slices.Contains(list, n) && !strings.Contains(n, " ") && !lexicon.Prepositions("")[n] {
			wrong = append(wrong, fmt.Errorf("no function or preposition %q%s", n, meant(n, list)))
		}
	}
	return wrong
}
