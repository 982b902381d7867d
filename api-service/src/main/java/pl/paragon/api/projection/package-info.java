/**
 * Projects the facts of all topics into the board.
 *
 * <pre>
 *  topics ─▶ {@link pl.paragon.api.projection.Projection} ─▶ facts of each job, and the position of each partition ─▶ Redis
 * </pre>
 *
 * Positions are kept beside the facts, in the same store, and both are written in one step that first compares the
 * positions. Whatever Redis forgets, it forgets the position too, so the projection resumes from there by itself: from
 * the beginning if everything was lost, a second back after a crash that lost a second. The offsets committed to Kafka
 * only show the lag to monitoring; nothing here reads them. Seeks and polls must run on one thread, which is why the
 * projection has a Kafka consumer of its own instead of a channel.
 */
package pl.paragon.api.projection;
