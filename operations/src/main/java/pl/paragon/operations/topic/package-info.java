/** The topics' partitions: shown, and made more for larger pools of workers. */
package pl.paragon.operations.topic;
