package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/maphash"
	"io"
	"unicode"
	"unicode/utf8"
)

// seen knows the texts that were read, by hash, and where each stood first.
// It holds 16 bytes a text and the path of each file once.
type seen struct {
	seed  maphash.Seed
	first map[uint64]origin
	paths []string
}

type origin struct{ path, record uint32 }

func newSeen() *seen {
	return &seen{seed: maphash.MakeSeed(), first: map[uint64]origin{}}
}

// before says where a document of the same text stood, if one did. Texts are
// the same where their letters and digits are.
func (s *seen) before(d *Document) (where_ string, again bool) {
	key := s.key(d.Title, d.Text)
	if o, ok := s.first[key]; ok {
		return where(s.paths[o.path], int(o.record)), true
	}
	if n := len(s.paths); n == 0 || s.paths[n-1] != d.Path {
		s.paths = append(s.paths, d.Path)
	}
	s.first[key] = origin{uint32(len(s.paths) - 1), uint32(d.Record)}
	return "", false
}

func (s *seen) key(parts ...string) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	writeLetters(&h, parts...)
	return h.Sum64()
}

// SameText returns what is equal for texts whose letters and digits are: those of
// which Read yields the first only. It is the same on every machine.
func SameText(title, text string) string {
	h := sha256.New()
	writeLetters(h, title, text)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// writeLetters writes the letters and digits of texts, in lower case.
func writeLetters(h io.Writer, parts ...string) {
	var buffer [256]byte
	n := 0
	for _, text := range parts {
		for _, r := range text {
			switch {
			case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			case 'A' <= r && r <= 'Z':
				r += 'a' - 'A'
			case r < utf8.RuneSelf:
				continue
			case !unicode.IsLetter(r) && !unicode.IsNumber(r):
				continue
			default:
				r = unicode.ToLower(r)
			}
			if n+utf8.UTFMax > len(buffer) {
				h.Write(buffer[:n])
				n = 0
			}
			n += utf8.EncodeRune(buffer[n:], r)
		}
	}
	h.Write(buffer[:n])
}
