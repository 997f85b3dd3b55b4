package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"k8s.io/pod-security-admission/api"
)

// How many Pods stand in one file.
const perFile = 500

// Compares check by check what the packs find in the Pods with what admission says, for every
// version; one Pod in two stands in the template of a workload.
func compare(bylaw string) error {
	folder, err := os.MkdirTemp("", "pods")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	var expected [][]string
	var pods [][]byte
	err = eachLine(func(line []byte) error {
		verdicts, err := judge(line)
		if err != nil {
			return err
		}
		expected = append(expected, verdicts)
		pods = append(pods, slices.Clone(line))
		return nil
	})
	if err == nil {
		err = write(folder, pods)
	}
	if err != nil {
		return err
	}
	compared, forbidden, differences := 0, 0, 0
	for at, level := range levels {
		for minor := 0; minor <= newest; minor++ {
			found, err := findings(bylaw, folder, level, minor, len(pods))
			if err != nil {
				return err
			}
			for i := range pods {
				compared++
				want := expected[i][at*(newest+1)+minor]
				if want != "" {
					forbidden++
				}
				if found[i] != want {
					differences++
					if differences <= 10 {
						fmt.Printf("%s v1.%d\n  admission: %s\n  bylaw:     %s\n  %s\n", level, minor, want, found[i], pods[i])
					}
				}
			}
		}
	}
	fmt.Printf("%d Pods, %d verdicts, %d of them forbidden, %d differences\n", len(pods), compared, forbidden, differences)
	if differences > 0 {
		return errors.New("they differ")
	}
	return nil
}

func write(folder string, pods [][]byte) error {
	for start := 0; start < len(pods); start += perFile {
		var text bytes.Buffer
		for i := start; i < min(start+perFile, len(pods)); i++ {
			document, err := wrapped(i, pods[i])
			if err != nil {
				return err
			}
			fmt.Fprintf(&text, "---\n%s\n", document)
		}
		name := filepath.Join(folder, fmt.Sprintf("%06d.yaml", start))
		if err := os.WriteFile(name, text.Bytes(), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// The Pod, or a workload with its metadata and spec as the template, named after its number.
func wrapped(number int, line []byte) ([]byte, error) {
	var pod object
	if err := json.Unmarshal(line, &pod); err != nil {
		return nil, err
	}
	name := fmt.Sprint("n", number)
	metadata, _ := pod["metadata"].(object)
	if metadata == nil {
		metadata = object{}
	}
	template := object{"metadata": metadata, "spec": pod["spec"]}
	kinds := []string{"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "ReplicationController", "PodTemplate"}
	kind := "Pod"
	if number%2 == 1 {
		kind = kinds[number/2%len(kinds)]
	}
	versions := map[string]string{"Job": "batch/v1", "CronJob": "batch/v1", "Pod": "v1", "ReplicationController": "v1", "PodTemplate": "v1"}
	version, ok := versions[kind]
	if !ok {
		version = "apps/v1"
	}
	document := object{"apiVersion": version, "kind": kind, "metadata": object{"name": name}}
	switch kind {
	case "Pod":
		metadata["name"] = name
		document["metadata"] = metadata
		document["spec"] = pod["spec"]
	case "PodTemplate":
		document["template"] = template
	case "CronJob":
		document["spec"] = object{"schedule": "0 4 * * *", "jobTemplate": object{"spec": object{"template": template}}}
	default:
		document["spec"] = object{"template": template}
	}
	return json.Marshal(document)
}

// For each Pod the rules that Bylaw finds broken.
func findings(bylaw, folder string, level api.Level, minor, count int) ([]string, error) {
	rules := fmt.Sprintf("std/pod-security-%s@v1.%d", level, minor)
	out, err := exec.Command(bylaw, "check", "--rules", rules, "--format", "json", folder).Output()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		if exit != nil {
			os.Stderr.Write(exit.Stderr)
		}
		return nil, fmt.Errorf("%s with %s: %w", bylaw, rules, err)
	}
	var report struct {
		Findings []struct {
			Rule     string
			Resource struct{ Name string }
		}
		Summary struct{ Checked int }
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return nil, err
	}
	if report.Summary.Checked != count {
		return nil, fmt.Errorf("%s with %s: %d of %d Pods checked", bylaw, rules, report.Summary.Checked, count)
	}
	failing := make([][]string, count)
	for _, finding := range report.Findings {
		var number int
		if _, err := fmt.Sscanf(finding.Resource.Name, "n%d", &number); err != nil {
			return nil, err
		}
		rule := strings.TrimPrefix(finding.Rule, "pod-security-")
		if !slices.Contains(failing[number], rule) {
			failing[number] = append(failing[number], rule)
		}
	}
	found := make([]string, count)
	for i := range failing {
		slices.Sort(failing[i])
		found[i] = strings.Join(failing[i], " ")
	}
	return found, nil
}
