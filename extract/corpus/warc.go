package corpus

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"sitrep/extract/article"
)

// warc reads a web archive as Common Crawl publishes news: the pages of its
// response records, the texts of its conversion records. Requests, images and
// pages that were not there are passed over.
func (r *reader) warc(at place, s *scanner) bool {
	for n := 1; ; n++ {
		header, err := warcHeader(s)
		if err == io.EOF {
			return true
		}
		if err != nil {
			return r.fail(at.path, n, err)
		}
		size, err := strconv.ParseInt(strings.TrimSpace(header.Get("Content-Length")), 10, 64)
		if err != nil || size < 0 {
			return r.fail(at.path, n, fmt.Errorf("broken record: Content-Length %q", header.Get("Content-Length")))
		}
		block := &io.LimitedReader{R: s, N: size}
		if !r.warcRecord(at, n, header, block, size) {
			return false
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			return r.fail(at.path, n, reason(err))
		}
		if block.N > 0 {
			return r.fail(at.path, n, errors.New("broken record: the file ends within it"))
		}
	}
}

// warcHeader reads the version and the named fields of a record.
func warcHeader(s *scanner) (textproto.MIMEHeader, error) {
	for {
		line, err := s.line(bufferSize)
		if err != nil {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if !bytes.HasPrefix(line, []byte("WARC/")) {
			return nil, errors.New("broken record: it does not begin with WARC/")
		}
		break
	}
	header := textproto.MIMEHeader{}
	for size := 0; ; {
		line, err := s.line(bufferSize)
		if err != nil {
			return nil, errors.New("broken record: its header does not end")
		}
		if size += len(line); size > 1<<20 {
			return nil, errors.New("broken record: its header is too long")
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			return header, nil
		}
		if name, value, ok := strings.Cut(string(line), ":"); ok {
			header.Add(name, strings.TrimSpace(value))
		}
	}
}

func (r *reader) warcRecord(at place, n int, header textproto.MIMEHeader, block io.Reader, size int64) bool {
	address := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	contentType := header.Get("Content-Type")
	var body io.Reader
	switch header.Get("WARC-Type") {
	case "response":
		if !strings.HasPrefix(contentType, "application/http") {
			return true
		}
		response, err := http.ReadResponse(bufio.NewReader(block), nil)
		if err != nil {
			return r.fail(at.path, n, errors.New("broken record: not an HTTP response"))
		}
		if response.StatusCode != http.StatusOK {
			return true
		}
		body, contentType = response.Body, response.Header.Get("Content-Type")
		if response.Header.Get("Content-Encoding") != "" {
			if body, err = r.unpacked(body); err != nil {
				return r.fail(at.path, n, err)
			}
		}
	case "conversion", "resource":
		body = block
	default:
		return true
	}
	if size > r.options.Limits.Article {
		return r.fail(at.path, n, &tooLong{r.options.Limits.Article})
	}
	data, err := readAll(body, r.options.Limits.Article)
	if err != nil && len(data) == 0 {
		return r.fail(at.path, n, reason(err))
	}
	in := article.Input{URL: address}
	switch kind, _, _ := mime.ParseMediaType(contentType); {
	case kind == "text/plain":
		in.Text, err = decode(data)
	case kind == "text/html", kind == "application/xhtml+xml", kind == "" && looksLikePage(bytes.TrimSpace(data)):
		in, err = pageArticle(data, contentType, address)
	default:
		return true
	}
	if err == nil && strings.TrimSpace(in.Text) == "" {
		err = errEmpty
	}
	if err != nil {
		return r.fail(at.path, n, err)
	}
	if in.ID = strings.TrimPrefix(strings.Trim(header.Get("WARC-Record-ID"), "<>"), "urn:uuid:"); in.ID == "" {
		in.ID = where(at.id, n)
	}
	return r.emit(Document{Input: in, Path: at.path, Record: n})
}

// unpacked reads the body of a response that came packed; one whose header
// says so after it was unpacked is read as it is.
func (r *reader) unpacked(body io.Reader) (io.Reader, error) {
	s := newScanner(body)
	if head, _ := s.Peek(2); !bytes.HasPrefix(head, []byte("\x1f\x8b")) {
		return s, nil
	}
	count := newRatio(s, r.options.Limits.Ratio)
	var err error
	count.unpacks, err = newGzip(readerFunc(count.readPacked))
	return count, err
}
