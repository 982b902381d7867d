package pl.paragon.manifests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Deployable;
import pl.paragon.manifests.Node;

/** The component that keeps files in a bucket, on top of the base. */
class BucketTest {

    private static final List<Manifest> RENDERED = Kustomization.render("system-tests/src/test/k8s/bucket");

    @Test
    void shouldHaveOnlyFieldsThatExist() {
        assertThat(RENDERED).allSatisfy(Types::check);
    }

    @Test
    void shouldClaimNoVolumeThatManyNodesWrite() {
        assertThat(RENDERED).extracting(Manifest::kind).doesNotContain("PersistentVolumeClaim");
        assertThat(RENDERED.stream().map(Manifest::toString)).contains("NetworkPolicy bucket");
    }

    @Test
    void shouldSayWhereTheBucketIs() {
        // when
        Node settings = find("ConfigMap", "paragon").at("data");

        // then
        assertThat(settings.textEntries())
                .containsEntry("PARAGON_FILES_STORE", "s3")
                .containsKeys("PARAGON_FILES_S3_BUCKET", "PARAGON_FILES_S3_REGION")
                .doesNotContainKey("PARAGON_FILES_DIRECTORY");
    }

    @ParameterizedTest
    @EnumSource(Deployable.class)
    void shouldGiveEachServiceTheBucketsKeysAndNoFolder(Deployable service) {
        // when
        Node pod = new Manifest(find("Deployment", service.module())).pod();
        Node container = pod.at("containers").items().getFirst();

        // then
        assertThat(pod.at("volumes").items())
                .extracting(volume -> volume.at("name").text())
                .doesNotContain("files");
        assertThat(container.at("volumeMounts").items())
                .extracting(mount -> mount.at("name").text())
                .contains("tmp")
                .doesNotContain("files");
        assertThat(container.at("env").items())
                .filteredOn(variable -> "paragon-bucket"
                        .equals(variable.at("valueFrom", "secretKeyRef", "name").text()))
                .extracting(variable -> variable.at("name").text())
                .containsExactlyInAnyOrder("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void shouldLetEachServiceReachIt() {
        // given
        Node policy = Checkout.yaml("k8s/components/bucket/network.yaml").at("spec");

        // then
        assertThat(policy.at("podSelector", "matchExpressions")
                        .items()
                        .getFirst()
                        .at("values")
                        .texts())
                .containsExactlyInAnyOrderElementsOf(List.of(Deployable.values()).stream()
                        .map(Deployable::module)
                        .toList());
    }

    private static Node find(String kind, String name) {
        return RENDERED.stream()
                .filter(object -> object.kind().equals(kind) && object.name().equals(name))
                .map(Manifest::node)
                .findFirst()
                .orElseThrow();
    }
}
