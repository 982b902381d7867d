/** Acting on all of a submitter's jobs that match a filter; persistence-worker does it and is asked how far it is. */
package pl.paragon.api.action;
