/**
 * How many jobs a user may submit in a while. A window of time moves along with the clock, and each accepted job takes
 * a place in it until it has moved on; with 10 jobs a minute, no minute whatever has more than 10.
 *
 * <pre>
 *  intake ──▶ {@link pl.paragon.api.limit.RateLimit} ──▶ {@link pl.paragon.api.limit.RedisWindow}, which all gateways share
 *                      │
 *                      └─ Redis is unavailable ──▶ {@link pl.paragon.api.limit.LocalWindow}, this gateway's own
 * </pre>
 *
 * A place is taken when an upload is otherwise fine, in one step with the question whether there is one. So a burst
 * cannot overrun the limit, and an upload that is refused has taken nothing.
 */
package pl.paragon.api.limit;
