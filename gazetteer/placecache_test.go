package gazetteer

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// countryRows is how many rows the country file of a large country has.
const countryRows = 50_000

// countryFile returns a country file in GeoNames' format.
func countryFile(rows int) string {
	var b strings.Builder
	syllables := []string{"ba", "ko", "ri", "zu", "ma", "te", "do", "ga", "lo", "ni", "sha", "wa"}
	for i := range rows {
		name := ""
		for n, k := i, 0; k < 5; k++ {
			name += syllables[n%len(syllables)]
			n /= len(syllables)
		}
		name = strings.ToUpper(name[:1]) + name[1:]
		fmt.Fprintf(&b, "%d\t%s\t%s\tUngwan %s,%s Gari\t%.5f\t%.5f\tP\tPPL\tNG\t\t57\t801\t\t\t%d\t\t300\tAfrica/Lagos\t2020-01-01\n",
			90_000_000+i, name, name, name, name, 10+float64(i%500)/200, 5+float64(i/500)/100, i%7*100)
	}
	return b.String()
}

// placesDir returns a directory for files of places, with a cache directory of
// its own.
func placesDir(t testing.TB) string {
	dir := t.TempDir()
	for _, v := range []string{"XDG_CACHE_HOME", "LocalAppData", "HOME"} {
		t.Setenv(v, filepath.Join(dir, "cache"))
	}
	return dir
}

func openFiles(t testing.TB, paths ...string) *PlaceIndex {
	t.Helper()
	x, err := WithPlacesFiles(paths...)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestCountryFile holds that a country file, zipped or not, gives from its cache
// what it gives when it is read.
func TestCountryFile(t *testing.T) {
	dir := placesDir(t)
	content := countryFile(2_000)
	plain, zipped := filepath.Join(dir, "NG.txt"), filepath.Join(dir, "NG.zip")
	if err := os.WriteFile(plain, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(zipped)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, text := range map[string]string{"readme.txt": "GeoNames", "NG.txt": content} {
		w, _ := z.Create(name)
		w.Write([]byte(text))
	}
	z.Close()
	f.Close()
	own, err := ReadPlacesFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	read := Places().With(own...)
	for _, path := range []string{plain, plain, zipped} {
		x := openFiles(t, path)
		if x.Len() != read.Len() {
			t.Fatalf("%s: %d places, want %d", path, x.Len(), read.Len())
		}
		for _, p := range own[:200] {
			for _, name := range append(p.Aliases, p.Name) {
				if got, want := x.Lookup(name), read.Lookup(name); !reflect.DeepEqual(got, want) {
					t.Fatalf("%s: %s\n got %v\nwant %v", path, name, got, want)
				}
			}
		}
		text := "Fighting near Ungwan Bababababa and Kano."
		got, _ := x.Scanner().Longest(text, 14)
		want, _ := read.Scanner().Longest(text, 14)
		if got.End != want.End || got.End != 31 {
			t.Errorf("%s: longest name ends at %d, want %d", path, got.End, want.End)
		}
	}
	if p := read.Lookup(own[1].Name)[0]; p.Admin1 != "Zamfara" && p.Admin1 != "Zamfara State" || p.Admin2 != "Anka" {
		t.Errorf("divisions %q, %q", p.Admin1, p.Admin2)
	}
	if s := openShelf([]byte(shelfMagic)); s != nil {
		t.Error("half a cache was opened")
	}
}

// TestCacheSpeed holds that the country file of a large country opens from its
// cache in a few milliseconds.
func TestCacheSpeed(t *testing.T) {
	path := filepath.Join(placesDir(t), "NG.txt")
	if err := os.WriteFile(path, []byte(countryFile(countryRows)), 0o644); err != nil {
		t.Fatal(err)
	}
	Places()
	first := time.Now()
	openFiles(t, path)
	made := time.Since(first)
	best := time.Hour
	for range 10 {
		start := time.Now()
		openFiles(t, path)
		best = min(best, time.Since(start))
	}
	t.Logf("made in %v, opened in %v", made, best)
	if best > made/10 {
		t.Errorf("opened in %v, made in %v", best, made)
	}
}
