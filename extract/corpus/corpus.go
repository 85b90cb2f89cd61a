package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"sync/atomic"

	"sitrep/extract/article"
)

// Options say which inputs are read, and how. The zero value reads everything
// once, within DefaultLimits.
type Options struct {
	Stdin          io.Reader         // what "-" reads
	Name           string            // the path that messages and ids give it; "stdin" where empty
	Include        []string          // patterns of file names; none: all
	Exclude        []string          // patterns of file and folder names
	Map            map[string]string // field of an article → its name in the input
	KeepDuplicates bool
	AnyLanguage    bool          // read texts that are not English too
	Limits         Limits        // zero fields: the defaults
	NotInputs      []fs.FileInfo // files of this run's output
	Read           *atomic.Int64 // counts the bytes of the files read, if not nil
}

// Limits keep a hostile or broken input from taking the machine.
type Limits struct {
	Article int64 // bytes of one article, one line or one record
	Ratio   int64 // how many times its size a packed file may unpack to
	Depth   int   // archives and packed files within each other
}

// DefaultLimits are far above what news needs.
var DefaultLimits = Limits{Article: 16 << 20, Ratio: 400, Depth: 6}

func (l Limits) orDefault() Limits {
	if l.Article <= 0 {
		l.Article = DefaultLimits.Article
	}
	if l.Ratio <= 0 {
		l.Ratio = DefaultLimits.Ratio
	}
	if l.Depth <= 0 {
		l.Depth = DefaultLimits.Depth
	}
	return l
}

// Document is one article and where it stood.
type Document struct {
	article.Input
	Path     string // as given, with "!/" before what is inside an archive; "stdin"
	Record   int    // line or record, counted from 1; 0 where the file is one article
	Part     int    // number of the post in a live blog, counted from 1; 0 where the document is whole
	Time     string // time of day of the post, as its heading has it
	Posts    []Post // the posts of a live blog that is one document: those of one day
	Pages    []int  // where the pages of a PDF begin in Text, in code points
	CopyOf   string // id of an earlier document whose text this one repeats, or ""
	Warnings []string
}

// Post is where a post of a live blog begins in Text, in code points, and its time
// of day.
type Post struct {
	Start int
	Time  string
}

// Where names the document's place for a message.
func (d *Document) Where() string { return where(d.Path, d.Record) }

// Error is an input that was not read, with its place and the reason.
type Error struct {
	Path   string
	Record int // line or record, counted from 1; 0: the whole file
	Err    error
}

func (e *Error) Error() string { return where(e.Path, e.Record) + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// Skipped reports whether it was left out on purpose: ErrDuplicate, ErrLanguage
// or ErrNotInput. Everything else could not be read.
func (e *Error) Skipped() bool {
	return errors.Is(e.Err, ErrDuplicate) || errors.Is(e.Err, ErrLanguage) || errors.Is(e.Err, ErrNotInput)
}

// Reasons to leave an input out.
var (
	ErrDuplicate = errors.New("duplicate")
	ErrLanguage  = errors.New("not English")
	ErrNotInput  = errors.New("not an input")
)

// reasoned is one of these with words of its own.
type reasoned struct {
	kind  error
	words string
}

func (r *reasoned) Error() string { return r.words }
func (r *reasoned) Unwrap() error { return r.kind }

func because(kind error, format string, args ...any) error {
	return &reasoned{kind, fmt.Sprintf(format, args...)}
}

func where(path string, record int) string {
	if record > 0 {
		return fmt.Sprintf("%s:%d", path, record)
	}
	return path
}

// CheckOptions returns what is wrong with the options, or nil.
func CheckOptions(o Options) error {
	_, err := namesOf(o.Map)
	return errors.Join(err, checkPatterns(o))
}

// Read yields the articles of paths: files, folders, and "-" for standard
// input. An *Error is about one file or record; what comes after it is still
// read. It ends early where ctx does. Bad options are an error of their own,
// and the only thing yielded.
func Read(ctx context.Context, paths []string, o Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		if err := CheckOptions(o); err != nil {
			yield(Document{}, err)
			return
		}
		names, _ := namesOf(o.Map)
		o.Limits = o.Limits.orDefault()
		r := &reader{ctx: ctx, options: o, yield: yield, ids: newIDs(), seen: newSeen(), near: newNear(), names: names}
		for _, path := range paths {
			if !r.argument(path) {
				return
			}
		}
	}
}

// reader walks the inputs. Its methods return false when the caller has stopped.
type reader struct {
	ctx     context.Context
	options Options
	yield   func(Document, error) bool
	ids     *ids
	seen    *seen
	near    *near
	names   names
}

// place is where a stream stands.
type place struct {
	path  string // for messages
	id    string // for the articles in it
	name  string // the file name that its kind may be told from
	depth int    // how many archives and packings it is inside of
}

// emit hands an article on, unless it was there before or is in a language
// that nobody here reads, under an id that no other has.
func (r *reader) emit(d Document) bool {
	if r.ctx.Err() != nil {
		return false
	}
	if !r.options.KeepDuplicates {
		if first, again := r.seen.before(&d); again {
			return r.fail(d.Path, d.Record, because(ErrDuplicate, "left out: the same text as %s", first))
		}
	}
	if !r.options.AnyLanguage {
		if language := foreign(d.Title + "\n" + d.Text); language != "" {
			return r.fail(d.Path, d.Record, because(ErrLanguage, "left out: not in English but in %s", language))
		}
	}
	if id := r.ids.claim(d.ID); id != d.ID {
		d.Warnings = append(d.Warnings, fmt.Sprintf("the id %q was given before: this is %q", d.ID, id))
		d.ID = id
	}
	if !r.options.KeepDuplicates {
		if d.CopyOf = r.near.original(d.ID, d.Text); d.CopyOf != "" {
			d.Warnings = append(d.Warnings, fmt.Sprintf("a copy of %s: its deaths are not added to those", d.CopyOf))
		}
	}
	return r.yield(d, nil)
}

func (r *reader) fail(path string, record int, err error) bool {
	return r.ctx.Err() == nil && r.yield(Document{}, &Error{path, record, err})
}
