package corpus

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Stdin is the path of standard input in messages and ids.
const Stdin = "stdin"

var errNoFiles = errors.New("no readable file in this folder")

// argument reads one path of the command line.
func (r *reader) argument(arg string) bool {
	if arg == "-" {
		return r.stream(Stdin, Stdin, r.options.Stdin)
	}
	info, err := os.Stat(arg)
	if err != nil {
		return r.fail(arg, 0, reason(err))
	}
	if info.IsDir() {
		return r.folder(arg)
	}
	return r.file(arg, filepath.Base(arg))
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
func (r *reader) folder(root string) bool {
	found := false
	var walk func(dir, id string) bool
	walk = func(dir, id string) bool {
		entries, err := os.ReadDir(dir)
		if err != nil && !r.fail(dir, 0, reason(err)) {
			return false
		}
		for _, e := range entries {
			if r.ctx.Err() != nil {
				return false
			}
			name := filepath.Join(dir, e.Name())
			if strings.HasPrefix(e.Name(), ".") || !isInput(e.Name()) {
				continue
			}
			info, err := os.Stat(name)
			if err != nil {
				if !r.fail(name, 0, reason(err)) {
					return false
				}
				continue
			}
			below := path.Join(id, e.Name())
			switch {
			case info.IsDir():
				if !walk(name, below) {
					return false
				}
			case info.Mode().IsRegular():
				found = true
				if !r.file(name, below) {
					return false
				}
			}
		}
		return true
	}
	if !walk(root, "") {
		return false
	}
	if !found {
		return r.fail(root, 0, errNoFiles)
	}
	return true
}

// isInput says whether a file of this name is an article: what check keeps
// beside an article is not.
func isInput(name string) bool {
	return !strings.Contains(name, ".golden.") && !strings.Contains(name, ".facts.") && !strings.HasSuffix(name, ".args")
}

func (r *reader) file(name, id string) bool {
	if !isInput(filepath.Base(name)) {
		return true
	}
	f, err := os.Open(name)
	if err != nil {
		return r.fail(name, 0, reason(err))
	}
	defer f.Close()
	return r.stream(filepath.ToSlash(name), id, f)
}

// stream reads one file or standard input. name is for messages, id for the
// articles in it.
func (r *reader) stream(name, id string, in io.Reader) bool {
	s := newScanner(in)
	head := s.head()
	if looksLikeLines(id, head) {
		return r.lines(name, id, s)
	}
	return r.text(name, id, s)
}
