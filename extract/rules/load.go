package rules

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"sitrep/extract/wordlist"
)

//go:embed data
var data embed.FS

// Set holds the rules and word lists that the event stage works with.
type Set struct {
	Rules    []*Rule
	Ladders  map[string]*Ladder
	Lights   []*Light
	Modality Modality
	Grammar  Grammar
	Nouns    map[string]Class  // head lemma → what it stands for
	Weapons  map[string]Arm    // lemma or two words → weapon
	Subjects []string          // of domains.csv other than conflict, in alphabetical order
	Domains  map[string]Domain // word → the subject that it speaks of

	triggers map[string][]Trigger       // by lemma, slash and part of speech
	verbs    *wordlist.Table[[]Trigger] // of triggers, by lemma
	nouns    *wordlist.Table[[]Trigger]
	begins   beginnings
	domains  *wordlist.Table[Domain] // Domains, to be looked up
	where    *WordSet                // what BeginsWhere knows the first words of
	byID     map[string]*Rule
}

// Trigger is a rule's trigger as the index holds it.
type Trigger struct {
	Rule   *Rule
	With   string // the words that must come before a noun trigger; "" for none
	Object bool   // a verb that is a trigger only with an object
}

// Arm is a row of weapons.csv.
type Arm struct {
	Class string
	Name  string
}

// Domain is a row of domains.csv: a word that speaks of a subject other than
// conflict (or of conflict), and how strongly.
type Domain struct {
	Name   string
	Weight int
}

// Builtin returns the embedded set. It is shared: nothing may change it.
var Builtin = sync.OnceValues(func() (*Set, error) { return load(nil) })

// Load returns the embedded set with the user's rule files added. A rule with the
// id of an earlier one replaces it; a disabled one removes it. An error names
// file and line.
func Load(files ...string) (*Set, error) {
	if len(files) == 0 {
		return Builtin()
	}
	return load(files)
}

func load(files []string) (*Set, error) {
	s := &Set{Ladders: map[string]*Ladder{}, Nouns: map[string]Class{}, Weapons: map[string]Arm{}, Domains: map[string]Domain{}}
	if err := s.readTables(); err != nil {
		return nil, err
	}
	names, err := fs.Glob(data, "data/"+ruleFiles)
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		c, err := readFile(strings.TrimPrefix(n, "data/"))
		if err != nil {
			return nil, err
		}
		for _, r := range c.Rules {
			if err := s.add(r); err != nil {
				return nil, at(r.File, r.Line, r.ID, err)
			}
		}
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if err := parseRules(f, b, true, s.add); err != nil {
			return nil, err
		}
	}
	s.index()
	s.sort()
	return s, nil
}

// sort gives every rule the sorts that it is of.
func (s *Set) sort() {
	for _, r := range s.Rules {
		r.Sorts = nil
		for _, sort := range s.Grammar.Sorts {
			if slices.Contains(sort.Rules, r.Type) || slices.Contains(sort.Rules, r.ID) {
				r.Sorts = append(r.Sorts, sort.Name)
			}
		}
	}
}

// readTables reads all built-in files but those of the rules.
func (s *Set) readTables() error {
	ladders, err := readFile(ladderFile)
	if err != nil {
		return err
	}
	for _, l := range ladders.Ladders {
		s.Ladders[l.ID] = l
	}
	lights, err := readFile(lightFile)
	if err != nil {
		return err
	}
	s.Lights = lights.Lights
	if err := s.checkLights(); err != nil {
		return err
	}
	if err := decode("modality.yaml", &s.Modality); err != nil {
		return err
	}
	grammar, err := readFile(grammarFile)
	if err != nil {
		return err
	}
	s.Grammar = grammar.Grammar
	return s.lists()
}

// checkLights returns an error if two entries of light.yaml compete for a verb:
// the order of the entries must not decide.
func (s *Set) checkLights() error {
	seen := map[string]bool{}
	for _, l := range s.Lights {
		for _, verb := range l.Verbs {
			for _, function := range l.Argument {
				key := verb + " with " + function
				if seen[key] {
					return fmt.Errorf("light.yaml: %s is in two entries", key)
				}
				seen[key] = true
			}
		}
	}
	return nil
}

// Check validates rule files and returns the rules that they leave in force.
func Check(files ...string) ([]*Rule, error) {
	s, err := load(files)
	if err != nil {
		return nil, err
	}
	var out []*Rule
	for _, r := range s.Rules {
		if slices.Contains(files, r.File) {
			out = append(out, r)
		}
	}
	return out, nil
}

func decode(name string, into any) error {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	return strict(name, b, into)
}

func strict(name string, b []byte, into any) error {
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(into); err != nil {
		return at(name, 0, "", err)
	}
	return nil
}

