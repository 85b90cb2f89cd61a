package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
)

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
