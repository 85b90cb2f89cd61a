// Package report makes a page of linked incidents: one self-contained HTML file
// with a map, a timeline, filters, a table and the evidence, which opens from
// disk and loads nothing; and a summary to paste into a mail. It must never
// write a word of an article as markup, and never ask the network for anything.
package report
