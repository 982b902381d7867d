/**
 * Acting on all jobs that match a filter, as gateway and persistence-worker tell each other of it over internal HTTP.
 */
package pl.paragon.contracts.action;
