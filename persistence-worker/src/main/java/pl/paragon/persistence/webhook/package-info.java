/**
 * Webhooks: registered by their owners, told of each job that ends ({@link
 * pl.paragon.persistence.webhook.delivery.JobEndsFold} notes whom to tell, {@link
 * pl.paragon.persistence.webhook.delivery.Deliverer} does it, as often as it takes within a day), with a list of what
 * was delivered.
 */
package pl.paragon.persistence.webhook;
