package pl.paragon.api.push;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import pl.paragon.api.listen.Admission;
import pl.paragon.api.listen.JobState;
import pl.paragon.api.listen.Listener;
import pl.paragon.api.listen.Listeners;
import pl.paragon.api.listen.Subscription;

/**
 * One client's stream of events. An event is written once the one before it is with the client's kernel; what waits
 * until then is counted, and a client that lets too much wait is disconnected.
 */
final class EventStream implements Listener {

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    private final MultiEmitter<? super OutboundSseEvent> events;
    private final AtomicInteger waiting;
    private final int backlog;
    private final Sse sse;
    private final Runnable disconnect;
    private final Clock clock;
    private final AtomicBoolean dropped = new AtomicBoolean();
    private volatile Subscription subscription;

    private EventStream(
            MultiEmitter<? super OutboundSseEvent> events,
            AtomicInteger waiting,
            int backlog,
            Sse sse,
            Runnable disconnect,
            Clock clock) {
        this.events = events;
        this.waiting = waiting;
        this.backlog = backlog;
        this.sse = sse;
        this.disconnect = disconnect;
        this.clock = clock;
    }

    static Multi<OutboundSseEvent> of(
            Admission.Granted granted, Listeners listeners, int backlog, Sse sse, Runnable disconnect, Clock clock) {
        AtomicInteger waiting = new AtomicInteger();
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        events -> {
                            EventStream stream = new EventStream(events, waiting, backlog, sse, disconnect, clock);
                            listeners.open(granted, stream).ifPresentOrElse(stream::begin, events::complete);
                        },
                        BackPressureStrategy.BUFFER)
                .invoke(waiting::decrementAndGet);
    }

    @Override
    public void changed(JobState state) {
        ReceiptMessage message = ReceiptMessage.of(state, clock.instant());
        send(sse.newEventBuilder()
                .id(message.eventId())
                .name(message.eventType())
                .data(message.json())
                .build());
    }

    @Override
    public void heartbeat() {
        send(sse.newEventBuilder().comment("").build());
    }

    @Override
    public void ended() {
        events.complete();
    }

    private void begin(Subscription opened) {
        subscription = opened;
        events.onTermination(opened::close);
        if (dropped.get()) {
            opened.close();
        }
    }

    private void send(OutboundSseEvent event) {
        if (waiting.incrementAndGet() > backlog) {
            drop();
        } else {
            events.emit(event);
        }
    }

    /** At once for the gateway; the connection closes when the client reads, or is found dead. */
    private void drop() {
        if (dropped.compareAndSet(false, true)) {
            LOG.infof("A client that is %d events behind is disconnected", backlog);
            Subscription current = subscription;
            if (current != null) {
                current.close();
            }
            disconnect.run();
        }
    }
}
