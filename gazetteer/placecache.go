package gazetteer

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"

	"github.com/blevesearch/mmap-go"
)

// shelf is an index over a user's places that opens without parsing: the bytes
// of a cache file, searched where they are. A file holds, after shelfMagic and
// five counts, the places, the names in order, the places of each name, the
// places in order of their ids, and the strings that they all refer to.
type shelf struct {
	places, keys, posts, ids, strings []byte
	count                             int
}

const (
	shelfMagic = "sitrep places 1\n"
	shelfHead  = len(shelfMagic) + 5*4
	shelfPlace = 52 // two coordinates, eight numbers, four flags
	shelfKey   = 12 // string, first post, number of posts with leadBit
	leadBit    = 1 << 31
	formBits   = 4
)

// minCached is the size in bytes from which a file of places is worth a cache.
const minCached = 64 << 10

// cachedPlaces returns the index over a file of places, from its cache where
// there is one, or nil where the file is too small for one. The cache is made
// when the file is first read, in the user's cache directory; where that cannot
// be written, the places are indexed each time.
func cachedPlaces(path string) (*shelf, error) {
	info, err := os.Stat(path)
	if err != nil || info.Size() < minCached || !info.Mode().IsRegular() {
		return nil, nil // read it in full, which reports what is wrong
	}
	cache := cacheFile(path, info)
	if cache != "" {
		if s := openShelf(mapped(cache)); s != nil {
			return s, nil
		}
	}
	places, err := ReadPlacesFile(path)
	if err != nil {
		return nil, err
	}
	data := buildShelf(places)
	if cache != "" {
		writeCache(cache, data)
	}
	return openShelf(data), nil
}

// mapped returns the bytes of a file, which stays mapped as long as the process
// lives, or nil where it can't be mapped.
func mapped(file string) []byte {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil
	}
	return data
}

// cacheFile returns the name of the cache of a file as it is now, or "" where
// the user has no cache directory. Built-in data of another size makes another
// cache: names of divisions are looked up in it.
func cacheFile(path string, info os.FileInfo) string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d\n%d %d %d", full, info.Size(), info.ModTime().UnixNano(), len(placeNames), len(placeRecords), len(placeStrings)))
	return filepath.Join(dir, "sitrep", "places-"+hex.EncodeToString(sum[:8])+".idx")
}

// writeCache writes a cache file whole or not at all. That it can't is no error:
// the next run reads the places again.
func writeCache(file string, data []byte) {
	if os.MkdirAll(filepath.Dir(file), 0o755) != nil {
		return
	}
	tmp, err := os.CreateTemp(filepath.Dir(file), "places-*.tmp")
	if err != nil {
		return
	}
	_, err = tmp.Write(data)
	if closed := tmp.Close(); err != nil || closed != nil || os.Rename(tmp.Name(), file) != nil {
		os.Remove(tmp.Name())
	}
}

// buildShelf returns the bytes of a cache file over places.
func buildShelf(own []OwnPlace) []byte {
	o := &overlay{names: map[string][]ownName{}, leads: map[string]bool{}, replaces: map[string]bool{}}
	o.add(own)
	var blob []byte
	at := map[string]uint32{}
	str := func(s string) uint32 {
		if n, ok := at[s]; ok {
			return n
		}
		n := uint32(len(blob))
		at[s] = n
		blob = binary.LittleEndian.AppendUint32(blob, uint32(len(s)))
		blob = append(blob, s...)
		return n
	}
	le := binary.LittleEndian
	var places, keys, posts, ids []byte
	for i := range o.places {
		p := &o.places[i]
		places = le.AppendUint64(places, math.Float64bits(p.Latitude))
		places = le.AppendUint64(places, math.Float64bits(p.Longitude))
		places = le.AppendUint32(places, uint32(p.Population))
		for _, s := range []string{p.ID, p.Name, p.Kind, p.Country, p.Admin1, p.Admin2, p.Admin2ID} {
			places = le.AppendUint32(places, str(s))
		}
		places = append(places, byte(p.Precision), byte(p.Seat), flag(p.Capital), flag(p.Curated))
	}
	order := make([]int, len(o.places))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return o.places[order[i]].ID < o.places[order[j]].ID })
	for _, i := range order {
		ids = le.AppendUint32(ids, uint32(i))
	}
	names := make([]string, 0, len(o.names)+len(o.leads))
	for k := range o.names {
		names = append(names, k)
	}
	for k := range o.leads {
		if o.names[k] == nil {
			names = append(names, k)
		}
	}
	sort.Strings(names)
	for _, k := range names {
		count := uint32(len(o.names[k]))
		if o.leads[k] {
			count |= leadBit
		}
		keys = le.AppendUint32(keys, str(k))
		keys = le.AppendUint32(keys, uint32(len(posts)/4))
		keys = le.AppendUint32(keys, count)
		for _, n := range o.names[k] {
			posts = le.AppendUint32(posts, uint32(n.place)<<formBits|uint32(n.form))
		}
	}
	out := []byte(shelfMagic)
	for _, s := range [][]byte{places, keys, posts, ids, blob} {
		out = le.AppendUint32(out, uint32(len(s)))
	}
	for _, s := range [][]byte{places, keys, posts, ids, blob} {
		out = append(out, s...)
	}
	return out
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// openShelf returns the index in the bytes of a cache file, or nil where they
// are none.
func openShelf(data []byte) *shelf {
	if len(data) < shelfHead || !bytes.HasPrefix(data, []byte(shelfMagic)) {
		return nil
	}
	var parts [5][]byte
	rest := data[shelfHead:]
	for i := range parts {
		n := int(binary.LittleEndian.Uint32(data[len(shelfMagic)+4*i:]))
		if n > len(rest) {
			return nil
		}
		parts[i], rest = rest[:n], rest[n:]
	}
	if len(rest) > 0 {
		return nil
	}
	return &shelf{parts[0], parts[1], parts[2], parts[3], parts[4], len(parts[0]) / shelfPlace}
}

