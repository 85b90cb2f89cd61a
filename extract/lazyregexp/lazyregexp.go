// Package lazyregexp compiles regular expressions when they are first asked for: most
// runs of the program use few of the many that it has. It must never know what an
// expression is for.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns the function that returns the compiled expression, which must be
// right.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
