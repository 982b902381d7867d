/**
 * The servers that tests of the services run against: in containers of the compose file's images where a container
 * engine answers, else those of the local stack.
 */
package pl.paragon.testsupport.server;
