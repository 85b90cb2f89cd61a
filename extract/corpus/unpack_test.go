package corpus

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

func gz(data string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, data)
	w.Close()
	return b.String()
}

func zst(data string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(data), nil))
}

func xzOf(t testing.TB, data string, dictionary int) string {
	t.Helper()
	var b bytes.Buffer
	w, err := xz.WriterConfig{DictCap: dictionary}.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, data)
	w.Close()
	return b.String()
}

// bz2Words is one line, packed: the standard library only reads bzip2.
const bz2Words = "QlpoOTFBWSZTWcQySGQAAALTgAAQQAEEAB7kmAAgACIQaek2ptQpgADIWJ3DaJIHVPrul8XckU4UJDEMkhkA"

func tarOf(files ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &tar.Header{Name: files[i], Mode: 0o600, Size: int64(len(files[i+1])), Typeflag: tar.TypeReg}
		if target, ok := strings.CutPrefix(files[i+1], "-> "); ok {
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, target, 0
		}
		w.WriteHeader(h)
		if h.Size > 0 {
			io.WriteString(w, files[i+1])
		}
	}
	w.Close()
	return b.String()
}

func zipOf(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, _ := w.Create(files[i])
		io.WriteString(f, files[i+1])
	}
	w.Close()
	return b.String()
}

func shown(docs []Document) []string {
	var out []string
	for _, d := range docs {
		text := d.Text
		if text == morning {
			text = "morning"
		}
		out = append(out, d.ID+" = "+text)
	}
	return out
}

func TestPacked(t *testing.T) {
	line := `{"text":"` + morning + `"}` + "\n"
	for name, c := range map[string]struct{ data, want string }{
		"a.txt.gz":      {gz(morning), "a.txt.gz"},
		"a.txt.zst":     {zst(morning), "a.txt.zst"},
		"a.txt.xz":      {xzOf(t, morning, 1<<20), "a.txt.xz"},
		"whatever":      {gz(zst(morning)), "whatever"},
		"b.jsonl.gz":    {gz(line), "b.jsonl.gz:1"},
		"c.tar.gz":      {gz(tarOf("d/e.txt", morning)), "c.tar.gz!/d/e.txt"},
		"c.tgz":         {gz(tarOf("d/e.txt", morning)), "c.tgz!/d/e.txt"},
		"f.zip":         {zipOf("d/e.txt", morning), "f.zip!/d/e.txt"},
		"g.tar":         {tarOf("f.zip", zipOf("h.jsonl.gz", gz(line))), "g.tar!/f.zip!/h.jsonl.gz:1"},
		"k.zip":         {zipOf("g.tar", tarOf("i.txt", morning)), "k.zip!/g.tar!/i.txt"},
		"two-in-one.gz": {gz(morning[:20]) + gz(morning[20:]), "two-in-one.gz"},
	} {
		dir := t.TempDir()
		put(t, dir, name, c.data)
		docs, errs := read(t, dir, Options{}, name)
		same(t, name, []string{c.want + " = morning"}, shown(docs))
		same(t, name+" errors", []string(nil), errs)
	}
	// Standard input can be packed too, and hold an archive.
	data := zipOf("a.txt", morning)
	docs, _ := read(t, "", Options{Stdin: strings.NewReader(gz(data))}, "-")
	same(t, "stdin", []string{"stdin!/a.txt = morning"}, shown(docs))
}

func TestBzip2(t *testing.T) {
	data, err := base64.StdEncoding.DecodeString(bz2Words)
	if err != nil {
		t.Fatal(err)
	}
	got, errs := one(t, "a.txt.bz2", string(data), Options{})
	same(t, "errors", []string(nil), errs)
	same(t, "text", "The bridge is closed.\n", got[0].Text)
}

func TestArchiveNamesThatClimbOutAreBentBack(t *testing.T) {
	for name, data := range map[string]string{
		"a.tar": tarOf("../../etc/x.txt", morning, "/abs.txt", evening),
		"a.zip": zipOf("../../etc/x.txt", morning, "/abs.txt", evening),
	} {
		dir := t.TempDir()
		put(t, dir, name, data)
		docs, errs := read(t, dir, Options{}, name)
		if len(docs) != 2 || docs[0].ID != name+"!/etc/x.txt" || docs[1].ID != name+"!/abs.txt" || len(errs) != 0 {
			t.Errorf("%s: %v, %v", name, shown(docs), errs)
		}
	}
	got, _ := one(t, "b.zip", zipOf(`..\..\x.txt`, morning), Options{})
	same(t, "backslashes", "b.zip!/x.txt", got[0].ID)
}

