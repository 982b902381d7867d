package pl.paragon.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.benchmarks.accuracy.Score.Lines;
import pl.paragon.benchmarks.accuracy.Score.Part;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.benchmarks.truth.Truth.TrueItem;
import pl.paragon.contracts.receipt.Money;

/** Holds a reading against the truth. A value that is not given is wrong, but not invented. */
final class Judge {

    private static final String NOTHING = "nothing";

    private final Case of;
    private final Reading reading;
    private final JsonNode analysis;
    private final List<String> said = new ArrayList<>();

    private Judge(Case of, Reading reading) {
        this.of = of;
        this.reading = reading;
        this.analysis = reading.analysis();
    }

    static Score score(Case of, Reading reading) {
        return new Judge(of, reading).score();
    }

    /** A line of goods that Paragon found. */
    private record Found(String name, String originalName, Money net, BigDecimal quantity, Money unitPrice) {}

    private Score score() {
        Truth truth = of.truth();
        if (reading.error() != null) {
            said.add("failed: " + reading.error());
        }
        Money total = money(analysis.path("total_amount"));
        Optional<Boolean> totalRight = amount("total", truth.totalAmount(), total);
        Optional<Boolean> due = amount("due", truth.amountDue(), money(analysis.path("amount_due")));
        Optional<Boolean> date = text("date", truth.date(), analysis.path("date"));
        Optional<Boolean> nip = text("nip", truth.nip(), analysis.path("nip"));
        Optional<Boolean> store = text("store", truth.storeChain(), analysis.path("store_chain"));
        boolean invented = total != null && truth.totalAmount() != null && !total.equals(truth.totalAmount());
        List<Found> found = found();
        Optional<Lines> lines = Optional.ofNullable(truth.items()).map(items -> lines(items, found));
        List<Found> left = new ArrayList<>(found);
        Part names = truth.items() == null ? Part.NONE : names(truth.items(), left);
        Part quantities = truth.items() == null ? Part.NONE : quantities(truth.items(), found);
        String verdict = reading.error() != null
                ? "failed"
                : analysis.path("verification").path("verdict").asText("none");
        return new Score(
                of, verdict, store, nip, date, totalRight, due, invented, lines, names, quantities, List.copyOf(said));
    }

    private Optional<Boolean> amount(String what, Money expected, Money got) {
        if (expected == null) {
            return Optional.empty();
        }
        boolean right = expected.equals(got);
        if (!right && reading.error() == null) {
            said.add(
                    "%s: expected %s%s, got %s".formatted(what, expected, seen(expected), got == null ? NOTHING : got));
        }
        return Optional.of(right);
    }

    private Optional<Boolean> text(String what, Object expected, JsonNode got) {
        if (expected == null) {
            return Optional.empty();
        }
        boolean right = expected.toString().equals(got.asText());
        if (!right && reading.error() == null) {
            said.add("%s: expected %s, got %s"
                    .formatted(what, expected, got.isNull() || got.isMissingNode() ? NOTHING : got.asText()));
        }
        return Optional.of(right);
    }

    /** Whether a missing amount stands in what was recognised: then it was seen, and lost later. */
    private String seen(Money amount) {
        String digits = amount.toString();
        boolean there = reading.text().contains(digits) || reading.text().contains(digits.replace('.', ','));
        return there ? " (seen)" : " (not seen)";
    }

    private Lines lines(List<TrueItem> items, List<Found> found) {
        List<Money> missing = new ArrayList<>();
        List<Money> unexpected = new ArrayList<>();
        found.forEach(f -> unexpected.add(f.net()));
        int all = 0;
        for (TrueItem item : items) {
            if (item.counts()) {
                all++;
                if (!unexpected.remove(item.net())) {
                    missing.add(item.net());
                    said.add("line: expected %s \"%s\"%s".formatted(item.net(), item.originalName(), seenLine(item)));
                }
            }
        }
        unexpected.forEach(net -> said.add("line: unexpected %s \"%s\"".formatted(net, nameOf(found, net))));
        return new Lines(all - missing.size(), found.size(), all, List.copyOf(missing), unexpected);
    }

    private String seenLine(TrueItem item) {
        return reading.error() != null ? "" : seen(item.totalPrice() == null ? item.net() : item.totalPrice());
    }

    private static String nameOf(List<Found> found, Money net) {
        return found.stream()
                .filter(f -> Objects.equals(f.net(), net))
                .map(Found::originalName)
                .findFirst()
                .orElse("");
    }

    /** A name counts where a line of the same value has it. */
    private Part names(List<TrueItem> items, List<Found> left) {
        int all = 0;
        int right = 0;
        for (TrueItem item : items) {
            if (item.counts() && item.originalName() != null) {
                all++;
                if (takeSame(item, left)) {
                    right++;
                } else if (left.stream().anyMatch(f -> item.net().equals(f.net()))) {
                    said.add("name: expected \"%s\", got \"%s\""
                            .formatted(item.originalName(), nameOf(left, item.net())));
                }
            }
        }
        return new Part(right, all);
    }

    private static boolean takeSame(TrueItem item, List<Found> left) {
        String wanted = letters(item.originalName());
        Optional<Found> same = left.stream()
                .filter(f -> item.net().equals(f.net()))
                .filter(f -> wanted.equals(letters(f.originalName())) || wanted.equals(letters(f.name())))
                .findFirst();
        same.ifPresent(left::remove);
        return same.isPresent();
    }

    private static Part quantities(List<TrueItem> items, List<Found> found) {
        int all = 0;
        int right = 0;
        for (TrueItem item : items) {
            if (item.counts() && item.quantity() != null && item.unitPrice() != null) {
                List<Found> same =
                        found.stream().filter(f -> item.net().equals(f.net())).toList();
                all += same.isEmpty() ? 0 : 1;
                right += same.stream().anyMatch(f -> sameQuantity(item, f)) ? 1 : 0;
            }
        }
        return new Part(right, all);
    }

    private static boolean sameQuantity(TrueItem item, Found found) {
        return found.quantity() != null
                && found.quantity().compareTo(item.quantity()) == 0
                && item.unitPrice().equals(found.unitPrice());
    }

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (JsonNode item : analysis.path("items")) {
            if (!item.path("voided").asBoolean()) {
                found.add(new Found(
                        item.path("name").asText(),
                        item.path("original_name").asText(),
                        money(item.path("net_price")),
                        item.path("quantity").isNumber() ? item.path("quantity").decimalValue() : null,
                        money(item.path("unit_price"))));
            }
        }
        return found;
    }

    private static Money money(JsonNode amount) {
        return amount.isNumber() ? Money.of(amount.decimalValue()) : null;
    }

    /** Letters and digits only, in lower case: what names are compared by. */
    static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
