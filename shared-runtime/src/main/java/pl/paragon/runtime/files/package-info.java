/**
 * The claim check: bytes live in a store that all services share, events carry a {@link pl.paragon.contracts.file.FileReference}. Beside a job's files lie the marks of starts that
 * were never ended, by which a job that crashes its worker is told from one that is merely redelivered.
 */
package pl.paragon.runtime.files;
