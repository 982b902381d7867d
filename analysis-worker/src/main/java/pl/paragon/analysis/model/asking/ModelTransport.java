package pl.paragon.analysis.model.asking;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The JDK's HTTP client for LangChain4j, with what its own adapter lacks: an answer has a greatest size, a thread that
 * is interrupted takes its connection with it, so that a server that trickles bytes for hours costs nothing once nobody
 * waits for it, and a question is one request, while LangChain4j asks Ollama up to three times.
 */
final class ModelTransport {

    /** Ten times the longest answer. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int SERVER_ERROR = 500;

    private final java.net.http.HttpClient client;
    private final Duration connectTimeout;
    private final Duration timeout;

    ModelTransport(Duration connectTimeout, Duration timeout) {
        this.connectTimeout = connectTimeout;
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                // Servers of models stumble over the offer to speak HTTP/2 that is otherwise made in the clear.
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** For one question. */
    HttpClientBuilder once() {
        return new Builder(new OneRequest());
    }

    private SuccessfulHttpResponse send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(jdk(request));
        int status = response.statusCode();
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (status < OK || status >= REDIRECTION) {
            throw new UnansweredException(
                    status >= SERVER_ERROR ? Silence.FAILED : Silence.REFUSED, "status " + status + " " + body);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    private HttpResponse<byte[]> exchange(java.net.http.HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw new UnansweredException(Silence.UNREACHABLE, e.toString());
        } catch (HttpTimeoutException e) {
            throw new UnansweredException(Silence.TIMED_OUT, e.toString());
        } catch (IOException e) {
            throw new UnansweredException(Silence.GARBLED, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException(Silence.STOPPED, "interrupted");
        }
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .method(
                        request.method().name(),
                        request.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** The second request of a question is LangChain4j's, which could make nothing of the answer to the first. */
    private final class OneRequest implements HttpClient {

        private final AtomicBoolean sent = new AtomicBoolean();

        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            if (sent.getAndSet(true)) {
                throw new UnansweredException(Silence.GARBLED, "the answer is none of this protocol");
            }
            return send(request);
        }

        @Override
        public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
            throw new UnsupportedOperationException("answers are taken whole");
        }
    }

    /** LangChain4j would set times of its own; those of the configuration stay. */
    private final class Builder implements HttpClientBuilder {

        private final HttpClient client;

        private Builder(HttpClient client) {
            this.client = client;
        }

        @Override
        public Duration connectTimeout() {
            return connectTimeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return timeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
