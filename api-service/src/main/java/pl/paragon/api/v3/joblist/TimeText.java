package pl.paragon.api.v3.joblist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A time in a filter, as clients write it. */
public final class TimeText {

    public static final String WHAT_IT_IS =
            "It must be a date (2026-03-14) or a time with a zone (2026-03-14T12:00:00Z)";

    private static final int LAST_YEAR = 9999;

    private TimeText() {}

    /**
     * Empty if it is none.
     *
     * @param days added to a date without a time, so that the day that a range ends with is part of it
     */
    public static Optional<Instant> parse(String text, int days) {
        try {
            // A plus sign that is not encoded arrives as a space.
            Instant time = text.length() == "2026-03-14".length()
                    ? LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return Optional.of(time).filter(TimeText::isStorable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the database knows such a time. */
    static boolean isStorable(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= LAST_YEAR;
    }
}
