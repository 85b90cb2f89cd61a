package table

import (
	"bufio"
	"bytes"

	"sitrep/extract/record"
)

// What comes before and after the features of a collection.
const (
	collectionBegin = `{"type":"FeatureCollection","features":[`
	collectionEnd   = "\n]}\n"
)

// geoJSON writes a feature collection (RFC 7946): one point a row, its
// columns as properties. What has no coordinates is a feature without
// geometry, so that nothing is lost.
type geoJSON struct {
	*sheet
	buffer              *bufio.Writer
	begun               bool
	latitude, longitude int // column indices
}

func newGeoJSON(to Target, o Options) (Writer, error) {
	s, err := newSheet(o)
	if err != nil {
		return nil, err
	}
	return newFeatures(to, s), nil
}

func newFeatures(to Target, s *sheet) *geoJSON {
	g := &geoJSON{sheet: s, buffer: bufio.NewWriter(to)}
	for i, c := range s.columns {
		switch c.Name {
		case "latitude":
			g.latitude = i
		case "longitude":
			g.longitude = i
		}
	}
	return g
}

func (g *geoJSON) Write(_ record.Article, records []record.Record) error {
	return g.write(g.rows(records))
}

// write adds a feature for each row.
func (g *geoJSON) write(rows any) error {
	where := (&sheet{shown: []int{g.longitude, g.latitude}}).values(rows)
	for i, values := range g.values(rows) {
		if g.options.Located && (where[i][0] == nil || where[i][1] == nil) {
			continue
		}
		feature, err := g.feature(where[i], values)
		if err != nil {
			return err
		}
		lead := ",\n"
		if !g.begun {
			g.begun = true
			lead = collectionBegin + "\n"
		}
		g.buffer.WriteString(lead)
		if _, err := g.buffer.Write(feature); err != nil {
			return err
		}
	}
	return nil
}

func (g *geoJSON) feature(where, values []any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(`{"type":"Feature","geometry":`)
	if where[0] == nil || where[1] == nil {
		b.WriteString("null")
	} else {
		b.WriteString(`{"type":"Point","coordinates":`)
		point, err := Encode(where)
		if err != nil {
			return nil, err
		}
		b.Write(point)
		b.WriteByte('}')
	}
	b.WriteString(`,"properties":{`)
	some := false
	for k, v := range values {
		if v == nil || v == "" {
			continue
		}
		name, err := Encode(g.columns[g.shown[k]].Name)
		if err != nil {
			return nil, err
		}
		value, err := Encode(v)
		if err != nil {
			return nil, err
		}
		if some {
			b.WriteByte(',')
		}
		some = true
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteString("}}")
	return b.Bytes(), nil
}

func (g *geoJSON) Flush() error { return g.buffer.Flush() }

func (g *geoJSON) Close() error {
	if !g.begun {
		g.buffer.WriteString(collectionBegin)
	}
	g.buffer.WriteString(collectionEnd)
	return g.buffer.Flush()
}
