package pl.paragon.persistence.database;

import java.util.function.Supplier;

/** Runs several changes of the database as one. */
public interface Transactions {

    /**
     * Runs {@code work} in a transaction of its own.
     *
     * @throws pl.paragon.worker.stage.StageException {@code DATABASE_UNAVAILABLE}, {@code DATABASE_ERROR} or
     *     {@code INTERNAL_ERROR}, see {@link DatabaseFault}. If the connection broke during the commit, the work may be
     *     committed all the same, so repeating it must be harmless
     */
    <T> T inOne(Supplier<T> work);
}
