package pl.paragon.contracts.job;

import java.util.Objects;

/**
 * Which file of a batch a job is about.
 *
 * @param position of the file in the batch, from 1; not every position has a job
 * @param size how many files the batch had, those that were refused included
 */
public record BatchPlace(BatchId id, int position, int size) {

    public BatchPlace {
        Objects.requireNonNull(id, "a place in a batch needs the batch's id");
    }
}
