package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
)

// Hash returns the first twelve digits of the SHA-256 of the built-in rules and
// word lists, in hexadecimal: two tables with one hash come from the same.
func Hash() string {
	h := sha256.New()
	fs.WalkDir(data, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := data.ReadFile(path)
		h.Write([]byte(path))
		h.Write(b)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:12]
}
