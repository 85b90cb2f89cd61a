package main

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/corpus"
	"sitrep/extract/record"
)

// dump writes n articles as JSON lines: most tell events, some tell none, and
// each is a text of its own.
func dump(t testing.TB, path string, n int) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	defer w.Flush()
	for i := range n {
		text := fmt.Sprintf("BEIRUT (Wire) - Government forces shelled the town of Arbin on Tuesday, killing %d civilians, a monitoring group said.\n\n"+
			"Rebels captured a checkpoint outside Homs after clashes that left %d soldiers dead, the group's director said.\n", i+2, i%50+2)
		if i%5 == 0 {
			text = fmt.Sprintf("The library of ward %d opened its doors to children on Tuesday, and the mayor said that it would stay open all week.\n", i)
		}
		line, err := json.Marshal(map[string]string{"id": fmt.Sprintf("a%05d", i), "text": text, "published": "2021-05-04"})
		if err != nil {
			t.Fatal(err)
		}
		w.Write(append(line, '\n'))
	}
}

// sitrep returns a command that runs the program as a process of its own. It
// makes its output safe often, so that there are many moments to be killed at.
func sitrep(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), mainVariable+"=20ms")
	return c
}

// waitFor waits until done reports true, and fails the test after a minute.
func waitFor(t *testing.T, what string, done func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited a minute for %s", what)
		}
	}
}

// lockedBuffer is a buffer that one goroutine may read while another writes.
type lockedBuffer struct {
	sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.Lock()
	defer b.Unlock()
	return b.Buffer.Write(p)
}

func (b *lockedBuffer) has(s string) bool {
	b.Lock()
	defer b.Unlock()
	return bytes.Contains(b.Bytes(), []byte(s))
}

func exitOf(err error) int {
	var failed *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &failed):
		return failed.ExitCode()
	}
	return -2
}

