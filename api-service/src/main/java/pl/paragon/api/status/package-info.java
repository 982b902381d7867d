/**
 * A job's status is a fold of facts.
 *
 * <pre>
 *  topics ─▶ {@link pl.paragon.api.status.JobStatusProjector} ─▶ Redis: the facts of each job, and the position of each partition
 *                                                                  │
 *  GET status ─▶ {@link pl.paragon.api.status.JobBoard} ───────────┘─▶ {@link pl.paragon.api.status.JobStatus#fold}
 * </pre>
 *
 * The projection keeps its positions beside its facts, in the same store, and writes both in one step that compares the positions first. So whatever Redis forgets, it forgets
 * its position too, and the projector goes back there by itself: to the beginning after a loss of everything, a second back after a crash that lost a second. The offsets that
 * are also committed to Kafka are for those who watch the lag, nothing reads them here. That needs seeks and polls on one thread, which is why the projector has a Kafka
 * consumer of its own instead of a channel.
 */
package pl.paragon.api.status;
