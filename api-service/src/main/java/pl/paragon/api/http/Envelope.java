package pl.paragon.api.http;

/** The body of every success. */
public record Envelope<T>(int statusCode, String message, T data) {}
