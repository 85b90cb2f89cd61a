package extract

import (
	"bufio"
	"context"
	"os"
	"strings"
	"testing"

	"sitrep/extract/article"
)

// countAlarms reads testdata/figurative.txt, a sentence a line, in which the
// words of conflict are used without the thing. An event in one of them is a
// false alarm.
func countAlarms(t *testing.T, x *Extractor) (alarms, lines int) {
	f, err := os.Open("testdata/figurative.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	section := ""
	for s := bufio.NewScanner(f); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		if line == "" {
			continue
		}
		if name, ok := strings.CutPrefix(line, "# "); ok {
			section = name
			continue
		}
		r, err := x.Extract(context.Background(), article.Input{ID: "line", Text: line})
		if err != nil {
			t.Fatal(err)
		}
		lines++
		if len(r.Events) > 0 {
			alarms++
			t.Logf("%s: %s (%s, %s): %s", section, r.Events[0].Trigger.Text, r.Events[0].SubEventType, r.Events[0].Rule, line)
		}
	}
	return alarms, lines
}
