package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"sitrep/extract/record"
)

// rowGroupBytes is how many bytes of cells a row group holds before they are
// packed: some 100,000 rows. A reader works on row groups at once, and the
// writer holds one in memory, packed.
const rowGroupBytes = 64 << 20

// batchRows is how many rows are handed to the library at once. Pages end
// between batches, so the number has to be the same for the same bytes.
const batchRows = 64

// InParts is a table that a run writes as a row of whole files, so that it can
// be continued after each, and that is joined to one file in the end.
type InParts interface {
	// Join writes the one file. The parts are what was written so far.
	Join(parts io.ReaderAt, size int64, to io.Writer) error
}

// columnar packs rows. It knows nothing of what they hold.
type columnar struct {
	schema *parquet.Schema
	file   *parquet.GenericWriter[any]
	batch  []parquet.Row
	size   int // of the row group
	limit  int
}

func newColumnar(to io.Writer, schema *parquet.Schema) *columnar {
	return &columnar{schema: schema, limit: rowGroupBytes, file: parquet.NewGenericWriter[any](to, schema,
		parquet.Compression(&zstd.Codec{}),
		parquet.DataPageVersion(1), // which all readers know
		parquet.DictionaryMaxBytes(1<<20))}
}

// add takes over a row.
func (c *columnar) add(row parquet.Row) error {
	c.batch = append(c.batch, row)
	for _, v := range row {
		c.size += 8
		if v.Kind() == parquet.ByteArray {
			c.size += len(v.ByteArray())
		}
	}
	if len(c.batch) < batchRows {
		return nil
	}
	if err := c.hand(); err != nil || c.size < c.limit {
		return err
	}
	c.size = 0
	return c.file.Flush()
}

// hand gives the batch to the library.
func (c *columnar) hand() error {
	_, err := c.file.WriteRows(c.batch)
	clear(c.batch)
	c.batch = c.batch[:0]
	return err
}

// Flush does nothing: what of the rows is readable without the end of the file?
func (c *columnar) Flush() error { return nil }

func (c *columnar) Close() error { return errors.Join(c.hand(), c.file.Close()) }

// parquetWriter writes the rows of a table, or the nested records.
type parquetWriter struct {
	*columnar
	flat    *sheet // nil: nested
	options Options
	parts   *counted // nil: one file, written as it comes
	rows    int      // of the part
}

// counted counts the bytes of a part.
type counted struct {
	io.Writer
	n int64
}

func (c *counted) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	c.n += int64(n)
	return n, err
}

func newParquet(to Target, o Options) (Writer, error) {
	p := &parquetWriter{options: o}
	schema := nestedSchema(o.Unit)
	if !o.Nested {
		var err error
		if p.flat, err = newSheet(o); err != nil {
			return nil, err
		}
		schema = flatSchema(p.flat)
	}
	w := to.Writer
	if o.InParts {
		p.parts = &counted{Writer: w}
		w = p.parts
	}
	p.columnar = newColumnar(w, schema)
	return p, nil
}

func (p *parquetWriter) Write(_ record.Article, records []record.Record) error {
	if p.flat != nil {
		return p.write(p.flat, p.flat.rows(records))
	}
	return p.options.each(records, func(v any) error {
		p.rows++
		return p.add(p.schema.Deconstruct(nil, v))
	})
}

func (p *parquetWriter) write(s *sheet, rows any) error {
	for _, values := range s.values(rows) {
		p.rows++
		if err := p.add(flatRow(s, values)); err != nil {
			return err
		}
	}
	return nil
}

// Flush ends a part: the file and its length in eight bytes, so that the parts
// can be found from the end.
func (p *parquetWriter) Flush() error {
	if p.parts == nil || p.rows == 0 {
		return nil
	}
	if err := p.columnar.Close(); err != nil {
		return err
	}
	if err := binary.Write(p.parts.Writer, binary.LittleEndian, p.parts.n); err != nil {
		return err
	}
	p.parts.n, p.rows, p.size = 0, 0, 0
	p.file.Reset(p.parts)
	return nil
}

