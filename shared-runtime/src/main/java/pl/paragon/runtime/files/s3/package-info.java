/**
 * The receipt file store in a bucket of S3, or of another server that speaks its protocol. A job exists as long as its
 * upload does: whoever adds an object looks for the upload afterwards, and whoever deletes a job begins with it, so one
 * of the two always sees the other.
 */
package pl.paragon.runtime.files.s3;
