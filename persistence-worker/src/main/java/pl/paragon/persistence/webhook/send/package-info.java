/**
 * One message to one receiver: signed as Standard Webhooks says, and sent to the address that was checked, whatever the
 * name service says by then.
 */
package pl.paragon.persistence.webhook.send;
