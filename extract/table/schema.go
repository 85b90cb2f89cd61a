package table

import (
	"reflect"
	"strings"

	"sitrep/extract/record"
)

// enums are the closed sets of values, by JSON name.
var enums = map[string][]string{
	"modality": {record.Actual, record.Planned, record.Hypothetical, record.Negated},
	"status":   {record.Denied, record.Unverified, record.Confirmed, record.Claimed, record.Reported},
	"scope":    {record.Single, record.Aggregate},
}

// Statuses returns the statuses of a record, the first that holds first.
func Statuses() []string { return enums["status"] }

// Schema returns the JSON Schema of a record, with the columns of the tables
// beside it.
func Schema() any {
	s := object(reflect.TypeFor[record.Record]())
	return struct {
		Schema  string   `json:"$schema"`
		Title   string   `json:"title"`
		Version int      `json:"version"`
		Type    string   `json:"type"`
		Props   any      `json:"properties"`
		Needed  []string `json:"required"`
		Columns []Column `json:"csvColumns"`
	}{
		"https://json-schema.org/draft/2020-12/schema", "sitrep record", record.Schema,
		s.Type, s.Properties, s.Required, Columns(),
	}
}

type schema struct {
	Type       string     `json:"type"`
	Enum       []string   `json:"enum,omitempty"`
	Items      *schema    `json:"items,omitempty"`
	Properties properties `json:"properties,omitempty"`
	Required   []string   `json:"required,omitempty"`
}

// properties keeps the order of the fields, which a map would lose.
type properties []property

type property struct {
	name string
	schema
}

// MarshalJSON writes an object with its members in the order of the fields.
func (p properties) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, member := range p {
		if i > 0 {
			out = append(out, ',')
		}
		name, err := Encode(member.name)
		if err != nil {
			return nil, err
		}
		value, err := Encode(member.schema)
		if err != nil {
			return nil, err
		}
		out = append(append(append(out, name...), ':'), value...)
	}
	return append(out, '}'), nil
}

func object(t reflect.Type) schema {
	s := schema{Type: "object"}
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		member := describe(f.Type)
		member.Enum = enums[name]
		s.Properties = append(s.Properties, property{name, member})
		if !strings.Contains(options, "omitempty") {
			s.Required = append(s.Required, name)
		}
	}
	return s
}

func describe(t reflect.Type) schema {
	switch t.Kind() {
	case reflect.Pointer:
		return describe(t.Elem())
	case reflect.Slice:
		item := describe(t.Elem())
		return schema{Type: "array", Items: &item}
	case reflect.Struct:
		return object(t)
	case reflect.Int:
		return schema{Type: "integer"}
	case reflect.Float64:
		return schema{Type: "number"}
	case reflect.Bool:
		return schema{Type: "boolean"}
	}
	return schema{Type: "string"}
}
