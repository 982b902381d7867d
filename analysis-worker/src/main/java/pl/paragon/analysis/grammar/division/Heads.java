package pl.paragon.analysis.grammar.division;

import java.time.LocalDate;
import java.util.List;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.head.Dates;
import pl.paragon.analysis.grammar.head.NipFinder;
import pl.paragon.analysis.rows.Row;

/** Compares who sold, and when, on two stretches. */
final class Heads {

    /** What a comparison says. */
    enum Likeness {
        SAME,
        DIFFERENT,
        /** Too little of it is legible on both. */
        UNKNOWN
    }

    private final NipFinder nips;
    private final Dates dates;
    private final Checkpoint checkpoint;

    Heads(NipFinder nips, LocalDate latest, Checkpoint checkpoint) {
        this.nips = nips;
        this.dates = new Dates(latest, checkpoint);
        this.checkpoint = checkpoint;
    }

    /** The same seller alone says nothing: people buy in one shop twice. */
    Likeness compare(Stretch one, Stretch other) {
        Likeness seller = compare(nip(one), nip(other));
        Likeness day = compare(date(one), date(other));
        if (seller == Likeness.DIFFERENT || day == Likeness.DIFFERENT) {
            return Likeness.DIFFERENT;
        }
        return seller == Likeness.SAME && day == Likeness.SAME ? Likeness.SAME : Likeness.UNKNOWN;
    }

    private static <T> Likeness compare(Field<T> one, Field<T> other) {
        if (one == null || other == null) {
            return Likeness.UNKNOWN;
        }
        return one.value().equals(other.value()) ? Likeness.SAME : Likeness.DIFFERENT;
    }

    private Field<String> nip(Stretch stretch) {
        return nips.find(rows(stretch), checkpoint);
    }

    private Field<LocalDate> date(Stretch stretch) {
        return dates.find(rows(stretch)).date();
    }

    private static List<Row> rows(Stretch stretch) {
        return stretch.rows().stream().map(SignedRow::row).toList();
    }
}
