package table

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sitrep/extract/record"
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
