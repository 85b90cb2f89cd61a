package rules

import (
	"cmp"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// Rule is one entry of a rule file: the words and arguments by which a text
// reports one kind of act.
//
// Triggers are written lemma/pos, pos being v or n: strike/v, shoot down/v,
// air strike/n (head strike with air before it). Passive, nominal and
// light-verb forms are derived from the roles; a rule names the functions of
// the active clause only.
type Rule struct {
	ID         string     `yaml:"id"`
	Act        string     `yaml:"act"`
	Type       string     `yaml:"type"` // an ACLED sub-event type, or the id of a ladder in refine.yaml
	Triggers   []string   `yaml:"triggers"`
	Roles      Roles      `yaml:"roles"`
	Except     []Test     `yaml:"except"`     // if any holds, the rule does not apply
	Needs      []Test     `yaml:"needs"`      // all must hold
	Instrument string     `yaml:"instrument"` // weapon class that the act itself implies
	Result     bool       `yaml:"result"`     // reports the outcome of another act if one is named
	Participle bool       `yaml:"participle"` // reports the outcome of another act as a participle only: …, destroying
	Outcome    bool       `yaml:"outcome"`    // its noun reports what the act before it resulted in: the death of four
	Retold     bool       `yaml:"retold"`     // repeats what another act did (the loss of X): takes its actor and type if it names none
	Apart      bool       `yaml:"apart"`      // what is coordinated with it is no outcome of it: kidnapped and killed
	Weak       bool       `yaml:"weak"`       // needs an armed or political side in the text
	Aggregate  bool       `yaml:"aggregate"`  // reports many events as one: a war that has killed thousands
	Reciprocal bool       `yaml:"reciprocal"` // A and B clashed: both are actors
	Modality   string     `yaml:"modality"`   // of every event of the rule, where not actual
	Prefer     int        `yaml:"prefer"`     // breaks ties between rules on one trigger
	Codes      Codes      `yaml:"codes"`
	Disabled   bool       `yaml:"disabled"`
	Find       []Sentence `yaml:"find"` // sentences that it must match
	Not        []string   `yaml:"not"`  // sentences that it must not match

	Own  bool   `yaml:"-"` // from a file of the user's
	File string `yaml:"-"` // the file that the rule is in
	Line int    `yaml:"-"` // the line that it begins in

	Sorts []string `yaml:"-"` // those of grammar.yaml that it is of
}

// Is reports whether the rule is of a sort of grammar.yaml: force, gathering.
func (r *Rule) Is(sort string) bool { return slices.Contains(r.Sorts, sort) }

// moreSpecific compares two rules. The more specific one, which sorts first, is
// told by fewer words; of two with as many words, it is the one that asks more
// of the clause.
func moreSpecific(a, b *Rule) int {
	return cmp.Or(len(a.Triggers)-len(b.Triggers), b.conditions()-a.conditions())
}

// conditions returns how much the rule asks of a clause: the number of its
// tests and of the roles that must be filled.
func (r *Rule) conditions() int {
	n := len(r.Needs) + len(r.Except)
	for _, role := range []*Role{r.Roles.Actor, r.Roles.Target, r.Roles.Weapon} {
		if role != nil && role.Required {
			n++
		}
	}
	return n
}

// Settled reports whether one of the rule's conditions decides by itself that its
// sense is meant.
func (r *Rule) Settled() bool {
	return slices.ContainsFunc([]*Role{r.Roles.Actor, r.Roles.Target, r.Roles.Weapon}, func(role *Role) bool {
		return role != nil && role.Settles
	}) || slices.ContainsFunc(r.Needs, func(t Test) bool { return t.Settles })
}

// Roles of a rule.
type Roles struct {
	Actor  *Role `yaml:"actor"`
	Target *Role `yaml:"target"`
	Weapon *Role `yaml:"weapon"`
}

// Role says which functions of the active clause fill it (subject, object, or
// a preposition) and which classes of noun group may.
type Role struct {
	Functions []string `yaml:"functions"`
	Kinds     []string `yaml:"kinds"` // class names; empty: anything
	Required  bool     `yaml:"required"`
	Settles   bool     `yaml:"settles"` // without it the rule's sense is not meant

	mask Class // of Kinds, once a set of rules is loaded
}

// Mask returns the union of the classes of the role's kinds.
func (r *Role) Mask() Class {
	if r.mask == 0 {
		return Mask(r.Kinds)
	}
	return r.mask
}

// Test looks at one function of the clause (subject, object, modifier, a
// preposition, any, sentence) and holds where a group there has one of the
// lemmas or kinds. `absent` turns it round. The governor of an event noun is
// the verb it stands with; its kinds are those of a doer who, named by the noun
// itself, makes it do without: the army's advance.
type Test struct {
	Function string   `yaml:"function"`
	Lemmas   []string `yaml:"lemmas"`
	Kinds    []string `yaml:"kinds"`
	Absent   bool     `yaml:"absent"`
	// Settles makes the test one of language: it decides by itself whether the
	// rule's sense is meant. Other tests of the sentence are evidence only.
	Settles bool `yaml:"settles"`

	mask  Class    // of Kinds, once a set of rules is loaded
	words *WordSet // of Lemmas, likewise
}

// Words returns the test's lemmas as a set.
func (t *Test) Words() *WordSet {
	if t.words == nil {
		return NewWordSet(t.Lemmas)
	}
	return t.words
}

// Mask returns the union of the classes of the test's kinds.
func (t *Test) Mask() Class {
	if t.mask == 0 {
		return Mask(t.Kinds)
	}
	return t.mask
}

// Codes of an act in other codebooks. What is left out is taken from the
// sub-event type (package code).
type Codes struct {
	CAMEO  string `yaml:"cameo"`
	PLOVER string `yaml:"plover"`
	Mode   string `yaml:"mode"`
}

// Ladder decides a sub-event type step by step: the first step whose
// conditions all hold.
type Ladder struct {
	ID    string `yaml:"id"`
	Steps []Step `yaml:"steps"`
}

// Gives reports whether a step of the ladder gives the type.
func (l *Ladder) Gives(typ string) bool {
	return slices.ContainsFunc(l.Steps, func(s Step) bool { return s.Type == typ })
}

// Step is one rung: every condition given must hold.
type Step struct {
	Weapon  []string `yaml:"weapon"`  // weapon classes
	Actor   []string `yaml:"actor"`   // classes of an actor
	Target  []string `yaml:"target"`  // classes of a target
	Text    []string `yaml:"text"`    // the same of the whole article
	Said    []string `yaml:"said"`    // the sentence has one of these lemmas or phrases
	Inherit []string `yaml:"inherit"` // the nearest happening told before decides, where its type is one of these
	After   []string `yaml:"after"`   // the last event told before, in the sentence or the one before, is of one of these types
	Unless  []string `yaml:"unless"`  // another act of the sentence has one of these types or ladders
	Abroad  bool     `yaml:"abroad"`  // the act is that of a state's forces in another country
	Final   bool     `yaml:"final"`   // the type is by definition: nothing else of the text changes it
	Type    string   `yaml:"type"`
}

// Light is a verb that lends its arguments to an event noun: launched an
// attack, came under fire.
type Light struct {
	Verbs    []string `yaml:"verbs"`
	Argument []string `yaml:"argument"` // functions in which the event noun stands
	Actor    string   `yaml:"actor"`    // function that fills the noun's actor: subject, object or a preposition
	Target   string   `yaml:"target"`   // function that fills the noun's target
	Modality string   `yaml:"modality"` // actual: the verb makes no plan of what it governs (agreed a ceasefire)
	Acts     []string `yaml:"acts"`     // only for event nouns of these acts: called for a march; empty: for all
	Against  bool     `yaml:"against"`  // what fills the target is the actor where the noun names none: beat off two assaults
	Told     bool     `yaml:"told"`     // the event happened even if the verb is negated: nobody claimed the attack
}

// Modality is a table of words that make what they govern planned,
// hypothetical, negated or actual again.
type Modality struct {
	Verbs      map[string][]string `yaml:"verbs"`      // lemma of the governing verb → by modality
	Objects    map[string][]string `yaml:"objects"`    // verbs that say something else of a noun: called for a truce
	Adjectives map[string][]string `yaml:"adjectives"` // was unable to retake
	Sensing    []string            `yaml:"sensing"`    // what could be sensed by these was there: could be heard
	Ways       []string            `yaml:"ways"`       // adverbs beside a present tense that tells what somebody does in general: only
	Nearly     []string            `yaml:"nearly"`     // adverbs of what did not come about: almost killed
	Whole      []string            `yaml:"whole"`      // verbs of what is done wholly or not at all: kill, but not wipe out
	Telling    []string            `yaml:"telling"`    // verbs whose negation does not reach what they tell
	Absent     []string            `yaml:"absent"`     // nouns that with no say that something did not happen: no reports of
	Happening  []string            `yaml:"happening"`  // verbs whose negation denies their subject: did not take place
	Preventing []string            `yaml:"preventing"` // verbs of keeping what happens from happening: failed to stop it
	Trying     []string            `yaml:"trying"`     // verbs of trying: tried to disperse a rally
	Dispersing []string            `yaml:"dispersing"` // verbs of acts that have begun once somebody tries them
	Denying    []string            `yaml:"denying"`    // say that what somebody told did not happen: denied the killings
	Condemning []string            `yaml:"condemning"` // verbs that deny what is said but condemn what was done: rejected the attack
	Condemned  []string            `yaml:"condemned"`  // nouns for what is done, which they condemn
	Charging   []string            `yaml:"charging"`   // verbs whose gerund tells of a known act: accused of planning the raid
	Perceiving []string            `yaml:"perceiving"` // verbs whose passive tells what happened: were seen to
	Guessing   []string            `yaml:"guessing"`   // verbs that make a future a guess: fears that they will
	Following  []string            `yaml:"following"`  // marks of what comes before or after a plan: after taking it
	Nouns      map[string][]string `yaml:"nouns"`      // plan to attack, threat of attack
	Modifiers  map[string][]string `yaml:"modifiers"`  // possible, planned, alleged
	Modals     map[string][]string `yaml:"modals"`     // could, would
	Marks      map[string][]string `yaml:"marks"`      // if, unless, before
}

// Sort is a set of rules whose acts have something in common.
type Sort struct {
	Name  string   `yaml:"name"`
	Rules []string `yaml:"rules"` // by type, ladder or id
}

// Grammar lists the function words of grammar.yaml by what they mean.
type Grammar struct {
	Locative  []string `yaml:"locative"`  // prepositions that say where: in Gao
	Where     []string `yaml:"where"`     // those that do so before an unknown name too: within the limits of Gao
	Beside    []string `yaml:"beside"`    // those that put something at a building, not among its people: outside the ministry
	Leading   []string `yaml:"leading"`   // lead from a name to the place that it lies in: a village located in Gao
	Holdings  []string `yaml:"holdings"`  // verbs for what a weapon holds: shells filled with sarin
	Holding   []string `yaml:"holding"`   // after a hyphen, say in whose hands a place is: rebel-held
	Launching []string `yaml:"launching"` // types of acts that come from elsewhere: Air/drone strike
	AllOver   []string `yaml:"all-over"`  // prepositions for all of a country: throughout
	Bound     []string `yaml:"bound"`     // they say where somebody was going to: on the way to
	Sorts     []Sort   `yaml:"sorts"`     // rules by what their acts have in common

	Supporting  []string `yaml:"supporting"`  // verbs for what others do for who acts: back, aid
	Describing  []string `yaml:"describing"`  // verbs of what somebody is, not of what happened: outlaw
	Stationing  []string `yaml:"stationing"`  // verbs of where a force has its base: station
	Founding    []string `yaml:"founding"`    // verbs of how somebody or something came to be: a church built in 1913
	Succeeding  []string `yaml:"succeeding"`  // verbs from one happening to the one before it: follow
	Sending     []string `yaml:"sending"`     // verbs of sending what hits: fire
	Changing    []string `yaml:"changing"`    // types of acts by which ground changes hands
	Moving      []string `yaml:"moving"`      // verbs of going somewhere: withdraw from, advance on
	Coming      []string `yaml:"coming"`      // verbs of coming or sending, whose from is not where the next act happened
	Residing    []string `yaml:"residing"`    // nouns whose of takes a place: residents of
	Raiding     []string `yaml:"raiding"`     // nouns whose on takes a place: a raid on
	Missions    []string `yaml:"missions"`    // buildings of one country in another: embassy
	Naming      []string `yaml:"naming"`      // introduce names after a noun for places: three towns including Gao
	Edges       []string `yaml:"edges"`       // those of lands that only say what a place is near: the Syrian border
	Settlements []string `yaml:"settlements"` // nouns whose only name stands after of: the Basque town of Vitoria
	Fronts      []string `yaml:"fronts"`      // parts of the line between two sides, called after places: the Rajou front
	Exits       []string `yaml:"exits"`       // lie near the place after for: the exit for Kot
	Roads       []string `yaml:"roads"`       // lead to places: the road to Kot
	Lands       []string `yaml:"lands"`       // make a place of a people's name: the Polish capital
	Taking      []string `yaml:"taking"`      // types of acts that carry their target off: Arrests
	Prompting   []string `yaml:"prompting"`   // before a happening that another came after or was done for: over
	Elsewhere   []string `yaml:"elsewhere"`   // prepositions that never say where: for
	Wards       []string `yaml:"wards"`       // where the wounded are taken: hospital
	Treating    []string `yaml:"treating"`    // verbs by which somebody is where the hurt are made well: recuperate
	Evacuating  []string `yaml:"evacuating"`  // verbs by which somebody was hurt elsewhere and is brought to a place: airlift
	Carrying    []string `yaml:"carrying"`    // verbs by which anybody is brought to a place, hurt or not: take
	Patients    []string `yaml:"patients"`    // nouns for those who were hurt or died: wounded
	Signing     []string `yaml:"signing"`     // verbs of what is done to an agreement, far from what it is about: sign
	Judicial    []string `yaml:"judicial"`    // verbs and nouns of what police and courts do long after an act: convict
	Courts      []string `yaml:"courts"`      // who deals with what was done anywhere: a judge in Kot
	Envoys      []string `yaml:"envoys"`      // who is sent to a country: ambassador
	Entering    []string `yaml:"entering"`    // verbs of what is done to a town: storm, shell
	Hitting     []string `yaml:"hitting"`     // what is done to a town, and to people as well: attack
	Disclaimed  []string `yaml:"disclaimed"`  // what those deny who deny a hand in it: a role in
	Withdrawn   []string `yaml:"withdrawn"`   // before a denial that was taken back: had first denied
	Deeds       []string `yaml:"deeds"`       // event nouns that their owner has done, also a named person: Abedi's attack
	Striking    []string `yaml:"striking"`    // happenings whose doer is the people named first, though a building stands between: an Israeli hospital strike
	Aiming      []string `yaml:"aiming"`      // verbs that say at whom a weapon or act is aimed
	Dying       []string `yaml:"dying"`       // verbs of dying, which may happen in such a place: succumb
	Hurting     []string `yaml:"hurting"`     // who had been so dealt with before he died, died of it later: a soldier wounded in a blast died
	Kin         []string `yaml:"kin"`         // people told by these alone need not be armed: three persons of the Bugti tribe
	Worked      []string `yaml:"worked"`      // words for a place that people work in and for a weapon: mine
	AtWork      []string `yaml:"at-work"`     // after these they are the place: killed at the mine
	Remains     []string `yaml:"remains"`     // who these are of is whom it was done to: the bodies of three men
	Passing     []string `yaml:"passing"`     // what those do who come by when a bomb goes off: exploded when a patrol was passing
	Siding      []string `yaml:"siding"`      // who stands after these only says on whose side somebody is: rebels backed by X
	Forcing     []string `yaml:"forcing"`     // what an act does to those who flee from it: forced residents to flee
	Dating      []string `yaml:"dating"`      // introduce an act that only says when another was: hours after the bombing
	Occasional  []string `yaml:"occasional"`  // say when or why, beside a known act: fled during the raid
	Causal      []string `yaml:"causal"`      // introduce the cause of a result: killed in an attack
	Governing   []string `yaml:"governing"`   // join an event noun to its governor: the threat of attack
	Ourselves   []string `yaml:"ourselves"`   // in a communiqué, whom it is of: our
	Additive    []string `yaml:"additive"`    // after a pronoun, continue what somebody said: he also
	Pointing    []string `yaml:"pointing"`    // said of the sentence before: this is according to
	Documents   []string `yaml:"documents"`   // sources that are somebody's words: the statement
	Speaker     []string `yaml:"speaker"`     // by which a speaker means his own side: our fighters
	Agentive    []string `yaml:"agentive"`    // introduce the actor: at the hands of
	Voices      []string `yaml:"voices"`      // who speak for a side: spokesman
	Manner      []string `yaml:"manner"`      // before an event noun, its sort and not its actor: a terrorist attack
	Company     []string `yaml:"company"`     // introduce another actor or target: along with
	Causing     []string `yaml:"causing"`     // verbs between an act and its outcome: led to, left
	Into        []string `yaml:"into"`        // make a country or town a destination, not a target: fired into Israel
	Victims     []string `yaml:"victims"`     // nouns for whom an act was done to: among the victims of the attack
	Answering   []string `yaml:"answering"`   // words for who did it: responsible for the attack
	Marks       []string `yaml:"marks"`       // what an act has of whose it is: the hallmarks of X
	Blames      []string `yaml:"blames"`      // what those get who did an act: the blame for the raid
	Shares      []string `yaml:"shares"`      // what those have in an act who did it: a role in the raid
	Judging     []string `yaml:"judging"`     // what those do with an act who have no part in it: called the raid a massacre
	Reacting    []string `yaml:"reacting"`    // what people do about an act: condemned the attack
	Traces      []string `yaml:"traces"`      // what there is of an act: the scene of the blast
	Platforms   []string `yaml:"platforms"`   // gatherings at which somebody speaks: told a rally
	Banning     []string `yaml:"banning"`     // verbs and nouns of what may not be done: ban
	Speaking    []string `yaml:"speaking"`    // how he does it, beside the verbs of telling
	Raging      []string `yaml:"raging"`      // what fighting is while it goes on: the fighting is heavy
	Callings    []string `yaml:"callings"`    // what somebody is there to do: paid to fight
	Idle        []string `yaml:"idle"`        // a verb and a word behind it that give it no sense of conflict: struck up a friendship
	Fleeing     []string `yaml:"fleeing"`     // verbs whose goal is not where the rest happened: fled to Goma
	Lapses      []string `yaml:"lapses"`      // how long after a known act something was: hours after the blast
	Habits      []string `yaml:"habits"`      // say that something is done again and again: often
	Occurring   []string `yaml:"occurring"`   // say only that an act came: the bombing came as envoys met in Geneva
	Claiming    []string `yaml:"claiming"`    // by these somebody says that he did an act: claimed the raid
	Nearby      []string `yaml:"nearby"`      // those after which a building only says where, if somebody was hurt: outside a bakery
	Gathered    []string `yaml:"gathered"`    // before a gathering at which an act was done: exploded at a rally
	Amid        []string `yaml:"amid"`        // before a clash of those whom the sentence tells of: fled after a clash with
	Spells      []string `yaml:"spells"`      // how long or how often an act was done: a night of raids
	Occurrences []string `yaml:"occurrences"` // nouns for what happened, whatever it was: in a separate incident
	Resultative []string `yaml:"resultative"` // how the act before them ended: hacked to death
	Margins     []string `yaml:"margins"`     // what a victory is measured in: won by 40 points
	Harmless    []string `yaml:"harmless"`    // with them nobody is harmed: bombarded with questions
	Intimates   []string `yaml:"intimates"`   // what they do is crime at home: a former husband
	Family      []string `yaml:"family"`      // and what somebody does to his own: shot his wife
	Quarrels    []string `yaml:"quarrels"`    // what people of no side fight over: a parking space
	Crimes      []string `yaml:"crimes"`      // what acts are part of that are crime: killed in a burglary
	Faceless    []string `yaml:"faceless"`    // mark people whom nobody has identified: masked men
}

// Sentence is a sentence that a rule must match. In a rule file it is a plain
// string, or a map that also says what the event must be:
//
//   - text: Rebels shelled the town of Kalib.
//     actor: Rebels
//     target: none
//     type: Shelling/artillery/missile attack
type Sentence struct {
	Text string `yaml:"text"`
	// Actor and Target are the words that fill the role, as the text has them.
	// Several groups have "; " between them; none says that the role is open.
	// An empty one is not checked.
	Actor  string `yaml:"actor"`
	Target string `yaml:"target"`
	Type   string `yaml:"type"` // the sub-event type; an empty one is not checked
}

// None is the value of a role that must be open.
const None = "none"

// UnmarshalYAML reads a sentence from a string or a map.
func (s *Sentence) UnmarshalYAML(n ast.Node) error {
	if n.Type() != ast.MappingType && n.Type() != ast.MappingValueType {
		return yaml.NodeToValue(n, &s.Text)
	}
	type fields Sentence // without this method
	return yaml.NodeToValue(n, (*fields)(s), yaml.Strict())
}
