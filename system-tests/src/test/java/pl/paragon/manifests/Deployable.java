package pl.paragon.manifests;

import java.util.List;
import pl.paragon.running.service.Service;

/** The four services, as this project's folders name them. */
public enum Deployable {
    API(Service.API),
    OCR(Service.OCR),
    ANALYSIS(Service.ANALYSIS),
    PERSISTENCE(Service.PERSISTENCE);

    private final Service service;

    Deployable(Service service) {
        this.service = service;
    }

    public String module() {
        return service.module();
    }

    /** The port in its own configuration. */
    int port() {
        return Integer.parseInt(Checkout.properties(module() + "/src/main/resources/application.properties")
                .getProperty("quarkus.http.port"));
    }

    /** What the local stack starts its JVM with. */
    List<String> jvmOptions() {
        return service.jvmOptions();
    }
}
