package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"
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

// validate returns what is wrong with a rule, or nil.
func (s *Set) validate(r *Rule) error {
	switch {
	case r.ID == "":
		return errors.New("a rule needs an id")
	case r.Disabled:
		return nil
	case len(r.Triggers) == 0:
		return errors.New("a rule needs triggers")
	case r.Act == "":
		return errors.New("a rule needs an act")
	}
	if strings.Trim(r.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return fmt.Errorf("id %q: use lower-case letters, digits and hyphens only", r.ID)
	}
	if EventType(r.Type) == "" && s.Ladders[r.Type] == nil {
		return fmt.Errorf("%q is neither an ACLED sub-event type nor a ladder of refine.yaml", r.Type)
	}
	switch r.Modality {
	case "", "planned", "hypothetical", "negated":
	default:
		return fmt.Errorf("modality %q: want planned, hypothetical or negated", r.Modality)
	}
	for _, check := range []func(*Rule) error{validTriggers, validRoles, validTests, validSentences} {
		if err := check(r); err != nil {
			return err
		}
	}
	return nil
}

func validTriggers(r *Rule) error {
	for i, t := range r.Triggers {
		words, pos, ok := strings.Cut(t, "/")
		if !ok || words == "" || pos != "v" && pos != "n" {
			return fmt.Errorf("trigger %q: write lemma/v or lemma/n", t)
		}
		if words != strings.ToLower(words) {
			return fmt.Errorf("trigger %q: write the lemma in lower case", t)
		}
		if slices.Contains(r.Triggers[:i], t) {
			return fmt.Errorf("trigger %q appears twice", t)
		}
	}
	return nil
}

func validRoles(r *Rule) error {
	for _, role := range []*Role{r.Roles.Actor, r.Roles.Target, r.Roles.Weapon} {
		if role == nil {
			continue
		}
		if err := kinds(role.Kinds); err != nil {
			return err
		}
		if len(role.Functions) == 0 {
			return errors.New("a role needs functions")
		}
	}
	return nil
}

func validTests(r *Rule) error {
	for _, t := range slices.Concat(r.Except, r.Needs) {
		if t.Function == "" || len(t.Lemmas) == 0 && len(t.Kinds) == 0 {
			return errors.New("a test needs a function, and lemmas or kinds")
		}
		if err := kinds(t.Kinds); err != nil {
			return err
		}
	}
	return nil
}

func validSentences(r *Rule) error {
	for _, s := range r.Find {
		if s.Text == "" {
			return errors.New("a sentence needs a text")
		}
		if s.Type != "" && EventType(s.Type) == "" {
			return fmt.Errorf("%q is not an ACLED sub-event type", s.Type)
		}
	}
	return nil
}

// kinds returns an error if a name is not that of a class.
func kinds(names []string) error {
	for _, n := range names {
		if _, ok := masks[n]; !ok {
			return fmt.Errorf("no class %q", n)
		}
	}
	return nil
}
