/** Webhooks over HTTP, for their owners. */
package pl.paragon.api.v3.webhook;
