/**
 * {@code docs/configuration.md}, made from the sources: every key that a {@code @ConfigMapping} declares, with the
 * meaning that its Javadoc gives it.
 */
package pl.paragon.manifests.configuration;
