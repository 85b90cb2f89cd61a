package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"sitrep/extract/record"
	"sitrep/extract/report"
	"sitrep/extract/table"
)

// output is where a table goes: a stream, or a file that appears whole or not
// at all. Until it is whole it is called FILE.part.
type output struct {
	io.Writer
	file  *os.File // nil for a stream
	final string   // the name that the file gets in the end; empty if it has that name
}

func partOf(path string) string { return path + ".part" }

// direct reports whether path is a stream or a device, which cannot be renamed.
func direct(path string) bool {
	if path == "" || path == "-" {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular()
}

// openOutput opens path, or returns the stream if path is empty or "-". With keep
// it appends to what FILE.part holds.
func openOutput(path string, stream io.Writer, keep bool) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: stream}, nil
	}
	if direct(path) {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, outputError(err)
		}
		return &output{f, f, ""}, nil
	}
	flags := os.O_RDWR | os.O_CREATE
	if !keep {
		flags |= os.O_TRUNC
	}
	f, err := os.OpenFile(partOf(path), flags, 0o666)
	if err != nil {
		return nil, outputError(fmt.Errorf("%s: %w", path, plain(err)))
	}
	return &output{f, f, path}, nil
}

// sync writes what the operating system still holds to the disk.
func (o *output) sync() error {
	if o.file == nil || o.final == "" {
		return nil
	}
	return outputError(o.file.Sync())
}

// commit makes the file appear.
func (o *output) commit() error {
	if o.file == nil {
		return nil
	}
	err := o.sync()
	if e := o.file.Close(); err == nil {
		err = e
	}
	if err == nil && o.final != "" {
		err = os.Rename(o.file.Name(), o.final)
	}
	return outputError(err)
}

func joinedOf(path string) string { return path + ".joined" }

// join makes the file appear, of the parts that FILE.part holds. It can be
// interrupted and repeated: the parts are removed when the file is there.
func (o *output) join(join func(parts io.ReaderAt, size int64, to io.Writer) error) error {
	info, err := o.file.Stat()
	if err != nil {
		return outputError(err)
	}
	whole, err := os.Create(joinedOf(o.final))
	if err != nil {
		return outputError(err)
	}
	to := bufio.NewWriter(whole)
	err = join(o.file, info.Size(), to)
	err = errors.Join(err, to.Flush(), whole.Sync(), whole.Close())
	if err == nil {
		err = os.Rename(whole.Name(), o.final)
	}
	if err != nil {
		os.Remove(whole.Name())
		return outputError(err)
	}
	return outputError(errors.Join(o.file.Close(), os.Remove(o.file.Name())))
}

// abandon closes the file. With keep, FILE.part stays for a run that continues it.
func (o *output) abandon(keep bool) {
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.final != "" && !keep {
		os.Remove(o.file.Name())
	}
}

// copyFile begins part with what is at path, if there is anything.
func copyFile(path, part string) error {
	in, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(part)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// textFile is the file of --articles: a line of JSON for each article that was
// read. A nil *textFile writes nothing.
type textFile struct {
	out    *output
	buffer *bufio.Writer
}

func newTexts(path string) (*textFile, error) {
	if path == "" {
		return nil, nil
	}
	out, err := openOutput(path, nil, false)
	if err != nil {
		return nil, err
	}
	return &textFile{out, bufio.NewWriter(out)}, nil
}

func (t *textFile) add(a record.Article, text string) error {
	if t == nil {
		return nil
	}
	line, err := table.Encode(report.Text{Article: a, Text: text})
	if err == nil {
		_, err = t.buffer.Write(append(line, '\n'))
	}
	return outputError(err)
}

// close makes the file appear where the run ended well, and takes it away where
// it did not.
func (t *textFile) close(err error) error {
	if t == nil {
		return err
	}
	if err = errors.Join(err, outputError(t.buffer.Flush())); err != nil {
		t.out.abandon(false)
		return err
	}
	return t.out.commit()
}
