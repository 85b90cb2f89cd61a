package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/goreleaser/nfpm/v2"
	_ "github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
	_ "github.com/goreleaser/nfpm/v2/rpm"
)

// pack writes a package for Debian (deb) or RPM systems (rpm). It needs nothing
// of the system that it is installed on.
func (b *build) pack(out, format, processor, program string, docs []file) (err error) {
	packager, err := nfpm.Get(format)
	if err != nil {
		return err
	}
	contents, err := b.contents(program, docs)
	if err != nil {
		return err
	}
	info := nfpm.WithDefaults(&nfpm.Info{
		Name: "sitrep", Arch: processor, Platform: "linux", Version: b.version, VersionSchema: "semver", Release: "1", MTime: b.time,
		Section: "text", Priority: "optional", License: "Apache-2.0", Vendor: "the sitrep project", Maintainer: "the sitrep project <sitrep@localhost>",
		Description: "events from news articles about armed conflict\nReads news articles and writes who did what to whom, where, when,\nwith which claimed casualties, and who says so.",
		Overridables: nfpm.Overridables{
			Contents: contents,
			RPM:      nfpm.RPM{BuildHost: "localhost", Summary: "Events from news articles about armed conflict"},
			Deb:      nfpm.Deb{Compression: "gzip"}, // xz takes a minute for a tenth of the size
		},
	})
	if err := nfpm.PrepareForPackager(info, format); err != nil {
		return err
	}
	f, err := os.Create(filepath.Join(out, packager.ConventionalFileName(info)))
	if err != nil {
		return err
	}
	return errors.Join(packager.Package(info, f), f.Close())
}

// contents lays the files of a package out as Linux systems want them.
func (b *build) contents(program string, docs []file) (files.Contents, error) {
	out := files.Contents{{Source: program, Destination: "/usr/bin/sitrep", FileInfo: b.attributes(0o755)}}
	for _, d := range docs {
		to := destination(d.name)
		if to == "" {
			continue
		}
		data := d.data
		if strings.HasSuffix(to, ".gz") {
			var err error
			if data, err = packed(data); err != nil {
				return nil, err
			}
		}
		from := filepath.Join(b.work, "root", filepath.FromSlash(to))
		if err := os.MkdirAll(filepath.Dir(from), 0o777); err != nil {
			return nil, err
		}
		if err := os.WriteFile(from, data, 0o644); err != nil {
			return nil, err
		}
		out = append(out, &files.Content{Source: from, Destination: to, FileInfo: b.attributes(0o644)})
	}
	return out, nil
}

func (b *build) attributes(mode os.FileMode) *files.ContentFileInfo {
	return &files.ContentFileInfo{Owner: "root", Group: "root", Mode: mode, MTime: b.time}
}

// destination returns where a file of docs goes on a Linux system, "" for one
// that is of no use there.
func destination(name string) string {
	switch base := path.Base(name); {
	case strings.HasPrefix(name, "man/"):
		return "/usr/share/man/man1/" + base + ".gz"
	case base == "sitrep.bash":
		return "/usr/share/bash-completion/completions/sitrep"
	case base == "sitrep.fish":
		return "/usr/share/fish/vendor_completions.d/sitrep.fish"
	case base == "_sitrep":
		return "/usr/share/zsh/vendor-completions/_sitrep"
	case base == "sitrep.ps1":
		return ""
	case base == "LICENSE":
		return "/usr/share/doc/sitrep/copyright"
	default:
		return "/usr/share/doc/sitrep/" + base
	}
}

// packed returns data as gzip without name and time.
func packed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err = z.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}
