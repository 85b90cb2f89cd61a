package table

import (
	"encoding/binary"
	"errors"
	"io"

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
