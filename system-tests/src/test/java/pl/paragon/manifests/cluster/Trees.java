package pl.paragon.manifests.cluster;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pl.paragon.manifests.Checkout;

/** The kustomize trees that can be applied. */
final class Trees {

    private Trees() {}

    static List<String> all() {
        Set<String> folders = new TreeSet<>(Set.of("k8s/base"));
        folders.addAll(Checkout.files("k8s/overlays", "kustomization.yaml").stream()
                .map(file -> Checkout.ROOT.relativize(file.getParent()).toString())
                .collect(Collectors.toSet()));
        return List.copyOf(folders);
    }
}
