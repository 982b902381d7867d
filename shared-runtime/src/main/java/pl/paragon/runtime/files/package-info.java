/**
 * The claim check: bytes live in a store that all services share, events carry a {@link pl.paragon.contracts.file.FileReference}.
 */
package pl.paragon.runtime.files;
