package pl.paragon.running;

/** How a command ended, and all that it printed on both its outputs. */
public record CommandResult(int exitCode, String output) {}
