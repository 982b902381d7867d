package pl.paragon.operations.broker;

/** What a command asks a broker through, as long as it runs. Its methods throw {@link Broker.UnavailableException}. */
public interface BrokerClient extends AutoCloseable {

    @Override
    void close();
}
