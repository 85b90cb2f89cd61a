package corpus

import (
	"context"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"
)

// fuzzReader feeds a reader, by the name that calls it up, with whatever the
// fuzzer thinks of: no panic, no article without text or with invalid UTF-8,
// no error that names no place.
func fuzzReader(f *testing.F, name string, seeds ...string) {
	fuzzWithin(f, name, func(data string) string { return data }, seeds...)
}

// fuzzWithin does the same with a file around what the fuzzer thinks of, so that it
// need not find out how the file is built.
func fuzzWithin(f *testing.F, name string, file func(data string) string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(file(string(data))), 0o600); err != nil {
			t.Fatal(err)
		}
		n := 0
		o := Options{KeepDuplicates: true, AnyLanguage: true, Limits: Limits{Article: 1 << 16, Ratio: 50, Depth: 3}}
		ids := map[string]bool{}
		for d, err := range Read(context.Background(), []string{path}, o) {
			if n++; n > 100_000 {
				t.Fatal("it never ends")
			}
			var unread *Error
			if err != nil {
				if !errors.As(err, &unread) || unread.Path == "" || unread.Err == nil {
					t.Fatalf("an error without a place: %v", err)
				}
				continue
			}
			if d.ID == "" || ids[d.ID] {
				t.Fatalf("id %q is empty or not its own", d.ID)
			}
			ids[d.ID] = true
			for _, s := range []string{d.Text, d.Title, d.Published, d.Publisher, d.URL} {
				if !utf8.ValidString(s) {
					t.Fatalf("invalid UTF-8: %q", s)
				}
			}
		}
	})
}

// FuzzPosts reads live blogs and logs.
func FuzzPosts(f *testing.F) {
	f.Add("LIVE\n14:32 GMT 14 Mar 2023\nBlast in Lviv\n\n13.05pm\nx\n13 March 2023, 22:05\ny\n")
	f.Add("14 March 2023\n09:15 Two killed\n10:40 Three\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range postsOf(text) {
			if p.text == "" || p.from < 0 || p.from > len(text) {
				t.Errorf("post %+v of %q", p, text)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	fuzzReader(f, "a.txt", morning, "caf\xe9", "\xff\xfea\x00", "{", "[", "\x00")
}

func FuzzLines(f *testing.F) {
	fuzzReader(f, "a.jsonl", `{"text":"x","id":1}`, "{\n{\"text\":5}", `{"text":"\ud800"}`)
}

func FuzzJSON(f *testing.F) {
	fuzzReader(f, "a.json", `{"text":"x"}`, `[{"text":"x"},5]`, `{"articles":[{"body":"x"}]}`, `[`)
}

func FuzzTable(f *testing.F) {
	fuzzReader(f, "a.csv", "id,text\n1,x\n", "id,text\n1,\"x\n2,y\n", "text;a\n\"\"\"\";x\n", "text,text\n1,2")
}

func FuzzTabs(f *testing.F) { fuzzReader(f, "a.tsv", "id\ttext\n1\tx\n", "text\ta\n\"x\ty\n") }

func FuzzPage(f *testing.F) {
	fuzzReader(f, "a.html", webPage, "<p>x", "<html><head><meta charset=utf-16><body>x", "<script>", "<table><tr><td><p>x</table>y")
}

func FuzzMarkdown(f *testing.F) {
	fuzzReader(f, "a.md", "# x\n\ny", "---\ntitle: x\n---\ny", "---\n- a\n---\ny", "[a](b \"c\n")
}

func FuzzWARC(f *testing.F) {
	fuzzReader(f, "a.warc", warcRecordOf("conversion", "text/plain", morning), warcRecordOf("response", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x"),
		"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n")
}

func FuzzPacked(f *testing.F) {
	bz2, err := base64.StdEncoding.DecodeString(bz2Words)
	if err != nil {
		f.Fatal(err)
	}
	fuzzReader(f, "a", gz(morning), gz(morning)+gz(morning), zst(morning), string(bz2), xzOf(f, morning, 1<<16), "BZh91AY&SY", "\xfd7zXZ\x00\x00\x04",
		gz(gz(gz(gz(morning)))), zst(gz(`{"text":"x"}`)))
}

func FuzzArchive(f *testing.F) {
	fuzzReader(f, "a", tarOf("a.txt", morning), tarOf("../b.jsonl", "{}", "c", "-> /etc"), zipOf("a.txt", morning), zipOf("b.zip", zipOf("a.txt", morning)),
		zipOf("c.tar", tarOf("a.txt", "x")), gz(tarOf("d.zip", zipOf("/../a", "x"))))
}

func FuzzFeed(f *testing.F) {
	fuzzReader(f, "a.xml", "<rss><channel><title>n</title><item><title>a</title><description>b</description></item></channel></rss>",
		"<feed><entry><title>a</title><content>b</content></entry></feed>", "<nitf><body.content><p>x</p></body.content></nitf>")
}

func FuzzMail(f *testing.F) {
	fuzzReader(f, "a.eml", "From: a@b.c\nSubject: =?utf-8?Q?x?=\nDate: Tue, 14 Mar 2023 12:00:00 +0000\nContent-Type: multipart/mixed; boundary=z\n\n--z\n\nx\n--z--\n",
		"From a@b Tue\nFrom: a@b.c\nSubject: x\n\ny\n\nFrom c@d Wed\nSubject: z\n\n>From\n")
}

func FuzzChat(f *testing.F) {
	fuzzReader(f, "a.json", `{"name":"n","type":"public_channel","messages":[{"id":1,"type":"message","date":"2023-03-14T12:00:00","text":["a",{"text":"b"}]}]}`,
		`window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"x"}}]`)
}

func FuzzOffice(f *testing.F) {
	fuzzReader(f, "a.docx", zipOf("word/document.xml", "<w:p><w:t>x</w:t></w:p>"), zipOf("content.xml", "<text:p>x</text:p>"),
		zipOf("META-INF/container.xml", `<rootfile full-path="c"/>`, "c", `<item id="a" href="a"/><itemref idref="a"/>`, "a", "<p>x</p>"))
}

// FuzzWorkbook reads a workbook with any sheet.
func FuzzWorkbook(f *testing.F) {
	book := func(sheet string) string {
		return zipOf("[Content_Types].xml", `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
			"_rels/.rels", `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="b"/></sheets></workbook>`,
			"xl/worksheets/sheet1.xml", sheet)
	}
	fuzzWithin(f, "a.xlsx", book, `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Rebels took Gao.</t></is></c></row></sheetData></worksheet>`,
		`<worksheet><sheetData><row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Killed</t></is></c></row><row r="9"><c r="B9"><v>45000</v></c></row></sheetData></worksheet>`)
}

// FuzzPDF reads a PDF whose page has any content.
func FuzzPDF(f *testing.F) {
	fuzzWithin(f, "a.pdf", pageOf, "BT /F 12 Tf 50 700 Td (Rebels took Gao.) Tj ET", "q BT /F 9 Tf 1 0 0 1 5 5 Tm [(mili) -20 (tants)] TJ T* <52> ' ET Q", "BT /F 8 Tf 12 TL (a) Tj T* (b) ' 1 2 (c) \" ET")
}
