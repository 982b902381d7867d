/**
 * Deliveries of messages to webhooks, at least once. {@code job-ended} makes a row for each webhook that is to be told;
 * whichever worker takes a row that is due sends it and writes down what came of it. A worker that dies in between
 * leaves a row that becomes due again, with the same {@code webhook-id}.
 */
package pl.paragon.persistence.webhook.delivery;
