// Compares the packs pod-security-baseline and pod-security-restricted with the admission plugin
// itself. See README.md.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "generate":
		seed, err := strconv.ParseUint(args[1], 10, 64)
		if err != nil {
			return err
		}
		count, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return generate(seed, count)
	case len(args) == 1 && args[0] == "record":
		return record()
	case len(args) == 2 && args[0] == "compare":
		return compare(args[1])
	default:
		return fmt.Errorf("usage: oracle generate SEED COUNT | oracle record <PODS | oracle compare BYLAW <PODS")
	}
}

// Pods come one a line, as JSON.
func eachLine(do func([]byte) error) error {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	for number := 1; in.Scan(); number++ {
		if err := do(in.Bytes()); err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
	return in.Err()
}
