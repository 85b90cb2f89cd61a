package lang_test

import (
	"sync"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

// document reads an article with the words of conflict, as the extractor does.
func document(a *article.Article) *lang.Document { return lang.New(a, conflict()) }

var conflict = sync.OnceValue(func() *lang.Vocabulary {
	set, err := rules.Builtin()
	if err != nil {
		panic(err)
	}
	v, err := lang.NewVocabulary(set.Vocabulary())
	if err != nil {
		panic(err)
	}
	return v
})

func TestVocabulary(t *testing.T) {
	for _, added := range []map[string][]string{
		{"no such list": {"militant"}},
		{"retag": {"suicide bomber"}},
	} {
		if _, err := lang.NewVocabulary(added); err == nil {
			t.Errorf("%v is no error", added)
		}
	}
	// What one vocabulary adds, another does not know.
	const text = "The blorg bombing killed six."
	a := article.Clean(article.Input{ID: "t", Text: text})
	v, err := lang.NewVocabulary(map[string][]string{"nominal": {"killed"}})
	if err != nil {
		t.Fatal(err)
	}
	if tag := lang.New(a, v).Analyse(0).Tokens.Tag(3); tag != "NN" {
		t.Errorf("an added noun has the tag %s", tag)
	}
	if tag := lang.New(a).Analyse(0).Tokens.Tag(3); tag != "VBD" {
		t.Errorf("without the word it has the tag %s", tag)
	}
}
