package pl.paragon.runtime.files;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the shared files are. */
@ConfigMapping(prefix = "paragon.files")
public interface FilesConfig {

    /** What holds the files: the same for all services of one installation. */
    @WithDefault("directory")
    Store store();

    /**
     * The folder that all services of one installation share, if the store is one; it has no default, since a wrong one
     * loses receipts.
     */
    Optional<Path> directory();

    /** The kinds of store. */
    enum Store {
        /** A folder, {@link #directory}. */
        DIRECTORY,
        /** A bucket, {@link pl.paragon.runtime.files.s3.S3FilesConfig}. */
        S3
    }
}
