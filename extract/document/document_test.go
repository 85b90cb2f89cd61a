package document

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestLayOut(t *testing.T) {
	page := func(y float64, lines ...string) []line {
		var out []line
		for i, s := range lines {
			out = append(out, line{text: s, x: 50, y: y - 12*float64(i), size: 10})
		}
		return out
	}
	one := page(700, "Harbour Weekly 3", "Rebels captured the town of Kidal and killed twelve mili-", "tants near Deir al-", "Zor, a government-", "backed group said.")
	one = append(one, line{text: "Page 1", x: 50, y: 40, size: 10})
	two := append(page(700, "Harbour Weekly 4", "The army gave no figures."), line{text: "1 A note on the figures.", x: 50, y: 60, size: 7}, line{text: "Page 2", x: 50, y: 40, size: 10})
	got, starts := layOut([][]line{one, two})
	want := "Rebels captured the town of Kidal and killed twelve militants near Deir al-Zor, a government-backed group said.\n\nThe army gave no figures."
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if second := strings.Index(want, "\n\nThe army"); len(starts) != 2 || starts[0] != 0 || starts[1] != second {
		t.Errorf("pages at %v, want 0 and %d", starts, second)
	}
}

func TestKeepsHyphen(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		known []string
		want  bool
	}{
		{"mili", "tants", nil, false},
		{"al", "Zor", nil, true},
		{"anti", "tank", nil, true},
		{"Iran", "backed", nil, true},
		{"cease", "fire", []string{"cease-fire"}, true},
		{"cease", "fire", []string{"ceasefire", "cease-fire"}, false},
	} {
		known := map[string]bool{}
		for _, w := range c.known {
			known[w] = true
		}
		if got := keepsHyphen(c.a, c.b, known); got != c.want {
			t.Errorf("%s-%s: %v", c.a, c.b, got)
		}
	}
}

func TestRTF(t *testing.T) {
	for in, want := range map[string]string{
		`{\rtf1\ansi{\fonttbl{\f0 Times;}}Rebels took Gao.\par The army\rquote s men fled.}`: "Rebels took Gao.\n\nThe army’s men fled.",
		`{\rtf1\ansicpg1250 S\'e9gou {\*\generator x;}fell}`:                                 "Ségou fell",
		`{\rtf1\uc1 S\u233?gou \{x\}}`:                                                       "Ségou {x}",
		`{\rtf1\trowd a\cell b\cell\row c}`:                                                  "a | b\nc",
		`{\rtf1 mil\-i\-tants in Deir\~al\_Zor}`:                                             "militants in Deir al-Zor",
	} {
		if got, err := RTF([]byte(in)); got.Text != want || err != nil {
			t.Errorf("%s: %q, %v", in, got.Text, err)
		}
	}
}

// TestEndsInHex has streams that end within a hexadecimal string, at which the
// library would wait for ever, and such as do not.
func TestEndsInHex(t *testing.T) {
	for in, want := range map[string]bool{
		"BT <52": true, "<52Q": true, "<5": true, "<52QQ": false, "<52 54 ": true, "<5254> Tj <": true, "(a) Tj (b": false, "(<52) Tj": false, `(a\)<5) Tj`: false, "((a) <5)": false,
		"<52> Tj": false, "<</A 1>> <5Q": false, "% <52": false, "% <5\n<52": true, "[<52> -20 <54>] TJ": false, "": false,
	} {
		if got := endsInHex(strings.NewReader(in)); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi{\fonttbl{\f0 T;}}S\u233?gou\'e9 \par{\*\x y}\bin3 abc}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := RTF(data); err == nil && !utf8.ValidString(got.Text) {
			t.Errorf("not UTF-8: %q", got.Text)
		}
	})
}

func FuzzWord(f *testing.F) {
	f.Add([]byte(`<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`))
	f.Add([]byte(`<office:text><text:h>a</text:h><text:p>b<text:s text:c="3"/><text:note>n</text:note></text:p></office:text>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		word(data)
		openText(data)
	})
}

func FuzzPDF(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length 44>>stream\nBT /F1 12 Tf 50 700 Td (Rebels took Gao.) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		begin := time.Now()
		PDF(data, 1<<20)
		if time.Since(begin) > patience/2 {
			t.Error("a broken file keeps the reader busy")
		}
	})
}
