/**
 * An S3 server for tests: S3Proxy over a folder, in a process of its own, so that it can be killed in the middle of
 * something like any server.
 */
package pl.paragon.s3server;
