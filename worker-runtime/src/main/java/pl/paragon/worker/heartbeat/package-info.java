/** A worker's sign of life. */
package pl.paragon.worker.heartbeat;
