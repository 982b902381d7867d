/**
 * Who follows jobs as they change: as long as a connection is open, and over its end to the next.
 *
 * <pre>
 *  {@link pl.paragon.api.feed.JobFeed} ─ "some job of this owner changed" ─▶ {@link pl.paragon.api.listen.OwnerChannel}, one per owner
 *                                       │ which ones since my version? ({@link pl.paragon.api.board.ChangedJobs})
 *                                       │ each job's state, read once
 *                                       └─▶ every {@link pl.paragon.api.listen.Listener} that wants to know
 * </pre>
 *
 * What is sent is the state of a job, not what changed about it: of two changes in quick succession the first may never
 * be seen, the last always is. Each state carries its version, and a listener that comes back with the last one that it
 * got, to whichever gateway, is sent every job that changed since. So nothing is kept for anybody who is away, and an
 * idle listener costs its connection and no thread.
 *
 * <p>Nothing here knows how states are sent: {@link pl.paragon.api.push} does.
 */
package pl.paragon.api.listen;
