/** A client and its job: asking for the status, asking for the end. */
package pl.paragon.api.job;
