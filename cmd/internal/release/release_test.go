package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"debug/buildinfo"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/CycloneDX/cyclonedx-go"
)

// TestRelease builds the release for Linux from two clones of the last commit
// and looks at what came out.
func TestRelease(t *testing.T) {
	if _, err := os.Stat("../../../.git"); err != nil {
		t.Skip("no repository to clone")
	}
	outs := []string{build1(t, "here"), build1(t, "some/where/else")}
	t.Run("twice the same", func(t *testing.T) { same(t, outs[0], outs[1]) })
	t.Run("checksums", func(t *testing.T) {
		c := exec.Command("sha256sum", "--check", "--quiet", "SHA256SUMS")
		c.Dir = outs[0]
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	})
	t.Run("archive", func(t *testing.T) { archiveHolds(t, only(t, outs[0], "*_linux_amd64.tar.gz")) })
	t.Run("materials", func(t *testing.T) { materialsFit(t, outs[0]) })
	t.Run("install", func(t *testing.T) { install(t, only(t, outs[0], "*_amd64.deb")) })
}

// build1 builds in a clone at a path and returns the folder of what was built.
func build1(t *testing.T, path string) string {
	t.Helper()
	dir := t.TempDir()
	clone := filepath.Join(dir, path)
	if out, err := exec.Command("git", "clone", "-q", "../../..", clone).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out := filepath.Join(dir, "dist")
	if err := release(clone, out, "v1.2.3", []string{"linux/amd64"}); err != nil {
		t.Fatal(err)
	}
	return out
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func only(t *testing.T, dir, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s: %v %v, want one file", pattern, found, err)
	}
	return found[0]
}

func same(t *testing.T, a, b string) {
	want := []string{"SHA256SUMS", "sitrep-1.2.3-1.x86_64.rpm", "sitrep_1.2.3-1_amd64.deb", "sitrep_v1.2.3.cdx.json", "sitrep_v1.2.3_linux_amd64.tar.gz"}
	if got := names(t, a); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, name := range names(t, a) {
		one, err := os.ReadFile(filepath.Join(a, name))
		if err != nil {
			t.Fatal(err)
		}
		other, err := os.ReadFile(filepath.Join(b, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one, other) {
			t.Errorf("%s differs between two builds of one commit", name)
		}
	}
}

func archiveHolds(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	modes := map[string]int64{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		modes[strings.TrimPrefix(h.Name, "sitrep_v1.2.3_linux_amd64/")] = h.Mode
	}
	for name, mode := range map[string]int64{
		"sitrep": 0o755, "LICENSE": 0o644, "DATA.md": 0o644, "man/sitrep-extract.1": 0o644, "completions/_sitrep": 0o644, "completions/sitrep.bash": 0o644,
	} {
		if modes[name] != mode {
			t.Errorf("%s: mode %o, want %o", name, modes[name], mode)
		}
	}
}

// materialsFit holds the bill of materials to the modules that the program says
// it is made of.
func materialsFit(t *testing.T, out string) {
	f, err := os.Open(only(t, out, "*.cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var bom cyclonedx.BOM
	if err := cyclonedx.NewBOMDecoder(f, cyclonedx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{bom.Metadata.Component.BOMRef: true}
	for _, c := range *bom.Components {
		listed[c.BOMRef] = true
		if c.Licenses == nil || len(*c.Licenses) == 0 || (*c.Licenses)[0].License.ID == "" {
			t.Errorf("%s has no licence that is known", c.BOMRef)
		}
	}
	program := filepath.Join(t.TempDir(), "sitrep")
	unpack := exec.Command("tar", "-xzOf", only(t, out, "*.tar.gz"), "sitrep_v1.2.3_linux_amd64/sitrep")
	data, err := unpack.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, data, 0o755); err != nil {
		t.Fatal(err)
	}
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range info.Deps {
		if ref := component(m.Path, m.Version).BOMRef; !listed[ref] {
			t.Errorf("%s is in the program and not in its bill", ref)
		}
	}
	if want := len(info.Deps) + 2; len(listed) != want { // the standard library, sitrep
		t.Errorf("%d components, want %d", len(listed), want)
	}
	reached := map[string]bool{}
	for _, d := range *bom.Dependencies {
		if d.Dependencies == nil {
			continue
		}
		for _, ref := range *d.Dependencies {
			if reached[ref] = true; !listed[ref] {
				t.Errorf("%s needs %s, which is not listed", d.Ref, ref)
			}
		}
	}
	for ref := range listed {
		if !reached[ref] && ref != bom.Metadata.Component.BOMRef {
			t.Errorf("%s is listed, and nothing needs it", ref)
		}
	}
}

// install installs the package into an empty root, where there is nothing but
// it, and runs it there.
func install(t *testing.T, deb string) {
	if _, err := exec.LookPath("dpkg"); err != nil || os.Getuid() != 0 {
		t.Skip("wants dpkg, and root for chroot")
	}
	root := t.TempDir()
	for _, dir := range []string{"info", "updates"} {
		if err := os.MkdirAll(filepath.Join(root, "var/lib/dpkg", dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "var/lib/dpkg/status"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(stdin string, args ...string) string {
		t.Helper()
		c := exec.Command(args[0], args[1:]...)
		c.Stdin = strings.NewReader(stdin)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	run("", "dpkg", "--root="+root, "--install", deb)
	if got := run("", "chroot", root, "/usr/bin/sitrep", "--version"); !strings.HasPrefix(got, "sitrep v1.2.3\n") {
		t.Errorf("--version: %s", got)
	}
	got := run("Rebels shelled the town of Homs on Monday, killing four people, the army said.",
		"chroot", root, "/usr/bin/sitrep", "extract", "-", "-q", "--columns", "action,location,killed_text,source")
	if want := "action,location,killed_text,source\nshell,Homs,four,the army\n"; got != want {
		t.Errorf("extract: got %s, want %s", got, want)
	}
	for _, name := range []string{"usr/share/man/man1/sitrep.1.gz", "usr/share/bash-completion/completions/sitrep", "usr/share/doc/sitrep/copyright"} {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Error(err)
		}
	}
	run("", "dpkg", "--root="+root, "--purge", "sitrep")
	if _, err := os.Stat(filepath.Join(root, "usr/bin/sitrep")); err == nil {
		t.Error("still there after it was purged")
	}
}
