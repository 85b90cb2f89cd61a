package corpus

import (
	_ "embed"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/wordlist"
)

// Stdin is the path of standard input in messages and ids.
const Stdin = "stdin"

var errNoFiles = errors.New("no readable file in this folder")

// argument reads one path of the command line.
func (r *reader) argument(arg string) bool {
	if arg == "-" {
		at := place{path: Stdin, id: Stdin}
		if name := r.options.Name; name != "" {
			at = place{path: name, id: name, name: path.Base(name)}
		}
		return r.stream(at, r.counted(r.options.Stdin))
	}
	info, err := os.Stat(arg)
	switch {
	case err != nil:
		return r.fail(arg, 0, reason(err))
	case info.IsDir():
		return r.folder(arg, info)
	}
	return r.file(filepath.ToSlash(arg), filepath.Base(arg), info)
}

// counted counts the bytes that are read from in.
func (r *reader) counted(in io.Reader) io.Reader {
	if r.options.Read == nil {
		return in
	}
	return readerFunc(func(p []byte) (int, error) {
		n, err := in.Read(p)
		r.options.Read.Add(int64(n))
		return n, err
	})
}

// reason drops the path that os puts into its errors: the message names it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// folder reads the files below a folder in the order of their names. An id is
// the path below the folder.
func (r *reader) folder(root string, info fs.FileInfo) bool {
	w := walker{reader: r}
	if !w.walk(root, "", []fs.FileInfo{info}) {
		return false
	}
	if !w.found {
		return r.fail(filepath.ToSlash(root), 0, errNoFiles)
	}
	return true
}

// walker reads the files of a folder and of those below it.
type walker struct {
	*reader
	found bool // a file was read
}

// walk reads the files of one folder, whose path below the root is id. above are
// the folders on the way, so that a link to one of them is not followed for ever.
func (w *walker) walk(dir, id string, above []fs.FileInfo) bool {
	entries, err := os.ReadDir(dir)
	if err != nil && !w.fail(filepath.ToSlash(dir), 0, reason(err)) {
		return false
	}
	for _, e := range entries {
		below := path.Join(id, e.Name())
		if strings.HasPrefix(e.Name(), ".") || w.excluded(below) {
			continue
		}
		if w.ctx.Err() != nil || !w.entry(filepath.Join(dir, e.Name()), below, above) {
			return false
		}
	}
	return true
}

// entry reads one entry of a folder: a file, or a folder in its turn.
func (w *walker) entry(name, below string, above []fs.FileInfo) bool {
	shown, file := filepath.ToSlash(name), filepath.Base(name)
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		if slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }) {
			return w.fail(shown, 0, because(ErrNotInput, "left out: a link back to a folder that holds it"))
		}
		return w.walk(name, below, append(above, info))
	case !w.included(below):
		return true
	case err == nil && !info.Mode().IsRegular():
		return w.fail(shown, 0, because(ErrNotInput, "left out: neither a file nor a folder"))
	case !isInput(file):
		return true
	case err != nil:
		return w.fail(shown, 0, reason(err))
	case isDocumentation(file):
		return w.fail(shown, 0, errDocumentation)
	}
	w.found = true
	return w.file(shown, below, info)
}

// isInput reports whether a file of this name is an article: what check keeps
// beside an article is not.
func isInput(name string) bool {
	return !strings.Contains(name, ".golden.") && !strings.Contains(name, ".facts.") && !strings.HasSuffix(name, ".args")
}

//go:embed documentation.txt
var documentationNames string

var documentation = sync.OnceValue(func() map[string]bool { return wordlist.Words(documentationNames) })

var errDocumentation = because(ErrNotInput, "left out: it tells about the articles and is none; name the file itself to read it")

// isDocumentation reports whether a file is one of those that stand beside
// articles and tell about them: README.md, LICENSE. Who names it on the
// command line gets it read.
func isDocumentation(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	return documentation()[stem]
}

// included and excluded match a path against the user's patterns: one with a
// slash against the whole path, one without against the last name.
func (r *reader) included(p string) bool {
	return len(r.options.Include) == 0 || matches(r.options.Include, p)
}

