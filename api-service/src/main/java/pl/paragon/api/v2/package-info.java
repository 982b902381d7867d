/**
 * Versions 1 and 2 of the API: they answer a receipt with its text or its data in the same request. An edge like
 * {@link pl.paragon.api.v3}, whose words for refusals and results it shares. Each request is a job like any other:
 * {@code FormIntake} submits it, {@code Reading} waits for it, and a job that nobody waits for any longer is cancelled.
 */
package pl.paragon.api.v2;
