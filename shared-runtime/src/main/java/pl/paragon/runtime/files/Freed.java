package pl.paragon.runtime.files;

/**
 * What a deletion freed. Of several that delete the same file at the same time, one counts it; in a bucket, which does
 * not say what was there, each may.
 */
public record Freed(int files, long bytes) {

    public static final Freed NOTHING = new Freed(0, 0);

    public Freed plus(Freed other) {
        return new Freed(files + other.files, bytes + other.bytes);
    }
}
