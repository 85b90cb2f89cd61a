package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sitrep/extract/article"
)

// telegram reads a chat that Telegram has exported: one message is one article.
// An export has hundreds of megabytes, so it is read message by message.
func (r *reader) telegram(at place, s *scanner) bool {
	limit := newBudget(s, r.options.Limits.Article+bufferSize)
	d := json.NewDecoder(limit)
	d.UseNumber()
	found, more, err := r.chat(at, d, limit, 0)
	switch {
	case err != nil:
		return r.fail(at.path, 0, err)
	case !found:
		return r.fail(at.path, 0, errors.New("a chat of Telegram without messages"))
	}
	return more
}

// chat reads an object of an export: a chat, or an account, whose "chats" have a
// "list" of them. It returns false for found where there are no messages.
func (r *reader) chat(at place, d *json.Decoder, limit *budget, depth int) (found, more bool, err error) {
	if depth > mostChats {
		return false, true, errChat
	}
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false, true, jsonError(orBroken(err))
	}
	name := ""
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return found, true, jsonError(err)
		}
		any, more := false, true
		switch key {
		case "messages":
			any = true
			more, err = r.messages(at, d, limit, name)
		case "chats":
			any, more, err = r.chat(at, d, limit, depth+1)
		case "list":
			any, more, err = r.chats(at, d, limit, depth+1)
		default:
			name, err = nameOf(d, key, name)
		}
		if found = found || any; err != nil || !more {
			return found, more, err
		}
	}
	if _, err := d.Token(); err != nil {
		return found, true, jsonError(err)
	}
	return found, true, nil
}

// nameOf reads the value of a key that holds no messages, and returns the name of the
// chat: the value where the key says so, else the one that is known.
func nameOf(d *json.Decoder, key json.Token, known string) (string, error) {
	var v any
	if err := d.Decode(&v); err != nil {
		return "", jsonError(err)
	}
	if s, ok := v.(string); ok && key == "name" {
		return s, nil
	}
	return known, nil
}

// chats reads the list of an account's chats. The messages of each are numbered
// apart, so the ids name the chat.
func (r *reader) chats(at place, d *json.Decoder, limit *budget, depth int) (found, more bool, err error) {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return false, true, jsonError(orBroken(err))
	}
	for n := 1; d.More(); n++ {
		one := at
		one.id = fmt.Sprintf("%s/chat%d", at.id, n)
		any, more, err := r.chat(one, d, limit, depth+1)
		if found = found || any; err != nil || !more {
			return found, more, err
		}
	}
	if _, err := d.Token(); err != nil {
		return found, true, jsonError(err)
	}
	return found, true, nil
}

// mostChats is how deep chats lie in an export: in the list of the account's.
const mostChats = 4

// errChat is the error of an export whose parts are of other kinds than Telegram's.
var errChat = errors.New("a broken export of Telegram")

func orBroken(err error) error {
	if err == nil {
		return errChat
	}
	return err
}

// messages reads the list of messages of a chat.
func (r *reader) messages(at place, d *json.Decoder, limit *budget, name string) (more bool, err error) {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return true, errors.New("a chat of Telegram whose messages are no list")
	}
	for n := 1; d.More(); n++ {
		limit.renew()
		var m struct {
			ID   json.Number     `json:"id"`
			Type string          `json:"type"`
			Date string          `json:"date"`
			From string          `json:"from"`
			Text json.RawMessage `json:"text"`
		}
		if err := d.Decode(&m); err != nil {
			return true, fmt.Errorf("message %d: %w", n, jsonError(err))
		}
		text := pieces(m.Text)
		if m.Type != "message" || strings.TrimSpace(text) == "" {
			continue // a picture without words, a member who came
		}
		in := article.Input{ID: at.id + "/" + m.ID.String(), Text: text, Publisher: name}
		if in.Publisher == "" {
			in.Publisher = m.From
		}
		in.Published, _ = day(m.Date)
		if !r.emit(Document{Input: in, Path: at.path, Record: n}) {
			return false, nil
		}
	}
	if _, err := d.Token(); err != nil {
		return true, jsonError(err)
	}
	return true, nil
}

// pieces returns a message's text, which is a string, or a list of strings and of
// links and other pieces with a text of their own.
func pieces(raw json.RawMessage) string {
	var whole string
	if json.Unmarshal(raw, &whole) == nil {
		return whole
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) != nil {
		return ""
	}
	var b strings.Builder
	for _, item := range list {
		var piece struct {
			Text string `json:"text"`
		}
		if json.Unmarshal(item, &whole) == nil {
			b.WriteString(whole)
		} else if json.Unmarshal(item, &piece) == nil {
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

// tweets reads the file of an archive of X: a list behind the name of a variable,
// each tweet in an object of its own.
func (r *reader) tweets(at place, s *scanner) bool {
	data, err := readAll(s, r.options.Limits.Article*largestDocument)
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	_, list, ok := bytes.Cut(data, []byte("="))
	var items []map[string]json.RawMessage
	if err := json.Unmarshal(list, &items); !ok || err != nil {
		return r.fail(at.path, 0, errors.New("an archive of X whose list of tweets is broken"))
	}
	for i, item := range items {
		raw := item["tweet"]
		if raw == nil {
			if !r.fail(at.path, i+1, errors.New("no tweet in it")) {
				return false
			}
			continue
		}
		if !r.jsonArticle(at, i+1, raw) {
			return false
		}
	}
	return true
}
