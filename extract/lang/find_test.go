package lang_test

import (
	"slices"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

func sentenceOf(text string) *lang.Sentence {
	return document(article.Clean(article.Input{ID: "t", Text: text})).Analyse(0)
}

func TestGroupFinders(t *testing.T) {
	s := sentenceOf("Syria's army shelled the town on Monday.")
	text := func(g *lang.NounGroup) string {
		if g == nil {
			return ""
		}
		return g.Text()
	}
	for _, c := range []struct{ name, got, want string }{
		{"the widest group at Syria", text(s.GroupAt(0)), "Syria's army"},
		{"the widest group from Syria", text(s.GroupFrom(0)), "Syria's army"},
		{"the widest group to army", text(s.GroupTo(2)), "Syria's army"},
		{"the group to Syria", text(s.GroupTo(0)), "Syria"},
		{"no group from army", text(s.GroupFrom(2)), ""},
		{"no group at the verb", text(s.GroupAt(3)), ""},
		{"no group outside", text(s.GroupAt(-1)), ""},
		{"the innermost group at Syria", text(s.InnermostGroup(s.Start)), "Syria"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	if v := s.VerbAt(3); v == nil || v.Lemma != "shell" {
		t.Errorf("the verb at shelled: %v", v)
	}
}

func TestTokens(t *testing.T) {
	ts := sentenceOf("Rebels were in front of the town — quickly.").Tokens
	for name, ok := range map[string]bool{
		"a word":               ts.Word(0) == "rebels" && ts.Lemma(0) == "rebel" && ts.Capital(0) && ts.Noun(0),
		"words in a row":       ts.Spell(2, "in", "front", "of") && !ts.Spell(2, "in", "of"),
		"nothing outside":      ts.Word(-1) == "" && ts.Tag(len(ts)) == "" && !ts.Is(-1, "") && !ts.Verb(99),
		"one of several words": ts.Is(1, "is", "were") && ts.Tagged(1, "VBZ", "VBD") && ts.FiniteVerb(1),
		"marks":                ts.Mark(0) == 0 && ts.Mark(7) == '-' && ts.Mark(len(ts)-1) == '.' && ts.Mark(-1) == '.',
	} {
		if !ok {
			t.Errorf("%s: %+v", name, ts)
		}
	}
}

func TestVerbForms(t *testing.T) {
	for _, c := range []struct {
		lemma string
		given []string
		want  []string
	}{
		{"claim", nil, []string{"claims", "claiming", "claimed"}},
		{"announce", nil, []string{"announces", "announcing", "announced"}},
		{"stress", nil, []string{"stresses", "stressing", "stressed"}},
		{"say", []string{"said"}, []string{"says", "saying", "said", "said"}},
	} {
		if got := lang.VerbForms(c.lemma, c.given...); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.lemma, got, c.want)
		}
	}
}
