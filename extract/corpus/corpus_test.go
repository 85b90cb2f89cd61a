package corpus

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/article"
)

const morning = "The mayor said that the bridge had been closed since the morning, and that it would stay closed for a week."
const evening = "Two buses left the town in the evening. The drivers said the road was open and that they had seen no soldiers."

// read reads paths below dir and returns the documents and the errors, with
// the folder's name taken out.
func read(t testing.TB, dir string, o Options, paths ...string) (docs []Document, errs []string) {
	t.Helper()
	for i, p := range paths {
		if p != "-" {
			paths[i] = filepath.Join(dir, p)
		}
	}
	for d, err := range Read(context.Background(), paths, o) {
		if err != nil {
			errs = append(errs, strings.ReplaceAll(err.Error(), filepath.ToSlash(dir)+"/", ""))
			continue
		}
		d.Path = strings.TrimPrefix(d.Path, filepath.ToSlash(dir)+"/")
		docs = append(docs, d)
	}
	return docs, errs
}

func put(t testing.TB, dir, name, data string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// one reads a single file and returns its articles.
func one(t testing.TB, name, data string, o Options) (inputs []article.Input, errs []string) {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, name, data)
	docs, errs := read(t, dir, o, name)
	for _, d := range docs {
		inputs = append(inputs, d.Input)
	}
	return inputs, errs
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: %s", what, diff)
	}
}

func TestFolderIsReadInStableOrderWithIDsBelowIt(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "in/b.txt", morning)
	put(t, dir, "in/a/z.txt", evening)
	put(t, dir, "in/a/lines.jsonl", `{"text":"`+morning+` One."}`+"\n"+`{"id":"own","text":"`+morning+` Two."}`+"\n")
	put(t, dir, "in/c.golden.json", "[]")
	put(t, dir, "in/c.facts.jsonl", "{}")
	put(t, dir, "in/c.args", "--x")
	put(t, dir, "in/.hidden/x.txt", morning)
	docs, errs := read(t, dir, Options{}, "in")
	var got []string
	for _, d := range docs {
		got = append(got, d.ID+" at "+d.Where())
	}
	same(t, "documents", []string{"a/lines.jsonl:1 at in/a/lines.jsonl:1", "own at in/a/lines.jsonl:2", "a/z.txt at in/a/z.txt", "b.txt at in/b.txt"}, got)
	same(t, "errors", []string(nil), errs)

	docs, _ = read(t, dir, Options{Include: []string{"*.txt"}, Exclude: []string{"a"}}, "in")
	if len(docs) != 1 || docs[0].ID != "b.txt" {
		t.Errorf("patterns: %v", docs)
	}
	docs, _ = read(t, dir, Options{Include: []string{"a/*.txt"}}, "in")
	if len(docs) != 1 || docs[0].ID != "a/z.txt" {
		t.Errorf("pattern with a slash: %v", docs)
	}
}

func TestBadOptions(t *testing.T) {
	for _, o := range []Options{{Include: []string{"[a"}}, {Map: map[string]string{"colour": "x"}}} {
		n := 0
		for _, err := range Read(context.Background(), []string{"nowhere"}, o) {
			var unread *Error
			if n++; err == nil || errors.As(err, &unread) {
				t.Errorf("%v: %v", o, err)
			}
		}
		if n != 1 {
			t.Errorf("%v yields %d times", o, n)
		}
	}
}

func TestRepeatedIDs(t *testing.T) {
	lines := ""
	for i, id := range []string{"a", "a", "a#2", "a"} {
		lines += fmt.Sprintf(`{"id":%q,"text":"%s Number %d."}`+"\n", id, morning, i)
	}
	dir := t.TempDir()
	put(t, dir, "x.jsonl", lines)
	docs, _ := read(t, dir, Options{}, "x.jsonl")
	var ids []string
	warned := 0
	for _, d := range docs {
		ids = append(ids, d.ID)
		warned += len(d.Warnings)
	}
	same(t, "ids", []string{"a", "a#2", "a#2#2", "a#3"}, ids)
	same(t, "warnings", 3, warned)
}

func TestDuplicates(t *testing.T) {
	lines := `{"id":"a","text":"` + morning + `"}` + "\n" + `{"id":"b","text":"` + strings.ToUpper(morning) + `  "}` + "\n"
	dir := t.TempDir()
	put(t, dir, "x.jsonl", lines)
	docs, errs := read(t, dir, Options{}, "x.jsonl")
	if len(docs) != 1 {
		t.Errorf("%d documents", len(docs))
	}
	same(t, "errors", []string{"x.jsonl:2: left out: the same text as " + filepath.ToSlash(dir) + "/x.jsonl:1"},
		[]string{strings.ReplaceAll(errs[0], "text as x", "text as "+filepath.ToSlash(dir)+"/x")})
	if docs, _ = read(t, dir, Options{KeepDuplicates: true}, "x.jsonl"); len(docs) != 2 {
		t.Errorf("%d documents with duplicates", len(docs))
	}
}

