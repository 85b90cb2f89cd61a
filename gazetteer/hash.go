package gazetteer

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
)

// Hash returns the first twelve digits of the SHA-256 of the built-in places and
// actors, in hexadecimal: two tables with one hash come from the same.
func Hash() string {
	h := sha256.New()
	h.Write(placeNames)
	for _, s := range []string{placePostings, placeRecords, placeStrings, placeAdmin1, placeAdmin2, placeCountries, placeKinds, spansTable} {
		h.Write([]byte(s))
	}
	fs.WalkDir(actorFiles, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := actorFiles.ReadFile(path)
		h.Write([]byte(path))
		h.Write(b)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:12]
}
