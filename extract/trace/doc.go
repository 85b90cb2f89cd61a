// Package trace tells what every stage decided about every sentence of an
// article, for people who want to know why a record is as it is. It reads what
// the stages have left behind, and must never decide anything, nor change what
// is extracted.
package trace
