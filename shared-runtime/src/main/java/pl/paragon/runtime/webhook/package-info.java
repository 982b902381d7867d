/**
 * Which URLs webhooks may be sent to: what a stranger names must not lead to our own network. The gateway asks when a
 * URL is given, and the deliverer again at each attempt, which then connects to the very address that was checked.
 */
package pl.paragon.runtime.webhook;
