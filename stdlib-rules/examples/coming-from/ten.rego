package main

import rego.v1

pod := input.spec if input.kind == "Pod"

pod := input.spec.jobTemplate.spec.template.spec if input.kind == "CronJob"

pod := input.spec.template.spec if not input.kind in {"Pod", "CronJob"}

lasting contains container if {
    some list in ["containers", "initContainers"]
    some container in pod[list]
}

containers := lasting | {container | some container in pod.ephemeralContainers}

deny contains sprintf("big-four: container %s adds %s", [container.name, added]) if {
    some container in containers
    some added in container.securityContext.capabilities.add
    added in {"SYS_ADMIN", "CHOWN", "DAC_OVERRIDE", "SYS_MODULE", "ALL"}
}

deny contains sprintf("drop-all: container %s does not drop ALL", [container.name]) if {
    some container in containers
    not "ALL" in object.get(container, ["securityContext", "capabilities", "drop"], [])
}

deny contains sprintf("privileged: container %s is privileged", [container.name]) if {
    some container in containers
    container.securityContext.privileged
}

deny contains sprintf("run-as-non-root: container %s may run as root", [container.name]) if {
    some container in containers
    of_pod := object.get(pod, ["securityContext", "runAsNonRoot"], false)
    not object.get(container, ["securityContext", "runAsNonRoot"], of_pod)
}

deny contains sprintf("registry: container %s runs %s", [container.name, container.image]) if {
    some container in containers
    not startswith(container.image, "registry.example.com/")
}

deny contains sprintf("tag: container %s runs %s", [container.name, container.image]) if {
    some container in containers
    not regex.match(`@|:[^/]+$`, container.image)
}

deny contains sprintf("tag: container %s runs %s", [container.name, container.image]) if {
    some container in containers
    endswith(container.image, ":latest")
}

deny contains sprintf("memory-limit: container %s has no limit", [container.name]) if {
    some container in lasting
    not container.resources.limits.memory
}

deny contains sprintf("memory-limit: container %s may take %s", [container.name, limit]) if {
    some container in lasting
    limit := container.resources.limits.memory
    units.parse_bytes(limit) > units.parse_bytes("2Gi")
}

deny contains sprintf("host-path: the volume %s is of the node", [volume.name]) if {
    some volume in pod.volumes
    volume.hostPath
}

deny contains sprintf("replicas: %s runs fewer than two", [input.metadata.name]) if {
    input.kind == "Deployment"
    object.get(input.spec, "replicas", 1) < 2
}

deny contains sprintf("owner: nobody owns %s", [input.metadata.name]) if {
    not regex.match(`^[a-z]+-team$`, object.get(input.metadata, ["labels", "owner"], ""))
}
