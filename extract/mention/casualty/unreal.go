package casualty

import (
	"strings"

	"sitrep/extract/lang"
)

// unreal reports whether what the verb at i tells has not happened.
func (f *finder) unreal(i int) bool {
	perfect := false
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		t := f.t[k]
		switch {
		case t.Lower == "not" || t.Lower == "n't" || f.t.Is(k, "never"):
			return true
		case f.w.unreal[t.Lower] && k >= i-2:
			return true
		case t.Lemma == "have" && strings.HasPrefix(t.Tag, "VB"):
			perfect = true
		case f.w.modals[t.Lower] && t.Tag == "MD":
			return !perfect || t.Lower == "will"
		case strings.HasPrefix(t.Tag, "RB"), t.Lemma == "be", t.Lemma == "get", f.t.Tagged(k, "CC"), strings.HasPrefix(t.Tag, "VB") && k < i-1 && f.t.Tagged(k+1, "CC", ","):
		case t.Tag == "TO" && (f.t.Tagged(k+1, "VB") || perfect):
			return !perfect && !f.accomplished(k)
		default:
			return f.condition(i)
		}
	}
	return f.condition(i)
}

// accomplished reports whether the infinitive at to was done: managed to kill.
func (f *finder) accomplished(to int) bool {
	for k := to - 1; k >= 0 && k >= to-3; k-- {
		if f.w.accomplished[f.t[k].Lemma] {
			return true
		}
		if f.w.governors[f.t[k].Lemma] {
			return false
		}
	}
	return false
}

// condition reports whether the clause of the verb at i hangs on an if.
func (f *finder) condition(i int) bool {
	c := f.clauseAt(i)
	return c != nil && (c.Link == lang.Conditional || c.Predicate.Negated)
}
