package corpus

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/goccy/go-yaml"

	"sitrep/extract/article"
	"sitrep/extract/wordlist"
)

//go:embed fields.yaml
var fieldsYAML []byte

// fieldNames are the fields of an article.
var fieldNames = []string{"id", "title", "text", "published", "publisher", "url"}

// FieldNames returns the fields that Options.Map may name.
func FieldNames() []string { return slices.Clone(fieldNames) }

// names are the names that a field may have in the input, by field; the
// user's own, as written, stands alone.
type names struct {
	usual map[string][]string // normalised
	own   map[string]string
}

var usualNames = sync.OnceValue(func() map[string][]string {
	var all map[string][]string
	if err := yaml.UnmarshalWithOptions(fieldsYAML, &all, yaml.Strict()); err != nil {
		panic("fields.yaml: " + err.Error()) // embedded: a test reads it
	}
	for _, list := range all {
		for i, name := range list {
			list[i] = normal(name)
		}
	}
	return all
})

func namesOf(own map[string]string) (names, error) {
	for field := range own {
		if !slices.Contains(fieldNames, field) {
			return names{}, fmt.Errorf("unknown field %q: %s", field, wordlist.Want(field, fieldNames))
		}
	}
	return names{usualNames(), own}, nil
}

// normal returns a name without case and punctuation.
func normal(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// field finds a field in an object: under the user's name (with dots into
// objects within), else under the first of its usual names that has a value. Where none has,
// it is the first that is there, empty: {"title": "Gunmen kill four", "text": ""}.
func (n names) field(field string, object map[string]any, normals map[string]string) (name string, value any) {
	if own, ok := n.own[field]; ok {
		if v, ok := object[own]; ok {
			return own, v
		}
		v := any(object)
		for _, key := range strings.Split(own, ".") {
			within, _ := v.(map[string]any)
			v = within[key]
		}
		return own, v
	}
	name = field
	for _, usual := range n.usual[field] {
		key, ok := normals[usual]
		if ok && object[key] != nil && object[key] != "" {
			return key, object[key]
		}
		if ok && value == nil && object[key] != nil {
			name, value = key, "" // a later name may have a value
		}
	}
	return name, value
}

// article makes an article of an object.
func (n names) article(object map[string]any) (article.Input, error) {
	normals := make(map[string]string, len(object))
	for key := range object {
		k := normal(key)
		// Of two equal names the one that is written like the field wins, so
		// that the order of a map can't decide.
		if other, ok := normals[k]; !ok || key == k || other != k && key < other {
			normals[k] = key
		}
	}
	var in article.Input
	for _, f := range []struct {
		name  string
		to    *string
		value func(any) (string, bool)
	}{{"id", &in.ID, plain}, {"title", &in.Title, textual}, {"text", &in.Text, textual},
		{"published", &in.Published, day}, {"publisher", &in.Publisher, named}, {"url", &in.URL, textual}} {
		name, v := n.field(f.name, object, normals)
		if v == nil {
			continue
		}
		s, ok := f.value(v)
		switch {
		case ok:
			*f.to = s
		case f.name == "publisher" && name != f.name, f.name == "url" && name != f.name: // a guess at a name: passed over
		default:
			return in, fmt.Errorf("field %s: want a string, got %s", name, typeName(v))
		}
	}
	in.Title = strings.TrimSpace(in.Title)
	if name, v := n.field("text", object, normals); v == nil {
		return in, fmt.Errorf("no field %s", name)
	}
	if strings.TrimSpace(in.Text) == "" && in.Title == "" {
		return in, errEmpty
	}
	if markup(in.Text) {
		in.Text = unmarked(in.Text)
	}
	return in, nil
}

func textual(v any) (string, bool) {
	s, ok := v.(string)
	return s, ok
}

func plain(v any) (string, bool) {
	if n, ok := v.(json.Number); ok {
		return n.String(), true
	}
	return textual(v)
}

// named returns a string, or the name of an object: {"id": …, "name": "Reuters"}.
func named(v any) (string, bool) {
	if o, ok := v.(map[string]any); ok {
		for _, key := range []string{"name", "title", "id"} {
			if s, ok := o[key].(string); ok {
				return s, true
			}
		}
	}
	return textual(v)
}

// times are the forms of a time that a machine writes.
var times = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04:05-07:00", "2006-01-02 15:04", "2006-01-02T15:04",
	"2006-01-02T15:04:05-0700", "2006-01-02 15:04:05 -0700 MST", time.RFC1123, time.RFC1123Z, time.RubyDate, "2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "20060102T150405-0700", "20060102T150405", time.RFC850, time.ANSIC, time.UnixDate, "20060102", "20060102T150405Z", "20060102150405"}

// day turns a time that a machine wrote into the day it is there; all other
// words are left for the article's reader.
func day(v any) (string, bool) {
	s, ok := plain(v)
	if !ok {
		return "", false
	}
	s = strings.TrimSpace(s)
	if number, ok := v.(json.Number); ok && len(s) != len("20060102") {
		seconds, err := number.Int64()
		if f, e := number.Float64(); err != nil && e == nil {
			seconds, err = int64(f), nil
		}
		switch {
		case err != nil:
			return s, true
		case seconds > 1e14:
			seconds /= 1e6
		case seconds > 1e11:
			seconds /= 1e3
		}
		return time.Unix(seconds, 0).UTC().Format(time.DateOnly), true
	}
	for _, layout := range times {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return s, true
}

func typeName(v any) string {
	switch v.(type) {
	case json.Number:
		return "number"
	case bool:
		return "bool"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	}
	return fmt.Sprintf("%T", v)
}

// object decodes one JSON object.
func object(data []byte) (map[string]any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, jsonError(err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("more than one JSON value")
	}
	o, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("want a JSON object, got %s", typeName(v))
	}
	return o, nil
}

// jsonError returns an error of the decoder in words without Go types.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var long *tooLong
	switch {
	case errors.As(err, &long):
		return long
	case errors.Is(err, io.ErrUnexpectedEOF), err == io.EOF:
		return errors.New("not JSON: it ends too early")
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %s (at byte %d)", syntax.Error(), syntax.Offset)
	}
	return fmt.Errorf("not JSON: %w", err)
}
