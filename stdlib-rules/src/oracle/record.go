package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// Prints each Pod with what admission says of it, one line for each level: the versions at which
// the verdict changes, each with the rules that are broken from there on.
func record() error {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	return eachLine(func(line []byte) error {
		verdicts, err := judge(line)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\n", line)
		for at, level := range levels {
			fmt.Fprint(out, level)
			last := ""
			for minor := 0; minor <= newest; minor++ {
				verdict := verdicts[at*(newest+1)+minor]
				if minor == 0 || verdict != last {
					fmt.Fprint(out, strings.TrimRight(fmt.Sprintf(" v1.%d %s", minor, verdict), " "))
				}
				last = verdict
			}
			fmt.Fprintln(out)
		}
		return nil
	})
}
