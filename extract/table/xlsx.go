package table

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

// What a worksheet can hold.
const (
	mostRows  = 1 << 20
	mostRunes = 32767
)

// xlsx writes a workbook: a sheet of records (or, by option, of incidents
// alone) and one of incidents. Rows are streamed to disk meanwhile; the
// workbook itself can only be packed at the end.
type xlsx struct {
	to       Target
	file     *excelize.File
	sheets   []*worksheet
	dayStyle int
}

type worksheet struct {
	*sheet
	name   string
	stream *excelize.StreamWriter
	row    int
}

func newXLSX(to Target, o Options) (Writer, error) {
	first, err := newSheet(o)
	if err != nil {
		return nil, err
	}
	sheets := []*worksheet{{sheet: first, name: "records"}}
	if o.Unit == Incidents {
		sheets[0].name = "incidents"
	} else {
		second, err := newSheet(Options{UnknownFatalities: o.UnknownFatalities, Unit: Incidents})
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, &worksheet{sheet: second, name: "incidents"})
	}
	return newWorkbook(to, sheets)
}

// newWorkbook begins a workbook with its sheets.
func newWorkbook(to Target, sheets []*worksheet) (x *xlsx, err error) {
	x = &xlsx{to: to, file: excelize.NewFile(), sheets: sheets}
	dates := "yyyy-mm-dd"
	if x.dayStyle, err = x.file.NewStyle(&excelize.Style{CustomNumFmt: &dates}); err != nil {
		return nil, err
	}
	bold, err := x.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if i == 0 {
			err = x.file.SetSheetName("Sheet1", s.name)
		} else {
			_, err = x.file.NewSheet(s.name)
		}
		if err == nil {
			err = s.begin(x.file, bold)
		}
		if err != nil {
			return nil, err
		}
	}
	return x, nil
}

// begin writes the header and freezes it.
func (s *worksheet) begin(f *excelize.File, bold int) (err error) {
	if s.stream, err = f.NewStreamWriter(s.name); err != nil {
		return err
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i, name := range slices.Backward(s.header()) { // excelize writes the last one set first
		if err := s.stream.SetColWidth(i+1, i+1, widthOf(s.columns[s.shown[i]], name)); err != nil {
			return err
		}
	}
	header := make([]any, len(s.shown))
	for i, name := range s.header() {
		header[i] = excelize.Cell{StyleID: bold, Value: name}
	}
	s.row = 1
	return s.stream.SetRow("A1", header)
}

// widthOf returns how wide a column is shown, in characters.
func widthOf(c Column, name string) float64 {
	switch {
	case name == "evidence":
		return 80
	case name == "title":
		return 50
	case isDate(name):
		return 12
	case c.Type != "string":
		return 11
	}
	return max(14, min(28, float64(len(name)+4)))
}

// filtered makes a table of the sheet, so that its header filters the rows.
func (s *worksheet) filtered() error {
	if s.row < 2 || len(s.shown) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.shown), s.row)
	if err != nil {
		return err
	}
	plain := false
	return s.stream.AddTable(&excelize.Table{Range: "A1:" + last, Name: "all_" + s.name, ShowRowStripes: &plain})
}

func (x *xlsx) Write(_ record.Article, records []record.Record) error {
	for _, s := range x.sheets {
		if err := x.write(s, s.rows(records)); err != nil {
			return err
		}
	}
	return nil
}

// write adds rows to a sheet.
func (x *xlsx) write(s *worksheet, rows any) error {
	for _, values := range s.values(rows) {
		if s.row++; s.row > mostRows {
			return fmt.Errorf("more than %d rows: a worksheet holds no more; csv has no limit", mostRows-1)
		}
		for i, v := range values {
			values[i] = x.typed(s.columns[s.shown[i]].Name, v)
		}
		if err := s.stream.SetRow(fmt.Sprintf("A%d", s.row), values); err != nil {
			return err
		}
	}
	return nil
}

// typed makes days of days and cuts what is too long for a cell.
func (x *xlsx) typed(column string, v any) any {
	s, ok := v.(string)
	switch {
	case !ok:
		return v
	case s == "":
		return nil
	case isDate(column):
		// Spreadsheets know no day before 1900-03-01 for sure.
		if t, err := time.Parse(time.DateOnly, s); err == nil && t.Year() > 1900 {
			return excelize.Cell{StyleID: x.dayStyle, Value: t}
		}
	case len(s) > mostRunes && utf8.RuneCountInString(s) > mostRunes:
		return string([]rune(s)[:mostRunes-1]) + "…"
	}
	return s
}

// Flush does nothing: a workbook has no beginning before it has its end.
func (x *xlsx) Flush() error { return nil }

func (x *xlsx) Close() error {
	defer x.file.Close()
	for _, s := range x.sheets {
		if err := s.filtered(); err != nil {
			return err
		}
		if err := s.stream.Flush(); err != nil {
			return err
		}
	}
	return x.pack()
}

// pack writes the workbook with its parts in the order of their names: the
// library packs them in the order of a map.
func (x *xlsx) pack() error {
	spool, err := os.CreateTemp("", "sitrep-*.xlsx")
	if err != nil {
		return err
	}
	defer os.Remove(spool.Name())
	defer spool.Close()
	if err := x.file.Write(spool); err != nil {
		return err
	}
	size, err := spool.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	parts, err := zip.NewReader(spool, size)
	if err != nil {
		return err
	}
	// The content types come first by name too, as readers expect.
	slices.SortFunc(parts.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	out := zip.NewWriter(x.to)
	for _, p := range parts.File {
		if err := out.Copy(p); err != nil {
			return err
		}
	}
	return out.Close()
}

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
