/** Child processes: output line by line, readiness recognised from the output, and an end bound to the parent's. */
package pl.paragon.servers.process;
