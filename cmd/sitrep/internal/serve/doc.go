// Package serve answers over HTTP what sitrep extract writes, for programs
// that would else start a process for each article. It keeps nothing between
// two requests, and no client can make it hold more than its Limits say: not a
// slow one, not one that goes away, not too many at once.
package serve
