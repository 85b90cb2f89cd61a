// Package layout is the binary form of the embedded place data: what the
// generator writes and the index reads in place. It knows bytes only, and
// must never grow a decoder that turns a whole table into Go values.
package layout

import (
	"encoding/binary"
	"math"
)

// RecordSize is the length of one place record.
const RecordSize = 28

// Record is one place as its bytes hold it. Name is an offset into the
// strings; Country, Admin1 and Admin2 count from 1, 0 is none; Kind indexes
// the kinds.
type Record struct {
	Latitude, Longitude float64
	Population          uint32
	ID                  uint32
	Name                uint32
	Admin1, Admin2      uint16
	Country             uint8
	Kind                uint8
	Flags               uint8
	Precision           uint8 // low 4 bits ACLED's precision, high 4 the source of ID
}

// Flags of a record.
const (
	Capital    = 1 << iota // of its country
	Seat1                  // of its first-order division
	Seat2                  // of its second-order division
	Section                // part of a town
	Historical             // abandoned, destroyed or former
	Division1
	Division2
	Curated
)

// Sources of an ID.
const (
	GeoNames     = iota // geonames:163808
	DivisionCode        // geonames:SY.11, ID is an offset into the strings
	Airport             // ourairports:3
	Own                 // sitrep:khmeimim, ID is an offset into the strings
	ISO                 // iso3166:SYR, ID is an offset into the strings
)

// degrees turns a stored coordinate into degrees: 1e-5 degree is a metre.
const degrees = 1e5

// Append writes the record at the end of dst.
func (r *Record) Append(dst []byte) []byte {
	le := binary.LittleEndian
	dst = le.AppendUint32(dst, uint32(int32(math.Round(r.Latitude*degrees))))
	dst = le.AppendUint32(dst, uint32(int32(math.Round(r.Longitude*degrees))))
	dst = le.AppendUint32(dst, r.Population)
	dst = le.AppendUint32(dst, r.ID)
	dst = le.AppendUint32(dst, r.Name)
	dst = le.AppendUint16(dst, r.Admin1)
	dst = le.AppendUint16(dst, r.Admin2)
	return append(dst, r.Country, r.Kind, r.Flags, r.Precision)
}

// At reads record i of the table.
func At(table string, i int) Record {
	b := table[i*RecordSize : (i+1)*RecordSize]
	return Record{
		Latitude:   float64(int32(U32(b, 0))) / degrees,
		Longitude:  float64(int32(U32(b, 4))) / degrees,
		Population: U32(b, 8),
		ID:         U32(b, 12),
		Name:       U32(b, 16),
		Admin1:     U16(b, 20),
		Admin2:     U16(b, 22),
		Country:    b[24],
		Kind:       b[25],
		Flags:      b[26],
		Precision:  b[27],
	}
}

// U32 reads four bytes at i.
func U32(b string, i int) uint32 {
	_ = b[i+3]
	return uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16 | uint32(b[i+3])<<24
}

// U16 reads two bytes at i.
func U16(b string, i int) uint16 { return uint16(b[i]) | uint16(b[i+1])<<8 }

// String reads the length-prefixed string at offset i.
func String(b string, i int) string { return b[i+1 : i+1+int(b[i])] }

// A posting is one place under one name: the record, the form of the name,
// and whether another follows.
const (
	lastBit   = 1 << 31
	formShift = 24
)

// Forms of a name.
const (
	Primary      = iota // the name of the place
	Alternate           // another name of it
	Derived             // a division without its kind: Homs for Homs Governorate
	Abbreviation        // holds in capitals only: US, DRC
	Postal              // holds after a comma only: Ky., IN
	Demonym             // the people: Syrian
	Other               // another name that is no spelling of the first: White House for Casablanca
)

// Posting packs one.
func Posting(record uint32, form uint8, last bool) uint32 {
	p := record | uint32(form)<<formShift
	if last {
		p |= lastBit
	}
	return p
}

// Unpack reverses Posting.
func Unpack(p uint32) (record int, form uint8, last bool) {
	return int(p & (1<<formShift - 1)), uint8(p>>formShift) & 0x7f, p&lastBit != 0
}

// The value of a name in the automaton: the offset of its first posting (0:
// none, the key only leads on to longer names) and what is known of the word.
const (
	More       = 1 << iota // a longer name begins with this one's words
	CommonWord             // also an ordinary English word
	GivenName              // also a first name
	Surname                // also a family name
	valueShift = iota
)

// Value packs one.
func Value(posting int, flags uint64) uint64 { return uint64(posting)<<valueShift | flags }

// Offset returns the index of the first posting of a value, 0 for none.
func Offset(v uint64) int { return int(v >> valueShift) }

// LoosePrefix begins the keys that forgive transliteration; no tight key
// holds it.
const LoosePrefix = '~'
