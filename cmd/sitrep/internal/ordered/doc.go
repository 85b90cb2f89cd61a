// Package ordered works on the items of a stream in parallel and hands them on
// in the order they came in. It holds a fixed number of them at a time, so
// that memory stays flat however long the stream is. It must never know what
// an item is.
package ordered
