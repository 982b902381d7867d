package pl.paragon.localstack.stack;

import picocli.CommandLine.Option;
import pl.paragon.running.service.Ports;

/** The options for the ports, each with its environment variable. */
public final class PortOptions {

    @Option(
            names = "--api-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_API_PORT:-8000}",
            description = "API and web page (PARAGON_API_PORT, else 8000)")
    private int api;

    @Option(
            names = "--ocr-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_OCR_PORT:-8001}",
            description = "health and metrics of the ocr-worker (PARAGON_OCR_PORT, else 8001)")
    private int ocr;

    @Option(
            names = "--analysis-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_ANALYSIS_PORT:-8002}",
            description = "health and metrics of the analysis-worker (PARAGON_ANALYSIS_PORT, else 8002)")
    private int analysis;

    @Option(
            names = "--persistence-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_PERSISTENCE_PORT:-8003}",
            description = "the persistence-worker (PARAGON_PERSISTENCE_PORT, else 8003)")
    private int persistence;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_KAFKA_PORT:-9092}",
            description = "Kafka (PARAGON_KAFKA_PORT, else 9092)")
    private int kafka;

    @Option(
            names = "--kafka-controller-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_KAFKA_CONTROLLER_PORT:-9093}",
            description = "Kafka's controller (PARAGON_KAFKA_CONTROLLER_PORT, else 9093)")
    private int kafkaController;

    @Option(
            names = "--redis-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_REDIS_PORT:-6379}",
            description = "Redis (PARAGON_REDIS_PORT, else 6379)")
    private int redis;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "${env:PARAGON_POSTGRES_PORT:-5432}",
            description = "PostgreSQL (PARAGON_POSTGRES_PORT, else 5432)")
    private int postgres;

    /** @throws IllegalArgumentException if one is not a port, or two are the same */
    public Ports ports() {
        return new Ports(api, ocr, analysis, persistence, kafka, kafkaController, redis, postgres);
    }
}
