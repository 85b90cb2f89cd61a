// Package entity resolves noun groups to the actors that they stand for: whom
// pronouns and bare descriptions (they, its fighters, the group, the army,
// both, the city) refer to. It chooses among earlier mentions by number, kind,
// recency and grammatical role, and by what the dictionary knows. A resolved
// mention keeps its antecedent. It must never guess: where two antecedents are
// equally good, the mention stays unresolved.
package entity
