package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	kjson "sigs.k8s.io/json"
)

// The newest version of the policy.
const newest = 37

var levels = []api.Level{api.LevelBaseline, api.LevelRestricted}

var evaluator policy.Evaluator = newEvaluator()

func newEvaluator() policy.Evaluator {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		panic(err)
	}
	return evaluator
}

// What the API server fills in before admission, as far as a check looks at it: a volume without a
// source is an emptyDir, and on the node's network a container's port is a port of the node.
func setDefaults(spec *corev1.PodSpec) {
	for i := range spec.Volumes {
		if reflect.DeepEqual(spec.Volumes[i].VolumeSource, corev1.VolumeSource{}) {
			spec.Volumes[i].EmptyDir = &corev1.EmptyDirVolumeSource{}
		}
	}
	if !spec.HostNetwork {
		return
	}
	for _, containers := range [][]corev1.Container{spec.InitContainers, spec.Containers} {
		for _, container := range containers {
			for i := range container.Ports {
				if container.Ports[i].HostPort == 0 {
					container.Ports[i].HostPort = container.Ports[i].ContainerPort
				}
			}
		}
	}
}

// The checks that count for a level and a version, by id: those of the level itself, and below it
// those of baseline that none of them overrides. The plugin's own evaluator keeps no ids.
func checks(level api.Level, version api.Version) map[policy.CheckID]policy.CheckPodFn {
	found := map[policy.CheckID]policy.CheckPodFn{}
	overridden := map[policy.CheckID]bool{}
	for _, check := range policy.DefaultChecks() {
		if check.Level != api.LevelBaseline && level == api.LevelBaseline {
			continue
		}
		for i := len(check.Versions) - 1; i >= 0; i-- {
			if !version.Older(check.Versions[i].MinimumVersion) {
				found[check.ID] = check.Versions[i].CheckPod
				for _, id := range check.Versions[i].OverrideCheckIDs {
					overridden[id] = true
				}
				break
			}
		}
	}
	for id := range overridden {
		delete(found, id)
	}
	return found
}

// For each level the checks of each version.
var inForce = checksInForce()

func checksInForce() map[api.Level][]map[policy.CheckID]policy.CheckPodFn {
	inForce := map[api.Level][]map[policy.CheckID]policy.CheckPodFn{}
	for _, level := range levels {
		for minor := 0; minor <= newest; minor++ {
			inForce[level] = append(inForce[level], checks(level, api.MajorMinorVersion(1, minor)))
		}
	}
	return inForce
}

// What admission says of a Pod: for each version of baseline, then of restricted, the rules of the
// packs behind whose name a check fails, separated by blanks.
func judge(line []byte) ([]string, error) {
	var pod corev1.Pod
	if err := kjson.UnmarshalCaseSensitivePreserveInts(line, &pod); err != nil {
		return nil, err
	}
	setDefaults(&pod.Spec)
	var verdicts []string
	for _, level := range levels {
		for minor := 0; minor <= newest; minor++ {
			var failing []string
			for id, check := range inForce[level][minor] {
				if !check(&pod.ObjectMeta, &pod.Spec).Allowed {
					failing = append(failing, ruleOf(level, id))
				}
			}
			slices.Sort(failing)
			if allowed(&pod, level, api.MajorMinorVersion(1, minor)) != (len(failing) == 0) {
				return nil, fmt.Errorf("%s v1.%d: the checks and the evaluator disagree", level, minor)
			}
			verdicts = append(verdicts, strings.Join(failing, " "))
		}
	}
	return verdicts, nil
}

// The rule that stands for a check: "baseline/host-ports" for hostPorts. The rules of restricted
// that stand in the place of one of baseline stand for that one too, where nothing overrides it.
func ruleOf(level api.Level, id policy.CheckID) string {
	name, own := strings.CutSuffix(string(id), "_restricted")
	name, _ = strings.CutSuffix(name, "_baseline")
	replaced := name == "capabilities" || name == "procMount" || name == "seccompProfile"
	pack := api.LevelBaseline
	if own || level == api.LevelRestricted && (replaced || levelOf[id] == api.LevelRestricted) {
		pack = api.LevelRestricted
	}
	var rule strings.Builder
	for _, letter := range name {
		if unicode.IsUpper(letter) {
			rule.WriteByte('-')
		}
		rule.WriteRune(unicode.ToLower(letter))
	}
	hyphenated := strings.Replace(rule.String(), "s-e-linux", "se-linux", 1)
	return fmt.Sprintf("%s/%s", pack, hyphenated)
}

var levelOf = levelsOfChecks()

func levelsOfChecks() map[policy.CheckID]api.Level {
	levels := map[policy.CheckID]api.Level{}
	for _, check := range policy.DefaultChecks() {
		levels[check.ID] = check.Level
	}
	return levels
}

// The plugin's own word, to check the selection of checks above against.
func allowed(pod *corev1.Pod, level api.Level, version api.Version) bool {
	at := api.LevelVersion{Level: level, Version: version}
	for _, result := range evaluator.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec) {
		if !result.Allowed {
			return false
		}
	}
	return true
}