func TestArchivesHoldTextsOnly(t *testing.T) {
	got, errs := one(t, "a.tar", tarOf("link.txt", "-> /etc/passwd", ".hidden", morning, "x.golden.json", "[]", "__MACOSX/a.txt", morning, "b.txt", morning), Options{})
	same(t, "ids", []string{"a.tar!/b.txt"}, []string{got[0].ID})
	same(t, "errors", []string(nil), errs)
	_, errs = one(t, "a.tar", tarOf("link.txt", "-> /etc/passwd"), Options{})
	same(t, "nothing", []string{"a.tar: no readable file in this archive"}, errs)
	_, errs = one(t, "a.zip", zipOf("a.txt", morning)[:60], Options{})
	same(t, "cut off", 1, len(errs))
	_, errs = one(t, "a.docx", zipOf("word/document.xml", "<x/>"), Options{})
	same(t, "office", []string{"a.docx: no text in it"}, errs)
	_, errs = one(t, "a.pdf", "%PDF-1.7\n", Options{})
	same(t, "pdf", []string{"a.pdf: a broken PDF: not a PDF file: missing %%EOF"}, errs)
	got, errs = one(t, "a.tar.gz", gz(tarOf("a.txt", morning, "b.txt", evening))[:150], Options{})
	if len(errs) == 0 {
		t.Errorf("a cut-off archive has no error: %v", got)
	}
}

// zeros is an endless stream of one byte.
type zeros byte

func (z zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(z)
	}
	return len(p), nil
}

func bomb(t *testing.T, size int64, pack func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	w := pack(&b)
	if _, err := io.CopyN(w, zeros('a'), size); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.String()
}

func TestBombs(t *testing.T) {
	zstdBomb := bomb(t, 300<<20, func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z })
	gzipBomb := bomb(t, 300<<20, func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
	for name, c := range map[string]struct{ data, want string }{
		"text.gz":         {gzipBomb, "longer than 16777216 bytes (--max-article)"},
		"text.zst":        {zstdBomb, "longer than 16777216 bytes (--max-article)"},
		"lines.jsonl.gz":  {gzipBomb, errUnpacks.Error()},
		"lines.jsonl.zst": {zstdBomb, errUnpacks.Error()},
		"twice.jsonl.gz":  {gz(gzipBomb), errUnpacks.Error()},
		"in.zip":          {zipOf("lines.jsonl.zst", zstdBomb), errUnpacks.Error()},
	} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		_, errs := one(t, name, c.data, Options{})
		runtime.ReadMemStats(&after)
		if len(errs) != 1 || !strings.Contains(errs[0], c.want) {
			t.Errorf("%s: %v", name, errs)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 200<<20 {
			t.Errorf("%s: %d MB taken", name, grown>>20)
		}
	}
	// A file in a million layers.
	data := morning
	for range 20 {
		data = gz(data)
	}
	_, errs := one(t, "layers.gz", data, Options{})
	same(t, "layers", []string{"layers.gz: packed more than 6 times (--max-depth): not read"}, errs)
	got, _ := one(t, "layers.gz", data, Options{Limits: Limits{Depth: 20}})
	same(t, "deeper by option", 1, len(got))
	// A header that asks for 4 GB before the first byte is read.
	header := []byte(xzOf(t, morning, 1<<20))
	for i := 14; i < 40; i++ {
		if header[i] == 0x21 && header[i+1] == 1 {
			header[i+2] = 40
			break
		}
	}
	_, errs = one(t, "a.xz", string(header), Options{})
	same(t, "dictionary", []string{"a.xz: needs too much memory to unpack: not read"}, errs)
}

