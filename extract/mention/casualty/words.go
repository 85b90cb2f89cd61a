package casualty

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/gob"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data/casualties.yaml
var casualtiesYAML []byte

// verbEntry is one way in which a verb says what became of people; the head
// comment of data/casualties.yaml describes the fields.
type verbEntry struct {
	Kind     string   `yaml:"kind"`
	Patient  string   `yaml:"patient"`
	Lemmas   []string `yaml:"lemmas"`
	With     []string `yaml:"with"`
	After    bool     `yaml:"after"`
	Lives    bool     `yaml:"lives"`
	Captives bool     `yaml:"captives"`
	Adverbs  []string `yaml:"adverbs"`
	Except   []string `yaml:"except"`
	Persons  bool     `yaml:"persons"`
	Counted  bool     `yaml:"counted"`
	Flight   bool     `yaml:"flight"`
	Weak     bool     `yaml:"weak"`
	Named    bool     `yaml:"named"`
	Kin      bool     `yaml:"kin"`
	Only     []string `yaml:"only"`

	with    [][]string
	adverbs set
	except  set
	only    set
}

type adjectiveEntry struct {
	Kind  string   `yaml:"kind"`
	Words []string `yaml:"words"`
}

type nounEntry struct {
	Kind    string   `yaml:"kind"`
	Use     string   `yaml:"use"`
	Persons bool     `yaml:"persons"`
	Counted bool     `yaml:"counted"`
	Named   bool     `yaml:"named"`
	To      bool     `yaml:"to"`
	Except  []string `yaml:"except"`
	Lemmas  []string `yaml:"lemmas"`

	Adjectives []string `yaml:"adjectives"`
}

type casualtiesFile struct {
	Verbs       []*verbEntry      `yaml:"verbs"`
	Adjectives  []adjectiveEntry  `yaml:"adjectives"`
	Nouns       []nounEntry       `yaml:"nouns"`
	Combined    []string          `yaml:"combined"`
	Participles map[string]string `yaml:"participles"`
	Grounds     []string          `yaml:"grounds"`
	TheGrounds  []string          `yaml:"grounds-before-the"`
	Causing     []string          `yaml:"causing"`
	Succumbing  []string          `yaml:"succumbing"`
	Copulas     []string          `yaml:"copulas"`
	Recorders   []string          `yaml:"recorders"`
	Idioms      []string          `yaml:"idioms"`
	Scenes      []string          `yaml:"scenes"`
	Labels      []string          `yaml:"labels"`
	Leaving     []string          `yaml:"leaving"`
	Wholes      []string          `yaml:"wholes"`
	Dead        []string          `yaml:"dead"`
	Ones        []string          `yaml:"ones"`
	Others      []string          `yaml:"others"`
	Multiples   map[string]int    `yaml:"multiples"`
	Tolls       struct {
		Words   []string `yaml:"words"`
		Numbers []string `yaml:"numbers"`
		Steps   []string `yaml:"steps"`
		Over    []string `yaml:"over"`
		Sums    []string `yaml:"sums"`

		Former     []string          `yaml:"former"`
		Formerly   []string          `yaml:"formerly"`
		Giving     []string          `yaml:"giving"`
		Correcting []string          `yaml:"correcting"`
		Kinds      map[string]string `yaml:"kinds"`
	} `yaml:"tolls"`
	Unreal struct {
		Governors    []string `yaml:"governors"`
		Accomplished []string `yaml:"accomplished"`
		Factive      []string `yaml:"factive"`
		Words        []string `yaml:"words"`
		Sought       []string `yaml:"sought"`
		Adjectives   []string `yaml:"adjectives"`
	} `yaml:"unreal"`
	Peaceful struct {
		Causes    []string `yaml:"causes"`
		Sport     []string `yaml:"sport"`
		Force     []string `yaml:"force"`
		Particles []string `yaml:"particles"`
		Strict    []string `yaml:"strict"`
	} `yaml:"peaceful"`
	Things  []string `yaml:"things"`
	Persons struct {
		Suffixes   []string `yaml:"suffixes"`
		Exceptions []string `yaml:"exceptions"`
	} `yaml:"persons"`
	Armed []string `yaml:"armed"`
	Times []string `yaml:"times"`
	Parts []string `yaml:"parts"`

	Pronouns struct {
		One       []string `yaml:"one"`
		Many      []string `yaml:"many"`
		His       []string `yaml:"his"`
		Their     []string `yaml:"their"`
		Reflexive []string `yaml:"reflexive"`
		Relative  []string `yaml:"relative"`
		Partial   []string `yaml:"partial"`
		Nobody    []string `yaml:"nobody"`
	} `yaml:"pronouns"`
	Subordinate []string `yaml:"subordinate"`
	Later       []string `yaml:"later"`
	Echoes      []string `yaml:"echoes"`
	Near        []string `yaml:"near"`
	Following   []string `yaml:"following"`
	Joining     []string `yaml:"joining"`
	Lives       []string `yaml:"lives"`
	Captives    []string `yaml:"captives"`
	Lists       struct {
		Jointly    []string `yaml:"jointly"`
		Describing []string `yaml:"describing"`
	} `yaml:"lists"`
}

