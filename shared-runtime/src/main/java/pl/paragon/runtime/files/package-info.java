/**
 * The claim check: bytes live in a store that all services share, events carry a
 * {@link pl.paragon.contracts.file.FileReference}. {@link pl.paragon.runtime.files.Documents} are what stages make of a
 * job, in JSON.
 */
package pl.paragon.runtime.files;
