package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"sitrep/extract/corpus"
	"sitrep/extract/table"
)

// problems names what could not be read or was left out, and counts it: on
// standard error, or in a file of JSON lines.
type problems struct {
	to      io.Writer
	clear   func() // takes a progress bar off the line
	file    *os.File
	lines   *bufio.Writer
	failed  int
	skipped int
	again   int    // texts that were there before
	first   string // the message about the first of these
}

// problem is one line of --errors.
type problem struct {
	Path    string `json:"path"`
	Record  int    `json:"record,omitempty"`
	Reason  string `json:"reason"`
	Skipped bool   `json:"skipped,omitempty"` // left out on purpose
}

func newProblems(s *streams, path string) (*problems, error) {
	p := &problems{to: s.err, clear: func() {}}
	if path == "" {
		return p, nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, outputError(err)
	}
	p.file, p.lines = f, bufio.NewWriter(f)
	return p, nil
}

// begin empties the file of an earlier run: there is something to do.
func (p *problems) begin() {
	if p.file != nil {
		p.file.Truncate(0) // what can't be emptied is a stream
	}
}

// about reports a task that failed. It returns true if there is a result to write.
func (p *problems) about(t *task) (ok bool, err error) {
	if t.err == nil {
		for _, w := range append(t.doc.Warnings, t.result.Warnings...) {
			p.say(t.doc.Where() + ": warning: " + w)
		}
		return true, nil
	}
	unread := &corpus.Error{Path: t.doc.Path, Record: t.doc.Record, Err: t.err}
	if !errors.As(t.err, &unread) && t.doc.Path == "" {
		return false, t.err // not about an input
	}
	if unread.Skipped() {
		p.skipped++
	} else {
		p.failed++
	}
	if p.lines == nil {
		if errors.Is(unread, corpus.ErrDuplicate) {
			p.repeated(unread.Error())
		} else {
			p.say(unread.Error())
		}
		return false, nil
	}
	line, err := table.Encode(problem{unread.Path, unread.Record, unread.Err.Error(), unread.Skipped()})
	if err == nil {
		_, err = p.lines.Write(append(line, '\n'))
	}
	return false, outputError(err)
}

// repeated counts a text that was there before. A dump has thousands of them:
// they get one line in the end.
func (p *problems) repeated(message string) {
	if p.again++; p.again == 1 {
		p.first = message
	}
}

// sum says what was only counted.
func (p *problems) sum() {
	switch {
	case p.again == 1:
		p.say(p.first)
	case p.again > 1:
		p.say(fmt.Sprintf("%d texts left out that were there before, as %s (--errors FILE names each, --keep-duplicates reads them)", p.again, p.first))
	}
	p.again = 0
}

func (p *problems) say(s string) {
	p.clear()
	fmt.Fprintln(p.to, "sitrep: "+printable(s))
}

func (p *problems) flush() error {
	if p.lines == nil {
		return nil
	}
	return outputError(p.lines.Flush())
}

func (p *problems) close() error {
	p.sum()
	if p.file == nil {
		return nil
	}
	return outputError(errors.Join(p.lines.Flush(), p.file.Close()))
}

// err returns the error of a run that could not read some inputs.
func (p *problems) err() error {
	if p.failed > 0 {
		return &exitError{code: exitInput}
	}
	return nil
}

// The exit codes.
const (
	exitFailed      = 1   // check or score failed what it was asked to hold
	exitUsage       = 2   // flags, arguments, or a user's rules and dictionaries
	exitInput       = 3   // some inputs could not be read; the rest is written
	exitOutput      = 4   // the output could not be written
	exitInterrupted = 130 // as a shell reports it
)

// exitError carries an exit code up to run. Without err, no message is left to
// print.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &exitError{exitUsage, fmt.Errorf(format, args...)}
}

func outputError(err error) error {
	if err == nil {
		return nil
	}
	var known *exitError
	if errors.As(err, &known) {
		return err
	}
	return &exitError{exitOutput, err}
}

// plain returns an error of the operating system without the call that failed.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// message returns the message for err: FILE and what is wrong with it, without
// the system call that failed.
func message(err error) string {
	var p *fs.PathError
	if !errors.As(err, &p) {
		return err.Error()
	}
	return strings.Replace(err.Error(), p.Error(), p.Path+": "+p.Err.Error(), 1)
}

// isQuiet reports whether err needs no message. A reader that closes the pipe
// early has what it wanted.
func isQuiet(err error) bool {
	return err.Error() == "" || errors.Is(err, syscall.EPIPE)
}

func exitCode(err error) int {
	var known *exitError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return 0
	case errors.As(err, &known):
		return known.code
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	}
	return exitUsage
}