// parseRules calls each with every rule of a file. An error, also one that each
// returns, names the line and the rule that it is in. All rules are read, and all
// errors returned.
func parseRules(name string, b []byte, own bool, each func(*Rule) error) error {
	nodes, err := items(b)
	if err != nil {
		return at(name, 0, "", err)
	}
	var wrong []error
	for _, n := range nodes {
		r := &Rule{Own: own, File: name, Line: n.GetToken().Position.Line}
		err := yaml.NodeToValue(n, r, yaml.Strict())
		if err == nil {
			err = each(r)
		}
		for _, e := range parts(err) {
			wrong = append(wrong, at(name, r.Line, r.ID, e))
		}
	}
	return errors.Join(wrong...)
}

// add validates a rule and adds it to the set.
func (s *Set) add(r *Rule) error {
	if err := s.validate(r); err != nil {
		return err
	}
	return s.put(r)
}

// put adds a rule to the set: to the end, in the place of the rule of its id, or
// as the removal of that.
func (s *Set) put(r *Rule) error {
	k := slices.IndexFunc(s.Rules, func(o *Rule) bool { return o.ID == r.ID })
	switch {
	case k >= 0 && s.Rules[k].File == r.File:
		return fmt.Errorf("the rule of line %d has the same id", s.Rules[k].Line)
	case k >= 0 && r.Disabled:
		s.Rules = slices.Delete(s.Rules, k, k+1)
	case k >= 0:
		s.Rules[k] = r
	case r.Disabled:
		return errors.New("no built-in rule has this id, so there is nothing to disable")
	default:
		s.Rules = append(s.Rules, r)
	}
	return nil
}

// items returns the rules of a file as nodes: the file is a list.
func items(b []byte) ([]ast.Node, error) {
	f, err := parser.ParseBytes(b, 0)
	if err != nil {
		return nil, err
	}
	var out []ast.Node
	for _, d := range f.Docs {
		if d.Body == nil || d.Body.Type() == ast.NullType || d.Body.Type() == ast.CommentType {
			continue
		}
		list, ok := d.Body.(*ast.SequenceNode)
		if !ok {
			return nil, errors.New("want a list of rules: each begins with \"- id: \"")
		}
		out = append(out, list.Values...)
	}
	return out, nil
}

// parts returns the errors that were joined to one.
func parts(err error) []error {
	switch e := err.(type) {
	case nil:
		return nil
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	}
	return []error{err}
}