type set map[string]bool

// casualtyWords is the file, indexed by word.
type casualtyWords struct {
	verbs                                                                           map[string][]*verbEntry
	adjectives                                                                      map[string]string // word → kind
	nouns                                                                           map[string][]nounEntry
	combined, tolls, numbers, steps, over                                           set
	sums                                                                            [][]string
	governors, accomplished, unreal, modals, sought                                 set
	causes, sport, force, particles, strict                                         set
	things, persons, exceptions, armed, kin, parts, plain, times                    set
	copulas, recorders, wholes, idioms, scenes, labels, leaving                     set
	ones, others, factive, succumbing, describing, grounds, theGrounds, accompanied set
	jointly                                                                         [][]string
	multiples                                                                       map[string]int
	participles                                                                     map[string]string
	suffixes                                                                        []string
	tollKinds                                                                       map[string]string // word before toll → kind, or nothing
	one, many, his, their, reflexive, relative, partial, nobody                     set
	subordinate, later, echoes, near, following, joining                            set
	lives, captives, undone                                                         set
	dead, causing, former, formerly, giving, correcting                             set
	fatal                                                                           set             // adverbs with which a verb kills
	all                                                                             *wordlist.Sieve // of what hasCasualties asks for
}

var words = sync.OnceValue(func() *casualtyWords {
	w, err := readCasualtyWords(casualtiesYAML)
	if err != nil {
		panic("data/casualties.yaml: " + err.Error())
	}
	return w
})

func readCasualtyWords(b []byte) (*casualtyWords, error) {
	f := fromCompiled(b)
	if f == nil {
		var err error
		if f, err = parseFile(b); err != nil {
			return nil, err
		}
	}
	w := &casualtyWords{
		verbs: map[string][]*verbEntry{}, adjectives: map[string]string{}, nouns: map[string][]nounEntry{},
		combined: setOf(f.Combined), tolls: setOf(f.Tolls.Words), numbers: setOf(f.Tolls.Numbers), steps: setOf(f.Tolls.Steps), over: setOf(f.Tolls.Over),
		former: setOf(f.Tolls.Former), formerly: setOf(f.Tolls.Formerly), giving: setOf(f.Tolls.Giving), correcting: setOf(f.Tolls.Correcting),
		governors: setOf(f.Unreal.Governors), accomplished: setOf(f.Unreal.Accomplished), unreal: setOf(f.Unreal.Words), sought: setOf(f.Unreal.Sought), modals: lexicon.Modals(false),
		causes: setOf(f.Peaceful.Causes), sport: setOf(f.Peaceful.Sport), force: setOf(f.Peaceful.Force), particles: setOf(f.Peaceful.Particles), strict: setOf(f.Peaceful.Strict),
		things: setOf(f.Things), persons: lexicon.People(lexicon.Person), exceptions: setOf(f.Persons.Exceptions), armed: setOf(f.Armed), kin: lexicon.People(lexicon.Kin), parts: setOf(f.Parts), plain: lexicon.People(lexicon.Plain), times: setOf(f.Times),
		copulas: setOf(f.Copulas), recorders: setOf(f.Recorders), wholes: setOf(f.Wholes), idioms: setOf(f.Idioms), scenes: setOf(f.Scenes), labels: setOf(f.Labels), leaving: setOf(f.Leaving), participles: f.Participles,
		dead: setOf(f.Dead), ones: setOf(f.Ones), others: setOf(f.Others), succumbing: setOf(f.Succumbing), grounds: setOf(f.Grounds), theGrounds: setOf(f.TheGrounds), causing: setOf(f.Causing), accompanied: set{}, describing: setOf(f.Lists.Describing), factive: setOf(f.Unreal.Factive), multiples: f.Multiples,
		suffixes: f.Persons.Suffixes, tollKinds: f.Tolls.Kinds,
		one: setOf(f.Pronouns.One), many: setOf(f.Pronouns.Many), his: setOf(f.Pronouns.His), their: setOf(f.Pronouns.Their),
		reflexive: setOf(f.Pronouns.Reflexive), relative: setOf(f.Pronouns.Relative), partial: setOf(f.Pronouns.Partial), nobody: setOf(f.Pronouns.Nobody),
		subordinate: setOf(f.Subordinate), later: setOf(f.Later), echoes: setOf(f.Echoes), near: setOf(f.Near), following: setOf(f.Following), joining: setOf(f.Joining),
		lives: setOf(f.Lives), captives: setOf(f.Captives), undone: setOf(f.Unreal.Adjectives), fatal: set{},
	}
	for noun := range lexicon.People(lexicon.Armed) {
		w.armed[noun] = true
	}
	for _, d := range lexicon.Calendar() {
		if d.Class == lexicon.Weekday || d.Class == lexicon.Day {
			w.times[d.Text] = true
		}
	}
	for _, s := range f.Tolls.Sums {
		w.sums = append(w.sums, strings.Fields(s))
	}
	for _, s := range f.Lists.Jointly {
		ws := strings.Fields(s)
		w.jointly = append(w.jointly, ws)
		w.accompanied[ws[len(ws)-1]] = true
	}
	if err := w.indexVerbs(f.Verbs); err != nil {
		return nil, err
	}
	if err := w.indexWords(f.Adjectives, f.Nouns); err != nil {
		return nil, err
	}
	w.all = wordlist.NewSieve(len(w.verbs) + len(w.adjectives) + len(w.nouns) + len(w.causes) + len(w.sport) + len(w.force))
	for l := range w.verbs {
		w.all.Add(l)
	}
	for l := range w.adjectives {
		w.all.Add(l)
	}
	for l := range w.nouns {
		w.all.Add(l)
	}
	for _, s := range []set{w.tolls, w.numbers, w.combined, w.causes, w.sport, w.force} {
		for l := range s {
			w.all.Add(l)
		}
	}
	return w, nil
}

