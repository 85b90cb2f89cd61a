package table_test

import (
	"fmt"
	"log"
	"strings"

	"sitrep/extract/record"
	"sitrep/extract/table"
)

// Records that sitrep wrote, in whatever format, are read with their types. A
// program that wants JSON lines only can do without this package: encoding/json
// reads each line into a record.Record.
func ExampleRead() {
	const events = `{"schema":1,"id":"9f2c41d07be3-7-shell","incident":"9f2c41d07be3-7-shell-i","article":{"id":"a.txt"},"event_type":"Explosions/Remote violence","sub_event_type":"Shelling/artillery/missile attack","actors":[{"text":"Rebels","start":0,"end":6}],"locations":[{"text":"Homs","country":"SYR","start":23,"end":27}],"confidence":0.9}
{"schema":1,"id":"9f2c41d07be3-40-kill","incident":"9f2c41d07be3-40-kill-i","article":{"id":"a.txt"},"event_type":"Violence against civilians","sub_event_type":"Attack","confidence":0.4}
`
	for r, err := range table.Read("-", strings.NewReader(events)) { // or the path of a file, and nil
		if err != nil {
			log.Fatal(err)
		}
		if r.Schema > record.Schema {
			log.Fatalf("%s: schema %d is newer than this program", r.ID, r.Schema)
		}
		if r.Confidence >= 0.5 {
			fmt.Println(r.ID, r.SubEventType, r.Actors[0].Text, r.Locations[0].Country)
		}
	}
	// Output:
	// 9f2c41d07be3-7-shell Shelling/artillery/missile attack Rebels SYR
}
