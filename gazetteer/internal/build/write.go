package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/blevesearch/vellum"

	"sitrep/gazetteer/internal/fold"
	"sitrep/gazetteer/internal/layout"
)

// kindsHeader is the comment at the head of kinds.txt, on one line.
const kindsHeader = "# Kinds of places, which records.bin refers to by line. Written by gazetteer/internal/build; do not edit.\n"

// stringTable hands out offsets of length-prefixed strings, each kept once.
type stringTable struct {
	at  map[string]uint32
	buf []byte
}

func (t *stringTable) offset(s string) uint32 {
	if len(s) > 255 {
		panic("name longer than a byte counts: " + s)
	}
	if at, ok := t.at[s]; ok {
		return at
	}
	at := uint32(len(t.buf))
	t.buf = append(append(t.buf, byte(len(s))), s...)
	t.at[s] = at
	return at
}

type posting struct {
	record int
	form   uint8
}

func (b *builder) write(data string) error {
	if len(b.places) >= 1<<24 {
		return fmt.Errorf("more places than a posting holds")
	}
	strs := &stringTable{at: map[string]uint32{}}
	kinds := map[string]uint8{}
	var kindList []string
	var records []byte
	for _, p := range b.places {
		k, ok := kinds[p.kind]
		if !ok {
			k = uint8(len(kindList))
			kinds[p.kind] = k
			kindList = append(kindList, p.kind)
		}
		p.Kind = k
		p.Name = strs.offset(p.name)
		if p.id != "" {
			p.ID = strs.offset(p.id)
		}
		records = p.Append(records)
	}
	keys := b.keys()
	sorted := make([]string, 0, len(keys))
	for k := range keys {
		sorted = append(sorted, k)
	}
	sort.Strings(sorted)
	var fst bytes.Buffer
	out, err := vellum.New(&fst, nil)
	if err != nil {
		return err
	}
	postings := make([]byte, 4) // offset 0 means none
	for i, k := range sorted {
		offset := 0
		if ps := keys[k]; len(ps) > 0 {
			offset = len(postings) / 4
			for j, p := range ps {
				postings = binary.LittleEndian.AppendUint32(postings, layout.Posting(uint32(p.record), p.form, j == len(ps)-1))
			}
		}
		flags := b.words[k]
		if i+1 < len(sorted) && strings.HasPrefix(sorted[i+1], k+" ") {
			flags |= layout.More
		}
		if err := out.Insert([]byte(k), layout.Value(offset, flags)); err != nil {
			return fmt.Errorf("%q: %w", k, err)
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	var countries []byte
	for _, c := range b.countries {
		countries = append(append(countries, c.iso2...), c.iso3...)
		countries = binary.LittleEndian.AppendUint32(countries, uint32(c.record))
	}
	ref := func(l []int) []byte {
		out := make([]byte, 4)
		for _, r := range l {
			out = binary.LittleEndian.AppendUint32(out, uint32(r))
		}
		return out
	}
	for file, content := range map[string][]byte{
		"places.fst": fst.Bytes(), "postings.bin": postings, "records.bin": records, "strings.bin": strs.buf,
		"countries.bin": countries, "admin1.bin": ref(b.admin1), "admin2.bin": ref(b.admin2),
		"kinds.txt": []byte(kindsHeader + strings.Join(kindList, "\n") + "\n"),
	} {
		if err := os.WriteFile(filepath.Join(data, file), content, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%d places, %d names, automaton %d kB, postings %d kB, records %d kB, strings %d kB\n",
		len(b.places), len(sorted), fst.Len()/1024, len(postings)/1024, len(records)/1024, len(strs.buf)/1024)
	return nil
}

// keys maps every folded name to its places, the best form of each, in the
// order of the records. Keys of words that only lead on to longer names map
// to nothing.
func (b *builder) keys() map[string][]posting {
	keys := map[string][]posting{}
	put := func(key string, record int, form uint8) {
		if key == "" || key[0] == layout.LoosePrefix && len(key) <= fold.MinLoose {
			return
		}
		ps := keys[key]
		for i := range ps {
			if ps[i].record == record {
				ps[i].form = min(ps[i].form, form)
				return
			}
		}
		keys[key] = append(ps, posting{record, form})
	}
	loose := string(layout.LoosePrefix)
	for i, p := range b.places {
		for _, n := range p.names {
			if strings.ContainsAny(n.text, ",;()\"") {
				continue // cannot be met in running text as one name
			}
			put(fold.Tight(n.text), i, n.form)
			if p.loose && n.form <= layout.Derived {
				if l := fold.Loose(n.text); l != "" {
					put(loose+l, i, n.form)
				}
			}
		}
	}
	for w := range b.words {
		if _, ok := keys[w]; !ok {
			keys[w] = nil // known as a word, so that no transliteration is read into it
		}
	}
	leads := map[string]bool{}
	for k := range keys {
		for i := strings.LastIndexByte(k, ' '); i > 0; i = strings.LastIndexByte(k[:i], ' ') {
			if _, ok := keys[k[:i]]; !ok {
				leads[k[:i]] = true
			}
		}
	}
	for k := range leads {
		keys[k] = nil
	}
	return keys
}
