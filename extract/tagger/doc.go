// Package tagger splits a text into words and tags them exactly as
// github.com/jdkato/prose/v2 does, some fifteen times faster: it evaluates
// prose's own weights, interned in a table that is read where it lies. It
// knows prose's rules and their quirks and nothing else; whatever prose gets
// wrong is mended by those who ask.
//
// prose stays the owner of the model and the reference: the tests tag a corpus
// and arbitrary text with both and fail on one difference, and on a model that
// is no longer the one of prose.
package tagger

//go:generate go run ./internal/build model.bin
