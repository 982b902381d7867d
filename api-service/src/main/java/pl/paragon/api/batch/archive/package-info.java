/** Unpacking a ZIP that a stranger made. */
package pl.paragon.api.batch.archive;
