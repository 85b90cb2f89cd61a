package gazetteer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// geoFeature is one feature of a collection, as far as it is read.
type geoFeature struct {
	Type       string         `json:"type"`
	ID         any            `json:"id"`
	Properties map[string]any `json:"properties"`
	Geometry   *struct {
		Type        string          `json:"type"`
		Coordinates json.RawMessage `json:"coordinates"`
	} `json:"geometry"`
}

// geoJSON reads a feature collection feature by feature, so that a bad one has
// its line.
func (in *placeReader) geoJSON(data []byte) {
	line := func(offset int64) int { return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n")) }
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	broken := func(err error) {
		// The line on which the value begins that cannot be read.
		at := int(dec.InputOffset())
		for at < len(data) && strings.IndexByte(" \t\r\n,", data[at]) >= 0 {
			at++
		}
		in.fail(line(int64(at)), "", "not GeoJSON: %v", err)
	}
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		in.fail(1, "", "not a GeoJSON feature collection")
		return
	}
	found := false
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			broken(err)
			return
		}
		if key != "features" {
			var skip json.RawMessage
			if err := dec.Decode(&skip); err != nil {
				broken(err)
				return
			}
			continue
		}
		found = true
		if t, err := dec.Token(); err != nil || t != json.Delim('[') {
			in.fail(line(dec.InputOffset()), "features", "no list")
			return
		}
		for dec.More() {
			var raw json.RawMessage
			if err := dec.Decode(&raw); err != nil {
				broken(err)
				return
			}
			in.feature(line(dec.InputOffset()-int64(len(raw))), raw)
		}
		if _, err := dec.Token(); err != nil {
			broken(err)
			return
		}
	}
	if _, err := dec.Token(); err != nil {
		broken(err)
	} else if !found {
		in.fail(1, "features", "missing")
	}
}

// feature takes one feature.
func (in *placeReader) feature(line int, raw []byte) {
	var f geoFeature
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&f); err != nil {
		in.fail(line, "", "%v", err)
		return
	}
	if f.Geometry == nil {
		in.fail(line, "geometry", "missing")
		return
	}
	var all any
	d := json.NewDecoder(bytes.NewReader(f.Geometry.Coordinates))
	d.UseNumber()
	if err := d.Decode(&all); err != nil {
		in.fail(line, "coordinates", "%v", err)
		return
	}
	box := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	if !bounds(all, &box) {
		in.fail(line, "coordinates", "not pairs of longitude and latitude")
		return
	}
	values := map[string]string{
		"longitude": strconv.FormatFloat((box[0]+box[2])/2, 'f', -1, 64),
		"latitude":  strconv.FormatFloat((box[1]+box[3])/2, 'f', -1, 64),
	}
	if f.Geometry.Type != "Point" {
		values["geo_precision"] = "3" // the middle of a line or an area
	}
	if f.ID != nil {
		values["id"] = fmt.Sprint(f.ID)
	}
	keys := make([]string, 0, len(f.Properties))
	for k := range f.Properties {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		c := columns[strings.ToLower(k)]
		if c == "" || c == "latitude" || c == "longitude" {
			continue // properties of its maker's own
		}
		switch v := f.Properties[k].(type) {
		case string:
			values[c] = v
		case json.Number:
			values[c] = v.String()
		case []any:
			var parts []string
			for _, e := range v {
				parts = append(parts, fmt.Sprint(e))
			}
			values[c] = strings.Join(parts, "|")
		}
	}
	in.row(line, func(c string) string { return strings.TrimSpace(values[c]) })
}

// bounds widens the box (west, south, east, north) by every position in a
// coordinates value of any depth.
func bounds(v any, box *[4]float64) bool {
	l, ok := v.([]any)
	if !ok || len(l) == 0 {
		return false
	}
	if n, ok := l[0].(json.Number); ok {
		if len(l) < 2 {
			return false
		}
		m, ok := l[1].(json.Number)
		if !ok {
			return false
		}
		x, err1 := n.Float64()
		y, err2 := m.Float64()
		if err1 != nil || err2 != nil {
			return false
		}
		box[0], box[1] = min(box[0], x), min(box[1], y)
		box[2], box[3] = max(box[2], x), max(box[3], y)
		return true
	}
	return !slices.ContainsFunc(l, func(e any) bool { return !bounds(e, box) })
}
