package pl.paragon.runtime.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the operating system, whose own time limit is much longer than anybody here waits. */
final class SystemHostNames implements HostNames {

    private final Duration timeout;

    /** Platform threads: a look-up is a native call, which would pin the carrier of a virtual one. */
    private final ExecutorService lookups = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("host-names-", 0).factory());

    SystemHostNames(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        Future<List<InetAddress>> lookup = lookups.submit(() -> List.of(InetAddress.getAllByName(host)));
        try {
            return lookup.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception why) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(why);
        return unknown;
    }
}
