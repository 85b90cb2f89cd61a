package main

import (
	"maps"
	"math"
	"slices"

	"sitrep/extract/weigh"
)

// example is one decision: its evidence, and whether it was right.
type example struct {
	evidence weigh.Evidence
	right    bool
	document int
	weight   float64
}

// logistic fits the weights of the features that at least rare examples have,
// by Newton's method with a ridge: the larger it is, the closer the weights
// stay to nought.
func logistic(examples []example, ridge func(feature string) float64, rare int) map[string]float64 {
	return logisticFrom(make([]float64, len(examples)), examples, ridge, rare, free)
}

// logisticFrom is logistic where the log-odds of each example are known before:
// the weights add to them. The bias is the ridge of the bias.
func logisticFrom(prior []float64, examples []example, ridge func(feature string) float64, rare int, bias float64) map[string]float64 {
	names := frequent(examples, rare)
	n := len(names)
	penalty := make([]float64, n)
	penalty[0] = bias
	for i := 1; i < n; i++ {
		penalty[i] = ridge(names[i])
	}
	rows, used := design(examples, names)
	w := make([]float64, n)
	for range 15 {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			gradient[i] = -penalty[i] * w[i]
			hessian[i][i] = penalty[i] + 1e-9
		}
		for r, x := range examples {
			z := prior[r]
			for _, i := range used[r] {
				z += w[i] * rows[r][i]
			}
			p := 1 / (1 + math.Exp(-z))
			y := 0.0
			if x.right {
				y = 1
			}
			for _, i := range used[r] {
				gradient[i] += x.weight * (y - p) * rows[r][i]
				for _, k := range used[r] {
					if k > i {
						break // the lower half is enough
					}
					hessian[i][k] += x.weight * p * (1 - p) * rows[r][i] * rows[r][k]
				}
			}
		}
		step := solve(hessian, gradient)
		largest := 0.0
		for i := range w {
			w[i] += step[i]
			largest = max(largest, math.Abs(step[i]))
		}
		if largest < 1e-6 {
			break
		}
	}
	out := map[string]float64{}
	for i, name := range names {
		out[name] = w[i]
	}
	return out
}

// How the bias is held: not at all, and at nought.
const (
	free  = 0
	fixed = 1e9
)

// added returns the weights of a table with those of the features that it lacks, fitted
// onto them: the weights of the table stay as they are.
func (l learner) added(table map[string]float64, examples []example) map[string]float64 {
	prior := make([]float64, len(examples))
	fresh := slices.Clone(examples)
	for i, x := range examples {
		prior[i] = table[weigh.Bias]
		fresh[i].evidence = nil
		for _, f := range x.evidence {
			if w, ok := table[f.Name]; ok {
				prior[i] += w * f.Value
			} else {
				fresh[i].evidence = append(fresh[i].evidence, f)
			}
		}
	}
	out := logisticFrom(prior, fresh, l.ridge, l.rare, fixed)
	maps.Copy(out, table)
	return out
}

// frequent returns the bias and the names of the features that at least rare examples
// have, in alphabetical order.
func frequent(examples []example, rare int) []string {
	count := map[string]int{}
	for _, x := range examples {
		for _, f := range x.evidence {
			count[f.Name]++
		}
	}
	names := []string{weigh.Bias}
	for _, name := range slices.Sorted(maps.Keys(count)) {
		if count[name] >= rare {
			names = append(names, name)
		}
	}
	return names
}

// design returns the values of the named features for each example, the bias first, and
// which of them are not nought.
func design(examples []example, names []string) (rows [][]float64, used [][]int) {
	index := map[string]int{}
	for i, name := range names {
		index[name] = i
	}
	rows = make([][]float64, len(examples))
	used = make([][]int, len(examples))
	for r, x := range examples {
		rows[r] = make([]float64, len(names))
		rows[r][0] = 1
		for _, f := range x.evidence {
			if i, ok := index[f.Name]; ok {
				rows[r][i] += f.Value
			}
		}
		for i, v := range rows[r] {
			if v != 0 {
				used[r] = append(used[r], i)
			}
		}
	}
	return rows, used
}

// solve returns the solution x of a·x = b for a symmetric positive a, of which
// it reads the lower half and which it overwrites.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for j := range i + 1 {
			sum := a[i][j]
			for k, v := range a[j][:j] {
				sum -= a[i][k] * v
			}
			if i == j {
				a[i][i] = math.Sqrt(sum)
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	x := slices.Clone(b)
	for i := range n {
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}
