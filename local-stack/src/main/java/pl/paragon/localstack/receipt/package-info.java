/**
 * The command that sends receipts through a running Paragon, by its public API alone, and shows progress and results.
 */
package pl.paragon.localstack.receipt;
