package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGazetteer(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	own := write("own.csv", "id,name,latitude,longitude,country,aliases\n,Xyzxyzxyz,34.5,36.5,SYR,Xyzburg|Xyzdorf\ngeonames:163808,Tadmur,34.56,38.28,SYR,\n")
	bad := write("bad.csv", "name,latitude,longitude\nXyztown,34.5,36.5\nXyzburg,x,36.5\n")
	for _, c := range []struct {
		args     string
		code     int
		out, err string // held in what is written; - for nothing at all
	}{
		{"lookup Tadmur", 0, "geonames:163808", "-"},
		{"lookup Deir~al-Zour", 0, "geonames:170794", "-"},
		{"lookup Xyzxyzxyz", exitFailed, "-", "Xyzxyzxyz: no place or actor of that name"},
		{"lookup", exitUsage, "-", "want at least one NAME"},
		{"lookup --places " + own + " Xyzxyzxyz", 0, "own:xyzxyzxyz", "-"},
		{"lookup --places " + bad + " Tadmur", exitUsage, "-", `bad.csv:3: latitude: "x" is not between -90 and 90`},
		{"check " + own, 0, "own.csv: 2 places", "Tadmur stands in for the built-in Tadmur"},
		{"check " + bad, exitUsage, "-", "bad.csv:3"},
		{"check", exitUsage, "-", "want at least one FILE"},
		{"import " + own, 0, "own:xyzxyzxyz,Xyzxyzxyz,populated place,SYR,,34.5,36.5,1,,Xyzburg|Xyzdorf\n", "-"},
		{"import " + own + " " + bad, exitUsage, "-", "bad.csv:3"},
		{"import " + filepath.Join(dir, "none.csv"), exitUsage, "-", "none.csv"},
		{"sources", 0, "CC BY 4.0", "-"},
		{"sources extra", exitUsage, "-", "takes no arguments"},
		{"", exitUsage, "-", "lookup"},
	} {
		var out, errs bytes.Buffer
		cmd := newGazetteer(&streams{strings.NewReader(""), &out, &errs})
		cmd.SilenceErrors, cmd.SilenceUsage = true, true
		cmd.SetArgs(strings.Fields(c.args))
		args := strings.Fields(c.args)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "~", " ")
		}
		cmd.SetArgs(args)
		err := cmd.Execute()
		if err != nil {
			errs.WriteString(err.Error())
		}
		if got := exitCode(err); got != c.code {
			t.Errorf("%s: exit code %d, want %d (%v)", c.args, got, c.code, err)
		}
		holds := func(stream, got, want string) {
			if want == "-" && got != "" || want != "-" && !strings.Contains(got, want) {
				t.Errorf("%s: %s:\n%s\nwant %s", c.args, stream, got, want)
			}
		}
		holds("output", out.String(), c.out)
		holds("errors", errs.String(), c.err)
	}
}
