/**
 * Renders the kustomize trees of {@code k8s/} and holds what would be applied against the types of Kubernetes and its
 * operators, against rules for every workload, and against the architecture's arrows.
 */
package pl.paragon.manifests.cluster;