// at adds the place to an error. The line is that of the mistake if the decoder
// knows it, else that of the rule.
func at(file string, line int, id string, err error) error {
	var known interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &known) {
		if t := known.GetToken(); t != nil && t.Position != nil {
			line = t.Position.Line
		}
		err = errors.New(known.GetMessage())
	}
	if line > 0 {
		file += fmt.Sprintf(":%d", line)
	}
	if id != "" {
		return fmt.Errorf("%s: rule %s: %w", file, id, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// index files the rules by trigger, and puts what competes into an order that
// does not depend on the order of the files. It also works out what is asked of
// the rules and lists again and again.
func (s *Set) index() {
	s.triggers, s.byID = map[string][]Trigger{}, make(map[string]*Rule, len(s.Rules))
	where := slices.Concat(s.Grammar.Where, s.Grammar.Locative, s.Grammar.Leading)
	s.begins = beginnings{weapons: firstWords(maps.Keys(s.Weapons)), domains: wordlist.NewSieve(len(s.Domains)), where: firstWords(slices.Values(where))}
	for phrase := range s.Domains {
		first, _, _ := strings.Cut(phrase, " ")
		s.begins.domains.Add(first)
	}
	s.where = NewWordSet(where)
	s.domains = wordlist.TableOf(s.Domains)
	for _, r := range s.Rules {
		s.byID[r.ID] = r
		r.setMasks()
		for _, t := range r.Triggers {
			words, pos, _ := strings.Cut(t, "/")
			key, with := words, ""
			if pos == "n" {
				if k := strings.LastIndexByte(words, ' '); k >= 0 {
					with, key = words[:k], words[k+1:]
				}
			}
			object := pos == "t"
			if object {
				pos = "v"
			}
			key += "/" + pos
			s.triggers[key] = append(s.triggers[key], Trigger{Rule: r, With: with, Object: object})
		}
	}
	verbs, nouns := map[string][]Trigger{}, map[string][]Trigger{}
	for key, ts := range s.triggers {
		slices.SortFunc(ts, func(a, b Trigger) int {
			return cmp.Or(len(b.With)-len(a.With), moreSpecific(a.Rule, b.Rule), strings.Compare(a.Rule.ID, b.Rule.ID), strings.Compare(a.With, b.With))
		})
		if lemma, verb := strings.CutSuffix(key, "/v"); verb {
			verbs[lemma] = ts
		} else if lemma, noun := strings.CutSuffix(key, "/n"); noun {
			nouns[lemma] = ts
		}
	}
	s.verbs, s.nouns = wordlist.TableOf(verbs), wordlist.TableOf(nouns)
}

// setMasks works out the masks of the rule's roles and tests, and the sets of the
// tests' lemmas.
func (r *Rule) setMasks() {
	for _, role := range []*Role{r.Roles.Actor, r.Roles.Target, r.Roles.Weapon} {
		if role != nil {
			role.mask = Mask(role.Kinds)
		}
	}
	for _, tests := range [][]Test{r.Except, r.Needs} {
		for i := range tests {
			tests[i].mask = Mask(tests[i].Kinds)
			tests[i].words = NewWordSet(tests[i].Lemmas)
		}
	}
}

// beginnings holds the first words of the phrases of lists.
type beginnings struct {
	weapons, where *WordSet
	domains        *wordlist.Sieve
}

func firstWords(phrases iter.Seq[string]) *WordSet {
	var out []string
	for p := range phrases {
		first, _, _ := strings.Cut(p, " ")
		out = append(out, first)
	}
	return NewWordSet(out)
}

// BeginsWeapon reports whether an entry of Weapons begins with the word.
func (s *Set) BeginsWeapon(word string) bool { return s.begins.weapons.Has(word) }

// BeginsDomain reports whether an entry of Domains may begin with the word.
func (s *Set) BeginsDomain(word []byte) bool { return s.begins.domains.MayBytes(word) }

// DomainOf returns the entry of Domains for a phrase, and the phrase as a string.
func (s *Set) DomainOf(phrase []byte) (d Domain, known string, ok bool) {
	if known, ok = s.domains.Find(phrase); ok {
		d, _ = s.domains.Get(known)
	}
	return d, known, ok
}

// BeginsWhere reports whether a preposition that says where, or a participle that leads
// from a name to where it lies, begins with the word.
func (s *Set) BeginsWhere(word string) bool { return s.begins.where.Has(word) }

// IsWhere reports whether words are one of those of which BeginsWhere knows the first.
func (s *Set) IsWhere(words string) bool { return s.where.Has(words) }

// Triggers returns the rules that a predicate may fire, by its lemma with its
// particle and its part of speech, v or n. The most specific rule comes first,
// rules that are equally specific in the order of their ids: where two fit a
// clause equally well, the first is the better one.
func (s *Set) Triggers(lemma, pos string) []Trigger {
	table := s.verbs
	if pos == "n" {
		table = s.nouns
	}
	ts, _ := table.Get(lemma)
	return ts
}

// ByID returns the rule of an id, or nil.
func (s *Set) ByID(id string) *Rule { return s.byID[id] }

// Types returns the sub-event types that a rule can yield, in the order of its
// ladder.
func (s *Set) Types(r *Rule) []string {
	l := s.Ladders[r.Type]
	if l == nil {
		return []string{r.Type}
	}
	var out []string
	for _, step := range l.Steps {
		if step.Type != "" && !slices.Contains(out, step.Type) {
			out = append(out, step.Type)
		}
	}
	return out
}

// EachTrigger calls yield with every trigger: its lemma, its part of speech, what
// must stand beside it (the particle of a verb or the words before a noun, "" for
// none), and its rule.
func (s *Set) EachTrigger(yield func(lemma, pos, beside string, r *Rule)) {
	for _, k := range slices.Sorted(maps.Keys(s.triggers)) {
		words, pos, _ := strings.Cut(k, "/")
		lemma, particle, _ := strings.Cut(words, " ")
		for _, t := range s.triggers[k] {
			yield(lemma, pos, strings.TrimSpace(particle+" "+t.With), t.Rule)
		}
	}
}

func (s *Set) lists() error {
	err := table("nouns.csv", "lemma,class", func(r []string) error {
		c, ok := classNames[r[1]]
		if !ok {
			return fmt.Errorf("no class %q", r[1])
		}
		s.Nouns[r[0]] |= c
		return nil
	})
	if err != nil {
		return err
	}
	if err := table("weapons.csv", "word: class,name", func(r []string) error {
		s.Weapons[r[0]] = Arm{Class: r[1], Name: r[2]}
		return nil
	}); err != nil {
		return err
	}
	return table("domains.csv", "word: domain,weight", func(r []string) error {
		d := Domain{Name: r[1]}
		if _, err := fmt.Sscan(r[2], &d.Weight); err != nil {
			return err
		}
		s.Domains[r[0]] = d
		if d.Name != "conflict" && !slices.Contains(s.Subjects, d.Name) {
			s.Subjects = append(s.Subjects, d.Name)
			slices.Sort(s.Subjects)
		}
		return nil
	})
}

func table(name, columns string, row func([]string) error) error {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		return err
	}
	return wordlist.Read(name, string(b), columns, row)
}
