package pl.paragon.manifests.monitoring.grafana;

/** What a panel's values are, by Grafana's ids. */
public enum Unit {
    COUNT("short"),
    PER_MINUTE("cpm"),
    SECONDS("s"),
    BYTES("bytes"),
    /** From 0 to 1, shown in per cent. */
    SHARE("percentunit"),
    /** 1 is yes, 0 is no. */
    YES_OR_NO("bool_yes_no");

    private final String id;

    Unit(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
