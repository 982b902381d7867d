package pl.paragon.ocr.decoder;

import java.time.Duration;

/**
 * What one picture may cost its decoder.
 *
 * @param heap for the JDK's readers, in bytes
 * @param memory of the whole process, in bytes: the heap, the codecs' frames, the JVM itself
 * @param cpuTime after which the process is ended
 */
public record DecoderLimits(long heap, long memory, Duration cpuTime) {}
