package pl.paragon.runtime.files.s3;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** Makes the file store in a bucket, if it is asked for. */
@ApplicationScoped
class S3FilesProducer {

    @Produces
    @Singleton
    @Typed(S3ReceiptFileStore.class)
    S3ReceiptFileStore store(S3FilesConfig config) {
        return S3ReceiptFileStore.open(config);
    }
}
