package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"sitrep/gazetteer/internal/table"
)

// readTable reads a CSV file with these columns into rows by column name. Those
// whose name ends in a question mark come last and may be missing.
func readTable(path string, columns ...string) ([]map[string]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	required := 0
	for i, c := range columns {
		name, optional := strings.CutSuffix(c, "?")
		if columns[i] = name; !optional {
			required++
		}
	}
	var rows []map[string]string
	err = table.Each(path, string(b), columns, required, func(t *table.Table) error {
		row := make(map[string]string, len(columns))
		for i, c := range columns {
			row[c] = strings.TrimSpace(t.Get(i))
		}
		rows = append(rows, row)
		return nil
	})
	return rows, err
}

func list(cell string) []string {
	var out []string
	for _, s := range strings.Split(cell, "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// lines calls each with the tab-separated fields of every line.
func lines(path string, fields int, each func(n int, f []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		f := strings.Split(s.Text(), "\t")
		if len(f) != fields {
			return fmt.Errorf("%s:%d: %d fields, want %d", path, n, len(f), fields)
		}
		if err := each(n, f); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return s.Err()
}

func readJSON(path string, into any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func coordinates(lat, lon string) (float64, float64, error) {
	a, err := strconv.ParseFloat(lat, 64)
	if err != nil || a < -90 || a > 90 {
		return 0, 0, fmt.Errorf("latitude %q", lat)
	}
	o, err := strconv.ParseFloat(lon, 64)
	if err != nil || o < -180 || o > 180 {
		return 0, 0, fmt.Errorf("longitude %q", lon)
	}
	return a, o, nil
}
