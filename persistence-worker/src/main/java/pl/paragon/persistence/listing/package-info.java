/**
 * The jobs of a submitter, newest first, page by page, for the gateway: from the register of accepted jobs, each with
 * its end if it has one.
 */
package pl.paragon.persistence.listing;
