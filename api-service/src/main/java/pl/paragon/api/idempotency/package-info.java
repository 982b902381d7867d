/**
 * Uploads that may be sent again without becoming a second job: the client names each with an {@code Idempotency-Key}.
 *
 * <pre>
 *   claimed ──▶ about to be submitted, as job J ──▶ accepted
 *      │                    │
 *      └── refused ◀────────┘   (the key is free again)
 * </pre>
 *
 * A claim is a lease, so a gateway that dies does not block the key for longer. If it dies in the second state, nobody
 * knows whether the broker has the job; the next request with the key submits J once more, and since every consumer is
 * idempotent by job id, it is one job all the same.
 */
package pl.paragon.api.idempotency;
