package rules

import (
	"os"
	"strings"
)

// Source returns a rule as it is written in its file.
func Source(r *Rule) (string, error) {
	b, err := data.ReadFile("data/events/" + r.File)
	if err != nil {
		b, err = os.ReadFile(r.File)
	}
	if err != nil {
		return "", err
	}
	var out strings.Builder
	n := 0
	for line := range strings.Lines(string(b)) {
		if n++; n < r.Line {
			continue
		}
		if n > r.Line && (strings.HasPrefix(line, "-") || strings.HasPrefix(line, "#")) {
			break
		}
		out.WriteString(line)
	}
	return strings.TrimRight(out.String(), " \n") + "\n", nil
}
