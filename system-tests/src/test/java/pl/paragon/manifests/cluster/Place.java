package pl.paragon.manifests.cluster;

import java.util.Map;

/**
 * Somewhere that a connection comes from or goes to.
 *
 * @param namespace the labels of another namespace than Paragon's; empty if it is in Paragon's own
 * @param labels those of its pods
 * @param address of something that is no pod; empty if it is one
 */
record Place(String name, Map<String, String> namespace, Map<String, String> labels, String address) {

    static Place inside(String name, Map<String, String> labels) {
        return new Place(name, Map.of(), labels, "");
    }

    static Place inNamespace(String namespace, String name, Map<String, String> labels) {
        return new Place(name, Map.of("kubernetes.io/metadata.name", namespace), labels, "");
    }

    static Place at(String name, String address) {
        return new Place(name, Map.of(), Map.of(), address);
    }

    boolean isPod() {
        return address.isEmpty();
    }

    boolean isInside() {
        return isPod() && namespace.isEmpty();
    }
}
