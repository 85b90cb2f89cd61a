package document

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// letter is a letter as a page sets it.
type letter struct {
	text  string
	x, y  float64
	size  float64
	width float64 // 0 where the font does not say
}

// matrix is the six numbers of a PDF's transformation.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func shift(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// state is what q saves and Q brings back.
type state struct {
	text, line, page             matrix
	font                         pdf.Font
	encoding                     pdf.TextEncoding
	size, stretch, lead          float64
	letterSpace, wordSpace, rise float64
}

// setter runs the operators of a page that set text. The library's own way to the
// letters puts a line feed behind each array of them and decodes it by the font,
// where it may be any letter: in LibreOffice's fonts it is the tenth of the text.
type setter struct {
	state
	saved []state
	fonts func(string) pdf.Font
	coded map[string]pdf.TextEncoding
	out   []letter
}

// lettersOf returns the letters of a page in the order in which it sets them.
func lettersOf(p pdf.Page) []letter {
	content := p.V.Key("Contents")
	if content.Kind() == pdf.Null || unclosed(content) {
		return nil
	}
	s := &setter{fonts: p.Font, coded: map[string]pdf.TextEncoding{}}
	s.page, s.text, s.line, s.stretch = identity, identity, identity, 1
	pdf.Interpret(content, func(stack *pdf.Stack, op string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		if do := operators[op]; do.run != nil && len(args) >= do.args {
			do.run(s, args[len(args)-do.args:])
		}
	})
	return s.out
}

// operator is what an operator does with how many operands.
type operator struct {
	args int
	run  func(*setter, []pdf.Value)
}

var operators = map[string]operator{
	"q": {0, func(s *setter, _ []pdf.Value) { s.saved = append(s.saved, s.state) }},
	"Q": {0, func(s *setter, _ []pdf.Value) {
		if n := len(s.saved) - 1; n >= 0 {
			s.state, s.saved = s.saved[n], s.saved[:n]
		}
	}},
	"cm": {6, func(s *setter, a []pdf.Value) { s.page = matrixOf(a).times(s.page) }},
	"BT": {0, func(s *setter, _ []pdf.Value) { s.text, s.line = identity, identity }},
	"Tm": {6, func(s *setter, a []pdf.Value) { s.line = matrixOf(a); s.text = s.line }},
	"Td": {2, func(s *setter, a []pdf.Value) { s.move(a[0].Float64(), a[1].Float64()) }},
	"TD": {2, func(s *setter, a []pdf.Value) { s.lead = -a[1].Float64(); s.move(a[0].Float64(), a[1].Float64()) }},
	"T*": {0, func(s *setter, _ []pdf.Value) { s.move(0, -s.lead) }},
	"Tf": {2, func(s *setter, a []pdf.Value) { s.setFont(a[0].Name(), a[1].Float64()) }},
	"Tc": {1, func(s *setter, a []pdf.Value) { s.letterSpace = a[0].Float64() }},
	"Tw": {1, func(s *setter, a []pdf.Value) { s.wordSpace = a[0].Float64() }},
	"TL": {1, func(s *setter, a []pdf.Value) { s.lead = a[0].Float64() }},
	"Ts": {1, func(s *setter, a []pdf.Value) { s.rise = a[0].Float64() }},
	"Tz": {1, func(s *setter, a []pdf.Value) { s.stretch = a[0].Float64() / 100 }},
	"Tj": {1, func(s *setter, a []pdf.Value) { s.show(a[0].RawString()) }},
	"'":  {1, func(s *setter, a []pdf.Value) { s.move(0, -s.lead); s.show(a[0].RawString()) }},
	"\"": {3, func(s *setter, a []pdf.Value) {
		s.wordSpace, s.letterSpace = a[0].Float64(), a[1].Float64()
		s.move(0, -s.lead)
		s.show(a[2].RawString())
	}},
	"TJ": {1, func(s *setter, a []pdf.Value) {
		for i := range a[0].Len() {
			if v := a[0].Index(i); v.Kind() == pdf.String {
				s.show(v.RawString())
			} else {
				s.text = shift(-v.Float64()/1000*s.size*s.stretch, 0).times(s.text)
			}
		}
	}},
}

func matrixOf(a []pdf.Value) (m matrix) {
	for i := range m {
		m[i] = a[i].Float64()
	}
	return m
}

func (s *setter) move(x, y float64) {
	s.line = shift(x, y).times(s.line)
	s.text = s.line
}

func (s *setter) setFont(name string, size float64) {
	s.font, s.size = s.fonts(name), size
	e, known := s.coded[name]
	if !known {
		if !unclosed(s.font.V.Key("ToUnicode")) {
			e = s.font.Encoder()
		}
		s.coded[name] = e
	}
	s.encoding = e
}

// show sets the letters of a string.
func (s *setter) show(raw string) {
	decoded := raw
	if s.encoding != nil {
		decoded = s.encoding.Decode(raw)
	}
	n := 0
	for _, r := range decoded {
		width := 0.0
		if n < len(raw) {
			width = s.font.Width(int(raw[n])) / 1000
		}
		n++
		at := matrix{s.size * s.stretch, 0, 0, s.size, 0, s.rise}.times(s.text).times(s.page)
		s.out = append(s.out, letter{string(r), at[4], at[5], math.Abs(at[0]), width * at[0]})
		wide := width*s.size + s.letterSpace
		if r == ' ' {
			wide += s.wordSpace
		}
		s.text = shift(wide*s.stretch, 0).times(s.text)
	}
}
