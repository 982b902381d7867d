package pl.paragon.benchmarks.receipts;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Whose receipts are asked for. The seed gives every fiftieth to one owner, and every 25,000th to another. */
enum Owner {
    /** With nearly all of them: more than a person, or a household, will ever have. */
    MOST(50, 5),
    /** With 20,000 in a million, a few times those of a long life. */
    MANY(50, 1),
    /** With 40 in a million. */
    FEW(25_000, 2);

    private final int every;
    private final int first;

    Owner(int every, int first) {
        this.every = every;
        this.first = first;
    }

    String submitter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One of theirs by chance. Of the owner of most, one of a fiftieth, so that nobody has to look whose it is. */
    UUID job(Random random, int count) {
        int last = Math.max(0, (count - first) / every);
        return UUID.fromString("10000000-0000-4000-8000-%012x".formatted(first + every * random.nextInt(last + 1)));
    }
}