func TestForeign(t *testing.T) {
	for text, want := range map[string]string{
		morning:              "",
		evening:              "",
		"Rebels seize Arbin": "",
		"Near Haditha, two strikes destroyed three vehicles, one bunker, four mortar tubes, six heavy machine guns, eleven boats, seven fighting positions.": "",
		"":            "",
		"12 - 14 : 3": "",
		"Le maire a déclaré que le pont était fermé depuis le matin et qu'il resterait fermé pendant une semaine, selon des témoins.":          "French",
		"Der Bürgermeister sagte, die Brücke sei seit dem Morgen gesperrt und werde eine Woche lang gesperrt bleiben, wie Zeugen berichteten.": "German",
		"El alcalde dijo que el puente estaba cerrado desde la mañana y que permanecería cerrado durante una semana, según los testigos.":      "Spanish",
		"Мэр сказал, что мост закрыт с утра и останется закрытым в течение недели, сообщили очевидцы. Два автобуса выехали из города вечером, водители рассказали, что дорога была открыта и что солдат они не видели.": "a language in Cyrillic script",
		"قال رئيس البلدية إن الجسر مغلق منذ الصباح وسيبقى مغلقا لمدة أسبوع، بحسب شهود عيان.":                                                                                                                            "Arabic",
		"Belediye başkanı köprünün sabahtan beri kapalı olduğunu ve bir hafta boyunca kapalı kalacağını söyledi, görgü tanıkları da bunu doğruladı ve ekledi.":                                                          "Turkish",
		"Wali kota mengatakan bahwa jembatan itu telah ditutup sejak pagi dan akan tetap ditutup selama satu minggu, menurut para saksi mata di tempat kejadian":                                                        "Indonesian",
	} {
		if got := foreign(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	utf16 := func(s string, little, mark bool) string {
		var b strings.Builder
		if mark {
			s = "\uFEFF" + s
		}
		for _, r := range s {
			hi, lo := byte(r>>8), byte(r)
			if little {
				hi, lo = lo, hi
			}
			b.WriteByte(hi)
			b.WriteByte(lo)
		}
		return b.String()
	}
	for name, c := range map[string]struct{ in, want string }{
		"UTF-8":                         {"Café – “quiet” ’s\r\nx", "Café – “quiet” ’s\r\nx"},
		"byte-order mark":               {"\uFEFFCafé", "Café"},
		"UTF-16LE with mark":            {utf16("Café “x”", true, true), "Café “x”"},
		"UTF-16BE with mark":            {utf16("Café “x”", false, true), "Café “x”"},
		"UTF-16LE without":              {utf16("Plain words", true, false), "Plain words"},
		"UTF-16BE without":              {utf16("Plain words", false, false), "Plain words"},
		"Latin-1":                       {"The caf\xe9 in M\xe1laga was closed", "The café in Málaga was closed"},
		"windows-1252 quotes":           {"The \x93front\x94 \x96 it\x92s quiet\x85", "The “front” – it’s quiet…"},
		"one broken byte":               {"bad \xff byte", "bad \uFFFD byte"},
		"two broken bytes, one each":    {"bad \xff\xfe byte", "bad \uFFFD\uFFFD byte"},
		"broken bytes in UTF-8":         {"Café ç ñ \xe9t", "Café ç ñ \uFFFDt"},
		"NUL":                           {"a stray \x00 in a long line of words that is a text all the same, as anyone can see", "a stray \x00 in a long line of words that is a text all the same, as anyone can see"},
		"windows-1251":                  {"\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb, \xf7\xf2\xee \xec\xee\xf1\xf2 \xe7\xe0\xea\xf0\xfb\xf2 \xf1 \xf3\xf2\xf0\xe0", "Мэр сказал, что мост закрыт с утра"},
		"truncated UTF-8 at the end":    {"caf\xc3", "caf\uFFFD"},
		"escape sequences are the text": {"\x1b[31mred\x1b[0m and more of the words", "\x1b[31mred\x1b[0m and more of the words"},
	} {
		got, err := decode([]byte(c.in))
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
	for _, in := range []string{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"} {
		if _, err := decode([]byte(in)); err != errNotText {
			t.Errorf("%q is read as text: %v", in, err)
		}
	}
}

func TestJSON(t *testing.T) {
	want := []article.Input{{ID: "7", Title: "T", Text: morning, Published: "2020-03-04", Publisher: "Wire", URL: "https://example.org/7"}}
	o := `{"guid": 7, "headline": " T ", "body": "` + morning + `", "pubDate": "Wed, 04 Mar 2020 23:10:00 GMT", "source": {"id": null, "name": "Wire"}, "link": "https://example.org/7", "x": [1, {"y": 2}]}`
	pretty := strings.ReplaceAll(o, `, "`, ",\n  \"")
	for name, data := range map[string]string{
		"a.jsonl": o + "\n", "b.json": o, "c.json": pretty, "d.json": "[" + pretty + "]", "e": "[\n" + o + "\n]", "f": o + "\n",
		"g.json": `{"status": "ok", "articles": [` + o + `]}`, "h.txt": pretty, "i.json": "\uFEFF" + o,
	} {
		got, errs := one(t, name, data, Options{})
		same(t, name, want, got)
		same(t, name+" errors", []string(nil), errs)
	}
	// A text that begins with a brace is a text.
	got, _ := one(t, "x.txt", "{CORRECTED} "+morning, Options{})
	same(t, "brace", []article.Input{{ID: "x.txt", Text: "{CORRECTED} " + morning}}, got)

	got, errs := one(t, "m.jsonl", `{"a": {"b": "`+morning+`"}, "text": "no", "when": 1583363400, "n": 5}`, Options{Map: map[string]string{"text": "a.b", "published": "when", "id": "n"}})
	same(t, "map", []article.Input{{ID: "5", Text: morning, Published: "2020-03-04"}}, got)
	same(t, "map errors", []string(nil), errs)
}

func TestBadRecordsAreNamedAndTheNextIsRead(t *testing.T) {
	good := `{"id":"g","text":"` + morning + `"}`
	// A headline with an empty text is read; without the field, its name may be another.
	if got, errs := one(t, "h.jsonl", `{"title": "Gunmen kill four in Quetta", "text": ""}`, Options{}); len(got) != 1 || len(errs) != 0 || got[0].Title == "" {
		t.Errorf("a title without text: got %v, %v", got, errs)
	}
	got, errs := one(t, "x.jsonl", strings.Join([]string{`{"text":"cut`, `[1]`, `{"title":"t"}`, `{"text":5}`, `{"text":" "}`, `nonsense`, good, `{"text":"x"} {}`}, "\n"), Options{})
	same(t, "articles", []article.Input{{ID: "g", Text: morning}}, got)
	same(t, "errors", []string{
		"x.jsonl:1: not JSON: it ends too early",
		"x.jsonl:2: want a JSON object, got array",
		"x.jsonl:3: no field text",
		"x.jsonl:4: field text: want a string, got number",
		"x.jsonl:5: no text in it",
		"x.jsonl:6: not JSON: invalid character 'o' in literal null (expecting 'u') (at byte 2)",
		"x.jsonl:8: more than one JSON value",
	}, errs)

	got, errs = one(t, "x.json", `[`+good+`, 5, {"text": true}]`, Options{})
	same(t, "array", []article.Input{{ID: "g", Text: morning}}, got)
	same(t, "array errors", []string{"x.json:2: want a JSON object, got number", "x.json:3: field text: want a string, got bool"}, errs)
}

func TestTables(t *testing.T) {
	for name, data := range map[string]string{
		"a.csv": "id,headline,body,date\n1,\"The \"\"line\"\"\",\"" + morning + "\n\nSecond, paragraph.\",2020-03-04\n",
		"b.tsv": "id\theadline\tbody\tdate\n1\tThe \"line\"\t\"" + morning + "\n\nSecond, paragraph.\"\t2020-03-04\n",
		"c.csv": "id;headline;body;date\r\n1;\"The \"\"line\"\"\";\"" + morning + "\n\nSecond, paragraph.\";2020-03-04\r\n",
		"d":     "id,headline,body,date\n1,\"The \"\"line\"\"\",\"" + morning + "\n\nSecond, paragraph.\",2020-03-04\n",
	} {
		got, errs := one(t, name, data, Options{})
		same(t, name, []article.Input{{ID: "1", Title: `The "line"`, Text: morning + "\n\nSecond, paragraph.", Published: "2020-03-04"}}, got)
		same(t, name+" errors", []string(nil), errs)
	}
	got, errs := one(t, "e.csv", "id,text\n1,\""+morning+"\n2,"+evening+"\n3,too,many\n\n4,\""+morning+" Four.\"\n", Options{})
	same(t, "a quote that never ends", []article.Input{{ID: "2", Text: evening}, {ID: "4", Text: morning + " Four."}}, got)
	same(t, "errors", []string{"e.csv:2: " + errQuotes.Error(), "e.csv:4: 3 fields, the header has 2"}, errs)

	_, errs = one(t, "f.csv", "a,b\n1,2\n", Options{})
	same(t, "no text", []string{`f.csv:1: no column of text in ["a" "b"] (--map text=COLUMN)`}, errs)
	got, _ = one(t, "f.csv", "a,b\n1,"+evening+"\n", Options{Map: map[string]string{"text": "b"}})
	same(t, "mapped", []article.Input{{ID: "f.csv:2", Text: evening}}, got)
	// A text with commas on its first line is a text.
	got, _ = one(t, "g.txt", "Text, story and song: "+morning+"\nx", Options{})
	same(t, "prose", 1, len(got))
	same(t, "prose", "g.txt", got[0].ID)
}

const webPage = `<!DOCTYPE html><html lang="en"><head><title>Bridge closed - The Wire</title>
<meta property="og:site_name" content="The Wire"><meta property="article:published_time" content="2020-03-04T23:30:00+02:00">
<link rel="canonical" href="https://example.org/bridge"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Bridge closed</h1>
<p>The mayor said that the bridge had been closed since the morning, and that it would stay closed for a week.</p>
<p>Two buses left the town in the evening. The drivers said the road was open and that they had seen <b>no soldiers</b>.</p>
<p>The council meets on Friday to decide what the town will do about the traffic, and who is going to pay for it.</p>
</article><script>alert("x")</script><footer>Share this page with your friends</footer></body></html>`

func TestPages(t *testing.T) {
	got, errs := one(t, "page.html", webPage, Options{})
	same(t, "errors", []string(nil), errs)
	if len(got) != 1 {
		t.Fatal(got)
	}
	in := got[0]
	text := in.Text
	in.Text = ""
	same(t, "metadata", article.Input{ID: "page.html", Title: "Bridge closed - The Wire", Published: "2020-03-04", Publisher: "The Wire", URL: "https://example.org/bridge"}, in)
	if !strings.HasPrefix(text, morning+"\n\nTwo buses") || strings.Contains(text, "alert") || strings.Contains(text, "Home") {
		t.Errorf("text: %q", text)
	}
	// By its content, whatever it is called; short pages too.
	got, _ = one(t, "page", "<html><body><p>"+morning+"</p></body></html>", Options{})
	same(t, "short page", []article.Input{{ID: "page", Text: morning}}, got)
	_, errs = one(t, "page.html", "<html><body></body></html>", Options{})
	same(t, "empty page", []string{"page.html: no article in this page"}, errs)
	_, errs = one(t, "deep.html", "<html><body>"+strings.Repeat("<div>", 100000)+"x", Options{})
	if len(errs) != 1 || !strings.Contains(errs[0], "512") {
		t.Errorf("deep page: %v", errs)
	}
}

func TestMarkdown(t *testing.T) {
	got, errs := one(t, "x.md", "---\ntitle: The bridge\ndate: 2020-03-04\nsource: Wire\ndescription: Short.\n---\n\nThe **mayor** said that\nthe [bridge](https://example.org) had been closed.\n\n- since the morning\n- and `it` would stay\n\n```\ncode\n```\n", Options{})
	same(t, "errors", []string(nil), errs)
	same(t, "front matter", []article.Input{{ID: "x.md", Title: "The bridge", Published: "2020-03-04", Publisher: "Wire",
		Text: "The mayor said that\nthe bridge had been closed.\n\nsince the morning\n\nand it would stay"}}, got)
	got, _ = one(t, "README", "# The bridge\n\n"+morning+"\n", Options{})
	same(t, "heading", []article.Input{{ID: "README", Title: "The bridge", Text: morning}}, got)
}

// TestOldMail holds that a header written as it is, in an older encoding, is read.
func TestOldMail(t *testing.T) {
	docs, errs := one(t, "a.eml", "From: desk@example.org\nSubject: Fighting near S\xe9gou kills three\nDate: Tue, 14 Mar 2023 12:00:00 +0000\n\nGunmen killed two people in the town on Monday.\n", Options{})
	if len(docs) != 1 || docs[0].Title != "Fighting near Ségou kills three" {
		t.Errorf("%+v, %v", docs, errs)
	}
}
