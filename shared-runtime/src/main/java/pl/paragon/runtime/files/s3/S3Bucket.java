package pl.paragon.runtime.files.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The requests that the file store makes, one each unless it is said; whatever fails is an {@link IOException}. */
final class S3Bucket {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    /** Metadata of each object, since HEAD tells no digest of the content that all servers have. */
    private static final String SHA256 = "sha256";

    private final S3Client client;
    private final String name;

    S3Bucket(S3Client client, String name) {
        this.client = client;
        this.name = name;
    }

    /** What HEAD tells of an object. */
    record Head(long size, String sha256) {}

    /** Replaces an object, as a whole. */
    void put(String key, String mediaType, SpooledContent content) throws IOException {
        execute(() -> client.putObject(request(key, mediaType, content).build(), RequestBody.fromFile(content.file())));
    }

    /**
     * Creates an object, as a whole.
     *
     * @return false if there is one already, or another writer was first
     */
    boolean putIfAbsent(String key, String mediaType, SpooledContent content) throws IOException {
        try {
            client.putObject(
                    request(key, mediaType, content).ifNoneMatch("*").build(), RequestBody.fromFile(content.file()));
            return true;
        } catch (S3Exception e) {
            // CONFLICT: something else was done with this key at the same time, and it is not known yet whether it won.
            if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
                return false;
            }
            throw S3Failure.of(e);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** Creates or replaces an empty object. */
    void mark(String key) throws IOException {
        execute(() -> client.putObject(put -> put.bucket(name).key(key), RequestBody.empty()));
    }

    /** Empty if there is no such object; to tell that from a bucket that is gone takes a second request. */
    Optional<Head> head(String key) throws IOException {
        try {
            HeadObjectResponse head = client.headObject(h -> h.bucket(name).key(key));
            return Optional.of(new Head(head.contentLength(), head.metadata().getOrDefault(SHA256, "")));
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_FOUND) {
                throw S3Failure.of(e);
            }
            requireBucket();
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /**
     * The content, as it arrives.
     *
     * @throws NoSuchFileException if there is no such object
     */
    InputStream open(String key) throws IOException {
        try {
            return new ObjectContent(client.getObject(get -> get.bucket(name).key(key)));
        } catch (NoSuchKeyException e) {
            throw (IOException) new NoSuchFileException(key, null, "never stored, or deleted").initCause(e);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    /** Deletes an object, if there is one. */
    void delete(String key) throws IOException {
        execute(() -> client.deleteObject(delete -> delete.bucket(name).key(key)));
    }

    /** The objects whose keys begin like this, a request for each thousand as they are read. */
    Stream<StoredObject> list(String prefix) {
        Iterable<S3Object> objects = client.listObjectsV2Paginator(
                        list -> list.bucket(name).prefix(prefix))
                .contents();
        return stream(objects).map(object -> new StoredObject(object.key(), object.size(), object.lastModified()));
    }

    /** The names between this prefix and the next {@code /}, a request for each thousand as they are read. */
    Stream<String> folders(String prefix) {
        Iterable<CommonPrefix> folders = client.listObjectsV2Paginator(
                        list -> list.bucket(name).prefix(prefix).delimiter("/"))
                .commonPrefixes();
        return stream(folders)
                .map(CommonPrefix::prefix)
                .map(folder -> folder.substring(prefix.length(), folder.length() - 1));
    }

    /** @throws IOException if the bucket is gone, or unavailable */
    void requireBucket() throws IOException {
        try {
            client.headBucket(head -> head.bucket(name));
        } catch (S3Exception e) {
            throw e.statusCode() == NOT_FOUND
                    ? new IOException("The file store is unavailable: there is no bucket '" + name + "'", e)
                    : S3Failure.of(e);
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private PutObjectRequest.Builder request(String key, String mediaType, SpooledContent content) {
        return PutObjectRequest.builder()
                .bucket(name)
                .key(key)
                .contentType(mediaType)
                .contentLength(content.size())
                .metadata(Map.of(SHA256, content.sha256()));
    }

    private static void execute(Supplier<?> request) throws IOException {
        try {
            request.get();
        } catch (SdkException e) {
            throw S3Failure.of(e);
        }
    }

    private static <T> Stream<T> stream(Iterable<T> pages) {
        Iterator<T> elements = translated(pages::iterator).get();
        Iterator<T> translated = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return translated(elements::hasNext).get();
            }

            @Override
            public T next() {
                return translated(elements::next).get();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(translated, 0), false);
    }

    private static <R> Supplier<R> translated(Supplier<R> step) {
        return () -> {
            try {
                return step.get();
            } catch (SdkException e) {
                throw new UncheckedIOException(S3Failure.of(e));
            }
        };
    }
}
