package golden

import (
	_ "embed"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed types.yaml
var typesYAML []byte

// eventTypes says which event type a sub-event type belongs to.
var eventTypes = sync.OnceValue(func() map[string]string {
	var types map[string][]string
	if err := yaml.Unmarshal(typesYAML, &types); err != nil {
		panic("types.yaml: " + err.Error()) // embedded: a test reads it
	}
	of := map[string]string{}
	for t, subs := range types {
		for _, s := range subs {
			of[s] = t
		}
	}
	return of
})
