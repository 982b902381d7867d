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
 */
package pl.paragon.api.board;
