/**
 * Which lane a job goes down. Nobody says that a bulk comes: a user's first few jobs are interactive, and what is
 * uploaded while that many are not yet over is bulk.
 *
 * <pre>
 *  upload ──▶ {@link pl.paragon.api.lane.Lanes} ──▶ the lane of its submission
 *                  ▲
 *                  └── {@link pl.paragon.api.lane.LaneProjector} ◀── receipt-submitted (other gateways'), job-ended
 * </pre>
 *
 * The counts are in memory, folded by each gateway from the broker: an upload asks no other server which lane it is in,
 * and Redis may be away. A gateway that starts has forgotten what was before, which lets a few more jobs go first.
 */
package pl.paragon.api.lane;