func mustRead(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var (
	kills    = flag.Int("kills", 3, "how often TestKilledRunsGoOn kills a run, in each format")
	killSeed = flag.Uint64("kill-seed", 0, "what its random moments come from (0: the clock)")
)

// TestKilledRunsGoOn kills runs at random moments and goes on with them: in
// the end the output is the one of a run that nothing disturbed.
func TestKilledRunsGoOn(t *testing.T) {
	if runtime.GOOS == "windows" || testing.Short() {
		t.Skip("needs kill -9 and half a minute")
	}
	seed := *killSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("repeat with -kill-seed %d", seed)
	moments := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	dump(t, in, 600)
	for _, format := range []string{"csv", "jsonl", "sqlite", "parquet"} {
		want, got := filepath.Join(dir, "want."+format), filepath.Join(dir, "got."+format)
		begun := time.Now()
		if out, err := sitrep("extract", in, "-o", want).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		whole := time.Since(begun)
		killed, finished := 0, 0
		for tries := 0; killed < *kills || finished == 0; tries++ {
			if tries > 20*(*kills+10) {
				t.Fatal("it never ends")
			}
			c := sitrep("extract", in, "-o", got, "--resume", "--jobs", fmt.Sprint(1+tries%3))
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			if killed < *kills {
				time.AfterFunc(time.Duration(moments.Int64N(int64(whole))), func() { c.Process.Kill() })
			}
			if c.Wait() != nil {
				killed++
				if !exists(got) || exists(journalOf(got)) {
					continue
				}
				// It was killed after its last step: what is there must be whole.
			}
			finished++
			if !bytes.Equal(contents(t, want), contents(t, got)) {
				t.Errorf("%s: after %d kills the output differs", format, killed)
			}
			if exists(partOf(got)) || exists(journalOf(got)) {
				t.Errorf("%s: something is left over", format)
			}
			os.Remove(got)
		}
		t.Logf("%s: %d kills, %d outputs compared", format, killed, finished)
	}
}

// contents returns the bytes of an output; of a database its rows, which pages
// may hold in many ways.
func contents(t *testing.T, path string) []byte {
	t.Helper()
	if !strings.HasSuffix(path, ".sqlite") {
		return mustRead(t, path)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var all bytes.Buffer
	for _, table := range []string{"articles", "events", "parties", "places", "casualties"} {
		rows, err := db.Query("SELECT * FROM " + table + " ORDER BY 1, 2, 3, 4")
		if err != nil {
			t.Fatal(err)
		}
		names, _ := rows.Columns()
		for rows.Next() {
			row := make([]any, len(names))
			for i := range row {
				row[i] = new(any)
			}
			if err := rows.Scan(row...); err != nil {
				t.Fatal(err)
			}
			for _, v := range row {
				fmt.Fprintf(&all, "%v\t", *v.(*any))
			}
			all.WriteByte('\n')
		}
		rows.Close()
	}
	if all.Len() == 0 {
		t.Fatalf("%s is empty", path)
	}
	return all.Bytes()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// TestInterruptedRunsSayHowToGoOn sends Ctrl-C to a run that waits for input.
func TestInterruptedRunsSayHowToGoOn(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals there")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	dump(t, in, 20)
	for _, c := range []struct{ output, format, says string }{
		{"out.csv", "csv", "interrupted after 20 articles: to continue, repeat the command with --resume"},
		{"out.json", "json", "interrupted: nothing is written, because a JSON array is one document"},
		{"", "json", ""},
	} {
		args := []string{"extract", "-", "--format", c.format}
		if c.output != "" {
			args = append(args, "-o", filepath.Join(dir, c.output))
		}
		p := sitrep(args...)
		p.Env = append(p.Env, mainVariable+"=0s") // the journal names each article as soon as it is written
		stdin, err := p.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		var stdout lockedBuffer
		var stderr bytes.Buffer
		p.Stdout, p.Stderr = &stdout, &stderr
		if err := p.Start(); err != nil {
			t.Fatal(err)
		}
		stdin.Write(mustRead(t, in))
		// Standard input stays open: the run waits for more.
		switch path := filepath.Join(dir, c.output); {
		case c.output == "":
			waitFor(t, "the events of the last article", func() bool { return stdout.has(`"a00019"`) })
		case c.format == "csv":
			waitFor(t, "twenty articles in the journal", func() bool {
				journal, _ := os.ReadFile(journalOf(path))
				return bytes.Count(journal, []byte("\na ")) == 20
			})
		default:
			waitFor(t, "an output that is begun", func() bool { return exists(partOf(path)) })
		}
		p.Process.Signal(os.Interrupt)
		if code := exitOf(p.Wait()); code != exitInterrupted {
			t.Errorf("%s: exit code %d", c.format, code)
		}
		stdin.Close()
		if !strings.Contains(stderr.String(), c.says) {
			t.Errorf("%s: says %q, want %q", c.format, stderr.String(), c.says)
		}
		if c.output == "" {
			var records []record.Record
			if err := json.Unmarshal(stdout.Bytes(), &records); err != nil || len(records) == 0 {
				t.Errorf("standard output has no proper end: %v (%d records)", err, len(records))
			}
			continue
		}
		path := filepath.Join(dir, c.output)
		if exists(path) {
			t.Errorf("%s: half an output is there", c.format)
		}
		if c.format != "csv" {
			continue
		}
		want := filepath.Join(dir, "want.csv")
		for _, args := range [][]string{{in, "-o", want}, {in, "-o", path, "--resume"}} {
			if out, err := sitrep(append([]string{"extract"}, args...)...).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}
		if !bytes.Equal(mustRead(t, want), mustRead(t, path)) {
			t.Error("the resumed output differs")
		}
	}
}

// TestFullDisk fills a small file system, which only root may have on most
// machines; testdata/script/output.txtar has what /dev/full shows of it.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("needs Linux and the right to mount a file system")
	}
	dir := t.TempDir()
	small := filepath.Join(dir, "small")
	if err := os.Mkdir(small, 0o777); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small).CombinedOutput(); err != nil {
		t.Skipf("needs the right to mount a file system: %s", out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", small).CombinedOutput(); err != nil {
			t.Logf("%s stays mounted: %s", small, out)
		}
	})
	in := filepath.Join(dir, "in.jsonl")
	dump(t, in, 400)
	want, got := filepath.Join(dir, "want.csv"), filepath.Join(small, "got.csv")
	if out, err := sitrep("extract", in, "-o", want).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := sitrep("extract", in, "-o", got).CombinedOutput()
	if exitOf(err) != exitOutput || !strings.Contains(string(out), "no space left on device; to continue, repeat the command with --resume") {
		t.Fatalf("exit code %d: %s", exitOf(err), out)
	}
	if exists(got) {
		t.Error("half an output is there")
	}
	if out, err := exec.Command("mount", "-o", "remount,size=16m", small).CombinedOutput(); err != nil {
		t.Skipf("needs the right to make a file system larger: %s", out)
	}
	if out, err := sitrep("extract", in, "-o", got, "--resume").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if !bytes.Equal(mustRead(t, want), mustRead(t, got)) {
		t.Error("the resumed output differs")
	}
}

