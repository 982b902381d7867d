package pl.paragon.operations.installation;

import java.net.URI;
import java.util.Optional;

/** The Paragon that a command is about unless an option names another one. */
public interface Installation {

    /** Host and port of its Kafka; empty if it is not running. */
    Optional<String> kafka();

    /** The address of its persistence-worker; empty if it is not running. */
    Optional<URI> persistence();

    /** What to do if it is not running, a sentence for people. */
    String howToStart();
}
