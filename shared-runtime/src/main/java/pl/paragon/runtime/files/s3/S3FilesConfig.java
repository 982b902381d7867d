package pl.paragon.runtime.files.s3;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The bucket that holds the files if {@code paragon.files.store} is {@code s3}. Who asks is told by the AWS SDK's usual
 * chain: {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, a web identity, or what the container or machine
 * was given.
 */
@ConfigMapping(prefix = "paragon.files.s3")
public interface S3FilesConfig {

    /** The bucket that all services of one installation share; it has to exist. */
    Optional<String> bucket();

    /** What the keys of all objects begin with, e.g. {@code paragon/}; nothing if the bucket is Paragon's own. */
    Optional<String> prefix();

    /** The server, e.g. {@code https://minio.example.org:9000}; that of AWS in the region if it is not set. */
    Optional<URI> endpoint();

    /** The region; not set: by the SDK's usual chain ({@code AWS_REGION}), {@code us-east-1} with an endpoint. */
    Optional<String> region();

    /** Whether the bucket is in each address's path rather than in its host name, as most other servers want it. */
    @WithDefault("false")
    boolean pathStyle();

    /** How long one request may take before it is tried again, up to three times in all. */
    @WithDefault("20s")
    Duration timeout();

    /** Where files wait on their way to the bucket until they are complete; else the folder for temporary files. */
    Optional<Path> spoolDirectory();
}
