package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/parquet-go/parquet-go"

	"sitrep/extract"
	"sitrep/extract/article"
	"sitrep/extract/record"
	"sitrep/extract/table"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// wire is an article of a collection made up for the tests.
type wire struct {
	ID        string `json:"id" parquet:"id"`
	Text      string `json:"text" parquet:"text"`
	Published string `json:"published" parquet:"published"`
}

// wires makes n articles, each with a text of its own: most tell events.
func wires(n int) []wire {
	towns := []string{"Arbin", "Homs", "Mosul", "Kandahar", "Maiduguri", "Bangui", "Goma", "Sirte", "Taiz", "Donetsk"}
	sides := []string{"Government forces", "Rebels", "Islamic State fighters", "Unidentified gunmen", "The army"}
	out := make([]wire, n)
	for i := range out {
		town, side := towns[i%len(towns)], sides[i/3%len(sides)]
		text := fmt.Sprintf("%s (Wire) - %s shelled the town of %s on Tuesday, killing %d civilians and driving %d families from their homes, a monitoring group said.\n\n"+
			"Rebels captured a checkpoint outside %s after clashes that left %d soldiers dead, the group's director said.\n",
			strings.ToUpper(town), side, town, i+2, 30000+i, towns[(i+3)%len(towns)], i%50+2)
		if i%5 == 0 {
			text = fmt.Sprintf("The library of ward %d opened its doors to children on Tuesday, and the mayor said that it would stay open all week.\n", i)
		}
		out[i] = wire{fmt.Sprintf("a%05d", i), text, fmt.Sprintf("2021-%02d-%02d", 1+i%12, 1+i%28)}
	}
	return out
}

// collect writes the articles as a collection of ten files, two of them packed,
// with a copy of every fiftieth and two lines that can't be read.
func collect(t *testing.T, dir string, articles []wire) {
	t.Helper()
	per := (len(articles) + 9) / 10
	for i := range 10 {
		var b bytes.Buffer
		for k, a := range articles[i*per : min(len(articles), (i+1)*per)] {
			line, _ := json.Marshal(a)
			fmt.Fprintf(&b, "%s\n", line)
			if k%50 == 7 && i > 0 {
				a := articles[(i-1)*per+k]
				line, _ = json.Marshal(wire{a.ID + "-again", strings.ToUpper(a.Text[:1]) + a.Text[1:] + " \n", a.Published})
				fmt.Fprintf(&b, "%s\n", line)
			}
		}
		name := filepath.Join(dir, fmt.Sprintf("part-%d.jsonl", i))
		if i%5 == 3 {
			b.WriteString("{\"id\": \"broken\", \"text\":\n")
		}
		if i%5 == 4 {
			var packed bytes.Buffer
			z := gzip.NewWriter(&packed)
			z.Write(b.Bytes())
			z.Close()
			b, name = packed, name+".gz"
		}
		if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// run runs a pipeline on Prism, in this process, and returns what it counted.
func run(o options) (map[string]int64, error) { return runWithin(o, 2*time.Minute) }

// runWithin does the same and gives up after d: where a bundle fails, Prism now and
// then waits for ever instead of ending the job.
func runWithin(o options, d time.Duration) (map[string]int64, error) {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	o.Lanes = 4
	if err := o.check(); err != nil {
		return nil, err
	}
	p := beam.NewPipeline()
	build(p.Root(), o)
	result, err := prism.Execute(ctx, p)
	if err != nil {
		return nil, err
	}
	counted := map[string]int64{}
	metrics := result.Metrics().AllMetrics()
	for _, c := range metrics.Counters() {
		counted[c.Key.Name] += c.Result()
	}
	for _, d := range metrics.Distributions() {
		counted[d.Key.Name] += d.Result().Sum
	}
	return counted, nil
}

// lines returns the lines of the files of a pattern, in order.
func lines(t *testing.T, pattern string) []string {
	t.Helper()
	paths, _ := filepath.Glob(pattern)
	var out []string
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		for s.Buffer(nil, 1<<24); s.Scan(); {
			out = append(out, s.Text())
		}
	}
	slices.Sort(out)
	return out
}

// sitrep runs the program itself.
func sitrep(t *testing.T, args ...string) {
	t.Helper()
	if program == "" {
		program = filepath.Join(os.TempDir(), fmt.Sprintf("sitrep-beam-test-%d", os.Getpid()))
		if out, err := exec.Command("go", "build", "-C", "../..", "-o", program, "./cmd/sitrep").CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 3) { // 3: some inputs could not be read
		t.Fatalf("%v: %s", err, out)
	}
}

var program string

func same(t *testing.T, what string, want, got []string) {
	t.Helper()
	if len(want) == 0 || len(want) != len(got) {
		t.Errorf("%s: %d lines, want %d", what, len(got), len(want))
	}
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			t.Fatalf("%s: line %d is\n%s\nwant\n%s", what, i, got[i], want[i])
		}
	}
}