func (r *reader) excluded(p string) bool { return matches(r.options.Exclude, p) }

func matches(patterns []string, p string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		name := p
		if !strings.Contains(pattern, "/") {
			name = path.Base(p)
		}
		ok, _ := path.Match(strings.TrimSuffix(pattern, "/"), name)
		return ok
	})
}

func checkPatterns(o Options) error {
	for _, pattern := range slices.Concat(o.Include, o.Exclude) {
		if _, err := path.Match(pattern, ""); err != nil {
			return fmt.Errorf("pattern %q: %w", pattern, err)
		}
	}
	return nil
}

func (r *reader) file(name, id string, info fs.FileInfo) bool {
	if !isInput(path.Base(name)) {
		return true
	}
	for _, out := range r.options.NotInputs {
		if os.SameFile(info, out) {
			return r.fail(name, 0, because(ErrNotInput, "left out: this run writes it"))
		}
	}
	f, err := os.Open(name)
	if err != nil {
		return r.fail(name, 0, reason(err))
	}
	defer f.Close()
	at := place{path: name, id: id, name: path.Base(name)}
	// A zip archive is read where it stands; all else is a stream.
	if k, _ := r.sniff(at, newScanner(io.NewSectionReader(f, 0, 512))); k == zipped && info.Mode().IsRegular() {
		at.depth++
		if r.options.Read != nil {
			r.options.Read.Add(info.Size())
		}
		return r.zip(at, f, info.Size())
	}
	return r.stream(at, r.counted(f))
}

// stream reads one file or standard input, whatever it turns out to be.
func (r *reader) stream(at place, in io.Reader) bool {
	if r.ctx.Err() != nil {
		return false
	}
	s := narrow(newScanner(in))
	k, what := r.sniff(at, s)
	switch k {
	case gzipped, zstandard, bzipped, xzed, tarred, zipped:
		return r.unpack(at, k, s)
	case warc:
		return r.warc(at, s)
	case page:
		return r.page(at, s)
	case markdown:
		return r.markdown(at, s)
	case jsonLines:
		return r.lines(at, s)
	case jsonDocument:
		return r.object(at, s)
	case jsonArray:
		return r.array(at, s)
	case commas:
		return r.table(at, s, ',')
	case tabs:
		return r.table(at, s, '\t')
	case semicolons:
		return r.table(at, s, ';')
	case message:
		return r.message(at, s)
	case mailbox:
		return r.mailbox(at, s)
	case feed:
		return r.feed(at, s)
	case office, richText, portable:
		return r.document(at, k, s)
	case telegram:
		return r.telegram(at, s)
	case tweets:
		return r.tweets(at, s)
	case gdelt:
		return r.fail(at.path, 0, errGDELT)
	case unreadable:
		return r.fail(at.path, 0, fmt.Errorf("%w but %s", errNotText, what))
	}
	return r.text(at, s)
}

// unpack reads what is packed or in an archive, unless that is packed too often.
func (r *reader) unpack(at place, k kind, s *scanner) bool {
	if at.depth++; at.depth > r.options.Limits.Depth {
		return r.fail(at.path, 0, fmt.Errorf("packed more than %d times (--max-depth): not read", r.options.Limits.Depth))
	}
	switch k {
	case tarred:
		return r.tar(at, s)
	case zipped:
		return r.spooledZip(at, s)
	}
	return r.packed(at, k, s)
}

// ids knows the ids that were given, by their hashes: a dump of millions of
// articles must not hold as many strings.
type ids struct {
	seed  maphash.Seed
	given map[uint64]uint32 // how often
}

func newIDs() *ids {
	return &ids{maphash.MakeSeed(), map[uint64]uint32{}}
}

// claim returns id where it is new, else id#2, id#3, …
func (s *ids) claim(id string) string {
	key := maphash.String(s.seed, id)
	for {
		s.given[key]++
		n := s.given[key]
		if n == 1 {
			return id
		}
		again := id + "#" + strconv.Itoa(int(n))
		if other := maphash.String(s.seed, again); s.given[other] == 0 {
			s.given[other] = 1
			return again
		}
	}
}
