package pl.paragon.runtime.files;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the shared files are. */
@ConfigMapping(prefix = "paragon.files")
public interface FilesConfig {

    /** The folder that all services of one installation share; it has no default, since a wrong one loses receipts. */
    Path directory();
}