// indexVerbs checks the entries of verbs and indexes them by lemma.
func (w *casualtyWords) indexVerbs(entries []*verbEntry) error {
	for _, v := range entries {
		if _, ok := kindOrder[v.Kind]; !ok {
			return fmt.Errorf("verbs %v: no such kind: %q", v.Lemmas, v.Kind)
		}
		if v.Patient != "object" && v.Patient != "subject" {
			return fmt.Errorf("verbs %v: patient is object or subject, not %q", v.Lemmas, v.Patient)
		}
		for _, s := range v.With {
			v.with = append(v.with, strings.Fields(s))
		}
		v.adverbs, v.except, v.only = setOf(v.Adverbs), setOf(v.Except), setOf(v.Only)
		if v.Kind == Killed {
			maps.Copy(w.fatal, v.adverbs)
		}
		for _, l := range v.Lemmas {
			w.verbs[l] = append(w.verbs[l], v)
		}
	}
	return nil
}

func (w *casualtyWords) indexWords(adjectives []adjectiveEntry, nouns []nounEntry) error {
	for _, a := range adjectives {
		if _, ok := kindOrder[a.Kind]; !ok {
			return fmt.Errorf("adjectives %v: no such kind: %q", a.Words, a.Kind)
		}
		for _, s := range a.Words {
			w.adjectives[s] = a.Kind
		}
	}
	for _, n := range nouns {
		if _, ok := kindOrder[n.Kind]; !ok || n.Use != "act" && n.Use != "count" && n.Use != "each" {
			return fmt.Errorf("nouns %v: kind %q, use %q", n.Lemmas, n.Kind, n.Use)
		}
		for _, l := range n.Lemmas {
			w.nouns[l] = append(w.nouns[l], n)
		}
	}
	return nil
}

func setOf(l []string) set {
	s := set{}
	for _, x := range l {
		s[x] = true
	}
	return s
}

// person reports whether a noun, by its lemma or form, is a person.
func (w *casualtyWords) person(lemma, lower string) bool {
	if w.persons[lemma] || w.persons[lower] {
		return true
	}
	if w.exceptions[lemma] || w.exceptions[lower] || w.things[lemma] {
		return false
	}
	return slices.ContainsFunc(w.suffixes, func(s string) bool { return len(lower) > len(s)+2 && strings.HasSuffix(lower, s) })
}

//go:generate go run ./internal/build data/casualties.gob

// compiled is casualtiesYAML as go generate has read it, which takes a fraction of the
// time to read.
//
//go:embed data/casualties.gob
var compiled []byte

// compiledFile is what the file holds, and the hash of the source that it was read from.
type compiledFile struct {
	Source [sha256.Size]byte
	Words  casualtiesFile
}

// fromCompiled returns what go generate has made of a source, or nil if that has been
// changed since: a word that is added counts before go generate has run.
func fromCompiled(source []byte) *casualtiesFile {
	var c compiledFile
	if err := gob.NewDecoder(bytes.NewReader(compiled)).Decode(&c); err != nil || c.Source != sha256.Sum256(source) {
		return nil
	}
	return &c.Words
}

// parseFile reads a source as YAML.
func parseFile(source []byte) (*casualtiesFile, error) {
	var f casualtiesFile
	return &f, yaml.UnmarshalWithOptions(source, &f, yaml.Strict())
}

// Compile returns the compiled form of the file: the one there is, where the file has not
// been changed. It is for go generate.
func Compile() ([]byte, error) {
	if fromCompiled(casualtiesYAML) != nil {
		return compiled, nil
	}
	f, err := parseFile(casualtiesYAML)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = gob.NewEncoder(&b).Encode(compiledFile{sha256.Sum256(casualtiesYAML), *f})
	return b.Bytes(), err
}
