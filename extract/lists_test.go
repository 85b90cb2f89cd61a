package extract

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestListsBeginWithAComment checks that every list in a data folder says at
// its head what it is for, who reads it and how to add a row.
func TestListsBeginWithAComment(t *testing.T) {
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.Contains(path, "/data/") {
			return err
		}
		switch filepath.Ext(path) {
		case ".csv", ".txt", ".yaml":
			b, err := fs.ReadFile(root, path)
			if err == nil && !strings.HasPrefix(string(b), "# ") {
				t.Errorf("%s does not begin with a comment", path)
			}
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
