package pl.paragon.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.paragon.contracts.json.Json;
import pl.paragon.servers.FreePorts;

/**
 * An OpenID Connect issuer as far as a gateway needs one: its description, its keys, and tokens that it signed. It does
 * not answer before {@link #open()}.
 */
public final class PlayedIssuer implements QuarkusTestResourceLifecycleManager {

    static final String AUDIENCE = "paragon-in-tests";

    private static final String KEY_ID = "first";

    private final KeyPair keys = newKeys();
    private final KeyPair others = newKeys();
    private final int port = FreePorts.one();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        return Map.of("paragon.oidc.issuer", url(), "paragon.oidc.audience", AUDIENCE);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == PlayedIssuer.class);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers from now on. */
    synchronized void open() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, Map.of("issuer", url(), "jwks_uri", url() + "/keys")));
        server.createContext("/keys", exchange -> answer(exchange, Map.of("keys", new Object[] {publicKey()})));
        server.start();
    }

    /** A token that is valid for an hour. */
    String token(String subject, String scope) {
        return token(claims(subject, scope));
    }

    /** What {@link #token(String, String)} says, to be changed. */
    Map<String, Object> claims(String subject, String scope) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", url());
        claims.put("aud", AUDIENCE);
        claims.put("sub", subject);
        claims.put("scope", scope);
        claims.put("iat", now);
        claims.put("exp", now + 3600);
        return claims;
    }

    String token(Map<String, Object> claims) {
        return signed(claims, keys);
    }

    /** Signed by somebody else who says to be this one. */
    String forged(Map<String, Object> claims) {
        return signed(claims, others);
    }

    private static String signed(Map<String, Object> claims, KeyPair by) {
        String head = base64(Json.write(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)));
        String body = head + "." + base64(Json.write(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(by.getPrivate());
            signature.update(body.getBytes(StandardCharsets.US_ASCII));
            return body + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                base64(unsigned(key.getModulus())),
                "e",
                base64(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, Map<String, ?> body) throws IOException {
        try (exchange) {
            byte[] json = Json.write(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
