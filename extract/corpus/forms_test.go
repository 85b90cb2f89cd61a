package corpus

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/forms.golden")

// TestForms holds what is read of a folder with a file of each form: bundles of
// news databases, mails, feeds, chats, documents.
func TestForms(t *testing.T) {
	var b strings.Builder
	for d, err := range Read(context.Background(), []string{"testdata/forms"}, Options{KeepDuplicates: true}) {
		if err != nil {
			fmt.Fprintf(&b, "ERROR %v\n\n", err)
			continue
		}
		fmt.Fprintf(&b, "%s\n  title %q, published %q, publisher %q, address %q\n  %q\n\n", d.ID, d.Title, d.Published, d.Publisher, d.URL, d.Text)
	}
	const golden = "testdata/forms.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("read\n%s\nwant\n%s", b.String(), want)
	}
}

// TestHostileForms reads broken and hostile files of every form: each is named,
// and none ends the run or yields an article that is two.
func TestHostileForms(t *testing.T) {
	deep := strings.Repeat("<a>", 100_000)
	for name, data := range map[string]string{
		"cut.docx":      zipOf("word/document.xml", "<w:document><w:body><w:p><w:t>Reb")[:40],
		"empty.docx":    zipOf("word/document.xml", ""),
		"nothing.docx":  zipOf("x.bin", "x"),
		"bomb.docx":     zipOf("word/document.xml", "<w:t>"+strings.Repeat("a", 80<<20)),
		"deep.docx":     zipOf("word/document.xml", deep),
		"noroot.epub":   zipOf("META-INF/container.xml", "<container/>"),
		"climb.epub":    zipOf("META-INF/container.xml", `<rootfile full-path="../../etc/passwd"/>`),
		"loop.epub":     zipOf("META-INF/container.xml", `<rootfile full-path="META-INF/container.xml"/>`),
		"empty.odt":     zipOf("content.xml", "<office:document-content/>"),
		"broken.xlsx":   zipOf("xl/workbook.xml", "<workbook/>"),
		"cut.rtf":       `{\rtf1 {\fonttbl`,
		"deep.rtf":      `{\rtf1 ` + strings.Repeat("{", 200_000),
		"hex.rtf":       `{\rtf1 \'`,
		"bin.rtf":       `{\rtf1 \bin99999999 x}`,
		"cut.pdf":       "%PDF-1.7\n1 0 obj\n<<",
		"loop.pdf":      pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
		"cut.xml":       `<rss><channel><item><title>Rebels`,
		"deep.xml":      "<rss><channel><item>" + deep,
		"entities.xml":  `<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
		"other.xml":     `<?xml version="1.0"?><orders><order/></orders>`,
		"none.xml":      `<?xml version="1.0"?>`,
		"empty.eml":     "From: a@b.c\nSubject: x\nDate: Tue, 14 Mar 2023 12:00:00 +0000\n\n",
		"cut.eml":       "From: a@b.c\nSubject: x\nDate: y\nContent-Type: multipart/mixed; boundary=\"z\"\n\n--z\nContent-Type: multi",
		"cut.mbox":      "From a@b Tue\nFrom: a@b.c\nSubject x\n\n",
		"nobody.txt":    "\n1 of 2 DOCUMENTS\n\nThe Harbour Times\n\n2 of 2 DOCUMENTS\n\nThe Harbour Times\n",
		"headless.txt":  "Rebels captured a town.\n\nDocument LBA0000020230314ej3e0001a\n",
		"gkg.txt":       "20230314120000-0\t20230314120000" + strings.Repeat("\t1", 25) + "\n",
		"events.csv":    "1087654321\t20230314\t202303\t2023" + strings.Repeat("\tx", 54) + "\n",
		"cut.json":      `{"name": "x", "type": "public_channel", "messages": [{"id": 1, "type": "mess`,
		"list.json":     `{"name": "x", "type": "public_channel", "messages": 5}`,
		"none.json":     `{"name": "x", "type": "public_channel", "id": 5}`,
		"broken.js":     `window.YTD.tweets.part0 = [{"tweet": `,
		"notweet.js":    `window.YTD.tweets.part0 = [{"like": {}}]`,
		"old.doc":       "\xd0\xcf\x11\xe0rest",
		"slides.pptx":   zipOf("ppt/presentation.xml", "<p/>"),
		"password.zip":  "PK\x03\x04" + strings.Repeat("\x00", 40),
		"chats.json":    `{"about": "x", "name": "x", "type": "public_channel", ` + strings.Repeat(`"chats": {`, 200_000),
		"lists.json":    `{"about": "x", "type": "public_channel", "chats": {"list": [5, {"messages": {}}]}}`,
		"operators.pdf": pageOf("Q Q TJ (x) Tj 1 Tf 5 5 Td [1 [2]] TJ cm Tm T*"),
		"saved.pdf":     pageOf(strings.Repeat("q ", 500_000)),
		"hex.pdf":       pageOf("BT /F 9 Tf 5 5 Td [(mili) 2-0 (tants)] TJ T* <52Q"),
		"array.pdf":     pageOf(strings.Repeat("[", 100_000)),
		"parent.pdf":    strings.Replace(pageOf("BT /F 12 Tf 50 700 Td (Rebels took Gao.) Tj ET"), "/Parent 2 0 R", "/Parent 3 0 R", 1),
		"count.pdf":     pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2000000000>>"),
		"nested.html":   "<title>Live</title>" + strings.Repeat("<div><time datetime='2023-03-14T10:00:00Z'></time>", 3000),
		"notes.txt":     "Rebels took Gao.\n" + strings.Repeat("¹ x\n", 300_000),
		"clock.txt":     "14 March 2023\n" + strings.Repeat("10:00\n", 300_000),
		"mimetype.epub": zipOf("mimetype", "application/epub+zip"),
	} {
		docs, errs := one(t, name, data, Options{})
		for _, d := range docs {
			if len(d.Text) > 10<<20 {
				t.Errorf("%s: a text of %d bytes", name, len(d.Text))
			}
		}
		if len(errs) == 0 && len(docs) == 0 {
			t.Errorf("%s: neither read nor named", name)
		}
		t.Logf("%s: %d, %v", name, len(docs), errs)
	}
	if docs, errs := one(t, "good.pdf", pageOf("BT /F 12 Tf 50 700 Td (Rebels took Gao.) Tj ET"), Options{}); len(docs) != 1 || docs[0].Text != "Rebels took Gao." {
		t.Errorf("a good page: %+v, %v", docs, errs)
	}
}

// pdfOf returns a PDF of objects, of which the first is the root.
func pdfOf(objects ...string) string {
	var b, table strings.Builder
	b.WriteString("%PDF-1.4\n")
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return fmt.Sprintf("%s%strailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", b.String(), table.String(), len(objects)+1, b.Len())
}

// pageOf returns a PDF of one page with a content.
func pageOf(content string) string {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
}