// TestTheSameAsTheProgram extracts and links one collection twice: with the
// program on this machine, and with the pipeline.
func TestTheSameAsTheProgram(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	collect(t, in, wires(2000))
	want := filepath.Join(out, "want.jsonl")
	sitrep(t, "extract", in, "-o", want, "--errors", filepath.Join(out, "want.errors"))
	sitrep(t, "link", want, "-o", filepath.Join(out, "want.incidents"), "--format", "jsonl")

	o := options{Inputs: []string{in + "/*.jsonl", in + "/*.gz"}, Output: filepath.Join(out, "got"), Formats: []string{"jsonl", "parquet"}, Nested: true, Shards: 7, Link: linkAll}
	begun := time.Now()
	counted, err := run(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles, %d events, %d incidents, %d copies, %d dead letters, %d bundles: %.1f s, of which extraction %.1f s of a core, reading %.1f, writing %.1f",
		counted["articles"], counted["events"], counted["incidents"], counted["copies"], counted["errors"], counted["bundles"], time.Since(begun).Seconds(),
		float64(counted["extract_us"])/1e6, float64(counted["read_ms"])/1e3, float64(counted["write_ms"])/1e3)
	same(t, "records", lines(t, want), lines(t, o.Output+"/records-*.jsonl"))
	same(t, "incidents", lines(t, filepath.Join(out, "want.incidents")), lines(t, o.Output+"/incidents-*.jsonl"))
	if n := len(lines(t, o.Output+"/errors-*.jsonl")); n != len(lines(t, filepath.Join(out, "want.errors"))) {
		t.Errorf("%d dead letters, want as many as the program has", n)
	}
	if n := int64(len(lines(t, want))); counted["events"] != n || counted["articles"] != 2000 || counted["copies"] != 36 || counted["errors"] != 2 {
		t.Errorf("counted %v; want %d events of 2000 articles, 36 copies and 2 errors", counted, n)
	}
	if counted["bundles"] < 2 {
		t.Errorf("%d bundles: want several", counted["bundles"])
	}
	parts, _ := filepath.Glob(o.Output + "/records-*.parquet")
	var nested []string
	for _, part := range parts {
		for r, err := range table.Read(part, nil) {
			if err != nil {
				t.Fatal(err)
			}
			line, _ := table.Encode(r)
			nested = append(nested, string(line))
		}
	}
	slices.Sort(nested)
	same(t, "Parquet", lines(t, want), nested)
	if _, err := os.Stat(o.Output + "/_SUCCESS"); err != nil || len(parts) != 7 {
		t.Errorf("%d files of Parquet, _SUCCESS: %v", len(parts), err)
	}
}

// faulty fails at articles of choice.
type faulty struct {
	extractor
	panics, fails string        // ids of articles
	failures      *atomic.Int32 // how often it fails at them
}

func (f *faulty) Extract(ctx context.Context, in article.Input) (extract.Result, error) {
	if in.ID == f.panics {
		panic("poisoned")
	}
	if in.ID == f.fails && f.failures.Add(-1) >= 0 {
		return extract.Result{}, context.Canceled
	}
	return f.extractor.Extract(ctx, in)
}

// with runs a test with a faulty extractor.
func with(t *testing.T, f faulty) {
	t.Helper()
	build := newExtractor
	newExtractor = func(rules, actors, places []string) (x extractor, err error) {
		f.extractor, err = build(rules, actors, places)
		return &f, err
	}
	clear(loaded.by)
	t.Cleanup(func() { newExtractor = build; clear(loaded.by) })
}

func recordsByID(t *testing.T, pattern string) []string {
	var out []string
	for _, line := range lines(t, pattern) {
		var r record.Record
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, cmp.Or(r.Article.ID)+" "+r.ID)
	}
	return out
}

// TestAPoisonedArticleIsADeadLetter loses the article that the extractor panics
// at, says so, and loses and doubles nothing else.
func TestAPoisonedArticleIsADeadLetter(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	collect(t, in, wires(300))
	o := options{Inputs: []string{in + "/*"}, Output: out + "/whole", Formats: []string{"jsonl"}, Shards: 3}
	if _, err := run(o); err != nil {
		t.Fatal(err)
	}
	with(t, faulty{panics: "a00123"})
	want := slices.DeleteFunc(recordsByID(t, o.Output+"/records-*"), func(s string) bool { return strings.HasPrefix(s, "a00123 ") })
	o.Output = out + "/poisoned"
	counted, err := run(o)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "records", want, recordsByID(t, o.Output+"/records-*"))
	dead := strings.Join(lines(t, o.Output+"/errors-*"), "\n")
	if !strings.Contains(dead, `"reason":"internal error: poisoned"`) || counted["errors"] != 3 {
		t.Errorf("errors %d, dead letters:\n%s", counted["errors"], dead)
	}
}

