package pl.paragon.persistence.database;

import java.util.function.Supplier;

/** Doing several things in the database, all or none of them. */
public interface Transactions {

    /**
     * Does {@code work} in a transaction of its own.
     *
     * @throws pl.paragon.worker.stage.StageException {@code DATABASE_UNAVAILABLE}, {@code DATABASE_ERROR} or {@code INTERNAL_ERROR}, see {@link DatabaseFault}; where the
     *     connection broke while committing it may be done all the same, so doing it again must be harmless
     */
    <T> T inOne(Supplier<T> work);
}