func TestEndlessLines(t *testing.T) {
	limits := Limits{Article: 1000}
	long := `{"text":"` + strings.Repeat("a", 5000) + `"}`
	good := `{"id":"g","text":"` + morning + `"}`
	got, errs := one(t, "x.jsonl", long+"\n"+good+"\n"+long, Options{Limits: limits})
	same(t, "lines", []string{"g"}, []string{got[0].ID})
	same(t, "errors", []string{"x.jsonl:1: longer than 1000 bytes (--max-article)", "x.jsonl:3: longer than 1000 bytes (--max-article)"}, errs)
	for _, name := range []string{"a.txt", "a.html", "a.md", "a.json"} {
		_, errs = one(t, name, strings.Repeat("a ", 5000), Options{Limits: limits})
		same(t, name, []string{name + ": longer than 1000 bytes (--max-article)"}, errs)
	}
	got, errs = one(t, "x.csv", "id,text\n1,"+strings.Repeat("a", 5000)+"\n2,"+evening+"\n", Options{Limits: limits})
	same(t, "rows", []string{"x.csv:2: longer than 1000 bytes (--max-article)"}, errs)
	same(t, "rows", 1, len(got))
	_, errs = one(t, "x.json", "["+good+","+strings.Repeat(" ", 1<<20)+`{"text":"`+strings.Repeat("a", 200<<10)+`"}]`, Options{Limits: limits})
	if len(errs) != 1 || !strings.Contains(errs[0], "longer than") {
		t.Errorf("array: %v", errs)
	}
	_, errs = one(t, "x.json", strings.Repeat("[", 1<<20), Options{})
	same(t, "deep JSON", 1, len(errs))
	_, errs = one(t, "x.jsonl", strings.Repeat(`{"a":`, 1<<18)+"\n", Options{})
	same(t, "deep JSON line", 1, len(errs))
}

func TestLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	dir := t.TempDir()
	put(t, dir, "in/a.txt", morning)
	for link, target := range map[string]string{"in/loop": ".", "in/self": "self", "in/to.txt": "a.txt", "in/dead.txt": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	docs, errs := read(t, dir, Options{}, "in")
	same(t, "documents", []string{"a.txt = morning"}, shown(docs))
	same(t, "errors", []string{"in/dead.txt: no such file or directory", "in/loop: left out: a link back to a folder that holds it",
		"in/self: too many levels of symbolic links", "in/to.txt: left out: the same text as " + filepath.ToSlash(dir) + "/in/a.txt"},
		[]string{errs[0], errs[1], errs[2], strings.ReplaceAll(errs[3], "as in", "as "+filepath.ToSlash(dir)+"/in")})
}

func warcRecordOf(kind, contentType, block string, more ...string) string {
	return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nContent-Type: " + contentType + "\r\n" + strings.Join(more, "") +
		fmt.Sprintf("Content-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
}

func TestWARC(t *testing.T) {
	http := func(status, headers, body string) string {
		return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body
	}
	id := "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
	uri := "WARC-Target-URI: https://example.org/fetched\r\n"
	archive := gz(warcRecordOf("warcinfo", "application/warc-fields", "software: x\r\n")) +
		gz(warcRecordOf("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n")) +
		gz(warcRecordOf("response", "application/http; msgtype=response", http("200 OK", "Content-Type: text/html; charset=utf-8\r\n", webPage), id, uri)) +
		gz(warcRecordOf("response", "application/http; msgtype=response", http("404 Not Found", "Content-Type: text/html\r\n", "<p>gone"))) +
		gz(warcRecordOf("response", "application/http; msgtype=response", http("200 OK", "Content-Type: image/png\r\n", "\x89PNG"))) +
		gz(warcRecordOf("response", "application/http; msgtype=response", "nonsense")) +
		gz(warcRecordOf("response", "application/http; msgtype=response", http("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", gz("<html><body><p>"+evening+"</p></body></html>")))) +
		gz(warcRecordOf("conversion", "text/plain", morning+" Three.", "WARC-Target-URI: https://example.org/3\r\n"))
	dir := t.TempDir()
	put(t, dir, "n.warc.gz", archive)
	docs, errs := read(t, dir, Options{}, "n.warc.gz")
	var got []string
	for _, d := range docs {
		got = append(got, fmt.Sprintf("%s %s %s %q", d.ID, d.URL, d.Published, d.Text[:9]))
	}
	same(t, "documents", []string{
		`00000000-0000-4000-8000-000000000001 https://example.org/fetched 2020-03-04 "The mayor"`,
		`n.warc.gz:7   "Two buses"`, `n.warc.gz:8 https://example.org/3  "The mayor"`}, got)
	same(t, "errors", []string{"n.warc.gz:6: broken record: not an HTTP response"}, errs)

	_, errs = one(t, "cut.warc", warcRecordOf("conversion", "text/plain", morning)[:120], Options{})
	same(t, "cut off", 2, len(append(errs, "")))
	_, errs = one(t, "long.warc", warcRecordOf("conversion", "text/plain", strings.Repeat("a ", 1000)), Options{Limits: Limits{Article: 1000}})
	same(t, "long", []string{"long.warc:1: longer than 1000 bytes (--max-article)"}, errs)
	_, errs = one(t, "bad.warc", "WARC/1.0\r\nContent-Length: many\r\n\r\n", Options{})
	same(t, "length", []string{`bad.warc:1: broken record: Content-Length "many"`}, errs)
}
