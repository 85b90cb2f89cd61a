// Package gazetteer holds the names of places and actors with what they stand
// for: embedded data with an index over it, and a user's own on top. It is
// blind to text: a name in, candidates with priors out. It must never look at
// a sentence to choose among them; that is what the mention packages are for.
package gazetteer
