package pl.paragon.analysis.grammar.head;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;

/**
 * Finds the printed date and time. There is no default: a receipt without a legible date has none. Dates that cannot be
 * (31 April, next year) are not taken, nor those of coupons and offers. Of several the one printed most often is taken,
 * then the one that has a time beside it, then the first; what a card slip under the receipt says counts only if the
 * receipt itself has no other day.
 */
public final class Dates {

    private static final int FIRST_YEAR = 1995;
    private static final String D = "[0-9OoIlSBZt]";
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<![0-9])((?:19|2[0O])" + D + "{2})[-./ ]{1,2}(" + D + "{1,2})[-./ ]{1,2}(" + D + "{1,2})(?![0-9])");
    private static final Pattern DAY_FIRST = Pattern.compile("(?<![0-9.,])(" + D + "{1,2}) ?[-./,~–] ?(" + D
            + "{1,2}) ?[-./,~–] ?((?:19|2[0O])" + D + "{2}|" + D + "{2})(?![0-9.,]*[0-9])");
    private static final Pattern MONTH_NAME = Pattern.compile("(?<![0-9])(" + D
            + "{1,2})[-./ ]{0,2}(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt"
            + "|dez)[a-z]{0,6}[-./, ]{0,3}(2[0O]"
            + D + "{2}|" + D + "{2})(?![0-9])");
    private static final Pattern TIME = Pattern.compile(
            "(?<![0-9:.])([01]?\\d|2[0-3]) ?[:.] ?([0-5]\\d)(?: ?: ?[0-5]\\d)?(?![0-9,]| ?[%x])(?: ?([ap])m)?");
    private static final Pattern COLON_TIME =
            Pattern.compile("(?<![0-9:])([01]?\\d|2[0-3]):([0-5]\\d)(?::[0-5]\\d)?(?![0-9])(?: ?([ap])m)?");
    private static final Pattern OFFER = Pattern.compile(
            "obowiaz|wazn|promocj|kupon|oferta|regulamin| do \\d|waznosc|gultig|valid|expir|aktion|konkurs|loteri");
    private static final Pattern TOTAL =
            Pattern.compile("^\\W*(?:suma|razem|ogolem|do zaplaty|grand total|total|summe|gesamt|zu zahlen)\\b");
    private static final Pattern SLIP =
            Pattern.compile("niefiskaln|terminal|autoryz|approval|\\baid\\b|\\b[mt]id\\b|potwierdzenie"
                    + "|data transakcji|kundenbeleg|\\bta-nr|cardholder");
    /** Dates that differ in one digit are one date, misread in one place. */
    private static final int ANOTHER_DAY = 2;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private record Found(LocalDate date, Row row, int start, int end, double weight) {}

    private final LocalDate latest;
    private final Checkpoint checkpoint;

    /** @param latest the last date that a receipt can have */
    public Dates(LocalDate latest, Checkpoint checkpoint) {
        this.latest = latest;
        this.checkpoint = checkpoint;
    }

    public record DateAndTime(Field<LocalDate> date, Field<LocalTime> time) {}

    public DateAndTime find(List<Row> rows) {
        List<Found> all = new ArrayList<>();
        for (Row row : rows) {
            checkpoint.pass();
            collect(row, all);
        }
        List<Found> found = withoutSlip(all, slip(rows));
        Map<LocalDate, Double> weights = new HashMap<>();
        found.forEach(f -> weights.merge(f.date, f.weight, Double::sum));
        Found best = null;
        for (Found f : found) {
            if (best == null || weights.get(f.date) > weights.get(best.date) + 1e-9) {
                best = f;
            }
        }
        Field<LocalDate> date = best == null ? null : Field.of(best.date, Trace.of(best.row, best.start, best.end));
        return new DateAndTime(date, time(rows, found, best));
    }

    /** The number of the row under the totals where a card slip begins; beyond all rows if there is none. */
    private static int slip(List<Row> rows) {
        boolean totalled = false;
        for (Row row : rows) {
            String text = Folding.fold(row.text());
            if (totalled && SLIP.matcher(text).find()) {
                return row.number();
            }
            totalled = totalled || TOTAL.matcher(text).find();
        }
        return Integer.MAX_VALUE;
    }

    /** The dates of the receipt with those of its slip that confirm them; all if the receipt has none of its own. */
    private List<Found> withoutSlip(List<Found> found, int slip) {
        List<LocalDate> own = found.stream()
                .filter(f -> f.row.number() < slip)
                .map(Found::date)
                .distinct()
                .toList();
        if (own.isEmpty()) {
            return found;
        }
        Map<LocalDate, Boolean> confirms = new HashMap<>();
        return found.stream()
                .filter(f -> f.row.number() < slip || confirms.computeIfAbsent(f.date, date -> isNear(own, date)))
                .toList();
    }

    private boolean isNear(List<LocalDate> own, LocalDate date) {
        checkpoint.pass();
        return own.stream().anyMatch(other -> differences(other, date) < ANOTHER_DAY);
    }

    private static int differences(LocalDate a, LocalDate b) {
        String one = a.toString();
        String other = b.toString();
        return (int) IntStream.range(0, one.length())
                .filter(i -> one.charAt(i) != other.charAt(i))
                .count();
    }

    private void collect(Row row, List<Found> found) {
        String text = Folding.fold(row.text());
        if (OFFER.matcher(text).find()) {
            return;
        }
        double weight =
                1 + (text.contains("dat") ? 0.5 : 0) + (COLON_TIME.matcher(text).find() ? 0.5 : 0);
        match(YEAR_FIRST.matcher(row.text()), row, weight + 0.2, found, true);
        match(DAY_FIRST.matcher(row.text()), row, weight, found, false);
        Matcher named = MONTH_NAME.matcher(text);
        while (named.find()) {
            int month = month(named.group(2));
            add(number(named.group(3)), month, number(named.group(1)), row, named.start(), named.end(), weight, found);
        }
    }

    private void match(Matcher matcher, Row row, double weight, List<Found> found, boolean yearFirst) {
        while (matcher.find()) {
            int first = number(matcher.group(1));
            int last = number(matcher.group(3));
            boolean oneDigit = !yearFirst && matcher.group(1).length() == 1;
            add(
                    yearFirst ? first : last,
                    number(matcher.group(2)),
                    yearFirst ? last : first,
                    row,
                    matcher.start(),
                    matcher.end(),
                    oneDigit ? weight - 0.6 : weight,
                    found);
        }
    }

    private void add(int year, int month, int day, Row row, int start, int end, double weight, List<Found> found) {
        int full = year < 100 ? 2000 + year : year;
        try {
            LocalDate date = LocalDate.of(full, month, day);
            if (full >= FIRST_YEAR && !date.isAfter(latest)) {
                found.add(new Found(date, row, start, end, weight));
            }
        } catch (DateTimeException e) {
            // no day of the calendar: not a date
        }
    }

    private static int month(String name) {
        return switch (name) {
            case "mai" -> 5;
            case "okt" -> 10;
            case "dez" -> 12;
            default -> MONTHS.indexOf(name) + 1;
        };
    }

    private static int number(String digits) {
        StringBuilder plain = new StringBuilder();
        for (char c : digits.toCharArray()) {
            plain.append(
                    switch (c) {
                        case 'O', 'o' -> '0';
                        case 'I', 'l', 't', 'i' -> '1';
                        case 'Z', 'z' -> '2';
                        case 'S', 's' -> '5';
                        case 'B', 'b' -> '8';
                        default -> c;
                    });
        }
        return Integer.parseInt(plain.toString());
    }

    /** The time beside the date; otherwise beside another print of it; otherwise the only one with a colon. */
    private Field<LocalTime> time(List<Row> rows, List<Found> found, Found best) {
        if (best != null) {
            for (Found f : found) {
                checkpoint.pass();
                if (f.date.equals(best.date)) {
                    Field<LocalTime> beside = timeIn(f.row, COLON_TIME, f.start, f.end);
                    if (beside != null) {
                        return beside;
                    }
                }
            }
        }
        for (Row row : rows) {
            String text = Folding.fold(row.text());
            if (OFFER.matcher(text).find()
                    || text.contains("godz. otw")
                    || text.contains(" - ")
                    || text.contains("otwart")) {
                continue;
            }
            Field<LocalTime> time = timeIn(row, COLON_TIME, -1, -1);
            if (time != null) {
                return time;
            }
        }
        return best == null ? null : timeIn(best.row, TIME, best.start, best.end);
    }

    private static Field<LocalTime> timeIn(Row row, Pattern pattern, int dateStart, int dateEnd) {
        Matcher matcher = pattern.matcher(Folding.fold(row.text()));
        while (matcher.find()) {
            boolean withinDate = matcher.start() < dateEnd && matcher.end() > dateStart;
            if (!withinDate) {
                int hour = Integer.parseInt(matcher.group(1));
                String half = matcher.group(3);
                if (half != null) {
                    hour = hour % 12 + (half.equals("p") ? 12 : 0);
                }
                return Field.of(
                        LocalTime.of(hour % 24, Integer.parseInt(matcher.group(2))),
                        Trace.of(row, matcher.start(), matcher.end()));
            }
        }
        return null;
    }
}
