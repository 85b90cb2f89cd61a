package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

const bufferSize = 64 << 10

// scanner is a buffered input that can be looked at before it is read.
type scanner struct {
	*bufio.Reader
}

func newScanner(in io.Reader) *scanner {
	return &scanner{bufio.NewReaderSize(in, bufferSize)}
}

// head returns the beginning of the input: as much as one read brings, so that a
// pipe which waits for an answer before it sends more is not waited for.
func (s *scanner) head() []byte {
	s.Peek(1)
	head, _ := s.Peek(s.Buffered())
	return head
}

// longHead returns a head of n bytes, for what can't be told from less. It waits.
func (s *scanner) longHead(n int) []byte {
	head, _ := s.Peek(n)
	return head
}

// tooLong is the error of an article, line or record above the limit.
type tooLong struct{ limit int64 }

func (t *tooLong) Error() string {
	return fmt.Sprintf("longer than %d bytes (--max-article)", t.limit)
}

// line reads up to and without the next line break. A line longer than limit
// is passed over and is a *tooLong. io.EOF: there is no more.
func (s *scanner) line(limit int64) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := s.ReadSlice('\n')
		switch {
		case long:
		case int64(len(line)+len(part)) > limit+1:
			long, line = true, nil
		default:
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
			return nil, &tooLong{limit}
		}
		return bytes.TrimSuffix(line, []byte("\n")), nil
	}
}

// readAll reads everything, up to limit bytes.
func readAll(in io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = &tooLong{limit}
	}
	return data, err
}

// budget is a reader that allows limit bytes until it is renewed: what is
// read through it in pieces may be long, no piece of it may.
type budget struct {
	in    io.Reader
	limit int64
	left  int64
}

func newBudget(in io.Reader, limit int64) *budget { return &budget{in, limit, limit} }

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, &tooLong{b.limit}
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

func (b *budget) renew() { b.left = b.limit }

var errUnpacks = errors.New("unpacks to far more than its size (--max-ratio): not read")

// smallEnough is how much any packed file may unpack to.
const smallEnough = 64 << 20

// ratio is a reader of unpacked bytes that ends with errUnpacks where they are
// limit times those that went in.
type ratio struct {
	in, out int64
	limit   int64
	packed  io.Reader
	unpacks io.Reader
}

func newRatio(packed io.Reader, limit int64) *ratio { return &ratio{limit: limit, packed: packed} }

// readPacked counts what goes in.
func (r *ratio) readPacked(p []byte) (int, error) {
	n, err := r.packed.Read(p)
	r.in += int64(n)
	return n, err
}

func (r *ratio) Read(p []byte) (int, error) {
	n, err := r.unpacks.Read(p)
	r.out += int64(n)
	if r.out > smallEnough && r.out/r.limit > r.in {
		return 0, errUnpacks
	}
	return n, err
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }
