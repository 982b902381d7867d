/** What the owner of the database tells the gateway of jobs that the topics have forgotten. */
package pl.paragon.contracts.history;
