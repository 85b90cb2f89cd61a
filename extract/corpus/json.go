package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"unicode/utf8"
)

// lines reads JSON lines: one article a line. A line that is none is named,
// and the next one read.
func (r *reader) lines(at place, s *scanner) bool {
	for n := 1; ; n++ {
		line, err := s.line(r.options.Limits.Article)
		var long *tooLong
		switch {
		case err == io.EOF:
			return true
		case errors.As(err, &long):
			if !r.fail(at.path, n, err) {
				return false
			}
			continue
		case err != nil:
			return r.fail(at.path, n, reason(err))
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if !r.jsonArticle(at, n, line) {
			return false
		}
	}
}

// jsonArticle hands on the article that one JSON object is.
func (r *reader) jsonArticle(at place, n int, data []byte) bool {
	if !utf8.Valid(data) {
		if e := legacy(data); e != nil {
			if text, err := e.NewDecoder().Bytes(data); err == nil {
				data = text
			}
		}
	}
	o, err := object(data)
	if err != nil {
		return r.fail(at.path, n, err)
	}
	return r.record(at, n, o)
}

// record hands on the article that the fields of one record make.
func (r *reader) record(at place, n int, o map[string]any) bool {
	in, err := r.names.article(o)
	if err != nil {
		return r.fail(at.path, n, err)
	}
	if in.ID == "" {
		in.ID = where(at.id, n)
	}
	return r.emit(Document{Input: in, Path: at.path, Record: n})
}

// array reads a JSON array of articles, element by element.
func (r *reader) array(at place, s *scanner) bool {
	limit := newBudget(s, r.options.Limits.Article+bufferSize)
	d := json.NewDecoder(limit)
	if _, err := d.Token(); err != nil {
		return r.fail(at.path, 0, jsonError(err))
	}
	for n := 1; d.More(); n++ {
		limit.renew()
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return r.fail(at.path, n, jsonError(err))
		}
		if !r.jsonArticle(at, n, raw) {
			return false
		}
	}
	if _, err := d.Token(); err != nil {
		return r.fail(at.path, 0, jsonError(err))
	}
	return true
}

// object reads a JSON object: an article, or one with a list of articles in
// it, as news services answer.
func (r *reader) object(at place, s *scanner) bool {
	data, err := readAll(s, r.options.Limits.Article)
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	if !utf8.Valid(data) {
		text, err := decode(data)
		if err != nil {
			return r.fail(at.path, 0, err)
		}
		data = []byte(text)
	}
	o, err := object(data)
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	in, err := r.names.article(o)
	if err == nil {
		return r.whole(at, in)
	}
	for _, key := range slices.Sorted(maps.Keys(o)) {
		list, _ := o[key].([]any)
		if len(list) == 0 {
			continue
		}
		if _, ok := list[0].(map[string]any); !ok {
			continue
		}
		for i, item := range list {
			o, ok := item.(map[string]any)
			if !ok {
				if !r.fail(at.path, i+1, errors.New("want a JSON object, got "+typeName(item))) {
					return false
				}
				continue
			}
			if !r.record(at, i+1, o) {
				return false
			}
		}
		return true
	}
	return r.fail(at.path, 0, err)
}
