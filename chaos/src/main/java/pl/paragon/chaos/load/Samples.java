package pl.paragon.chaos.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.HostileFiles;

/**
 * The mix of files: mostly PDF files with a text layer, which cost 0.15 s of a processor each; one in ten a picture,
 * one in thirty a PDF of scanned pages, which takes long enough to be interrupted; one in twelve hostile. A fifth of
 * the jobs is cancelled.
 */
public final class Samples {

    private static final int ONE_PICTURE_IN = 10;
    private static final int ONE_SCAN_IN = 30;
    private static final int ONE_HOSTILE_IN = 12;
    private static final int ONE_CANCEL_IN = 5;
    private static final int MOST_PAGES = 3;
    private static final int SCANNED_PAGES = 4;

    /** Before any work, during it, and mostly after it. */
    private static final List<Duration> LATEST_CANCEL =
            List.of(Duration.ofMillis(300), Duration.ofSeconds(3), Duration.ofSeconds(30));

    private final Random random;
    private final Path folder;
    private final Map<String, byte[]> originals = new TreeMap<>();

    private Samples(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    /** Writes the files into a folder. The same seed, number and time give the same files, in the same order. */
    public static List<Sample> write(long seed, int jobs, Duration time, Path folder) throws IOException {
        return new Samples(seed, Files.createDirectories(folder)).write(jobs, time);
    }

    /** How many there are of each kind, for people. */
    public static Map<String, Long> kinds(List<Sample> samples) {
        return samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> switch (sample.nature()) {
                            case Sample.Receipt(var paper) -> paper.name().toLowerCase(Locale.ROOT);
                            case Sample.Hostile hostile -> "hostile";
                        },
                        TreeMap::new,
                        Collectors.counting()));
    }

    private List<Sample> write(int jobs, Duration time) throws IOException {
        Set<Integer> pictures = new HashSet<>();
        Set<Integer> scans = new HashSet<>();
        Set<Integer> hostile = new HashSet<>();
        List<Integer> order = shuffled(jobs);
        Iterator<Integer> next = order.iterator();
        take(next, jobs / ONE_PICTURE_IN, pictures);
        take(next, jobs / ONE_SCAN_IN, scans);
        take(next, jobs / ONE_HOSTILE_IN, hostile);
        Set<Integer> cancelled = new HashSet<>(shuffled(jobs).subList(0, jobs / ONE_CANCEL_IN));
        List<HostileFile> corpus = new ArrayList<>(HostileFiles.all());
        Collections.shuffle(corpus, random);
        List<Sample> samples = new ArrayList<>();
        for (int number = 1; number <= jobs; number++) {
            Duration due = time.multipliedBy(number - 1L).dividedBy(jobs).plusMillis(random.nextInt(500));
            Optional<Duration> cancelAfter =
                    cancelled.contains(number) ? Optional.of(momentOfCancel()) : Optional.empty();
            if (hostile.contains(number)) {
                HostileFile file = corpus.get(number % corpus.size());
                samples.add(hostile(number, file, due, cancelAfter));
            } else if (pictures.contains(number)) {
                samples.add(receipt(number, Sample.Paper.PICTURE, 1, due, cancelAfter));
            } else if (scans.contains(number)) {
                samples.add(receipt(number, Sample.Paper.SCAN, SCANNED_PAGES, due, cancelAfter));
            } else {
                int pages = 1 + random.nextInt(MOST_PAGES);
                samples.add(receipt(number, Sample.Paper.TEXT_PDF, pages, due, cancelAfter));
            }
        }
        return samples;
    }

    private List<Integer> shuffled(int jobs) {
        List<Integer> numbers = IntStream.rangeClosed(1, jobs).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, random);
        return numbers;
    }

    private static void take(Iterator<Integer> from, int count, Set<Integer> into) {
        for (int i = 0; i < count && from.hasNext(); i++) {
            into.add(from.next());
        }
    }

    private Duration momentOfCancel() {
        Duration latest = LATEST_CANCEL.get(random.nextInt(LATEST_CANCEL.size()));
        return Duration.ofMillis(random.nextLong(latest.toMillis()));
    }

    private Sample hostile(int number, HostileFile file, Duration due, Optional<Duration> cancelAfter)
            throws IOException {
        Path written = Files.write(folder.resolve("chaos-%04d-%s".formatted(number, file.name())), file.bytes());
        return new Sample(number, written, new Sample.Hostile(file), due, cancelAfter);
    }

    private Sample receipt(int number, Sample.Paper paper, int pages, Duration due, Optional<Duration> cancelAfter)
            throws IOException {
        String type = paper == Sample.Paper.PICTURE ? ".png" : ".pdf";
        String original = paper + "-" + pages + type;
        if (!originals.containsKey(original)) {
            Path drawn = draw(paper, pages, folder.resolve(original));
            originals.put(original, Files.readAllBytes(drawn));
            Files.delete(drawn);
        }
        Path file = folder.resolve("chaos-%04d%s".formatted(number, type));
        Files.write(file, marked(originals.get(original), number));
        return new Sample(number, file, new Sample.Receipt(paper), due, cancelAfter);
    }

    private static Path draw(Sample.Paper paper, int pages, Path file) {
        return switch (paper) {
            case PICTURE -> DrawnReceipts.write(DrawnReceipts.picture(), file);
            case SCAN -> DrawnReceipts.writePicturePdf(file, pages);
            case TEXT_PDF -> DrawnReceipts.writeTextPdf(file, pages);
        };
    }

    /** A line behind the end, which no decoder reads: whoever finds a stray file can see whose it is. */
    private static byte[] marked(byte[] original, int number) {
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(original);
        marked.writeBytes("\n%% chaos %04d%n".formatted(number).getBytes(StandardCharsets.US_ASCII));
        return marked.toByteArray();
    }
}
