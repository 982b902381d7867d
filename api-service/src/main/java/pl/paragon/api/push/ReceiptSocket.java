package pl.paragon.api.push;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Clock;
import pl.paragon.api.listen.Admission;
import pl.paragon.api.listen.Listeners;
import pl.paragon.api.listen.PushConfig;

/** {@code /ws}: the predecessor's messages about the caller's jobs. What a client sends is ignored. */
@WebSocket(path = ReceiptSocket.PATH, endpointId = ReceiptSocket.ENDPOINT)
public class ReceiptSocket {

    static final String PATH = "/ws";
    static final String ENDPOINT = "receipts";

    /** What {@link SocketAdmission} decided before there was a socket. */
    static final UserData.TypedKey<Admission.Granted> GRANTED = new UserData.TypedKey<>("granted");

    private static final UserData.TypedKey<SocketListener> LISTENER = new UserData.TypedKey<>("listener");

    private final Listeners listeners;
    private final PushConfig config;
    private final Clock clock;

    ReceiptSocket(Listeners listeners, PushConfig config, Clock clock) {
        this.listeners = listeners;
        this.config = config;
        this.clock = clock;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        SocketListener listener = new SocketListener(connection, config.backlog(), clock);
        connection.userData().put(LISTENER, listener);
        listeners
                .open(connection.userData().get(GRANTED), listener)
                .ifPresentOrElse(
                        listener::begin,
                        () -> listener.close(new CloseReason(
                                SocketListener.TRY_AGAIN_LATER, "This gateway has no room for another listener")));
    }

    @OnClose
    void close(WebSocketConnection connection) {
        connection.userData().get(LISTENER).end();
    }
}
