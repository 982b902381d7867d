package pl.paragon.manifests.cluster;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import pl.paragon.manifests.Node;

/**
 * Who may open connections to whom, by the NetworkPolicies of Paragon's namespace, evaluated as Kubernetes defines
 * them: what no policy selects is open, and policies add up.
 */
final class Network {

    private final List<Manifest> policies;

    Network(List<Manifest> manifests) {
        this.policies = manifests.stream()
                .filter(manifest -> manifest.kind().equals("NetworkPolicy"))
                .toList();
    }

    /** Each connection that is allowed and begins or ends inside, such as {@code ocr-worker -> kafka:9092}. */
    Set<String> arrows(List<Place> places) {
        Set<String> arrows = new TreeSet<>();
        for (Place from : places) {
            for (Place to : places) {
                if (from != to && (from.isInside() || to.isInside())) {
                    ports().filter(port -> allowed(from, to, port))
                            .forEach(port -> arrows.add(from.name() + " -> " + to.name() + ":" + port));
                }
            }
        }
        return arrows;
    }

    /** Those that select a place by more than being inside. */
    List<Manifest> of(Map<String, String> labels) {
        return policies.stream()
                .filter(policy -> !policy.spec("podSelector").keys().isEmpty())
                .filter(policy -> selects(policy.spec("podSelector"), labels))
                .toList();
    }

    /** Those that are mentioned, and one that is not. */
    private Stream<String> ports() {
        return Stream.concat(
                        Stream.of("22/TCP"),
                        policies.stream()
                                .flatMap(policy -> Stream.concat(
                                        policy.spec("ingress").items().stream(),
                                        policy.spec("egress").items().stream()))
                                .flatMap(rule -> rule.at("ports").items().stream())
                                .map(Network::port))
                .distinct();
    }

    private static String port(Node port) {
        String protocol = port.at("protocol").isThere() ? port.at("protocol").text() : "TCP";
        return port.at("port").text() + "/" + protocol;
    }

    private boolean allowed(Place from, Place to, String port) {
        return (!from.isInside() || allowed("Egress", "egress", "to", from, to, port))
                && (!to.isInside() || allowed("Ingress", "ingress", "from", to, from, port));
    }

    private boolean allowed(String type, String rules, String peers, Place self, Place other, String port) {
        List<Manifest> selecting = policies.stream()
                .filter(policy -> policy.spec("policyTypes").texts().contains(type))
                .filter(policy -> selects(policy.spec("podSelector"), self.labels()))
                .toList();
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> policy.spec(rules).items().stream())
                        .anyMatch(rule -> matches(rule, peers, other, port));
    }

    private static boolean matches(Node rule, String peers, Place other, String port) {
        return (!rule.at(peers).isThere() || rule.at(peers).items().stream().anyMatch(peer -> matches(peer, other)))
                && (!rule.at("ports").isThere()
                        || rule.at("ports").items().stream().map(Network::port).anyMatch(port::equals));
    }

    private static boolean matches(Node peer, Place place) {
        if (peer.at("ipBlock").isThere()) {
            Node block = peer.at("ipBlock");
            return !place.isPod()
                    && contains(block.at("cidr").text(), place.address())
                    && block.at("except").texts().stream().noneMatch(except -> contains(except, place.address()));
        }
        boolean there = peer.at("namespaceSelector").isThere()
                ? selects(peer.at("namespaceSelector"), place.namespace())
                : place.isInside();
        return place.isPod()
                && there
                && (!peer.at("podSelector").isThere() || selects(peer.at("podSelector"), place.labels()));
    }

    private static boolean selects(Node selector, Map<String, String> labels) {
        if (!Set.of("matchLabels", "matchExpressions").containsAll(selector.keys())) {
            throw new IllegalArgumentException("a selector that is not known here: " + selector);
        }
        return labels.entrySet()
                        .containsAll(selector.at("matchLabels").textEntries().entrySet())
                && selector.at("matchExpressions").items().stream().allMatch(each -> selectedBy(each, labels));
    }

    private static boolean selectedBy(Node expression, Map<String, String> labels) {
        if (!expression.at("operator").text().equals("In")) {
            throw new IllegalArgumentException("an operator that is not known here: " + expression);
        }
        String value = labels.get(expression.at("key").text());
        return value != null && expression.at("values").texts().contains(value);
    }

    private static boolean contains(String cidr, String address) {
        String[] block = cidr.split("/");
        byte[] network = InetAddress.ofLiteral(block[0]).getAddress();
        byte[] asked = InetAddress.ofLiteral(address).getAddress();
        int host = network.length * 8 - Integer.parseInt(block[1]);
        return network.length == asked.length
                && new BigInteger(1, network).shiftRight(host).equals(new BigInteger(1, asked).shiftRight(host));
    }
}
