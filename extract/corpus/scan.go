package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

const bufferSize = 64 << 10

// scanner is a buffered input that can be looked at before it is read.
type scanner struct {
	*bufio.Reader
}

func newScanner(in io.Reader) *scanner {
	return &scanner{bufio.NewReaderSize(in, bufferSize)}
}

// head is the beginning of the input: as much as one read brings, so that a
// pipe which waits for an answer before it sends more is not waited for.
func (s *scanner) head() []byte {
	s.Peek(1)
	head, _ := s.Peek(s.Buffered())
	return head
}

// looksLikeLines says whether the head is that of JSON lines.
func looksLikeLines(name string, head []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	}
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n"), []byte(`{"`))
}

var errTooLong = errors.New("longer than the limit")

// line reads up to and without the next line break. A line longer than limit
// is passed over and errTooLong returned. io.EOF: there is no more.
func (s *scanner) line(limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := s.ReadSlice('\n')
		if len(line)+len(part) > limit+1 {
			long, line = true, nil
		} else if !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && (len(line) > 0 || long):
		case err != nil:
			return nil, err
		}
		if long {
			return nil, errTooLong
		}
		return bytes.TrimSuffix(line, []byte("\n")), nil
	}
}
