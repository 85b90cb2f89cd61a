package main

import (
	"bufio"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkStart measures the time from the start of the process to its first
// event, against a program that loads prose's models and tags one sentence.
// The two take turns, so that a busy machine is busy for both.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	build := func(name, pkg string) string {
		path := filepath.Join(dir, name)
		if out, err := exec.Command("go", "build", "-trimpath", "-o", path, pkg).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return path
	}
	sitrep, prose := build("sitrep", "."), build("prose", "./testdata/prose")
	var ours, theirs []time.Duration
	for b.Loop() {
		ours = append(ours, firstLine(b, exec.Command(sitrep, "extract", "--format", "jsonl", "../../testdata/palmyra.txt")))
		theirs = append(theirs, firstLine(b, exec.Command(prose)))
	}
	a, c := median(ours), median(theirs)
	b.ReportMetric(float64(a.Milliseconds()), "ms-to-event")
	b.ReportMetric(float64(c.Milliseconds()), "ms-to-prose-tag")
	b.ReportMetric(float64(a)/float64(c), "of-prose")
}

// firstLine returns how long a command takes to write a line.
func firstLine(b *testing.B, c *exec.Cmd) time.Duration {
	out, err := c.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	begin := time.Now()
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	r := bufio.NewReader(out)
	if _, err := r.ReadString('\n'); err != nil {
		b.Fatal(err)
	}
	took := time.Since(begin)
	if _, err := io.Copy(io.Discard, r); err != nil {
		b.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		b.Fatal(err)
	}
	return took
}

func median(ds []time.Duration) time.Duration {
	slices.Sort(ds)
	return ds[len(ds)/2]
}
