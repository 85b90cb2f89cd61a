package bundle

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, text := range []string{"", "Rebels took Gao.", "Chapter 1 of 3\n\nRebels took Gao.", "Document 1 of 3\n\nRebels took Gao."} {
		if articles, name, err := Split(text); articles != nil || name != "" || err != nil {
			t.Errorf("%q is a bundle of %q: %v, %v", text, name, articles, err)
		}
	}
	for _, text := range []string{
		"1 of 2 DOCUMENTS\n\nHarbour Times\n\nMarch 14, 2023\n",
		"Rebels took Gao.\nDocument LBA0000020230314ej3e0001a\n",
		"Document 1 of 2\n\nFull text:\n",
		"Rebels took Gao.\n\nLoad-Date: March 14, 2023\n\nEnd of Document\n",
	} {
		if articles, name, err := Split(text); err == nil || name == "" || articles != nil {
			t.Errorf("%q is read as %v of %q", text, articles, name)
		} else if !strings.Contains(err.Error(), "cannot be split") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{
		"1 of 1 DOCUMENTS\n\nHarbour Times\n\nMarch 14, 2023 Tuesday\n\nTowns fall\n\nLENGTH: 3 words\n\nRebels took Gao.\n\nLOAD-DATE: March 14, 2023\n",
		"Towns fall\nHarbour\nMarch 14, 2023\nBody\nRebels took Gao.\nLoad-Date: March 14, 2023\nEnd of Document\n",
		"Towns fall\n3 words\n14 March 2023\nHarbour\n(c) 2023\nRebels took Gao.\nDocument LBA0000020230314ej3e0001a\n",
		"HD Towns fall\nPD 14 March 2023\nLP Rebels took Gao.\nAN Document LBA0000020230314ej3e0001a\n",
		"Document 1 of 1\nTowns fall\nFull text: Rebels took Gao.\nTitle: x\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		articles, name, err := Split(s)
		if name == "" && (articles != nil || err != nil) || name != "" && err == nil && len(articles) == 0 {
			t.Errorf("%d articles of %q: %v", len(articles), name, err)
		}
		for _, a := range articles {
			if strings.TrimSpace(a.Text) == "" {
				t.Error("an article without text")
			}
		}
	})
}
