package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// archive packs a program and its docs: a zip for Windows, a tar.gz for others.
func (b *build) archive(out, system, processor, program string, docs []file) (err error) {
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	name := "sitrep_" + b.version + "_" + system + "_" + processor
	files := append([]file{{filepath.Base(program), data, 0o755}}, docs...)
	for i := range files {
		files[i].name = name + "/" + files[i].name
	}
	ending, write := ".tar.gz", b.tarball
	if system == "windows" {
		ending, write = ".zip", b.zipped
	}
	f, err := os.Create(filepath.Join(out, name+ending))
	if err != nil {
		return err
	}
	return errors.Join(write(f, files), f.Close())
}

// tarball writes a tar.gz that tells nothing of the machine it was made on.
func (b *build) tarball(to io.Writer, files []file) error {
	z, err := gzip.NewWriterLevel(to, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(z)
	for _, f := range files {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: f.name, Size: int64(len(f.data)), Mode: int64(f.mode), ModTime: b.time, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	return errors.Join(t.Close(), z.Close())
}

// zipped writes a zip.
func (b *build) zipped(to io.Writer, files []file) error {
	z := zip.NewWriter(to)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: b.time}
		h.SetMode(f.mode)
		w, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := w.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}
