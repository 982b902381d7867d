/** Finds the document of a finished receipt: in memory, in the file store, or in the database of persistence-worker. */
package pl.paragon.api.result;
