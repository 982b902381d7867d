package pl.paragon.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import pl.paragon.running.service.Service;

/**
 * In the place of a built service: says that it is healthy (or not, or that it cannot start, as {@code FAKE_SERVICES}
 * wants it), and tells its environment under {@code /environment}. Uses nothing but the JDK, since it is packed alone.
 */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        String behaviour = System.getenv().getOrDefault("FAKE_SERVICES", "healthy");
        if (behaviour.equals("broken")) {
            System.err.println("there is no model");
            System.exit(3);
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        System.getenv("QUARKUS_HTTP_HOST"), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
                0);
        answer(server, "/q/health/live", 200, "{\"status\": \"UP\", \"checks\": []}");
        int ready = behaviour.equals("healthy") ? 200 : 503;
        answer(server, "/q/health/ready", ready, "{\"checks\": [{\"name\": \"models\", \"status\": \"DOWN\"}]}");
        answer(server, "/environment", 200, new TreeMap<>(System.getenv()).toString());
        server.start();
        System.out.println("listening");
    }

    /** Packs it as each of the four services, where their builds would be. */
    static void packInto(Path checkout) throws IOException {
        for (Service service : Service.values()) {
            Path application = Files.createDirectories(service.application(checkout));
            pack(application.resolve("quarkus-run.jar"));
        }
    }

    private static void answer(HttpServer server, String path, int code, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(code, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private static void pack(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String file = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream code = FakeService.class.getClassLoader().getResourceAsStream(file)) {
            entries.putNextEntry(new JarEntry(file));
            code.transferTo(entries);
        }
    }
}
