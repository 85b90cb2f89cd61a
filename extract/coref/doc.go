// Package coref says whom pronouns and bare descriptions stand for: they, its
// fighters, the group, the army, both, the city. It chooses among earlier
// mentions by number, kind, recency and grammatical role, and by what the
// dictionary knows; a resolved mention keeps its antecedent. It must never
// guess: where two antecedents are as good as each other the mention stays
// open.
package coref
