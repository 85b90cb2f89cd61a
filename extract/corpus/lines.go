package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"sitrep/extract/article"
)

// lines reads JSON lines: one article a line. A line that is none is named,
// and the next one read.
func (r *reader) lines(name, id string, s *scanner) bool {
	for n := 1; ; n++ {
		line, err := s.line(MaxArticle)
		switch {
		case err == io.EOF:
			return true
		case err == errTooLong:
			if !r.fail(name, n, fmt.Errorf("longer than %d bytes", MaxArticle)) {
				return false
			}
			continue
		case err != nil:
			return r.fail(name, n, reason(err))
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		in, err := articleOf(line)
		if err != nil {
			if !r.fail(name, n, err) {
				return false
			}
			continue
		}
		if in.ID == "" {
			in.ID = where(id, n)
		}
		if !r.emit(Document{Input: in, Path: name, Record: n}) {
			return false
		}
	}
}

// fields is one article as JSON. Unknown fields are passed over.
type fields struct {
	ID        any     `json:"id"` // a string or a number
	Title     *string `json:"title"`
	Text      *string `json:"text"`
	Published *string `json:"published"`
	Publisher *string `json:"publisher"`
	URL       *string `json:"url"`
}

func articleOf(line []byte) (article.Input, error) {
	var f fields
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&f); err != nil {
		return article.Input{}, jsonError(err)
	}
	if rest, _ := io.ReadAll(d.Buffered()); len(bytes.TrimSpace(rest)) > 0 {
		return article.Input{}, errors.New("more than one JSON value on the line")
	}
	value := func(p *string) string {
		if p == nil {
			return ""
		}
		return strings.TrimSpace(*p)
	}
	in := article.Input{Title: value(f.Title), Published: value(f.Published), Publisher: value(f.Publisher), URL: value(f.URL)}
	switch id := f.ID.(type) {
	case nil:
	case string:
		in.ID = id
	case json.Number:
		in.ID = id.String()
	default:
		return in, errors.New("id is neither a string nor a number")
	}
	if f.Text == nil {
		return in, errors.New("no field text")
	}
	in.Text = *f.Text
	if strings.TrimSpace(in.Text) == "" && in.Title == "" {
		return in, errEmpty
	}
	return in, nil
}

// jsonError says what is wrong in words that hold no Go types.
func jsonError(err error) error {
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &wrong) && wrong.Field == "":
		return fmt.Errorf("want a JSON object, got %s", wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("field %s: want a string, got %s", wrong.Field, wrong.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %s (at byte %d)", strings.TrimPrefix(syntax.Error(), "json: "), syntax.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("not JSON: the line ends too early")
	}
	return err
}
