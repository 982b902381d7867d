package pl.paragon.runtime.files.s3;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param modified by the server's clock
 */
record StoredObject(String key, long size, Instant modified) {}
