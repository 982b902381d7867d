/** A submitter and its jobs: looking, waiting for a change, cancelling. What a client sees of it is for the edges. */
package pl.paragon.api.job;
