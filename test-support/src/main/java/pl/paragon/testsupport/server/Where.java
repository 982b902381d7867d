package pl.paragon.testsupport.server;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;

/** Where the servers of the tests run. */
enum Where {
    CONTAINERS,
    EMBEDDED;

    /** Says it instead of whether an engine answers. */
    static final String VARIABLE = "PARAGON_TEST_SERVERS";

    private static final Supplier<Where> CHOSEN = new Supplier<>() {
        private Where where;

        @Override
        public synchronized Where get() {
            if (where == null) {
                where = choose(Optional.ofNullable(System.getenv(VARIABLE)), Where::engineAnswers);
                System.out.println("Servers of the tests: " + where.inWords()); // tests silence the log
            }
            return where;
        }
    };

    /** The same for all tests of a process; it is printed. */
    static Where chosen() {
        return CHOSEN.get();
    }

    /** @param wanted value of {@link #VARIABLE} */
    static Where choose(Optional<String> wanted, BooleanSupplier engineAnswers) {
        return switch (wanted.orElse("auto")) {
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            case "auto" -> engineAnswers.getAsBoolean() ? CONTAINERS : EMBEDDED;
            case String other ->
                throw new IllegalArgumentException(
                        "%s is %s: choose containers, embedded or auto".formatted(VARIABLE, other));
        };
    }

    private static boolean engineAnswers() {
        return ContainerEngine.mayBeThere() && DockerClientFactory.instance().isDockerAvailable();
    }

    private String inWords() {
        return switch (this) {
            case CONTAINERS ->
                "containers of the images in " + ComposeFile.ofThisCheckout().path();
            case EMBEDDED -> "those of the local stack, as no container engine answers or is wanted";
        };
    }
}
