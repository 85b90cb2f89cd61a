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

// EventType is the event type that a sub-event type belongs to, or "".
func EventType(sub string) string {
	for _, t := range EventTypes {
		if slices.Contains(t.Sub, sub) {
			return t.Name
		}
	}
	return ""
}

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
		return fmt.Errorf("id %q: lower-case letters, digits and hyphens only", r.ID)
	}
	if EventType(r.Type) == "" && s.Ladders[r.Type] == nil {
		return fmt.Errorf("%q is neither an ACLED sub-event type nor a ladder of refine.yaml", r.Type)
	}
	for i, t := range r.Triggers {
		words, pos, ok := strings.Cut(t, "/")
		if !ok || words == "" || pos != "v" && pos != "n" {
			return fmt.Errorf("trigger %q: write lemma/v or lemma/n", t)
		}
		if words != strings.ToLower(words) {
			return fmt.Errorf("trigger %q: lemmas are lower case", t)
		}
		if slices.Contains(r.Triggers[:i], t) {
			return fmt.Errorf("trigger %q stands twice", t)
		}
	}
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
	for _, t := range append(slices.Clone(r.Except), r.Needs...) {
		if t.Function == "" || len(t.Lemmas) == 0 && len(t.Kinds) == 0 {
			return errors.New("a test needs a function, and lemmas or kinds")
		}
		if err := kinds(t.Kinds); err != nil {
			return err
		}
	}
	switch r.Modality {
	case "", "planned", "hypothetical", "negated":
	default:
		return fmt.Errorf("modality %q: one of planned, hypothetical, negated", r.Modality)
	}
	return nil
}

func kinds(names []string) error {
	for _, n := range names {
		if _, ok := masks[n]; !ok {
			return fmt.Errorf("no class %q", n)
		}
	}
	return nil
}
