/** A child process as we want it: its output told line by line, its readiness known from what it says, and its end bound to that of its parent. */
package pl.paragon.servers.process;
