/**
 * The board: what the gateway knows of each job, kept as facts in Redis, so that every gateway answers the same.
 *
 * <pre>
 *  upload ──▶ {@link pl.paragon.api.board.JobBoard} ──▶ {@link pl.paragon.api.board.FactStore} (Redis) ◀── projection
 *  GET status ──▶   │ find      ◀── facts ──┘
 *                   └─▶ {@link pl.paragon.api.status.JobStatus#fold}
 * </pre>
 *
 * While Redis is unavailable, uploads are still accepted; their submissions stay in this process until the projection
 * has them. A status is then refused rather than guessed.
 *
 * <p>{@link pl.paragon.api.board.ChangedJobs} says which jobs of an owner changed since a version, so that whoever
 * follows them can go on where it stopped, at any gateway.
 */
package pl.paragon.api.board;
