package pl.paragon.localstack.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ProcessCommandTest {

    private static final String ACCEPTED =
            "{\"status_code\": 202, \"data\": {\"job_id\": \"j1\", \"status\": \"PENDING\"}}";
    private static final String SUCCESS = """
            {"data": {"job_id": "j1", "status": "SUCCESS", "result": {"analysis":
              {"store_name": "SKLEP", "items": [], "total_amount": 8.53, "amount_due": 8.53, "verification": {"verdict": "consistent"}}}}}
            """;

    private final Queue<String> uploads = new ConcurrentLinkedQueue<>();
    private final Deque<Answer> toUploads = new ArrayDeque<>();
    private final Deque<Answer> toStatus = new ArrayDeque<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream beside = new ByteArrayOutputStream();
    private final PrintStream standardOutput = System.out;
    private final PrintStream standardError = System.err;

    @TempDir
    Path directory;

    private HttpServer server;
    private Path receipt;

    private record Answer(int code, String body, String retryAfter) {
        static Answer of(int code, String body) {
            return new Answer(code, body, null);
        }
    }

    @BeforeEach
    void setUp() throws IOException {
        receipt = Files.writeString(directory.resolve("żabka \"1\".jpg"), "picture");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/receipts/process", exchange -> {
            uploads.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, toUploads.removeFirst());
        });
        server.createContext("/api/v3/receipts/status/j1", exchange -> answer(exchange, toStatus.removeFirst()));
        server.start();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(beside, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void tearDown() {
        System.setOut(standardOutput);
        System.setErr(standardError);
        server.stop(0);
    }

    @Test
    void shouldUploadFollowAndShow() {
        // given
        toUploads.add(Answer.of(202, ACCEPTED));
        toStatus.addAll(List.of(
                Answer.of(
                        200,
                        "{\"data\": {\"status\": \"PROGRESS\", \"step\": \"OCR\", \"progress\": 25, \"message\": \"Przetwarzanie OCR\"}}"),
                Answer.of(200, SUCCESS)));

        // when
        int exitCode = process(receipt);

        // then
        assertThat(exitCode).isZero();
        assertThat(uploads.remove())
                .contains("name=\"file\"; filename=\"żabka _1_.jpg\"\r\nContent-Type: image/jpeg\r\n\r\npicture\r\n--");
        assertThat(text()).contains(" 25 %  OCR", "100 %  Finalization", "SUCCESS after", "total  8.53", "CONSISTENT:");
    }

    @Test
    void shouldPrintOneLineOfJsonForPrograms() {
        // given
        toUploads.add(Answer.of(202, ACCEPTED));
        toStatus.add(Answer.of(200, SUCCESS));

        // when
        int exitCode = process(receipt, "--json");

        // then
        assertThat(exitCode).isZero();
        assertThat(text().lines()).singleElement().asString().startsWith("{\"job_id\":\"j1\",\"status\":\"SUCCESS\"");
        assertThat(beside.toString(StandardCharsets.UTF_8)).contains("100 %  Finalization");
    }

    @Test
    void shouldTellThatAReceiptWasNotRead() {
        // given
        toUploads.add(Answer.of(202, ACCEPTED));
        toStatus.add(
                Answer.of(
                        200,
                        "{\"data\": {\"status\": \"FAILURE\", \"message\": \"Task failed\", \"error\": \"To nie jest paragon\"}}"));

        // when
        int exitCode = process(receipt);

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(text()).contains("FAILURE after", "To nie jest paragon");
    }

    @Test
    void shouldTellWhyAnUploadIsRefusedAndGoOnWithTheOthers() {
        // given
        toUploads.add(Answer.of(
                400, "{\"message\": \"Unsupported file type\", \"details\": {\"content_type\": \"text/plain\"}}"));
        toUploads.add(Answer.of(202, ACCEPTED));
        toStatus.add(Answer.of(200, SUCCESS));

        // when
        int exitCode = process(receipt, receipt.toString());

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(text())
                .contains(
                        "refused: Unsupported file type (HTTP 400) {\"content_type\":\"text/plain\"}", "SUCCESS after");
    }

    @Test
    void shouldComeAgainWhenItIsAskedForPatience() {
        // given
        toUploads.add(new Answer(429, "{}", "0"));
        toUploads.add(Answer.of(202, ACCEPTED));
        toStatus.add(new Answer(503, "{}", "0"));
        toStatus.add(Answer.of(200, SUCCESS));

        // then
        assertThat(process(receipt)).isZero();
        assertThat(uploads).hasSize(2);
    }

    @Test
    void shouldSayThatNobodyIsThere() {
        // given
        server.stop(0);

        // then
        assertThat(process(receipt)).isEqualTo(2);
        assertThat(err.toString()).contains("No Paragon answers at http://127.0.0.1", "./paragon up");
    }

    private int process(Path file, String... more) {
        CommandLine commandLine = new CommandLine(new ProcessCommand());
        commandLine.setErr(new PrintWriter(err, true));
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        List<String> arguments = new ArrayList<>(List.of("--url", url, file.toString()));
        arguments.addAll(List.of(more));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.code(), body.length);
        try (OutputStream stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
