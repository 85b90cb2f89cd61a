package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// table reads a CSV file with a header into rows by column name, and insists
// on the columns.
func table(path string, columns ...string) ([]map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	all, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: empty", path)
	}
	has := map[string]bool{}
	for _, c := range all[0] {
		has[c] = true
	}
	for _, c := range columns {
		if !has[c] {
			return nil, fmt.Errorf("%s: no column %q", path, c)
		}
	}
	rows := make([]map[string]string, 0, len(all)-1)
	for _, cells := range all[1:] {
		row := make(map[string]string, len(cells))
		for i, c := range all[0] {
			row[c] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, row)
	}
	return rows, nil
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
