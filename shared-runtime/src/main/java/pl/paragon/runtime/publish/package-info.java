/** Publishing events: one publisher, one outgoing channel, at least once. */
package pl.paragon.runtime.publish;