// TestFilterAnswersAtOnce talks to a run like a co-process: each article's
// events come before the next article goes in.
func TestFilterAnswersAtOnce(t *testing.T) {
	in, send := io.Pipe()
	receive, out := io.Pipe()
	var stderr bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- run([]string{"extract", "-", "--format", "jsonl"}, in, out, &stderr)
		out.Close()
	}()
	answers := bufio.NewReader(receive)
	for i := range 3 {
		fmt.Fprintf(send, `{"id":"a%d","published":"2021-05-04","text":"Rebels shelled the town of Arbin on Tuesday, killing %d civilians, a monitoring group said."}`+"\n", i, i+2)
		line, err := answers.ReadString('\n')
		var r record.Record
		if err != nil || json.Unmarshal([]byte(line), &r) != nil || r.Article.ID != fmt.Sprintf("a%d", i) {
			t.Fatalf("%q, %v, %s", line, err, stderr.String())
		}
		for answers.Buffered() > 0 { // more events of the same article
			answers.ReadString('\n')
		}
	}
	send.Close()
	io.Copy(io.Discard, answers)
	if c := <-code; c != 0 {
		t.Errorf("exit code %d: %s", c, stderr.String())
	}
}

// TestClosedPipeEndsQuietly is what `| head` does.
func TestClosedPipeEndsQuietly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.jsonl")
	dump(t, in, 300)
	c := exec.Command("sh", "-c", `"$0" extract "$1" | head -n 1`, os.Args[0], in)
	c.Env = append(os.Environ(), mainVariable+"=20ms")
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil || stderr.Len() > 0 || !strings.HasPrefix(stdout.String(), "event_id,") {
		t.Errorf("%v, %q, %q", err, stdout.String(), stderr.String())
	}
	if !errors.Is(outputError(&os.PathError{Err: syscall.EPIPE}), syscall.EPIPE) || exitCode(outputError(syscall.EPIPE)) != 0 {
		t.Error("a closed pipe is an error")
	}
}

// slow is an extractor that takes its time, and panics where it is told to.
type slow struct{}

func (s slow) Extract(ctx context.Context, in article.Input) (extract.Result, error) {
	if strings.Contains(in.Text, "PANIC") {
		panic("told to")
	}
	time.Sleep(time.Duration(rand.IntN(3)) * time.Millisecond)
	return extract.Result{Article: record.Article{ID: in.ID}}, nil
}

func TestOrderIsThatOfTheInput(t *testing.T) {
	docs := func(yield func(corpus.Document, error) bool) {
		for i := range 300 {
			d := corpus.Document{Input: article.Input{ID: fmt.Sprint(i), Text: "x"}, Path: "p"}
			var err error
			if i%50 == 7 {
				d.Text = "PANIC"
			}
			if i%50 == 9 {
				err = &corpus.Error{Path: "p", Err: errors.New("bad")}
			}
			if !yield(d, err) {
				return
			}
		}
	}
	for _, jobs := range []int{1, 2, 8} {
		next, failed := 0, 0
		err := inOrder(t.Context(), &careful{slow{}, ""}, jobs, docs, func(task *task) error {
			if task.err != nil {
				failed++
			} else if task.result.Article.ID != fmt.Sprint(next) {
				t.Errorf("jobs %d: got %s, want %d", jobs, task.result.Article.ID, next)
			}
			next++
			return nil
		}, func() error { return nil })
		if err != nil || next != 300 || failed != 12 {
			t.Errorf("jobs %d: %d tasks, %d failed, %v", jobs, next, failed, err)
		}
	}
}
