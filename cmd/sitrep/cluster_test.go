package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// linesOfSplit returns what Hadoop's TextInputFormat hands to a task for the bytes
// from start to end: it leaves out the line that begins before start, and reads
// the last line to its end, though that lies in the next split.
func linesOfSplit(all []byte, start, end int) []byte {
	if start > 0 {
		i := bytes.IndexByte(all[start-1:], '\n')
		if i < 0 {
			return nil
		}
		start += i
	}
	if start >= end {
		return nil
	}
	if i := bytes.IndexByte(all[end-1:], '\n'); i >= 0 {
		end += i
	} else {
		end = len(all)
	}
	return all[start:end]
}

// mapper runs the filter as a task does and returns its output. kill ends it
// when that many lines of output were read.
func mapper(t *testing.T, input []byte, kill int) (output []byte, code int) {
	t.Helper()
	p := sitrep("extract", "-", "--format", "jsonl", "-q", "--jobs", "2")
	stdin, err := p.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		stdin.Write(input) // a killed process reads no more
		stdin.Close()
	}()
	var b bytes.Buffer
	in := bufio.NewReader(stdout)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		b.Write(line)
		if n == kill {
			p.Process.Kill()
		}
		if err == io.EOF || err != nil && kill > 0 {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes(), exitOf(p.Wait())
}

// TestStreamingLosesAndDoublesNothing plays Hadoop streaming and Spark's pipe,
// which are not to be had where tests run: splits that cut lines anywhere, a
// process a split, several at once, a task that is killed amid its output and
// tried again, a partition without anything in it.
func TestStreamingLosesAndDoublesNothing(t *testing.T) {
	if runtime.GOOS == "windows" || testing.Short() {
		t.Skip("needs kill -9 and some seconds")
	}
	dir := t.TempDir()
	in, whole := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "whole.jsonl")
	dump(t, in, 400)
	if out, err := sitrep("extract", in, "-o", whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	all := mustRead(t, in)
	const splits = 7
	outputs := make([][]byte, splits)
	var tasks sync.WaitGroup
	slots := make(chan bool, 3)
	for i := range splits {
		tasks.Go(func() {
			slots <- true
			defer func() { <-slots }()
			lines := linesOfSplit(all, i*len(all)/splits, (i+1)*len(all)/splits)
			if i%3 == 1 { // the first attempt dies; what it wrote is thrown away
				if half, code := mapper(t, lines, 20); code == 0 || len(half) == 0 {
					t.Errorf("split %d: killed after %d bytes, exit code %d", i, len(half), code)
				}
			}
			var code int
			if outputs[i], code = mapper(t, lines, 0); code != 0 {
				t.Errorf("split %d: exit code %d", i, code)
			}
		})
	}
	tasks.Wait()
	got := strings.SplitAfter(string(bytes.Join(outputs, nil)), "\n")
	want := strings.SplitAfter(string(mustRead(t, whole)), "\n")
	// In order already: splits are, and so are the records of each.
	if !slices.Equal(got, want) {
		t.Errorf("%d lines differ from the %d of one run", len(got), len(want))
	}

	// Streaming takes a line up to the first tab for the key, and writes a tab
	// behind a key without a value: no line may have one, and such a file must
	// still be read.
	var tabbed bytes.Buffer
	for _, line := range got {
		if strings.ContainsAny(line, "\t\r") {
			t.Fatalf("a tab or a carriage return in %q", line)
		}
		tabbed.WriteString(strings.Replace(line, "\n", "\t\n", 1))
	}
	part := filepath.Join(dir, "part-00000")
	if err := os.WriteFile(part, tabbed.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	a, errA := sitrep("link", whole).Output()
	b, errB := sitrep("link", part).Output()
	if errA != nil || errB != nil || len(a) == 0 || !bytes.Equal(a, b) {
		t.Errorf("linked differently: %d and %d bytes, %v, %v", len(a), len(b), errA, errB)
	}

	// A partition without anything and a broken line end with 3, which would fail
	// the task: the README's command takes it for success.
	broken := fmt.Appendf(nil, "{\"id\": \"x\", \"text\":\n%s", linesOfSplit(all, 0, 2000))
	for _, input := range [][]byte{nil, broken} {
		output, code := mapper(t, input, 0)
		if code != exitInput || !bytes.HasPrefix(mustRead(t, whole), output) || (len(output) == 0) != (input == nil) {
			t.Errorf("%d bytes of input: exit code %d, want %d and the records of the lines that can be read", len(input), code, exitInput)
		}
		p := sitrep()
		p.Path, p.Args = "/bin/sh", []string{"sh", "-c", os.Args[0] + " extract - --format jsonl -q || [ $? = 3 ]"}
		p.Stdin = bytes.NewReader(input)
		if again, err := p.Output(); err != nil || !bytes.Equal(again, output) {
			t.Errorf("%d bytes of input: %v; %d bytes of output, want %d", len(input), err, len(again), len(output))
		}
	}
}
