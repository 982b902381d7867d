/** What the configuration may know of the machine. */
package pl.paragon.worker.machine;
