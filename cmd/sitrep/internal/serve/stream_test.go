package serve_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// TestStream sends a line only when the one before is answered.
func TestStream(t *testing.T) {
	url, _ := start(t, &fake{}, limits(nil))
	in, out := io.Pipe()
	defer out.Close()
	next := make(chan struct{})
	go func() {
		for i := range 3 {
			fmt.Fprintf(out, "{\"id\":\"%d\",\"text\":\"Shells fell.\"}\n", i)
			<-next
		}
		out.Close()
	}()
	r, err := http.Post(url+"/v1/extract", lines, in)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answers := bufio.NewScanner(r.Body)
	for i := range 3 {
		if !answers.Scan() || !strings.Contains(answers.Text(), fmt.Sprintf(`"id":"%d"`, i)) {
			t.Fatalf("answer %d: %s %v", i, answers.Text(), answers.Err())
		}
		next <- struct{}{}
	}
	if answers.Scan() {
		t.Errorf("one answer too many: %s", answers.Text())
	}
}

// TestOrder holds the order of many lines, and that a client may send all of
// them before it reads an answer.
func TestOrder(t *testing.T) {
	url, _ := start(t, &fake{}, limits(nil))
	const n = 2000
	text := strings.Repeat("Shells fell on the town again, and the people who had stayed fled. ", 50)
	var body strings.Builder
	for i := range n {
		fmt.Fprintf(&body, "{\"id\":\"%d\",\"text\":\"%s\"}\n", i, text)
	}
	conn, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /v1/extract?text=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n", lines, body.Len())
	if _, err := io.WriteString(conn, body.String()); err != nil {
		t.Fatal(err)
	}
	r, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	answers := bufio.NewScanner(r.Body)
	for i := range n { // more than fits into the buffers of the connection
		if !answers.Scan() || !strings.HasPrefix(answers.Text(), fmt.Sprintf(`{"line":%d,`, i+1)) {
			t.Fatalf("answer %d: %s %v", i, answers.Text(), answers.Err())
		}
	}
}
