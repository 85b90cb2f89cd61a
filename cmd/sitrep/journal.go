package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"sitrep/extract/corpus"
)

// journal is a file beside an output that is being written. It records which
// articles the output has, so that --resume can continue after a crash. An
// article without events leaves no row: only the journal knows that it was read.
//
//	sitrep journal 1 SETTINGS
//	a KEY            an article was written …
//	c OFFSET         … and so far the output is safe up to here
//	e                the output is whole
//
// Lines after the last c or e were not safe yet and don't count.
type journal struct {
	file    *os.File
	done    map[articleKey]struct{}
	pending bytes.Buffer
	count   int // of articles in pending
	last    time.Time
	offset  int64 // of the output at the last checkpoint read
	whole   bool
}

// articleKey is half a hash of an article's id and half a hash of its text.
type articleKey [16]byte

func keyOf(d *corpus.Document) (k articleKey) {
	id := sha256.Sum256([]byte(d.ID))
	h := sha256.New()
	for _, s := range []string{d.Title, d.Published, d.Publisher, d.URL, d.Text} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	copy(k[:8], id[:])
	copy(k[8:], h.Sum(nil))
	return k
}

func journalOf(path string) string { return path + ".journal" }

// How much work a crash may cost.
var checkpointEvery = time.Second

const checkpointMost = 5000 // articles

// newJournal begins a journal for an output.
func newJournal(path, settings string) (*journal, error) {
	f, err := os.Create(journalOf(path))
	if err != nil {
		return nil, outputError(err)
	}
	if _, err := fmt.Fprintf(f, "sitrep journal 1 %s\n", settings); err != nil {
		f.Close()
		return nil, outputError(err)
	}
	return &journal{file: f, done: map[articleKey]struct{}{}, last: time.Now()}, nil
}

// openJournal reads the journal of an output. It returns nil if there is none,
// or none that a run could continue.
func openJournal(path, settings string) (*journal, error) {
	data, err := os.ReadFile(journalOf(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, outputError(err)
	}
	first, rest, ok := strings.Cut(string(data), "\n")
	if !ok {
		return nil, nil // the run ended while it wrote the first line
	}
	if first != "sitrep journal 1 "+settings {
		return nil, usagef("%s was begun with other flags, rules or dictionaries: use the same ones, or start again without --resume", partOf(path))
	}
	j := &journal{done: map[articleKey]struct{}{}, last: time.Now()}
	safe, at := len(first)+1, len(first)+1
	var keys []articleKey
	for line := range strings.Lines(rest) {
		at += len(line)
		if !strings.HasSuffix(line, "\n") {
			break
		}
		switch kind, value, _ := strings.Cut(strings.TrimSpace(line), " "); kind {
		case "a":
			var k articleKey
			if n, err := hex.Decode(k[:], []byte(value)); err != nil || n != len(k) {
				return nil, outputError(fmt.Errorf("%s is damaged: start again without --resume", journalOf(path)))
			}
			keys = append(keys, k)
		case "c":
			fmt.Sscan(value, &j.offset)
			safe = at
			for _, k := range keys {
				j.done[k] = struct{}{}
			}
			keys = keys[:0]
		case "e":
			j.whole = true
		}
	}
	f, err := os.OpenFile(journalOf(path), os.O_RDWR, 0)
	if err != nil {
		return nil, outputError(err)
	}
	if err = f.Truncate(int64(safe)); err == nil {
		_, err = f.Seek(0, io.SeekEnd)
	}
	if err != nil {
		f.Close()
		return nil, outputError(err)
	}
	j.file = f
	return j, nil
}

func (j *journal) has(d *corpus.Document) bool {
	if len(j.done) == 0 {
		return false
	}
	_, ok := j.done[keyOf(d)]
	return ok
}

// add notes that an article was handed to the output.
func (j *journal) add(d *corpus.Document) {
	k := keyOf(d)
	fmt.Fprintf(&j.pending, "a %x\n", k[:])
	j.count++
}

// due reports whether it is time for a checkpoint.
func (j *journal) due() bool {
	return j.count >= checkpointMost || j.count > 0 && time.Since(j.last) >= checkpointEvery
}

// checkpoint says that the output is safe up to offset.
func (j *journal) checkpoint(offset int64) error {
	fmt.Fprintf(&j.pending, "c %d\n", offset)
	return j.write()
}

// end says that the output is whole.
func (j *journal) end() error {
	j.pending.WriteString("e\n")
	return j.write()
}

func (j *journal) write() error {
	_, err := j.file.Write(j.pending.Bytes())
	if err == nil {
		err = j.file.Sync()
	}
	j.pending.Reset()
	j.count, j.last = 0, time.Now()
	return outputError(err)
}

func (j *journal) remove() error {
	return outputError(errors.Join(j.file.Close(), os.Remove(j.file.Name())))
}
