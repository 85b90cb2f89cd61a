// Sitrep-beam extracts events from collections that are too large for one
// machine. It is the extractor of sitrep as an Apache Beam pipeline: it runs in
// this process (Prism, the default), on Flink, Spark and Dataflow, by the flag
// --runner.
//
//	sitrep-beam --input 'dumps/*.jsonl.gz,pages/*.warc.gz' --output out --formats jsonl,parquet
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3" // beamx brings the others
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	var o options
	input := flag.String("input", "", "patterns of files to read, ',' between: JSON lines, WARC, text, Parquet and all that sitrep extract reads; gs:// and s3:// too")
	flag.StringVar(&o.Output, "output", "", "folder to write to")
	formats := flag.String("formats", "jsonl", "formats of the records, ',' between: jsonl, parquet, csv, …")
	flag.BoolVar(&o.Nested, "nested", false, "write to Parquet whole records and not the columns of CSV")
	flag.IntVar(&o.Shards, "shards", 16, "files of each format; the records of one are sorted in memory")
	flag.StringVar(&o.Link, "link", "none", "link incidents: none, all (as sitrep link, on one worker) or country (a worker a country)")
	flag.IntVar(&o.Lanes, "lanes", runtime.GOMAXPROCS(0), "stages beside each other in which articles are extracted: a core each on Prism, 1 on a cluster")
	flag.StringVar(&o.Published, "published", "", "publication date of articles that have none")
	rules := flag.String("rules", "", "files of event rules, ',' between")
	actors := flag.String("actors", "", "files of actors, ',' between")
	places := flag.String("places", "", "files of places, ',' between")
	flag.Parse()
	beam.Init()

	o.Inputs, o.Formats = list(*input), list(*formats)
	o.Rules, o.Actors, o.Places = list(*rules), list(*actors), list(*places)
	if err := o.check(); err != nil {
		fmt.Fprintln(os.Stderr, "sitrep-beam:", err)
		os.Exit(2)
	}
	p := beam.NewPipeline()
	build(p.Root(), o)
	result, err := beamx.RunWithMetrics(context.Background(), p)
	if err != nil {
		fmt.Fprintln(os.Stderr, "sitrep-beam:", err)
		os.Exit(1)
	}
	if result != nil {
		report(result.Metrics())
	}
}

func list(s string) []string {
	return slices.DeleteFunc(strings.Split(s, ","), func(s string) bool { return s == "" })
}

// report prints what the pipeline counted.
func report(r metrics.Results) {
	all := r.AllMetrics()
	sums := map[string]int64{}
	for _, c := range all.Counters() {
		sums[c.Key.Name] += c.Result()
	}
	for _, d := range all.Distributions() {
		sums[d.Key.Name] += d.Result().Sum
	}
	names := make([]string, 0, len(sums))
	for name := range sums {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(os.Stderr, "%s\t%d\n", name, sums[name])
	}
}
