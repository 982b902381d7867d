/**
 * Version 3 of the API: one edge. It turns requests into calls of the core (intake, job, result), and what these
 * return, refusals included, into the documented bodies. Other edges (version 2, push) stand beside it as packages of
 * their own; none of them decides anything, and this one knows none of them.
 */
package pl.paragon.api.v3;
