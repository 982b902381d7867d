/**
 * The receipts that somebody saved: found, shown and with their picture. The database belongs to persistence-worker,
 * which is asked over internal HTTP; while it is away, only this is unavailable.
 */
package pl.paragon.api.receipt;