// text returns the string at an offset. It copies, as callers keep it.
func (s *shelf) text(at uint32) string { return string(s.bytes(at)) }

func (s *shelf) bytes(at uint32) []byte {
	n := binary.LittleEndian.Uint32(s.strings[at:])
	return s.strings[at+4 : at+4+n]
}

// at returns the place with a number.
func (s *shelf) at(n int) Place {
	b := s.places[n*shelfPlace:]
	number := func(i int) uint32 { return binary.LittleEndian.Uint32(b[16+4*i:]) }
	p := Place{
		Latitude: math.Float64frombits(binary.LittleEndian.Uint64(b)), Longitude: math.Float64frombits(binary.LittleEndian.Uint64(b[8:])),
		Population: int(number(0)), ID: s.text(number(1)), Name: s.text(number(2)), Kind: s.text(number(3)),
		Admin1: s.text(number(5)), Admin2: s.text(number(6)), Admin2ID: s.text(number(7)),
		Precision: int(b[48]), Seat: int(b[49]), Capital: b[50] == 1, Curated: b[51] == 1,
	}
	if c := s.text(number(4)); c != "" {
		if country, ok := Places().Country(c); ok {
			p.Country, p.CountryName = country.Country, country.Name
		}
	}
	return p
}

// find returns where the key stands among the names, or -1.
func (s *shelf) find(key string) int {
	n := len(s.keys) / shelfKey
	i := sort.Search(n, func(i int) bool {
		return string(s.bytes(binary.LittleEndian.Uint32(s.keys[i*shelfKey:]))) >= key
	})
	if i < n && string(s.bytes(binary.LittleEndian.Uint32(s.keys[i*shelfKey:]))) == key {
		return i
	}
	return -1
}

// named appends the places of a key to dst, their numbers counted from base.
func (s *shelf) named(dst []ownName, key string, base int) []ownName {
	i := s.find(key)
	if i < 0 {
		return dst
	}
	row := s.keys[i*shelfKey:]
	from, count := binary.LittleEndian.Uint32(row[4:]), binary.LittleEndian.Uint32(row[8:])&^leadBit
	for k := from; k < from+count; k++ {
		post := binary.LittleEndian.Uint32(s.posts[4*k:])
		dst = append(dst, ownName{base + int(post>>formBits), NameForm(post & (1<<formBits - 1))})
	}
	return dst
}

// leadsOn reports whether longer names begin with the key.
func (s *shelf) leadsOn(key string) bool {
	i := s.find(key)
	return i >= 0 && binary.LittleEndian.Uint32(s.keys[i*shelfKey+8:])&leadBit != 0
}

// has reports whether a place has the id.
func (s *shelf) has(id string) bool {
	idAt := func(i int) string {
		n := binary.LittleEndian.Uint32(s.ids[4*i:])
		return string(s.bytes(binary.LittleEndian.Uint32(s.places[int(n)*shelfPlace+20:])))
	}
	i := sort.Search(s.count, func(i int) bool { return idAt(i) >= id })
	return i < s.count && idAt(i) == id
}
