/**
 * The gateway: what clients see of Paragon, as a core and its edges.
 *
 * <ul>
 *   <li>{@link pl.paragon.api.intake} takes a receipt in;
 *   <li>{@link pl.paragon.api.projection} projects the facts that all services publish into the
 *       {@link pl.paragon.api.board}, of which {@link pl.paragon.api.status} makes each job's status;
 *   <li>{@link pl.paragon.api.job} finds and cancels jobs, {@link pl.paragon.api.result} reads finished receipts;
 *   <li>{@link pl.paragon.api.feed} signals changes of jobs to everything that waits for one;
 *   <li>{@link pl.paragon.api.listen} tells those who follow jobs how they stand;
 *   <li>{@link pl.paragon.api.persistence} asks persistence-worker for what is in the database;
 *   <li>{@link pl.paragon.api.health} says what works.
 * </ul>
 *
 * None of these knows HTTP: {@link pl.paragon.api.v3} turns requests into calls and what they return into bodies, on
 * top of what all edges share ({@link pl.paragon.api.http}, {@link pl.paragon.api.error}); {@link pl.paragon.api.push}
 * sends what listeners are told, over streams and sockets.
 */
package pl.paragon.api;
