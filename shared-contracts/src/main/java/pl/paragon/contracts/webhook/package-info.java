/** Webhooks: what owners ask for, what they see of it, and the message that receivers get. */
package pl.paragon.contracts.webhook;
