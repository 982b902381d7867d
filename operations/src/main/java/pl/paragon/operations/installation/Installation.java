package pl.paragon.operations.installation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The Paragon that a command is about unless an option names another one. */
public interface Installation {

    /** Host and port of its Kafka; empty if it is not running. */
    Optional<String> kafka();

    /** The environment that its services run in, as far as known: {@code KAFKA_…} says how Kafka's clients log in. */
    Map<String, String> environment();

    /** The address of its persistence-worker; empty if it is not running. */
    Optional<URI> persistence();

    /** What to do if it is not running, a sentence for people. */
    String howToStart();
}
