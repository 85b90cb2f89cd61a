package main

import (
	"io"
	"os"
	"path/filepath"
)

// output is where a table goes: a stream, or a file that appears whole or not
// at all.
type output struct {
	io.Writer
	file  *os.File // nil for a stream
	final string   // the name the file gets in the end; empty: it has it already
}

// openOutput opens path, or hands through the stream where path is empty or
// "-". What is there already and is no regular file, like a device or a named
// pipe, is written to as it is.
func openOutput(path string, stream io.Writer) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: stream}, nil
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, outputError(err)
		}
		return &output{f, f, ""}, nil
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return nil, outputError(err)
	}
	return &output{f, f, path}, nil
}

// commit makes the file appear.
func (o *output) commit() error {
	if o.file == nil {
		return nil
	}
	if o.final == "" {
		return outputError(o.file.Close())
	}
	err := o.file.Chmod(0o644)
	if e := o.file.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.final)
	}
	if err != nil {
		os.Remove(o.file.Name())
	}
	return outputError(err)
}

// abandon leaves nothing behind.
func (o *output) abandon() {
	if o.file == nil {
		return
	}
	o.file.Close()
	if o.final != "" {
		os.Remove(o.file.Name())
	}
}
