package pl.paragon.runtime.files;

import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/**
 * The name of a file in the store: {@code <job id>/<name>}.
 *
 * @param name within the job: letters, digits, dots and hyphens, so that it cannot lead elsewhere
 */
public record FileKey(JobId job, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    public FileKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a file's name has letters, digits, dots and hyphens only: '" + name + "'");
        }
    }

    /** @throws NoSuchFileException if the claim check has no key of this store */
    public static FileKey of(FileReference file) throws NoSuchFileException {
        String[] parts = file.key().split("/");
        Optional<JobId> job = parts.length == 2 ? JobId.parse(parts[0]) : Optional.empty();
        if (job.isEmpty()) {
            throw new NoSuchFileException(file.key(), null, "no key of this store: it should be '<job id>/<name>'");
        }
        return new FileKey(job.get(), parts[1]);
    }

    @Override
    public String toString() {
        return job + "/" + name;
    }
}
