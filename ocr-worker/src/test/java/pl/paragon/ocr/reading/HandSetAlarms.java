package pl.paragon.ocr.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so, however slow the machine is. */
public final class HandSetAlarms implements Alarms {

    private final List<Pending> pending = new ArrayList<>();
    private Duration now = Duration.ZERO;

    /** Rings, on this thread and in their order, what becomes due while {@code time} passes. */
    public void pass(Duration time) {
        due(time).forEach(alarm -> alarm.task().run());
    }

    private synchronized List<Pending> due(Duration time) {
        now = now.plus(time);
        List<Pending> due = pending.stream()
                .filter(alarm -> alarm.at().compareTo(now) <= 0)
                .sorted(Comparator.comparing(Pending::at))
                .toList();
        pending.removeAll(due);
        return due;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Pending alarm = new Pending(now.plus(delay), task);
        pending.add(alarm);
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Pending alarm) {
        pending.remove(alarm);
    }

    @Override
    public synchronized void close() {
        pending.clear();
    }

    private record Pending(Duration at, Runnable task) {}
}
