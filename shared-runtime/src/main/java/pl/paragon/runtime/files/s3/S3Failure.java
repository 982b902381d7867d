package pl.paragon.runtime.files.s3;

import java.io.IOException;
import java.util.Set;
import pl.paragon.runtime.files.StoreFullException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Failures of the bucket, as the file store says them. */
final class S3Failure {

    private static final int INSUFFICIENT_STORAGE = 507;
    /** MinIO's and Ceph's words for a store, or a user's share of it, without room. */
    private static final Set<String> FULL = Set.of("XMinioStorageFull", "QuotaExceeded");

    private S3Failure() {}

    static IOException of(SdkException failure) {
        IOException unavailable = new IOException("The file store is unavailable: " + failure.getMessage(), failure);
        return failure instanceof S3Exception answer && isFull(answer)
                ? new StoreFullException(unavailable)
                : unavailable;
    }

    private static boolean isFull(S3Exception answer) {
        return answer.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code(answer));
    }

    /** The error code of an answer; that of a request without a body has none. */
    static String code(S3Exception answer) {
        return answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
    }
}
