package main

import (
	"bufio"
	"errors"

	"sitrep/extract/record"
	"sitrep/extract/report"
	"sitrep/extract/table"
)

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
