package pl.paragon.runtime.publish;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/**
 * Keeps records from the producer once it is known that the broker is gone. The producer holds what it is given for
 * seconds and sends it if the broker comes back within that time, although its publisher was told that it would not.
 * When somebody listens again, one record at a time tries whether the broker confirms anything; the first that it
 * confirms ends the outage.
 */
final class Outage {

    private final BrokerAddresses addresses;
    private final Semaphore trial = new Semaphore(1);
    private volatile boolean known;

    Outage(BrokerAddresses addresses) {
        this.addresses = addresses;
    }

    /** Sends a record and returns when it is confirmed. */
    interface Sending {
        void confirm() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** @throws TimeoutException also if the record was kept from the producer */
    void orSend(Sending sending) throws InterruptedException, ExecutionException, TimeoutException {
        if (!known) {
            sending.confirm();
            return;
        }
        if (!trial.tryAcquire()) {
            throw gone();
        }
        try {
            throwIfDeserted();
            sending.confirm();
            known = false;
        } finally {
            trial.release();
        }
    }

    /** @throws TimeoutException if nobody listens at the broker's address, which is remembered */
    void throwIfDeserted() throws TimeoutException {
        if (addresses.areDeserted()) {
            known = true;
            throw gone();
        }
    }

    private static TimeoutException gone() {
        return new TimeoutException("Nobody listens at the broker's address");
    }
}
