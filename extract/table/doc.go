// Package table writes records as tables: it turns what one article told into
// rows, and rows into a file of one format. One writer interface, one format a
// file, one factory. It must never change what a record says, read an input,
// or let a cell run as a formula or reach a terminal as a control sequence.
package table
