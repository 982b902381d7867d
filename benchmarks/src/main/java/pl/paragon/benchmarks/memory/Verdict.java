package pl.paragon.benchmarks.memory;

/** What a service's memory over many receipts amounts to. */
enum Verdict {
    FLAT("flat"),
    GROWS("GROWS"),
    OVER_THE_LIMIT("OVER THE LIMIT");

    /** So many receipts more, at the pace of the second half, may take a tenth of the limit. */
    private static final int RECEIPTS = 5000;

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /**
     * @param per100 by how many bytes it grew over a hundred receipts
     * @param peak in bytes, as {@code limit}
     */
    static Verdict of(double per100, long peak, long limit) {
        if (peak >= limit) {
            return OVER_THE_LIMIT;
        }
        return per100 * RECEIPTS / 100 > 0.1 * limit ? GROWS : FLAT;
    }

    @Override
    public String toString() {
        return word;
    }
}
