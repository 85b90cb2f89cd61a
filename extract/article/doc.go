// Package article turns an input text into an Article: which stretches are
// title, body, caption, dateline, byline, credit or page furniture, when it
// was published and by whom. It never changes the text it is given beyond
// decoding it to valid UTF-8, so that every offset of a later stage points
// into the original; and it knows nothing of what the text is about.
package article
