package pl.paragon.api.listen;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told. */
public final class RecordingListener implements Listener {

    public final List<JobState> told = new CopyOnWriteArrayList<>();
    public volatile int heartbeats;
    public volatile boolean ended;

    @Override
    public void changed(JobState state) {
        told.add(state);
    }

    @Override
    public void heartbeat() {
        heartbeats++;
    }

    @Override
    public void ended() {
        ended = true;
    }

    public List<Long> versions() {
        return told.stream().map(JobState::version).toList();
    }
}
