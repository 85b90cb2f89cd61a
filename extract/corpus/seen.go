package corpus

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"hash/maphash"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"

	"sitrep/extract/wordlist"
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

//go:embed english.txt
var englishWords string

// functionWords are the words that English can't do without.
var functionWords = sync.OnceValue(func() map[string]bool { return wordlist.Words(englishWords) })

// How foreign a text must look. A line of names holds few function words and
// is English all the same, so short texts pass unless their script is another.
const (
	sample       = 4000 // bytes that are looked at
	enoughWords  = 15   // shorter texts are not judged by their words
	englishShare = 0.2  // of English running text, a third or more are function words
)

// foreign returns the name of the language of a text that is not English, empty
// for English and where that is not sure.
func foreign(text string) string {
	text = text[:min(len(text), sample)]
	words, known, latin, other := 0, 0, 0, 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if words++; functionWords()[strings.ToLower(w)] {
			known++
		}
		for _, r := range w {
			if r < 0x250 {
				latin++
			} else if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
				other++
			}
		}
	}
	if other <= latin && (words < enoughWords || float64(known) >= englishShare*float64(words)) {
		return ""
	}
	info := whatlanggo.Detect(text)
	if info.Lang == whatlanggo.Eng {
		return ""
	}
	if other > latin {
		if script := whatlanggo.Scripts[info.Script]; script != "" && !info.IsReliable() {
			return "a language in " + script + " script"
		}
		return info.Lang.String()
	}
	// Between a fifth and none of the words are English: the second opinion
	// decides, where it is sure.
	if !info.IsReliable() && float64(known) > englishShare/2*float64(words) {
		return ""
	}
	return info.Lang.String()
}
