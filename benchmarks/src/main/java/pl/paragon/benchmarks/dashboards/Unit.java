package pl.paragon.benchmarks.dashboards;

import java.math.BigDecimal;
import java.math.MathContext;

/** Grafana's units, as far as Paragon's dashboards have them. */
enum Unit {
    COUNT("short", 1, ""),
    PERCENT("percentunit", 100, " %"),
    SECONDS("s", 1, " s"),
    PER_MINUTE("cpm", 1, " /min"),
    MEBIBYTES("bytes", 1.0 / (1 << 20), " MiB"),
    YES_OR_NO("bool_yes_no", 1, "");

    private static final MathContext DIGITS = new MathContext(4);

    private final String grafana;
    private final double factor;
    private final String suffix;

    Unit(String grafana, double factor, String suffix) {
        this.grafana = grafana;
        this.factor = factor;
        this.suffix = suffix;
    }

    static Unit of(String grafana) {
        for (Unit unit : values()) {
            if (unit.grafana.equals(grafana)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("no unit of ours is Grafana's " + grafana + ": add it to " + Unit.class);
    }

    /** A value as it is drawn. */
    double scaled(double value) {
        return value * factor;
    }

    /** How axes name it, e.g. {@code %}. */
    String suffix() {
        return suffix;
    }

    String format(double value) {
        if (this == YES_OR_NO) {
            return value > 0 ? "yes" : "no";
        }
        return BigDecimal.valueOf(scaled(value))
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                + suffix;
    }
}