// The folders of TestRunThatIsKilled, in the environment of the process that it is.
const (
	killedIn  = "SITREP_BEAM_KILLED_IN"
	killedOut = "SITREP_BEAM_KILLED_OUT"
)

// TestRunThatIsKilled is a run with a bundle that is killed, in a process of its own:
// a runner that has lost a bundle may take the process with it.
func TestRunThatIsKilled(t *testing.T) {
	in, out := os.Getenv(killedIn), os.Getenv(killedOut)
	if in == "" {
		t.Skip("run by TestAKilledBundleLosesAndDoublesNothing")
	}
	failures := &atomic.Int32{}
	failures.Store(1)
	with(t, faulty{fails: "a00123", failures: failures})
	if _, err := runWithin(options{Inputs: []string{in + "/*"}, Output: out, Formats: []string{"jsonl"}, Shards: 3}, 40*time.Second); err != nil {
		t.Fatal(err)
	}
}

// TestAKilledBundleLosesAndDoublesNothing ends the worker amid a bundle, when the
// other bundles have told a part of the records. Runners of clusters repeat the
// bundle; Prism gives up, and the run is repeated.
func TestAKilledBundleLosesAndDoublesNothing(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	collect(t, in, wires(300))
	o := options{Inputs: []string{in + "/*"}, Output: out + "/whole", Formats: []string{"jsonl"}, Shards: 3}
	if _, err := run(o); err != nil {
		t.Fatal(err)
	}
	want := recordsByID(t, o.Output+"/records-*")
	o.Output = out + "/killed"
	child := exec.Command(os.Args[0], "-test.run=^TestRunThatIsKilled$")
	child.Env = append(os.Environ(), killedIn+"="+in, killedOut+"="+o.Output)
	if err := child.Run(); err == nil {
		t.Error("a killed bundle is no error")
	}
	if half := lines(t, o.Output+"/*"); len(half) > 0 {
		t.Errorf("half an output is there: %d lines", len(half))
	}
	if _, err := run(o); err != nil {
		t.Fatal(err)
	}
	same(t, "records", want, recordsByID(t, o.Output+"/records-*"))
}

// TestARepeatedWriteIsTheSameFile writes a shard as runners that repeat bundles do:
// once to the middle, then twice at once, in other orders.
func TestARepeatedWriteIsTheSameFile(t *testing.T) {
	var told []Told
	for _, a := range wires(40) {
		x, err := newExtractor(nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		r, err := x.Extract(t.Context(), article.Input{ID: a.ID, Text: a.Text, Published: a.Published})
		if err != nil {
			t.Fatal(err)
		}
		one := Told{ID: a.ID}
		for _, e := range r.Events {
			line, _ := table.Encode(e)
			one.Records = append(one.Records, line)
		}
		told = append(told, one)
	}
	out := t.TempDir()
	write := func(told []Told) error {
		fn := &recordsFn{options{Output: out, Formats: []string{"jsonl", "parquet"}, Shards: 1}}
		i := 0
		return fn.ProcessElement(t.Context(), 0, func(to *Told) bool {
			if i == len(told) {
				return false
			}
			*to = told[i]
			i++
			return true
		}, func(string) {})
	}
	broken := append(slices.Clone(told), Told{ID: "z", Records: [][]byte{[]byte("{")}})
	if write(broken) == nil {
		t.Error("a broken shard is no error")
	}
	if left, _ := os.ReadDir(out); len(left) > 0 {
		t.Errorf("%v is left of a broken shard", left)
	}
	if err := write(told); err != nil {
		t.Fatal(err)
	}
	want := lines(t, out+"/*")
	slices.Reverse(told)
	done := make(chan error)
	for range 2 {
		go func() { done <- write(told) }()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Fatal(err)
	}
	same(t, "files", want, lines(t, out+"/*"))
}

// TestParquetIsRead reads the same articles from Parquet and from JSON lines.
func TestParquetIsRead(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	articles := wires(60)
	if err := parquet.WriteFile(in+"/articles.parquet", articles); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, a := range articles {
		line, _ := json.Marshal(a)
		fmt.Fprintf(&b, "%s\n", line)
	}
	if err := os.WriteFile(in+"/articles.jsonl", b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	var got [2][]string
	for i, name := range []string{"articles.jsonl", "articles.parquet"} {
		o := options{Inputs: []string{in + "/" + name}, Output: out + "/" + name, Formats: []string{"csv"}, Shards: 1}
		if _, err := run(o); err != nil {
			t.Fatal(err)
		}
		got[i] = lines(t, o.Output+"/records-*")
	}
	same(t, "records", got[0], got[1])
}
