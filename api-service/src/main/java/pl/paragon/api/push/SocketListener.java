package pl.paragon.api.push;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import pl.paragon.api.listen.JobState;
import pl.paragon.api.listen.Listener;
import pl.paragon.api.listen.Subscription;

/** One client's socket. Counts what is not with the client's kernel yet, and closes if that is too much. */
final class SocketListener implements Listener {

    /** RFC 6455: come back, with {@code last_event_id}. */
    static final int TRY_AGAIN_LATER = 1013;

    /** RFC 6455: the gateway is shutting down, or this listener may not listen any longer. */
    static final int GOING_AWAY = 1001;

    private static final Logger LOG = Logger.getLogger(SocketListener.class);

    private final WebSocketConnection connection;
    private final int backlog;
    private final Clock clock;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean dropped = new AtomicBoolean();
    private volatile Subscription subscription;

    SocketListener(WebSocketConnection connection, int backlog, Clock clock) {
        this.connection = connection;
        this.backlog = backlog;
        this.clock = clock;
    }

    @Override
    public void changed(JobState state) {
        if (hasRoom()) {
            send(connection.sendText(ReceiptMessage.of(state, clock.instant()).json()));
        }
    }

    @Override
    public void heartbeat() {
        if (hasRoom()) {
            send(connection.sendPing(Buffer.buffer()));
        }
    }

    @Override
    public void ended() {
        close(new CloseReason(GOING_AWAY));
    }

    void close(CloseReason reason) {
        connection
                .close(reason)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("The socket was closed before: %s", failure.getMessage()));
    }

    void begin(Subscription opened) {
        subscription = opened;
        if (dropped.get()) {
            opened.close();
        }
    }

    /** Counts one more message, which is sent if this is true. */
    private boolean hasRoom() {
        boolean room = waiting.incrementAndGet() <= backlog;
        if (!room && dropped.compareAndSet(false, true)) {
            LOG.infof("A client that is %d messages behind is disconnected", backlog);
            end();
            close(new CloseReason(TRY_AGAIN_LATER, "Too far behind; come back with last_event_id"));
        }
        return room && !dropped.get();
    }

    /** The gateway keeps nothing more for this client. */
    void end() {
        Subscription current = subscription;
        if (current != null) {
            current.close();
        }
    }

    private void send(Uni<Void> sending) {
        sending.subscribe().with(sent -> waiting.decrementAndGet(), failure -> {
            waiting.decrementAndGet();
            LOG.debugf("A message was not sent: %s", failure.getMessage());
        });
    }
}
