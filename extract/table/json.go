package table

import (
	"bufio"
	"bytes"
	"encoding/json"

	"sitrep/extract/record"
)

// Encode writes v as one line of JSON without a line break. HTML stays as it
// is; control characters that a terminal obeys are escaped.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escapeControls(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// escapeControls escapes DEL and the C1 controls, which encoding/json lets
// pass. They stand inside strings only, so the result is the same JSON.
func escapeControls(line []byte) []byte {
	const hex = "0123456789abcdef"
	raw := func(i int) (rune byte, size int) {
		switch {
		case line[i] == 0x7f:
			return 0x7f, 1
		case line[i] == 0xc2 && i+1 < len(line) && 0x80 <= line[i+1] && line[i+1] < 0xa0:
			return line[i+1], 2
		}
		return 0, 0
	}
	var out []byte
	last := 0
	for i := 0; i < len(line); i++ {
		if r, size := raw(i); size > 0 {
			out = append(append(out, line[last:i]...), '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
			i += size - 1
			last = i + 1
		}
	}
	if out == nil {
		return line
	}
	return append(out, line[last:]...)
}

// jsonWriter writes one array, two spaces a level.
type jsonWriter struct {
	buffer  *bufio.Writer
	options Options
	begun   bool
}

func newJSON(to Target, o Options) (Writer, error) {
	return &jsonWriter{buffer: bufio.NewWriter(to), options: o}, nil
}

func (j *jsonWriter) Write(_ record.Article, records []record.Record) error {
	return j.options.each(records, j.add)
}

// each hands the records to add one by one, or their incidents.
func (o Options) each(records []record.Record, add func(any) error) error {
	if o.Unit == Incidents {
		for _, n := range incidents(records, o.UnknownFatalities) {
			if err := add(&n); err != nil {
				return err
			}
		}
		return nil
	}
	for i := range records {
		if err := add(&records[i]); err != nil {
			return err
		}
	}
	return nil
}

func (j *jsonWriter) add(v any) error {
	line, err := Encode(v)
	if err != nil {
		return err
	}
	lead := ",\n  "
	if !j.begun {
		j.begun = true
		lead = "[\n  "
	}
	var b bytes.Buffer
	b.WriteString(lead)
	if err := json.Indent(&b, line, "  ", "  "); err != nil {
		return err
	}
	_, err = j.buffer.Write(b.Bytes())
	return err
}

func (j *jsonWriter) Flush() error { return j.buffer.Flush() }

func (j *jsonWriter) Close() error {
	tail := "\n]\n"
	if !j.begun {
		tail = "[]\n"
	}
	if _, err := j.buffer.WriteString(tail); err != nil {
		return err
	}
	return j.buffer.Flush()
}

// jsonLines writes one record or incident a line.
type jsonLines struct {
	buffer  *bufio.Writer
	options Options
}

func newJSONLines(to Target, o Options) (Writer, error) {
	return &jsonLines{bufio.NewWriter(to), o}, nil
}

func (j *jsonLines) Write(_ record.Article, records []record.Record) error {
	return j.options.each(records, j.add)
}

func (j *jsonLines) add(v any) error {
	line, err := Encode(v)
	if err != nil {
		return err
	}
	_, err = j.buffer.Write(append(line, '\n'))
	return err
}

func (j *jsonLines) Flush() error { return j.buffer.Flush() }
func (j *jsonLines) Close() error { return j.buffer.Flush() }
