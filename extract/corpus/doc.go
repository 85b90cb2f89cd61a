// Package corpus reads inputs: files, folders, archives and streams become
// articles, one at a time and in a stable order. What can't be read is named
// with file and line, and reading continues. It must never load a whole dump,
// follow a path out of what it was given, or decide what an article means.
package corpus
