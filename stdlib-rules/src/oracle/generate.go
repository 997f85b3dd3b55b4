package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
)

type object = map[string]any

// Makes Pods at random over every field that a check looks at: about half of them start from a Pod
// that the level "restricted" allows, so that a single change decides.
type generator struct{ *rand.Rand }

func generate(seed uint64, count int) error {
	out := bufio.NewWriter(os.Stdout)
	g := generator{rand.New(rand.NewPCG(seed, 0))}
	for i := 0; i < count; i++ {
		line, err := json.Marshal(g.pod(i))
		if err != nil {
			return err
		}
		fmt.Fprintln(out, string(line))
	}
	return out.Flush()
}

func (g generator) chance(percent int) bool { return g.IntN(100) < percent }

func (g generator) one(values ...any) any { return values[g.IntN(len(values))] }

// Sets a field now and then, to one of the values; null is one of them everywhere.
func (g generator) maybe(o object, percent int, field string, values ...any) {
	if g.chance(percent) {
		o[field] = g.one(append(values, nil)...)
	}
}

func (g generator) pod(number int) object {
	good := g.chance(50)
	noise := 4
	if !good {
		noise = 12
	}
	spec := object{}
	for _, field := range []string{"hostNetwork", "hostPID", "hostIPC"} {
		g.maybe(spec, noise, field, true, true, false)
	}
	g.maybe(spec, 3*noise, "hostUsers", false, false, true)
	g.maybe(spec, 3*noise, "os", object{"name": "windows"}, object{"name": "windows"}, object{"name": "linux"},
		object{"name": "Windows"}, object{"name": ""}, object{"name": nil}, object{})
	g.podSecurity(spec, good, noise)
	names := []string{"a", "b", "c", "d", "e", "f"}
	next := 0
	list := func(field string, least, most int) {
		containers := []any{}
		for n := least + g.IntN(most-least+1); n > 0; n-- {
			containers = append(containers, g.container(names[next], good, noise))
			next++
		}
		if len(containers) > 0 || g.chance(20) {
			spec[field] = containers
		} else if g.chance(20) {
			spec[field] = nil
		}
	}
	list("containers", 1, 2)
	list("initContainers", 0, 2)
	list("ephemeralContainers", 0, 2)
	if g.chance(40) {
		volumes := []any{}
		for n := g.IntN(4); n > 0; n-- {
			volumes = append(volumes, g.volume(fmt.Sprint("v", n), good))
		}
		spec["volumes"] = volumes
	}
	metadata := object{"name": fmt.Sprint("p", number)}
	g.annotations(metadata, names[:next], noise)
	return object{"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}
}

func (g generator) podSecurity(spec object, good bool, noise int) {
	context := object{}
	if good && g.chance(70) {
		context["runAsNonRoot"] = true
		context["seccompProfile"] = object{"type": "RuntimeDefault"}
	}
	g.sharedSecurity(context, noise)
	if g.chance(noise) {
		sysctls := []any{}
		for n := 1 + g.IntN(2); n > 0; n-- {
			sysctls = append(sysctls, object{"name": g.one(sysctlNames...), "value": "1"})
		}
		context["sysctls"] = g.one(sysctls, sysctls, sysctls, sysctls, []any{}, nil, []any{object{"value": "1"}})
	}
	g.put(spec, context)
}

// The fields that Pods and containers have in common.
func (g generator) sharedSecurity(context object, noise int) {
	g.maybe(context, noise, "runAsNonRoot", true, true, false)
	g.maybe(context, noise, "runAsUser", 0, 0, 1, 1000)
	g.maybe(context, noise, "seccompProfile", profiles...)
	g.maybe(context, noise, "appArmorProfile", profiles...)
	if g.chance(noise) {
		options := object{}
		g.maybe(options, 70, "type", "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t",
			"container_engine_t", "spc_t", "Container_t", "container_t ")
		g.maybe(options, 15, "user", "", "system_u")
		g.maybe(options, 15, "role", "", "system_r")
		g.maybe(options, 15, "level", "", "s0:c1,c2")
		context["seLinuxOptions"] = options
	}
	g.maybe(context, noise/2, "windowsOptions", object{"hostProcess": true}, object{"hostProcess": false},
		object{"hostProcess": nil}, object{})
}

func (g generator) put(owner object, context object) {
	if len(context) > 0 || g.chance(20) {
		owner["securityContext"] = context
	} else if g.chance(20) {
		owner["securityContext"] = nil
	}
}

func (g generator) container(name string, good bool, noise int) object {
	context := object{}
	if good && g.chance(95) {
		context["allowPrivilegeEscalation"] = false
		context["capabilities"] = object{"drop": []any{"ALL"}}
		if g.chance(30) {
			context["runAsNonRoot"] = true
			context["seccompProfile"] = object{"type": "RuntimeDefault"}
		}
	}
	g.sharedSecurity(context, noise)
	g.maybe(context, noise, "privileged", true, false)
	g.maybe(context, noise, "allowPrivilegeEscalation", true, false)
	g.maybe(context, noise, "procMount", "Default", "Unmasked", "Unmasked", "default", "")
	if g.chance(2 * noise) {
		capabilities := object{}
		if g.chance(70) {
			capabilities["drop"] = g.names("ALL", "ALL", "ALL", "all", "All", "CAP_ALL", "NET_RAW", "", nil)
		}
		if g.chance(70) {
			capabilities["add"] = g.names(addedNames...)
		}
		context["capabilities"] = g.one(capabilities, capabilities, capabilities, capabilities, nil, object{})
	}
	container := object{"name": name, "image": "registry.example.com/" + name + ":1"}
	g.put(container, context)
	if g.chance(noise) {
		ports := []any{}
		for n := g.IntN(3); n > 0; n-- {
			port := object{}
			g.maybe(port, 90, "containerPort", 80, 443, 8080, 0)
			g.maybe(port, 60, "hostPort", 0, 80, 65535)
			ports = append(ports, port)
		}
		container["ports"] = g.one(ports, ports, nil)
	}
	for _, field := range []string{"livenessProbe", "readinessProbe", "startupProbe"} {
		if g.chance(noise / 2) {
			container[field] = g.handler()
		}
	}
	if g.chance(noise / 2) {
		lifecycle := object{}
		for _, field := range []string{"postStart", "preStop"} {
			if g.chance(60) {
				lifecycle[field] = g.handler()
			}
		}
		container["lifecycle"] = g.one(lifecycle, lifecycle, lifecycle, nil)
	}
	return container
}

func (g generator) names(values ...any) any {
	names := []any{}
	for n := g.IntN(4); n > 0; n-- {
		names = append(names, g.one(values...))
	}
	return g.one(names, names, names, names, names, names, names, nil)
}

func (g generator) handler() any {
	action := object{"port": 80}
	g.maybe(action, 60, "host", "", "127.0.0.1", "example.com")
	handler := object{}
	handler[g.one("httpGet", "tcpSocket", "grpc", "exec").(string)] = action
	if handler["grpc"] != nil || handler["exec"] != nil {
		handler = object{"exec": object{"command": []any{"true"}}}
	}
	return g.one(handler, handler, handler, handler, object{}, nil)
}

func (g generator) volume(name string, good bool) object {
	volume := object{"name": name}
	sources := allowedSources
	if !good || g.chance(10) {
		sources = append(append([]any{}, allowedSources...), otherSources...)
	}
	for n := g.one(0, 1, 1, 1, 1, 2).(int); n > 0; n-- {
		volume[g.one(sources...).(string)] = g.one(object{}, object{}, object{}, nil)
	}
	g.maybe(volume, 5, "noSuchSource", object{})
	return volume
}

func (g generator) annotations(metadata object, names []string, noise int) {
	annotations := object{}
	for _, name := range append(names, "absent", "") {
		if g.chance(noise / 2) {
			annotations["container.apparmor.security.beta.kubernetes.io/"+name] = g.one(annotationValues...)
		}
		if g.chance(noise) {
			annotations["container.seccomp.security.alpha.kubernetes.io/"+name] = g.one(annotationValues...)
		}
	}
	if g.chance(noise) {
		annotations["seccomp.security.alpha.kubernetes.io/pod"] = g.one(annotationValues...)
	}
	g.maybe(annotations, noise, "container.apparmor.security.beta.kubernetes.io", "unconfined")
	g.maybe(annotations, noise, "Container.apparmor.security.beta.kubernetes.io/a", "unconfined")
	if len(annotations) > 0 || g.chance(10) {
		metadata["annotations"] = annotations
	} else if g.chance(10) {
		metadata["annotations"] = nil
	}
}

var profiles = []any{
	object{"type": "RuntimeDefault"}, object{"type": "RuntimeDefault"}, object{"type": "Localhost", "localhostProfile": "p"},
	object{"type": "Unconfined"}, object{"type": "Unconfined"}, object{"type": "runtimeDefault"}, object{"type": ""},
	object{"type": nil}, object{}, object{"localhostProfile": "p"},
}

var annotationValues = []any{
	"", "runtime/default", "runtime/default", "docker/default", "localhost/", "localhost/p", "localhost", "unconfined",
	"Runtime/Default", "runtime/default ", "localhost/p\nq", nil,
}

var addedNames = []any{
	"NET_BIND_SERVICE", "NET_BIND_SERVICE", "NET_BIND_SERVICE", "net_bind_service", "CAP_NET_BIND_SERVICE", "AUDIT_WRITE",
	"CHOWN", "chown", "CAP_CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "SETFCAP", "SETGID", "SETPCAP",
	"SETUID", "SYS_CHROOT", "NET_RAW", "SYS_ADMIN", "ALL", "all", "no such name", "", nil,
}

var sysctlNames = []any{
	"kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
	"net.ipv4.ip_unprivileged_port_start", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time",
	"net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem",
	"net.ipv4.tcp_wmem", "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat", "net/ipv4/tcp_syncookies",
	"kernel.msgmax", "NET.ipv4.tcp_syncookies", "",
}

var allowedSources = []any{
	"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret",
}

var otherSources = []any{
	"hostPath", "hostPath", "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "nfs", "iscsi", "glusterfs",
	"rbd", "flexVolume", "cinder", "cephfs", "flocker", "fc", "azureFile", "vsphereVolume", "quobyte", "azureDisk",
	"photonPersistentDisk", "portworxVolume", "scaleIO", "storageos",
}
