package table

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"sitrep/extract/record"
)

// days of the CSV that are always whole, and are days in Parquet too. An
// event_date may be a month or a span, and stays text.
func isDay(column string) bool { return isDate(column) && column != "event_date" }

// flatSchema has the columns of a sheet, in its order, each optional: an empty
// cell is no value.
func flatSchema(s *sheet) *parquet.Schema {
	var fields []reflect.StructField
	for k, i := range s.shown {
		c := s.columns[i]
		kind, options := reflect.TypeFor[string](), ",dict"
		switch {
		case c.Name == "evidence":
			options = ",plain"
		case c.Type == "integer":
			kind, options = reflect.TypeFor[int64](), ",plain"
		case c.Type == "number":
			kind, options = reflect.TypeFor[float64](), ",plain"
		case isDay(c.Name):
			kind, options = reflect.TypeFor[int32](), ",date"
		}
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("Column%d", k), Type: kind,
			Tag: reflect.StructTag(fmt.Sprintf(`parquet:"%s,optional%s"`, c.Name, options)),
		})
	}
	return parquet.NewSchema("row", parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// flatRow makes a row of the cells of a sheet.
func flatRow(s *sheet, cells []any) parquet.Row {
	row := make(parquet.Row, len(cells))
	for k, v := range cells {
		value := parquet.NullValue()
		switch v := v.(type) {
		case int:
			value = parquet.Int64Value(int64(v))
		case float64:
			value = parquet.DoubleValue(v)
		case string:
			if isDay(s.columns[s.shown[k]].Name) {
				value = dayValue(v)
			} else if v != "" {
				value = parquet.ByteArrayValue([]byte(v))
			}
		}
		level := 1
		if value.IsNull() {
			level = 0
		}
		row[k] = value.Level(0, level, k)
	}
	return row
}

const secondsADay = 24 * 60 * 60

// dayValue returns a day as Parquet counts it, from 1970, or no value.
func dayValue(day string) parquet.Value {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return parquet.NullValue()
	}
	return parquet.Int32Value(int32(t.Unix() / secondsADay))
}

// nestedSchema is the record, or the incident, as its JSON has it: what JSON
// leaves out is no value, and a list without members is empty.
func nestedSchema(unit string) *parquet.Schema {
	if unit == Incidents {
		return schemaOf(Incident{})
	}
	return schemaOf(record.Record{})
}

func schemaOf(v any) *parquet.Schema {
	return parquet.SchemaOf(v, jsonNames(nil, reflect.TypeOf(v))...)
}

// jsonNames gives the fields of a struct, and of those in it, their JSON names.
func jsonNames(path []string, t reflect.Type) []parquet.SchemaOption {
	var out []parquet.SchemaOption
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		tag, within := name, append(path[:len(path):len(path)], name)
		kind := f.Type
		if kind.Kind() == reflect.Slice {
			kind = kind.Elem()
			tag, within = tag+",list", append(within, "list", "element")
		} else if options == "omitempty" && kind.Kind() != reflect.Pointer && kind.Kind() != reflect.Bool {
			tag += ",optional"
		}
		if f.Type.Kind() == reflect.String && name != "text" {
			tag += ",dict"
		}
		out = append(out, parquet.StructTag(reflect.StructTag(fmt.Sprintf(`parquet:"%s"`, tag)), append(path[:len(path):len(path)], f.Name)...))
		if kind.Kind() == reflect.Pointer {
			kind = kind.Elem()
		}
		if kind.Kind() == reflect.Struct {
			out = append(out, jsonNames(within, kind)...)
		}
	}
	return out
}
