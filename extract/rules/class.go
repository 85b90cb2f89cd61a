package rules

import (
	"maps"
	"slices"
)

// Class says what a noun group stands for, as far as rules ask. A group can
// be of several.
type Class uint32

// The classes.
const (
	Force      Class = 1 << iota // armed: soldiers, rebels, police on duty
	State                        // of a state: army, police, jets of an air force
	Rebel                        // of no state: rebels, militias, gunmen
	Police                       // police and guards
	Civilian                     // people who cannot shoot back
	Crowd                        // protesters, rioters, a mob
	Person                       // any person
	Government                   // a government, a country, an official
	Group                        // a party, a company, any other organisation
	Facility                     // post, base, school, pipeline
	Place                        // town, district, country as territory
	Weapon                       // rocket, bomb, rifle
	Carrier                      // jet, drone, tank, warship: strikes for its owner
	Vehicle                      // convoy, bus, lorry
	Property                     // house, shop, crops
	Thing                        // any other object
	Abstract                     // price, title, hope
	Animal
	Happening // a nominal that is itself an event
	Sport     // team, striker, match
	Disease
	Nature // storm, heatwave, river
	Post   // a place or vehicle that armed people hold: base, checkpoint, patrol
	Unknown
	Name   // in tests: a name that nobody knows
	Number // in tests: a number without a noun
)

var classNames = map[string]Class{
	"force": Force, "state": State | Force, "rebel": Rebel | Force, "police": Police | State | Force,
	"civilian": Civilian | Person, "crowd": Crowd | Person, "person": Person, "government": Government,
	"group": Group, "facility": Facility, "place": Place, "weapon": Weapon, "carrier": Carrier,
	"vehicle": Vehicle, "property": Property, "thing": Thing, "abstract": Abstract, "animal": Animal,
	"happening": Happening, "sport": Sport, "disease": Disease, "nature": Nature, "post": Post, "unknown": Unknown,
}

// masks are what a class name in a rule matches: "state" there means any
// group of a state, a government too, not one that is both state and force.
var masks = map[string]Class{
	"force": Force, "state": State | Government, "rebel": Rebel, "police": Police, "civilian": Civilian, "crowd": Crowd,
	"person": Person, "government": Government, "group": Group, "facility": Facility, "place": Place,
	"weapon": Weapon, "carrier": Carrier, "vehicle": Vehicle, "property": Property, "thing": Thing,
	"abstract": Abstract, "animal": Animal, "happening": Happening, "sport": Sport, "disease": Disease,
	"nature": Nature, "post": Post, "unknown": Unknown, "name": Name, "number": Number,
}

// Mask returns the union of the named classes. Names are validated when a rule is
// loaded.
func Mask(names []string) Class {
	var c Class
	for _, n := range names {
		c |= masks[n]
	}
	return c
}

// Is reports whether the group is of one of the classes.
func (c Class) Is(mask Class) bool { return c&mask != 0 }

// maskNames are the names of the classes in their order.
var maskNames = slices.Sorted(maps.Keys(masks))

// Names returns the names of the class, for explain.
func (c Class) Names() []string {
	var out []string
	for _, n := range maskNames {
		if c.Is(masks[n]) {
			out = append(out, n)
		}
	}
	return out
}
