package pl.paragon.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import pl.paragon.contracts.job.JobId;

/** Pictures as clients send them. */
final class Uploads {

    private Uploads() {}

    static JobId jobOf(Response accepted) {
        return JobId.of(accepted.then().statusCode(202).extract().path("data.job_id"));
    }

    static RequestSpecification upload(byte[] picture) {
        return given().multiPart("file", "paragon.jpg", picture, "image/jpeg");
    }

    static byte[] jpeg(int size) {
        byte[] content = new byte[size];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        return content;
    }
}
