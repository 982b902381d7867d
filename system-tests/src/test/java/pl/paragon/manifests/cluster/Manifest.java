package pl.paragon.manifests.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.manifests.Node;

/** One object as it is applied to a cluster. */
record Manifest(Node node) {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    String kind() {
        return node.at("kind").text();
    }

    String name() {
        return node.at("metadata", "name").text();
    }

    Node spec(String... path) {
        Node spec = node.at("spec");
        return spec.at(path);
    }

    /** Whether it runs pods whose template is its own. */
    boolean workload() {
        return WORKLOADS.contains(kind());
    }

    /** Whether its pods end by themselves. */
    boolean ends() {
        return kind().equals("Job");
    }

    Node pod() {
        return spec("template", "spec");
    }

    List<Node> containers() {
        return pod().at("containers").items();
    }

    Map<String, String> podLabels() {
        return spec("template", "metadata", "labels").textEntries();
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
