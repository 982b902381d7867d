/** Where a command finds the servers of a Paragon. */
package pl.paragon.operations.installation;
