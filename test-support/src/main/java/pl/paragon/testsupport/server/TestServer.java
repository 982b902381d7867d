package pl.paragon.testsupport.server;

/** A real server, which can go and come back at the same address. */
public interface TestServer extends AutoCloseable {

    /**
     * What its clients are configured with.
     *
     * @return of Kafka {@code host:port}, of Redis {@code redis://host:port}, of PostgreSQL a JDBC URL
     */
    String uri();

    /** The port on the host of {@link #uri()}. */
    int port();

    /** Ends it at once, as SIGKILL does. */
    void kill();

    /** Ends it in good order. */
    void stop();

    /** Comes back with its data, and is ready. */
    void start();

    /** Comes back as after the loss of its disk, and is ready. */
    void startEmpty();

    /** Ends it for good. */
    @Override
    void close();
}
