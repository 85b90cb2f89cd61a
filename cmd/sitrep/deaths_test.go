package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// deathRow is a row of the table of the dead in testdata/README.md: the file,
// or none where it is that of the row above, and at its end the number.
var deathRow = regexp.MustCompile("(?m)^\\| (?:`([a-z-]+\\.txt)` )?\\|.*\\| (\\*\\*[0-9]+\\*\\*|[0-9]+|none) \\|$")

// TestDeathsAddUp holds the column incident_fatalities against the dead that
// were counted by hand, article by article and all together.
func TestDeathsAddUp(t *testing.T) {
	t.Chdir("../..")
	table, err := os.ReadFile("testdata/README.md")
	if err != nil {
		t.Fatal(err)
	}
	want, file, sum := map[string]int{}, "", -1
	for _, row := range deathRow.FindAllStringSubmatch(string(table), -1) {
		if row[1] != "" {
			file = row[1]
		}
		n, _ := strconv.Atoi(strings.Trim(row[2], "*")) // none: 0
		if strings.HasPrefix(row[2], "*") {
			sum = n
			continue
		}
		want[file] += n
	}
	if len(want) < 12 {
		t.Fatalf("read the dead of %d articles only: %v", len(want), want)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"extract", "testdata", "-q", "--columns", "article_id,incident_fatalities"}, strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got, all := map[string]int{"harvest.txt": 0}, 0
	for _, row := range rows[1:] {
		n, _ := strconv.Atoi(row[1]) // empty: none
		got[row[0]] += n
		all += n
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if all != sum {
		t.Errorf("the column adds up to %d, want %d", all, sum)
	}
}
