package pl.paragon.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;

class FateTest {

    @Test
    void shouldExpectAHarmlessFileToBeReadAndNoOther() {
        assertThat(Fate.of(ended("SUCCESS"), true)).isEqualTo(Fate.READ);
        assertThat(Fate.of(ended("SUCCESS"), false)).isEqualTo(Fate.UNEXPECTED);
    }

    @Test
    void shouldExpectAFailureToBlameTheFile() {
        assertThat(Fate.of(failed(ErrorCode.IMAGE_TOO_LARGE.name()), false)).isEqualTo(Fate.FAILED);
        assertThat(Fate.of(failed(ErrorCode.WORKER_CRASHED.name()), false)).isEqualTo(Fate.UNEXPECTED);
        assertThat(Fate.of(failed("NEVER_HEARD_OF"), false)).isEqualTo(Fate.UNEXPECTED);
    }

    @Test
    void shouldNotExpectACancel() {
        assertThat(Fate.of(ended("REVOKED"), true)).isEqualTo(Fate.UNEXPECTED);
    }

    private static JsonNode ended(String status) {
        return JsonNodeFactory.instance.objectNode().put("status", status);
    }

    private static JsonNode failed(String code) {
        var status = JsonNodeFactory.instance.objectNode().put("status", "FAILURE");
        status.putObject("error_details").put("code", code);
        return status;
    }
}
