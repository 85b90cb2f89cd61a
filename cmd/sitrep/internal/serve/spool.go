package serve

import (
	"errors"
	"io"
	"net/http"
	"sync"
	"time"
)

// body reads the body of a request with a time limit on each read, so that a
// client may be slow but not silent, nor slow for ever.
type body struct {
	in      io.Reader // raw, as far as a request may be long
	raw     io.Reader
	control *http.ResponseController
	idle    time.Duration
	until   time.Time // the time by which the request has to be answered
	err     error     // the last one
}

// past is a deadline that ends a read at once.
var past = time.Unix(1, 0)

func (b *body) Read(p []byte) (int, error) {
	deadline := time.Now().Add(b.idle)
	if b.until.Before(deadline) {
		deadline = b.until
	}
	_ = b.control.SetReadDeadline(deadline)
	n, err := b.in.Read(p)
	b.err = err
	// Without this, a deadline that passes while the answer is made would be
	// taken for a client that went away.
	_ = b.control.SetReadDeadline(time.Time{})
	return n, err
}

// drainTime is how long a client that is told an error may go on sending. One
// whose connection is closed before would not get to read the error.
const drainTime = 2 * time.Second

// close has the connection closed where the body was not read to its end. What
// is left of it must not be waited for, nor be taken for another request.
func (b *body) close() {
	if b.err == io.EOF {
		return
	}
	var large *http.MaxBytesError
	if errors.As(b.err, &large) {
		_ = b.control.SetReadDeadline(time.Now().Add(drainTime))
		_, _ = io.Copy(io.Discard, b.raw)
	}
	_ = b.control.SetReadDeadline(past)
}

// spool takes in a body as fast as it comes and gives it out as it is asked for.
// Many clients read nothing of an answer before they have sent all of their
// request: if the server waited with reading until they took its answer, both
// would wait for ever. What it holds is limited by the limit on the body.
type spool struct {
	mu    sync.Mutex
	ready sync.Cond
	data  []byte // taken in and not yet given out
	err   error  // why there will be no more
	shut  bool   // nobody wants the rest
	ended chan struct{}
}

// newSpool begins to take in a body.
func newSpool(in io.Reader) *spool {
	s := &spool{ended: make(chan struct{})}
	s.ready.L = &s.mu
	go s.fill(in)
	return s
}

const chunk = 32 << 10

func (s *spool) fill(in io.Reader) {
	defer close(s.ended)
	buffer := make([]byte, chunk)
	for {
		n, err := in.Read(buffer)
		s.mu.Lock()
		if !s.shut {
			s.data = append(s.data, buffer[:n]...)
		}
		s.err = err
		s.ready.Broadcast()
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Read returns what was taken in, and waits where that is nothing.
func (s *spool) Read(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.data) == 0 && s.err == nil && !s.shut {
		s.ready.Wait()
	}
	switch {
	case s.shut:
		return 0, io.ErrClosedPipe
	case len(s.data) == 0:
		return 0, s.err
	}
	n := copy(p, s.data)
	if s.data = s.data[n:]; len(s.data) == 0 {
		s.data = nil // the next bytes begin a new array: this one can go
	}
	return n, nil
}

// failure returns why the body could not be read to its end, or nil.
func (s *spool) failure() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// wait waits a moment for the end of the body.
func (s *spool) wait() {
	select {
	case <-s.ended:
	case <-time.After(time.Second):
	}
}

// close lets go of the body. When it returns, nobody reads from it.
func (s *spool) close(control *http.ResponseController) {
	s.mu.Lock()
	s.shut, s.data = true, nil
	s.ready.Broadcast()
	s.mu.Unlock()
	select {
	case <-s.ended:
		return
	case <-time.After(drainTime):
	}
	// Until the read under way is over: another one may just set its own deadline.
	for {
		_ = control.SetReadDeadline(past)
		select {
		case <-s.ended:
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
}
