/**
 * What is done to a running Paragon, and when: {@link pl.paragon.chaos.mischief.Schedule} draws it from the seed,
 * {@link pl.paragon.chaos.mischief.Troublemaker} does it, and {@link pl.paragon.chaos.mischief.Fleet} knows the
 * instances of the services, ends them and replaces them.
 */
package pl.paragon.chaos.mischief;
