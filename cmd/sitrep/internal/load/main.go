// Command load measures sitrep serve on this machine. It starts a server on a
// free port of the loopback interface, sends it articles for a limited time,
// and says how many were answered, how fast, and what the server held:
//
//	go build -o /tmp/sitrep ./cmd/sitrep
//	go run ./cmd/sitrep/internal/load -server /tmp/sitrep -for 60s testdata
//
// First as many clients as there are workers send one article after another,
// while others are slow or break off. Then articles come at twice the rate that
// was reached, whether or not they are answered.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"sitrep/extract/corpus"
)

func main() {
	log.SetFlags(0)
	server := flag.String("server", "sitrep", "the program to measure")
	length := flag.Duration("for", time.Minute, "time for each of the two parts, five minutes at most")
	workers := flag.Int("workers", 2, "workers of the server")
	flag.Parse()
	bodies, err := articles(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	if err := measure(*server, min(*length, 5*time.Minute), *workers, bodies); err != nil {
		log.Fatal(err)
	}
}

// articles returns the articles of paths as bodies of requests.
func articles(paths []string) ([][]byte, error) {
	var out [][]byte
	for d, err := range corpus.Read(context.Background(), paths, corpus.Options{}) {
		if err != nil {
			continue
		}
		body, err := json.Marshal(map[string]string{"id": d.ID, "title": d.Title, "text": d.Text, "published": d.Published})
		if err != nil {
			return nil, err
		}
		out = append(out, body)
	}
	if len(out) == 0 {
		return nil, errors.New("no articles: name files or folders")
	}
	return out, nil
}

var listening = regexp.MustCompile(`http://(127\.0\.0\.1:[0-9]+)`)

// measure starts the server, runs both parts, and stops it.
func measure(program string, length time.Duration, workers int, bodies [][]byte) error {
	c := exec.Command(program, "serve", "--addr", "127.0.0.1:0", "--jobs", fmt.Sprint(workers))
	output, err := c.StderrPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	defer c.Process.Kill()
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		return err
	}
	m := listening.FindStringSubmatch(line)
	if m == nil {
		return fmt.Errorf("the server says %q", line)
	}
	l := &load{address: m[1], bodies: bodies}
	l.report("at rest", nil, 0)

	closed := l.closed(length, workers)
	rate := l.report("as fast as it goes", closed, length)
	l.report("at twice that rate", l.open(length, 2*rate), length)
	time.Sleep(3 * time.Second)
	l.report("afterwards", nil, 0)
	if err := c.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	return c.Wait()
}

// load sends articles to a server.
type load struct {
	address string
	bodies  [][]byte
	client  http.Client
}

// answer is what came of one request.
type answer struct {
	status int // 0: none came
	took   time.Duration
}

// ask sends the n-th article.
func (l *load) ask(n int) answer {
	began := time.Now()
	r, err := l.client.Post("http://"+l.address+"/v1/extract", "application/json", bytes.NewReader(l.bodies[n%len(l.bodies)]))
	if err != nil {
		return answer{0, time.Since(began)}
	}
	defer r.Body.Close()
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		return answer{0, time.Since(began)}
	}
	return answer{r.StatusCode, time.Since(began)}
}

// closed has clients that each send an article when the one before is answered,
// among others that are slow or break off.
func (l *load) closed(length time.Duration, clients int) []answer {
	end := time.Now().Add(length)
	var all [][]answer
	var done sync.WaitGroup
	for i := range clients {
		all = append(all, nil)
		done.Go(func() {
			for n := i; time.Now().Before(end); n += clients {
				all[i] = append(all[i], l.ask(n))
			}
		})
	}
	for i := range 10 {
		done.Go(func() {
			for time.Now().Before(end) {
				l.misbehave(i%2 == 0)
			}
		})
	}
	done.Wait()
	return slices.Concat(all...)
}

// misbehave is a client that promises an article and sends a part of it: byte by
// byte for two seconds, or at once. Then it goes away.
func (l *load) misbehave(slow bool) {
	conn, err := net.Dial("tcp", l.address)
	if err != nil {
		return
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 5000\r\n\r\n{\"text\":\"")
	for range 20 {
		if time.Sleep(100 * time.Millisecond); !slow {
			break
		}
		fmt.Fprint(conn, "a")
	}
}

// most is how many requests open has under way: more would measure the client.
const most = 200

// open sends so many articles a second, answered or not.
func (l *load) open(length time.Duration, rate float64) []answer {
	var out []answer
	var mu sync.Mutex
	var done sync.WaitGroup
	under := make(chan struct{}, most)
	began := time.Now()
	for n := 0; time.Since(began) < length; n++ {
		time.Sleep(time.Until(began.Add(time.Duration(float64(n) / rate * float64(time.Second)))))
		under <- struct{}{}
		done.Go(func() {
			a := l.ask(n)
			<-under
			mu.Lock()
			defer mu.Unlock()
			out = append(out, a)
		})
	}
	done.Wait()
	return out
}

// report prints what came of the requests and what the server holds. It returns
// how many articles it read a second.
func (l *load) report(what string, answers []answer, length time.Duration) float64 {
	fmt.Printf("%s:\n", what)
	statuses := map[int]int{}
	var times []time.Duration
	for _, a := range answers {
		if statuses[a.status]++; a.status == http.StatusOK {
			times = append(times, a.took)
		}
	}
	slices.Sort(times)
	if len(times) > 0 {
		fmt.Printf("  %d requests; by status (0: no answer): %v\n", len(answers), statuses)
		fmt.Printf("  %.0f articles a second; half within %v, 99 of 100 within %v, the slowest %v\n", float64(len(times))/length.Seconds(),
			times[len(times)/2].Round(time.Millisecond/10), times[len(times)*99/100].Round(time.Millisecond/10), times[len(times)-1].Round(time.Millisecond/10))
	}
	r, err := l.client.Get("http://" + l.address + "/metrics")
	if err != nil {
		log.Fatal(err)
	}
	defer r.Body.Close()
	for lines := bufio.NewScanner(r.Body); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), " ")
		if slices.Contains([]string{"process_resident_memory_bytes", "go_goroutines", "go_memstats_heap_inuse_bytes"}, name) {
			fmt.Printf("  %s %s\n", name, value)
		}
	}
	return float64(len(times)) / max(length.Seconds(), 1)
}
