/** What a run has shown, for people: its figures, and each violation with all that the logs say of its job. */
package pl.paragon.chaos.report;
