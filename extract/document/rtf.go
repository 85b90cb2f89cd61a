package document

import (
	"errors"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// unread are the groups of an RTF file that hold no text of it.
var unread = map[string]bool{"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "header": true,
	"headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true,
	"footnote": true, "object": true, "listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true, "themedata": true,
	"latentstyles": true, "datastore": true, "xmlnstbl": true, "fldinst": true, "nonshppict": true, "annotation": true, "atnid": true, "atnauthor": true}

// signs are the control words that stand for characters.
var signs = map[string]string{"par": "\n\n", "sect": "\n\n", "page": "\n\n", "line": "\n", "tab": "\t", "emdash": "—", "endash": "–",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "cell": " | ", "row": "\n", "emspace": " ", "enspace": " ", "qmspace": " "}

// rtf is an RTF file under way.
type rtf struct {
	in     string
	at     int
	out    strings.Builder
	raw    []byte // bytes of the code page that are not decoded yet
	coding encoding.Encoding
	stack  []group
	group
}

// group is what holds between two braces.
type group struct {
	skip     bool
	fallback int // how many characters stand in for one that \u names
}

// deepest bounds how deep groups may lie in each other.
const deepest = 10_000

// RTF reads the text of an RTF file.
func RTF(data []byte) (Text, error) {
	p := &rtf{in: string(data), coding: charmap.Windows1252, group: group{fallback: 1}}
	for p.at < len(p.in) {
		c := p.in[p.at]
		p.at++
		switch c {
		case '{':
			p.flush()
			if len(p.stack) >= deepest {
				return Text{}, errors.New("broken RTF: groups within each other without end")
			}
			p.stack = append(p.stack, p.group)
		case '}':
			p.flush()
			if n := len(p.stack); n > 0 {
				p.group, p.stack = p.stack[n-1], p.stack[:n-1]
			}
		case '\\':
			p.control()
		case '\r', '\n':
		default:
			p.raw = append(p.raw, c)
		}
	}
	p.flush()
	return Text{Text: tidy(p.out.String())}, nil
}

// flush decodes the bytes that have come together.
func (p *rtf) flush() {
	if len(p.raw) > 0 && !p.skip {
		if b, err := p.coding.NewDecoder().Bytes(p.raw); err == nil {
			p.out.Write(b)
		}
	}
	p.raw = p.raw[:0]
}

func (p *rtf) put(s string) {
	p.flush()
	if !p.skip {
		p.out.WriteString(s)
	}
}

// control reads what follows a backslash.
func (p *rtf) control() {
	if p.at >= len(p.in) {
		return
	}
	c := p.in[p.at]
	if c < 'A' || c > 'z' || c > 'Z' && c < 'a' {
		p.at++
		p.symbol(c)
		return
	}
	from := p.at
	for p.at < len(p.in) && ('a' <= p.in[p.at]|0x20 && p.in[p.at]|0x20 <= 'z') {
		p.at++
	}
	word := p.in[from:p.at]
	from = p.at
	if p.at < len(p.in) && p.in[p.at] == '-' {
		p.at++
	}
	for p.at < len(p.in) && '0' <= p.in[p.at] && p.in[p.at] <= '9' {
		p.at++
	}
	n, numbered := 0, p.at > from
	if numbered {
		n, _ = strconv.Atoi(p.in[from:p.at])
	}
	if p.at < len(p.in) && p.in[p.at] == ' ' {
		p.at++
	}
	p.word(word, n, numbered)
}

// symbol reads a control symbol: a character that stands for itself, a byte in
// hexadecimal, a mark of a group that older readers pass over.
func (p *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if p.at+2 <= len(p.in) {
			if n, err := strconv.ParseUint(p.in[p.at:p.at+2], 16, 8); err == nil {
				p.raw = append(p.raw, byte(n))
			}
			p.at += 2
		}
	case '*':
		p.flush()
		p.skip = true
	case '~':
		p.put(" ")
	case '_':
		p.put("-")
	case '-':
	case '\r', '\n':
		p.put("\n\n")
	default:
		p.raw = append(p.raw, c)
	}
}

// word reads a control word.
func (p *rtf) word(word string, n int, numbered bool) {
	switch {
	case unread[word]:
		p.flush()
		p.skip = true
	case signs[word] != "":
		p.put(signs[word])
	case word == "u" && numbered:
		if n < 0 {
			n += 1 << 16
		}
		p.put(string(rune(n)))
		p.pass(p.fallback)
	case word == "uc":
		p.fallback = min(max(n, 0), 16)
	case word == "ansicpg":
		if e, _ := charset.Lookup("windows-" + strconv.Itoa(n)); e != nil {
			p.coding = e
		}
	case word == "bin" && n > 0:
		p.at = min(p.at+n, len(p.in))
	}
}

// pass goes past the characters that stand in for one that \u has named.
func (p *rtf) pass(n int) {
	for ; n > 0 && p.at < len(p.in); n-- {
		switch c := p.in[p.at]; {
		case c == '{' || c == '}':
			return
		case strings.HasPrefix(p.in[p.at:], `\'`):
			p.at = min(p.at+4, len(p.in))
		case c == '\\':
			return
		default:
			p.at++
		}
	}
}
