/** The command that sends receipts through a running Paragon, by its public API alone, and shows how they are read and what was read. */
package pl.paragon.localstack.receipt;
