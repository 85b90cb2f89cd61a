package table

import (
	"fmt"
	"reflect"
	"slices"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

// columnsFor returns the columns that a unit has.
func columnsFor(unit string) []Column {
	if unit == Incidents {
		return IncidentColumns()
	}
	return Columns()
}

// isDate reports whether a column holds dates, which spreadsheets know as such
// where they are whole days.
func isDate(column string) bool {
	return slices.Contains([]string{"event_date", "date_from", "date_to", "published", "from", "to", "first_report", "last_report"}, column)
}

// pick returns the indices of the columns that a table shows, in its order.
func pick(o Options) ([]int, error) {
	columns := columnsFor(o.Unit)
	if len(o.Columns) == 0 {
		return all(columns), nil
	}
	var out []int
	for _, name := range o.Columns {
		i := slices.IndexFunc(columns, func(c Column) bool { return c.Name == name })
		if i < 0 {
			hint := "sitrep schema lists them"
			if near := wordlist.Nearest(name, names(columns)); near != "" {
				hint = fmt.Sprintf("did you mean %q? %s", near, hint)
			}
			return nil, fmt.Errorf("unknown column %q: %s", name, hint)
		}
		out = append(out, i)
	}
	return out, nil
}

func all(columns []Column) []int {
	out := make([]int, len(columns))
	for i := range out {
		out[i] = i
	}
	return out
}

func names(columns []Column) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.Name
	}
	return out
}

// sheet turns an article's records into the rows that a table shows.
type sheet struct {
	options Options
	columns []Column
	shown   []int
}

func newSheet(o Options) (*sheet, error) {
	shown, err := pick(o)
	return &sheet{o, columnsFor(o.Unit), shown}, err
}

// rows returns a []Row or an []IncidentRow.
func (s *sheet) rows(records []record.Record) any {
	if s.options.Unit == Incidents {
		return incidentRows(records, s.options.UnknownFatalities)
	}
	return rows(records, s.options.UnknownFatalities)
}

// header returns the names of the columns shown.
func (s *sheet) header() []string {
	out := make([]string, len(s.shown))
	for k, i := range s.shown {
		out[k] = s.columns[i].Name
	}
	return out
}

// values returns the cells of rows as string, int, float64, or nil where a number
// is not known.
func (s *sheet) values(rows any) [][]any {
	v := reflect.ValueOf(rows)
	fields := fieldsOf(v.Type().Elem())
	out := make([][]any, v.Len())
	for r := range out {
		out[r] = make([]any, len(s.shown))
		for k, i := range s.shown {
			switch f := v.Index(r).FieldByIndex(fields[i].Index).Interface().(type) {
			case string:
				out[r][k] = f
			case *int:
				if f != nil {
					out[r][k] = *f
				}
			case *float64:
				if f != nil {
					out[r][k] = *f
				}
			}
		}
	}
	return out
}