func (p *parquetWriter) Close() error {
	if p.parts != nil {
		return p.Flush()
	}
	return p.columnar.Close()
}

// Join packs the rows of the parts anew: their row groups are as long as a run
// happened to write between two moments of safety, and those of the file must
// be the same whatever interrupted the run.
func (p *parquetWriter) Join(parts io.ReaderAt, size int64, to io.Writer) error {
	sections, err := partsOf(parts, size)
	if err != nil {
		return err
	}
	whole := newColumnar(to, p.schema)
	whole.limit = p.limit
	for _, s := range sections {
		if err := whole.addAll(s); err != nil {
			return err
		}
	}
	return whole.Close()
}

var errDamaged = errors.New("a part of the table is damaged: start again without --resume")

// partsOf finds the parts, from the last to the first, and returns them in order.
func partsOf(all io.ReaderAt, size int64) ([]*io.SectionReader, error) {
	var out []*io.SectionReader
	for end := size; end > 0; {
		var tail [8]byte
		if _, err := all.ReadAt(tail[:], max(0, end-8)); err != nil && err != io.EOF {
			return nil, err
		}
		n := int64(binary.LittleEndian.Uint64(tail[:]))
		if n <= 0 || n > end-8 {
			return nil, errDamaged
		}
		end -= 8 + n
		out = append(out, io.NewSectionReader(all, end, n))
	}
	for i, k := 0, len(out)-1; i < k; i, k = i+1, k-1 {
		out[i], out[k] = out[k], out[i]
	}
	return out, nil
}

// addAll adds the rows of a part.
func (c *columnar) addAll(part *io.SectionReader) error {
	f, err := parquet.OpenFile(part, part.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return errors.Join(errDamaged, err)
	}
	for _, g := range f.RowGroups() {
		var wrong error
		err := readRows(g, func(row parquet.Row) bool {
			wrong = c.add(row.Clone())
			return wrong == nil
		})
		if err := errors.Join(wrong, err); err != nil {
			return err
		}
	}
	return nil
}

// readParquet reads nested records, or the columns with a row a record.
func readParquet(f *os.File, yield func(record.Record) bool) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return err
	}
	if _, nested := file.Schema().Lookup("article", "id"); nested {
		return readNested(file, yield)
	}
	at := map[string]int{}
	for i, path := range file.Schema().Columns() {
		at[path[0]] = i
	}
	if err := needColumns(at); err != nil {
		return err
	}
	for _, g := range file.RowGroups() {
		if err := readRows(g, func(row parquet.Row) bool {
			return yield(fromCells(func(name string) string { return cellOf(row[at[name]]) }))
		}); err != nil {
			return err
		}
	}
	return nil
}

// readRows hands on the rows of a group, which are good until the next.
func readRows(g parquet.RowGroup, yield func(parquet.Row) bool) (err error) {
	rows := g.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, batchRows)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			if !yield(row) {
				return errEnough
			}
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

func readNested(file *parquet.File, yield func(record.Record) bool) (err error) {
	schema := nestedSchema(Records)
	rows := parquet.NewReader(file, schema)
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, 1)
	for n := 1; ; n++ {
		got, err := rows.ReadRows(buffer)
		if got == 0 {
			if err == io.EOF {
				return nil
			}
			return err
		}
		var r record.Record
		if err := schema.Reconstruct(&r, buffer[0]); err != nil {
			return fmt.Errorf("record %d: %w", n, err)
		}
		if r.ID == "" || r.Incident == "" || r.EventType == "" {
			return fmt.Errorf("record %d is no record of an event: want what sitrep extract wrote with a row a record", n)
		}
		if !yield(r) {
			return errEnough
		}
	}
}

// cellOf writes a value as CSV has it.
func cellOf(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.Int32:
		return time.Unix(int64(v.Int32())*secondsADay, 0).UTC().Format(time.DateOnly)
	}
	return v.String()
}

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
