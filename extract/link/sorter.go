package link

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"sitrep/extract/record"
)

// mostInMemory is how many bytes of records a Sorter holds before it puts them
// on disk.
const mostInMemory = 16 << 20

// Sorter puts records into the order in which a Linker wants them: by day of
// publication, then by article. The order does not depend on the one in which
// they came, and a record that came twice is there once. Memory holds a key a
// record; the records themselves go to a temporary file where they are many.
type Sorter struct {
	index   []sorted
	memory  []byte // the records that are not on disk
	written int64  // bytes of records on disk
	file    *os.File
	disk    *bufio.Writer
}

// sorted is where a record stands, and by what it is put in order.
type sorted struct {
	day, article, id string
	start            int32
	size             int32
	offset           int64
}

func (s sorted) compare(o sorted) int {
	return cmp.Or(cmp.Compare(s.day, o.day), cmp.Compare(s.article, o.article), cmp.Compare(s.start, o.start), cmp.Compare(s.id, o.id))
}

// Add takes a record.
func (s *Sorter) Add(r record.Record) error {
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	at := sorted{
		day: dayToSort(r), article: r.Article.ID + "\x00" + r.Article.Fingerprint, id: r.ID,
		start: int32(r.Trigger.Start), size: int32(len(line)), offset: s.written + int64(len(s.memory)),
	}
	if n := len(s.index); n > 0 && s.index[n-1].article == at.article {
		at.article = s.index[n-1].article // held once
	}
	s.index = append(s.index, at)
	s.memory = append(s.memory, line...)
	if len(s.memory) < mostInMemory {
		return nil
	}
	return s.spill()
}

// dayToSort returns the day of publication, or where nobody gives one that of
// the happening.
func dayToSort(r record.Record) string {
	if r.Article.Published != "" || r.Time == nil {
		return r.Article.Published
	}
	return cmp.Or(r.Time.To, r.Time.From)
}

// spill puts what memory holds on disk.
func (s *Sorter) spill() error {
	if s.file == nil {
		f, err := os.CreateTemp("", "sitrep-link-*")
		if err != nil {
			return err
		}
		s.file, s.disk = f, bufio.NewWriter(f)
	}
	if _, err := s.disk.Write(s.memory); err != nil {
		return err
	}
	s.written += int64(len(s.memory))
	s.memory = s.memory[:0]
	return nil
}

// Articles yields the records of article after article, in order.
func (s *Sorter) Articles() iter.Seq2[[]record.Record, error] {
	return func(yield func([]record.Record, error) bool) {
		if s.disk != nil {
			if err := s.disk.Flush(); err != nil {
				yield(nil, err)
				return
			}
		}
		slices.SortFunc(s.index, sorted.compare)
		s.index = slices.CompactFunc(s.index, func(a, b sorted) bool { return a.article == b.article && a.id == b.id })
		for i := 0; i < len(s.index); {
			j := i + 1
			for j < len(s.index) && s.index[j].day == s.index[i].day && s.index[j].article == s.index[i].article {
				j++
			}
			records := make([]record.Record, j-i)
			for k := range records {
				if err := s.read(s.index[i+k], &records[k]); err != nil {
					yield(nil, err)
					return
				}
			}
			if !yield(records, nil) {
				return
			}
			i = j
		}
	}
}

func (s *Sorter) read(at sorted, r *record.Record) error {
	var line []byte
	if at.offset >= s.written {
		line = s.memory[at.offset-s.written:][:at.size]
	} else {
		line = make([]byte, at.size)
		if _, err := s.file.ReadAt(line, at.offset); err != nil && err != io.EOF {
			return fmt.Errorf("temporary file: %w", err)
		}
	}
	return json.Unmarshal(line, r)
}

// Close takes the temporary file away.
func (s *Sorter) Close() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}
