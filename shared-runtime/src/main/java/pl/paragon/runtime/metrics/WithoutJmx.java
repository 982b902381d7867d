package pl.paragon.runtime.metrics;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Takes the place of Kafka's {@code JmxReporter} ({@code kafka.metric.reporters}): Micrometer asks the clients for
 * their metrics itself, and each start would register hundreds of them with a JMX server that nobody asks.
 */
public final class WithoutJmx implements MetricsReporter {

    @Override
    public void configure(Map<String, ?> properties) {}

    @Override
    public void init(List<KafkaMetric> metrics) {}

    @Override
    public void metricChange(KafkaMetric metric) {}

    @Override
    public void metricRemoval(KafkaMetric metric) {}

    @Override
    public void close() {}
}
