package pl.paragon.chaos.mischief;

import java.time.Duration;
import java.util.Set;
import pl.paragon.contracts.event.Topic;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;

/** One thing that is done. */
public sealed interface Mischief {

    /**
     * An instance of a service gets a signal. Another one takes its place.
     *
     * @param replica one of those beside the stack's own
     */
    record EndService(Service service, Signal signal, boolean replica) implements Mischief {
        @Override
        public String toString() {
            return "SIG%s to %s %s".formatted(signal, replica ? "a further" : "the stack's", service.module());
        }
    }

    /** One more instance joins, and leaves in good order (SIGTERM) with work in hand. */
    record AddService(Service service, Duration stay) implements Mischief {
        @Override
        public String toString() {
            return "one more %s for %d s".formatted(service.module(), stay.toSeconds());
        }
    }

    /** A server gets a signal; the stack's supervisor starts it again. */
    record EndServer(Server server, Signal signal) implements Mischief {
        @Override
        public String toString() {
            return "SIG%s to %s".formatted(signal, server.part());
        }
    }

    /** Redis forgets everything. */
    record EmptyRedis() implements Mischief {
        @Override
        public String toString() {
            return "redis is emptied";
        }
    }

    /** Redis has no room for a while and refuses every write. */
    record FillRedis(Duration time) implements Mischief {
        @Override
        public String toString() {
            return "redis is full for %d s".formatted(time.toSeconds());
        }
    }

    /** Copies of earlier records are published late, in another order. */
    record RepeatRecords(Set<Topic> topics, int most, long seed) implements Mischief {
        @Override
        public String toString() {
            return "up to %d records again, of %s"
                    .formatted(most, topics.stream().map(Topic::id).sorted().toList());
        }
    }

    /** The servers beside the services. */
    enum Server {
        KAFKA("kafka"),
        REDIS("redis"),
        POSTGRES("postgres");

        private final String part;

        Server(String part) {
            this.part = part;
        }

        /** Its name in the stack. */
        String part() {
            return part;
        }
    }
}
