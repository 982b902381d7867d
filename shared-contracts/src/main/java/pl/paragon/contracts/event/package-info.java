/**
 * The facts that the services publish, and the topics that hold them. Start with
 * {@link pl.paragon.contracts.event.Topic} and {@link pl.paragon.contracts.event.StageInput}.
 */
package pl.paragon.contracts.event;
