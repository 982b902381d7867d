/**
 * Push: one edge. It sends what {@link pl.paragon.api.listen} tells of jobs: as Server-Sent Events
 * ({@link pl.paragon.api.push.EventsResource}) and over a WebSocket ({@link pl.paragon.api.push.ReceiptSocket}), both
 * with the same {@link pl.paragon.api.push.ReceiptMessage}, which the predecessor documented.
 */
package pl.paragon.api.push;
