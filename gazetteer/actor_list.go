package gazetteer

import (
	"fmt"
	"strings"
)

// ActorFileError is a defect of a dictionary file, with its place.
type ActorFileError struct {
	ActorLine
	Msg string
}

func (e *ActorFileError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Msg)
}

// list iterates over the parts of a field with bars.
func list(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for s != "" {
			part, rest, _ := strings.Cut(s, "|")
			if !yield(part) {
				return
			}
			s = rest
		}
	}
}

// aliases iterates over a list of names; a trailing question mark marks a
// name that needs more in the text to mean the actor.
func aliases(s string) func(func(string, bool) bool) {
	return func(yield func(string, bool) bool) {
		for part := range list(s) {
			a, ambiguous := strings.CutSuffix(part, "?")
			if !yield(a, ambiguous) {
				return
			}
		}
	}
}
