package pl.paragon.runtime.files.s3;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import pl.paragon.s3server.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of one test, seen past the store. Whoever opens the store finds the credentials as a service does. */
record TestBucket(S3Client client, String name, URI endpoint) {

    private static final String JOBS = "of-paragon/jobs/";

    static {
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
    }

    static TestBucket create(S3Server server) {
        TestBucket bucket = new TestBucket(client(server), "b" + UUID.randomUUID(), server.endpoint());
        bucket.client.createBucket(create -> create.bucket(bucket.name));
        return bucket;
    }

    /** The bucket that the server has of itself. */
    static TestBucket of(S3Server server) {
        return new TestBucket(client(server), S3Server.BUCKET, server.endpoint());
    }

    S3FilesConfig config(Path spool) {
        return config(spool, Map.of());
    }

    /** Its configuration, but for these keys. */
    S3FilesConfig config(Path spool, Map<String, String> others) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(S3FilesConfig.class)
                .withDefaultValue("paragon.files.s3.bucket", name)
                .withDefaultValue("paragon.files.s3.prefix", "of-paragon")
                .withDefaultValue("paragon.files.s3.endpoint", endpoint.toString())
                .withDefaultValue("paragon.files.s3.spool-directory", spool.toString())
                .withDefaultValues(others)
                .build()
                .getConfigMapping(S3FilesConfig.class);
    }

    /** The keys of what is in it, beginning with the job. */
    Stream<String> keys() {
        return client.listObjectsV2Paginator(list -> list.bucket(name)).contents().stream()
                .map(S3Object::key)
                .map(key -> key.startsWith(JOBS) ? key.substring(JOBS.length()) : key);
    }

    void put(String key) {
        client.putObject(put -> put.bucket(name).key(JOBS + key), RequestBody.empty());
    }

    void delete(String key) {
        client.deleteObject(delete -> delete.bucket(name).key(JOBS + key));
    }

    /** Deletes it with all that is in it. */
    void delete() {
        keys().toList().forEach(this::delete);
        client.deleteBucket(delete -> delete.bucket(name));
    }

    private static S3Client client(S3Server server) {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }
}
