/**
 * A local stack as it can be found on disk: the checkout it was built in, the folder that holds its state, the lock of
 * its supervisor, and the state that the supervisor writes down for everybody else to read.
 */
package pl.paragon.running.stack;
