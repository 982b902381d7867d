package pl.paragon.api.fuzz;

import java.util.List;
import java.util.Random;

/** Values that programs stumble over. */
final class Strange {

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2147483648",
            "9223372036854775808",
            "-9223372036854775809",
            "1e309",
            "0x7f",
            "NaN",
            "1,5",
            "٣",
            "null",
            "true",
            "undefined",
            "..",
            "../../etc/passwd",
            "..\\..\\boot.ini",
            "/",
            "\u0000",
            "a\u0000b",
            "\u202Etxt.exe",
            "\uFEFF",
            "zażółć gęślą jaźń",
            "🧾",
            "\uD800",
            "' OR 1=1 --",
            "\"; DROP TABLE receipt; --",
            "%",
            "%_%",
            "${jndi:ldap://localhost/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "2026-02-30",
            "2026-13-01",
            "2026-02-28T25:61:61Z",
            "-999999999-01-01",
            "+1000000000-01-01T00:00:00Z",
            "P-1D",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "0b8c6f0e-4a52-4c3a-9d5f-1f1c6a3f7a1",
            "0b8c6f0e-4a52-4c3a-9d5f-1f1c6a3f7a10 ",
            "0B8C6F0E-4A52-4C3A-9D5F-1F1C6A3F7A10",
            "e30=",
            "eyJhIjoxfQ",
            "[]",
            "{}",
            "*",
            "(((((((((((((((((((((((((",
            "^(a+)+$",
            "paragon:job:*",
            "PENDING",
            "SUCCESS");

    private static final List<String> HEADERS = List.of(
            "",
            "*/*",
            "*/*;q=0",
            "application/json",
            "application/problem+json",
            "application/problem+json;q=2",
            "text/html, application/xml;q=0.9",
            "text/event-stream",
            "image/jpeg",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"\u00e9\"",
            "multipart/form-data; boundary=" + "b".repeat(200),
            "application/json; charset=nonsense",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/merge-patch+json",
            ";",
            ",",
            ",,,;;;===",
            "\"",
            "\"unclosed",
            "W/\"1\"",
            "\"1\"",
            "*",
            "bytes=0-",
            "bytes=99999999999999999999-1",
            "wait=0",
            "wait=-1",
            "wait=999999999999999999999",
            "wait=1; wait=2",
            "respond-async",
            "pl",
            "en;q=0.5, pl;q=0.9",
            "xx-nonsense-" + "y".repeat(100),
            "pl;q=nan",
            "Bearer ",
            "Bearer prgn_nonsense",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Basic ====",
            "Basic dTpw",
            "127.0.0.1, 10.0.0.1",
            "for=\"[::1]:99999\"",
            "http://localhost:3000",
            "null",
            "file:///etc/passwd",
            "gzip;q=0",
            "websocket",
            "keep-alive, Upgrade",
            "13",
            "0",
            "\u00ff\u00fe",
            "a\tb",
            "k".repeat(256),
            "v".repeat(4000));

    private static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-0.0",
            "-1",
            "1e400",
            "0.1234567890123456789",
            "9".repeat(400),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"🧾\"",
            "\"2026-02-30\"",
            "\"-999999999-01-01\"",
            "[]",
            "[null]",
            "[[[[[[]]]]]]",
            "{}",
            "{\"\":{}}",
            "{\"a\":1,\"a\":2}",
            "{\"@type\":\"java.lang.Runtime\"}",
            "NaN",
            "'x'",
            "[1,]",
            "\"unclosed",
            "[".repeat(3000));

    private Strange() {}

    /** Any text, now and then a long one. */
    static String value(Random random) {
        return random.nextInt(30) == 0 ? "x".repeat(1 + random.nextInt(3000)) : one(VALUES, random);
    }

    /** Text that may stand in a header. */
    static String header(Random random) {
        return one(HEADERS, random);
    }

    /** A JSON value, or nearly one. */
    static String json(Random random) {
        return random.nextInt(3) == 0 ? "\"" + escaped(value(random)) + "\"" : one(JSON, random);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0000", "\\u0000");
    }

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
