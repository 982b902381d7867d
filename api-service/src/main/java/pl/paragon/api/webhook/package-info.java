/**
 * Webhooks of the gateway's callers, kept by persistence-worker, which also sends them. Which URLs are allowed is
 * checked here first, so that whoever names one hears of it.
 */
package pl.paragon.api.webhook;
