package corpus

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
)

// mailStart are the first bytes of a mailbox.
var mailStart = lazyregexp.New(`^From \S+.*\r?\n(?:>?[A-Za-z-]+:|>From )`)

// headerLine is a field that mails begin with and texts do not.
var headerLine = lazyregexp.New(`(?im)^(?:return-path|received|delivered-to|message-id|mime-version|content-type|x-[a-z-]+|date|subject|from|to|reply-to|list-id|dkim-signature):[ \t]`)

// looksLikeMail reports whether a head is that of a message: fields of mails
// alone, up to a blank line, and among them From and Subject or Date.
func looksLikeMail(start []byte) bool {
	head, _, _ := bytes.Cut(bytes.ReplaceAll(start[:min(len(start), 16<<10)], []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	found := map[string]bool{}
	for i, line := range bytes.Split(head, []byte("\n")) {
		if len(line) > 0 && (line[0] == ' ' || line[0] == '\t') && i > 0 {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			return false
		}
		if headerLine().Match(line) {
			found[strings.ToLower(string(name))] = true
		}
	}
	return found["from"] && (found["subject"] || found["date"]) && len(found) >= 3
}

func (r *reader) message(at place, s *scanner) bool {
	data, err := readAll(s, r.options.Limits.Article)
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	in, err := mailArticle(data)
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	in.ID = at.id
	return r.whole(at, in)
}

// mailbox reads the messages of an MBOX file: each begins with a line From that
// follows a blank one.
func (r *reader) mailbox(at place, s *scanner) bool {
	var one []byte
	blank, long := true, false
	n := 0
	flush := func() bool {
		if n == 0 {
			return true
		}
		data, tooMuch := one, long
		one, long = nil, false
		if tooMuch {
			return r.fail(at.path, n, &tooLong{r.options.Limits.Article})
		}
		in, err := mailArticle(data)
		if err == nil && strings.TrimSpace(in.Text) == "" && in.Title == "" {
			err = errEmpty
		}
		if err != nil {
			return r.fail(at.path, n, err)
		}
		in.ID = cmp.Or(in.ID, where(at.id, n))
		return r.emit(Document{Input: in, Path: at.path, Record: n})
	}
	for {
		line, err := s.line(r.options.Limits.Article)
		var over *tooLong
		switch {
		case err == io.EOF:
			return flush()
		case errors.As(err, &over):
			long = true
			continue
		case err != nil:
			return r.fail(at.path, n, reason(err))
		}
		if blank && bytes.HasPrefix(line, []byte("From ")) {
			if !flush() {
				return false
			}
			n++
			continue
		}
		blank = len(bytes.TrimSpace(line)) == 0
		if bytes.HasPrefix(line, []byte(">From ")) {
			line = line[1:]
		}
		if int64(len(one)+len(line)) > r.options.Limits.Article {
			long = true
			continue
		}
		one = append(append(one, line...), '\n')
	}
}

var headerWords = mime.WordDecoder{CharsetReader: func(name string, in io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, in) }}

// mailArticle makes an article of a message: the subject is its title, the sender its
// publisher.
func mailArticle(data []byte) (article.Input, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return article.Input{}, errors.New("a broken message: " + strings.TrimPrefix(err.Error(), "net/mail: "))
	}
	readable(m.Header)
	in := article.Input{Title: decoded(m.Header.Get("Subject")), Publisher: sender(m.Header.Get("From"))}
	if t, err := m.Header.Date(); err == nil {
		in.Published = t.Format(time.DateOnly)
	}
	in.ID = strings.Trim(m.Header.Get("Message-Id"), "<> ")
	plain, page := parts(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
	switch {
	case strings.TrimSpace(plain) != "":
		in.Text = unsigned(plain)
	case page != "":
		in.Text = unmarked(page)
	}
	return in, nil
}

// readable decodes the values of a header that are written as they are, in an older
// encoding: standards ask for encoded words, and old programs write neither.
func readable(h mail.Header) {
	for _, values := range h {
		for i, v := range values {
			if utf8.ValidString(v) {
				continue
			}
			if text, err := decode([]byte(v)); err == nil {
				values[i] = text
			} else {
				values[i] = repair([]byte(v))
			}
		}
	}
}

func decoded(s string) string {
	if d, err := headerWords.DecodeHeader(s); err == nil {
		s = d
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}

// sender returns the name of the sender, or else its domain.
func sender(from string) string {
	a, err := (&mail.AddressParser{WordDecoder: &headerWords}).Parse(from)
	if err != nil {
		return ""
	}
	if a.Name != "" {
		return strings.ToValidUTF8(a.Name, "\ufffd")
	}
	_, domain, _ := strings.Cut(a.Address, "@")
	return domain
}

// unsigned cuts off a signature.
func unsigned(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if before, _, ok := strings.Cut(text, "\n-- \n"); ok {
		return before
	}
	return text
}

// partsOf returns the first plain text and the first page among several parts.
func partsOf(several *multipart.Reader, depth int) (plain, page string) {
	for {
		p, err := several.NextRawPart()
		if err != nil {
			return plain, page
		}
		if d, _, _ := mime.ParseMediaType(p.Header.Get("Content-Disposition")); d == "attachment" {
			continue
		}
		t, h := parts(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p, depth+1)
		plain = cmp.Or(plain, t)
		page = cmp.Or(page, h)
	}
}

// mostParts bounds how deep the parts of a message may lie in each other.
const mostParts = 8

// parts returns the first plain text and the first page of a body.
func parts(contentType, coding string, body io.Reader, depth int) (plain, page string) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind == "" {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" && depth < mostParts {
		return partsOf(multipart.NewReader(body, params["boundary"]), depth)
	}
	if kind != "text/plain" && kind != "text/html" {
		return "", ""
	}
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	data, _ := io.ReadAll(body)
	text, err := decode(data)
	if name := params["charset"]; name != "" && !strings.EqualFold(name, "utf-8") {
		if in, e := charset.NewReaderLabel(name, bytes.NewReader(data)); e == nil {
			if b, e := io.ReadAll(in); e == nil {
				text, err = string(b), nil
			}
		}
	}
	if err != nil {
		return "", ""
	}
	if kind == "text/html" {
		return "", text
	}
	return text, ""
}
