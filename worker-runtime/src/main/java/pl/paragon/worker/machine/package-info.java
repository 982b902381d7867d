/** What the configuration may know of the machine, and what the process says of itself. */
package pl.paragon.worker.machine;
