/**
 * Signals changes of jobs to everything that waits for one: a request that is answered later, a page, a stream of
 * events. A watch is for one job, or for all jobs of one owner.
 *
 * <pre>
 *  projector of any gateway ─▶ facts written and changed ids published, in one script ─▶ Redis
 *                                                                                         │ one channel
 *  waiter ◀─ "may have changed" ─ {@link pl.paragon.api.feed.Watches} ◀─ {@link pl.paragon.api.feed.RedisJobFeed} of each gateway
 * </pre>
 *
 * The feed never says what changed, only that it is worth looking: so a message that is lost, doubled or late does no
 * harm, and there is one way to read a status. Whoever watches first and looks afterwards misses nothing.
 */
package pl.paragon.api.feed;
