package corpus

import (
	"archive/tar"
	"archive/zip"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// largestWindow is the most memory that a packed file may ask for to be read.
const largestWindow = 128 << 20

var packedEndings = map[kind][]string{gzipped: {".gz", ".tgz"}, zstandard: {".zst", ".zstd"}, bzipped: {".bz2"}, xzed: {".xz"}}

// packed reads what is in a compressed file.
func (r *reader) packed(at place, k kind, s *scanner) bool {
	count := newRatio(s, r.options.Limits.Ratio)
	in := readerFunc(count.readPacked)
	var err error
	switch k {
	case gzipped:
		count.unpacks, err = newGzip(in)
	case zstandard:
		var d *zstd.Decoder
		if d, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(largestWindow), zstd.WithDecoderLowmem(true)); err == nil {
			defer d.Close()
			count.unpacks = d
		}
	case bzipped:
		count.unpacks = bzip2.NewReader(in)
	case xzed:
		count.unpacks, err = newXZ(s, in)
	}
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	for _, ending := range packedEndings[k] {
		if name, ok := cutSuffixFold(at.name, ending); ok {
			at.name = name
			if ending == ".tgz" {
				at.name += ".tar"
			}
			break
		}
	}
	return r.stream(at, count)
}

func newGzip(in io.Reader) (io.Reader, error) { return gzip.NewReader(in) }

// newXZ refuses a file whose header asks for more memory than largestWindow:
// the reader would take it before it reads a byte.
func newXZ(s *scanner, in io.Reader) (io.Reader, error) {
	// Stream header: 12 bytes; block header: size, flags, then the filters,
	// of which LZMA2 (0x21, one property byte) holds the dictionary's size.
	head := s.longHead(12 + 64)
	for i := 14; i+2 < len(head); i++ {
		if head[i] == 0x21 && head[i+1] == 1 {
			if bits := head[i+2] & 0x3f; bits > 40 || (2|uint64(bits)&1)<<(bits/2+11) > largestWindow {
				return nil, errors.New("needs too much memory to unpack: not read")
			}
			break
		}
	}
	return xz.NewReader(in)
}

func cutSuffixFold(s, suffix string) (string, bool) {
	if n := len(s) - len(suffix); n >= 0 && strings.EqualFold(s[n:], suffix) {
		return s[:n], true
	}
	return s, false
}

// inside returns the name of a file inside an archive. One that climbs out is bent
// back: nothing is ever written there, but an id must not lie.
func inside(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

func member(at place, name string) place {
	name = inside(name)
	at.path += "!/" + name
	at.id += "!/" + name
	at.name = path.Base(name)
	return at
}

func (r *reader) wanted(name string) bool {
	name = inside(name)
	if !isInput(path.Base(name)) || !r.included(name) {
		return false
	}
	for p := name; p != "." && p != "/" && p != ""; p = path.Dir(p) {
		if strings.HasPrefix(path.Base(p), ".") || r.excluded(p) {
			return false
		}
	}
	return !strings.HasPrefix(name, "__MACOSX/")
}

// tar reads the files of an archive, in the archive's order. Links and
// devices are no texts.
func (r *reader) tar(at place, s *scanner) bool {
	t := tar.NewReader(s)
	found := false
	for {
		if r.ctx.Err() != nil {
			return false
		}
		header, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return r.fail(at.path, 0, fmt.Errorf("broken archive: %w", reason(err)))
		}
		if header.Typeflag != tar.TypeReg || !r.wanted(header.Name) {
			continue
		}
		within := member(at, header.Name)
		if isDocumentation(within.name) {
			if !r.fail(within.path, 0, errDocumentation) {
				return false
			}
			continue
		}
		found = true
		if !r.stream(within, t) {
			return false
		}
	}
	if !found {
		return r.fail(at.path, 0, errors.New("no readable file in this archive"))
	}
	return true
}

// zip reads the files of an archive, in its directory's order.
func (r *reader) zip(at place, in io.ReaderAt, size int64) bool {
	z, err := zip.NewReader(in, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return r.fail(at.path, 0, fmt.Errorf("broken archive: %w", err))
	}
	found := false
	for _, f := range z.File {
		if r.ctx.Err() != nil {
			return false
		}
		if !f.Mode().IsRegular() || !r.wanted(f.Name) {
			continue
		}
		within := member(at, f.Name)
		if isDocumentation(within.name) {
			if !r.fail(within.path, 0, errDocumentation) {
				return false
			}
			continue
		}
		found = true
		if f.Flags&1 != 0 {
			if !r.fail(within.path, 0, errors.New("protected by a password")) {
				return false
			}
			continue
		}
		data, err := f.Open()
		if err != nil {
			if !r.fail(within.path, 0, err) {
				return false
			}
			continue
		}
		// The sizes in the directory are the archive's own word; what comes
		// out is counted.
		count := &ratio{limit: r.options.Limits.Ratio, in: int64(min(f.CompressedSize64, uint64(size))), unpacks: data}
		more := r.stream(within, count)
		data.Close()
		if !more {
			return false
		}
	}
	if !found {
		return r.fail(at.path, 0, errors.New("no readable file in this archive"))
	}
	return true
}

// largestSpool is the most that a zip archive within a stream may hold: its
// directory is at its end, so it has to be kept on disk meanwhile.
const largestSpool = 4 << 30

func (r *reader) spooledZip(at place, in io.Reader) bool {
	f, err := os.CreateTemp("", "sitrep-*.zip")
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	defer os.Remove(f.Name())
	defer f.Close()
	n, err := io.Copy(f, io.LimitReader(in, largestSpool+1))
	switch {
	case err != nil:
		return r.fail(at.path, 0, err)
	case n > largestSpool:
		return r.fail(at.path, 0, fmt.Errorf("a zip archive above %d bytes within a stream: read it as a file", int64(largestSpool)))
	}
	return r.zip(at, f, n)
}
