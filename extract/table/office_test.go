package table

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/record"
)

// likeNumbers are records whose words a spreadsheet may take for numbers,
// dates, truth values or formulas.
func likeNumbers() []record.Record {
	var out []record.Record
	for _, text := range []string{"160,000", "12", "007", "1e5", "1.50", "5%", "$5", "Jan. 7", "March 2018", "17 September", "3/4", "3-4", "10:30", "true", "FALSE", "=1+1", "-5", "’90s", "2021-05-04"} {
		r := strike()
		r.Codes.CAMEO, r.Article.Title, r.Trigger.Text, r.Source.Text = "0874", text, text, text
		r.Casualties = []record.Casualty{{Kind: "killed", Text: text, Min: n(2), Max: n(2)}}
		out = append(out, r)
	}
	return out
}

func TestWordsLikeNumbersAreQuoted(t *testing.T) {
	o := Options{Columns: []string{"title", "event_date", "published", "killed_min", "cameo"}}
	r := strike()
	r.Codes.CAMEO = "057"
	for title, want := range map[string]string{
		"160,000":                    `"160,000"`,
		"12":                         `"12"`,
		"Jan. 7":                     `"Jan. 7"`,
		"true":                       `"true"`,
		"1e5":                        `"1e5"`,
		"-5":                         `"'-5"`,
		"Two killed":                 `Two killed`,
		"A9 closed":                  `A9 closed`,
		"9f2c41d07be3-441-strike":    `9f2c41d07be3-441-strike`,
		"Demonstrators march 2 days": `Demonstrators march 2 days`,
		`He said "no"`:               `"He said ""no"""`,
	} {
		r.Article.Title = title
		if got, want := strings.Split(string(written(t, "csv", o, r)), "\n")[1], want+`,2021-05,2021-05-04,26,"057"`; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if title == "12" {
			if got := string(written(t, "tsv", o, r)); strings.Contains(got, `"`) {
				t.Errorf("TSV has quotation marks: %s", got)
			}
		}
	}
}

// TestLibreOfficeShowsTheCells opens tables in LibreOffice: CSV as UTF-8 with
// quoted fields as text, workbooks as they are.
func TestLibreOfficeShowsTheCells(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("needs LibreOffice (soffice) and some seconds")
	}
	dir := t.TempDir()
	for _, c := range []struct{ format, filter string }{{"csv", "CSV:44,34,76,1,,0,true"}, {"xlsx", "Calc MS Excel 2007 XML"}} {
		path := filepath.Join(dir, "in."+c.format)
		if err := os.WriteFile(path, written(t, c.format, Options{}, likeNumbers()...), 0o666); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(dir, "of-"+c.format)
		say, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--infilter="+c.filter,
			"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", out, path).CombinedOutput()
		if err != nil {
			t.Skipf("LibreOffice does not run: %v: %s", err, say)
		}
		data, err := os.ReadFile(filepath.Join(out, "in.csv"))
		if err != nil {
			t.Fatalf("%v: %s", err, say)
		}
		got, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want, err := csv.NewReader(bytes.NewReader(written(t, "csv", Options{}, likeNumbers()...))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", c.format, diff)
		}
	}
}
