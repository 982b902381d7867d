/** What runs in the server's own process; nothing else may use it, since its libraries are nowhere else. */
package pl.paragon.s3server.process;
