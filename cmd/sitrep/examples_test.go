package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestExamples runs every example of every --help, in a folder with the files
// that they name. Each command has one.
func TestExamples(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the examples are for a POSIX shell")
	}
	root := newRoot(&streams{strings.NewReader(""), io.Discard, io.Discard})
	files := t.TempDir()
	examplesFolder(t, files)
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		t.Run(strings.ReplaceAll(c.CommandPath(), " ", "-"), func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(files)); err != nil {
				t.Fatal(err)
			}
			t.Setenv("HOME", dir)
			for line := range strings.Lines(c.Example) {
				runExample(t, dir, strings.TrimSpace(line))
			}
		})
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				walk(sub)
			}
		}
	}
	walk(root)
}

// runExample runs one line in dir. A server is interrupted once it serves; a
// client is given one.
func runExample(t *testing.T, dir, line string) {
	t.Helper()
	switch {
	case strings.HasPrefix(line, "sitrep serve"):
		_, stop := serveExample(t, dir, line+" --addr 127.0.0.1:0")
		stop()
		return
	case strings.HasPrefix(line, "curl "):
		if _, err := exec.LookPath("curl"); err != nil {
			t.Skip("no curl")
		}
		url, stop := serveExample(t, dir, "sitrep serve --addr 127.0.0.1:0")
		defer stop()
		line = strings.Replace(line, "http://127.0.0.1:8080", url, 1)
		if out := sh(t, dir, line); !strings.Contains(out, `"events":[{`) {
			t.Errorf("%s: %s", line, out)
		}
		return
	}
	sh(t, dir, line)
}

func sh(t *testing.T, dir, line string) string {
	t.Helper()
	c := exec.Command("sh", "-c", line)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", line, err, out)
	}
	return string(out)
}

// serveExample starts a server and returns its address. stop interrupts it and
// wants it to end well.
func serveExample(t *testing.T, dir, line string) (url string, stop func()) {
	t.Helper()
	c := exec.Command("sh", "-c", "exec "+line)
	c.Dir = dir
	errs, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	welcome, err := bufio.NewReader(errs).ReadString('\n')
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	url = regexp.MustCompile(`http://[0-9.:]+`).FindString(welcome)
	return url, func() {
		c.Process.Signal(os.Interrupt)
		if err := c.Wait(); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

const exampleText = "Rebels shelled the town of Homs on Monday, killing four people, the army said."

const exampleRule = `- id: derail
  act: derail
  type: Looting/property destruction
  triggers: [derail/v, derailment/n]
  roles:
    target: {functions: [object], kinds: [vehicle], required: true}
  find: [Militants derailed a train near the border on Monday.]
  not: [The talks were derailed by a dispute over prisoners.]
`

// examplesFolder makes the files that the examples read.
func examplesFolder(t *testing.T, dir string) {
	t.Helper()
	article := fmt.Sprintf(`{"id": "a", "text": %q, "published": "2016-12-12"}`, exampleText)
	gold := fmt.Sprintf(`{"id": "a", "title": "", "published": "2016-12-12", "text": %q, "events": [{"start": 7, "trigger": "shelled",
  "sub_event_type": "Shelling/artillery/missile attack", "modality": "actual", "actors": [["Rebels"]], "targets": [["four people"]],
  "locations": [["Homs"]], "date": "2016-12-12", "source": ["the army"],
  "casualties": [{"kind": "killed", "min": 4, "max": 4, "text": "four"}]}]}`, exampleText)
	long := strings.Repeat("The talks went on in the capital, where nothing was decided. ", 7) + exampleText
	files := map[string]string{
		"article.txt": long, "folder/a.txt": exampleText, "folder/b.txt": "A bomb wounded two soldiers in Kabul.",
		"articles.jsonl": article + "\n", "gold.jsonl": strings.ReplaceAll(gold, "\n", "") + "\n", "articles/a.txt": exampleText,
		"own.yaml":      exampleRule,
		"villages.csv":  "name,latitude,longitude,country\nKalib,35.5,36.7,SYR\n",
		"groups.csv":    "id,name,kind\nlions-of-kalib,Lions of Kalib,rebel group\n",
		"SY.txt":        "1\tKalib\tKalib\t\t35.5\t36.7\tP\tPPL\tSY\t\t01\t\t\t\t100\t\t\tAsia/Damascus\t2016-01-01\n",
		"news.warc.gz":  warc("Government forces bombed a market in Idlib on December 5, 2016, a monitor said."),
		"dump.jsonl.gz": article + "\n",
	}
	for _, made := range []string{".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions", "2016"} {
		if err := os.MkdirAll(filepath.Join(dir, made), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		var w io.WriteCloser = f
		if strings.HasSuffix(name, ".gz") {
			w = gzip.NewWriter(f)
		}
		io.WriteString(w, text)
		w.Close()
		f.Close()
	}
	sh(t, dir, "sitrep extract -q articles.jsonl -o 2016/12.jsonl && cp 2016/12.jsonl events.jsonl && sitrep extract -q articles.jsonl -o events.sqlite && sitrep check --update articles")
}

// warc is an archive with one page.
func warc(text string) string {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>News</title></head><body><article><p>" + text + "</p></article></body></html>"
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/1\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(page), page)
}
