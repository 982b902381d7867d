package pl.paragon.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;

/** Lays drawn receipts out in one file: beside each other, one below another, askew, on pages. */
public final class Sheets {

    private Sheets() {}

    /** From left to right, so many pixels of free space between their widest rows. */
    public static RecognizedText beside(double gutter, RecognizedText... texts) {
        List<TextLine> lines = new ArrayList<>();
        double right = 0;
        for (RecognizedText text : texts) {
            double left = left(lines(text));
            double move = lines.isEmpty() ? 0 : right + gutter - left;
            lines.addAll(moved(lines(text), move, 0));
            right = right(lines);
        }
        return sheet(lines);
    }

    /** From top to bottom, so many pixels of free space between them. */
    public static RecognizedText below(double space, RecognizedText... texts) {
        List<TextLine> lines = new ArrayList<>();
        for (RecognizedText text : texts) {
            double move = lines.isEmpty() ? 0 : bottom(lines) + space - top(lines(text));
            lines.addAll(moved(lines(text), 0, move));
        }
        return sheet(lines);
    }

    public static RecognizedText pages(RecognizedText... texts) {
        List<Page> pages = new ArrayList<>();
        for (RecognizedText text : texts) {
            Page page = text.pages().getFirst();
            pages.add(new Page(pages.size() + 1, page.width(), page.height(), page.origin(), page.lines()));
        }
        return new RecognizedText("two-readers", pages);
    }

    /** Further down the sheet. */
    public static RecognizedText lower(double y, RecognizedText text) {
        return sheet(moved(lines(text), 0, y));
    }

    /** Turned clockwise around its middle. */
    public static RecognizedText turned(double degrees, RecognizedText text) {
        List<TextLine> lines = lines(text);
        double cx = (left(lines) + right(lines)) / 2;
        double cy = (top(lines) + bottom(lines)) / 2;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return sheet(lines.stream()
                .map(line -> placed(line, corners -> {
                    float[] turned = new float[8];
                    for (int i = 0; i < 8; i += 2) {
                        double dx = corners[i] - cx;
                        double dy = corners[i + 1] - cy;
                        turned[i] = (float) (cx + dx * cos - dy * sin);
                        turned[i + 1] = (float) (cy + dx * sin + dy * cos);
                    }
                    return turned;
                }))
                .toList());
    }

    /** As a text layer has it: what stands on one level is one line of words, whatever lies between them. */
    public static RecognizedText asTextLayer(RecognizedText text) {
        List<Page> pages = new ArrayList<>();
        for (Page page : text.pages()) {
            List<TextLine> sorted = page.lines().stream()
                    .sorted(Comparator.comparingDouble(
                                    (TextLine line) -> line.quad().y1())
                            .thenComparingDouble(line -> line.quad().x1()))
                    .toList();
            List<TextLine> lines = new ArrayList<>();
            List<TextLine> row = new ArrayList<>();
            for (TextLine line : sorted) {
                if (!row.isEmpty() && line.quad().y1() - row.getFirst().quad().y1() > 8) {
                    lines.add(joined(row));
                    row.clear();
                }
                row.add(line);
            }
            lines.add(joined(row));
            pages.add(new Page(page.number(), page.width(), page.height(), Page.Origin.TEXT_LAYER, lines));
        }
        return new RecognizedText("text-layer", pages);
    }

    private static TextLine joined(List<TextLine> row) {
        List<Word> words = new ArrayList<>();
        for (TextLine line : row.stream()
                .sorted(Comparator.comparingDouble(l -> l.quad().x1()))
                .toList()) {
            double letter = (line.quad().x2() - line.quad().x1()) / line.text().length();
            int at = 0;
            for (String word : line.text().split(" ")) {
                int x = (int) Math.round(line.quad().x1() + at * letter);
                Box bounds = line.quad().bounds();
                words.add(new Word(word, new Box(x, bounds.y(), (int) (word.length() * letter), bounds.h()), 1));
                at += word.length() + 1;
            }
        }
        words.removeIf(word -> word.text().isEmpty());
        Box around = words.stream().map(Word::box).reduce(Box::union).orElseThrow();
        String text = String.join(" ", words.stream().map(Word::text).toList());
        return new TextLine(Quad.of(around), text, 1, words, List.of(), List.of());
    }

    private static List<TextLine> lines(RecognizedText text) {
        return text.pages().getFirst().lines();
    }

    private static RecognizedText sheet(List<TextLine> lines) {
        double x = left(lines) - 40;
        double y = top(lines) - 40;
        List<TextLine> placed = moved(lines, x < 0 ? -x : 0, y < 0 ? -y : 0);
        Page page = new Page(1, (int) right(placed) + 40, (int) bottom(placed) + 40, Page.Origin.PICTURE, placed);
        return new RecognizedText("two-readers", List.of(page));
    }

    private static List<TextLine> moved(List<TextLine> lines, double x, double y) {
        return lines.stream()
                .map(line -> placed(line, corners -> {
                    float[] moved = corners.clone();
                    for (int i = 0; i < 8; i += 2) {
                        moved[i] += (float) x;
                        moved[i + 1] += (float) y;
                    }
                    return moved;
                }))
                .toList();
    }

    private static TextLine placed(TextLine line, UnaryOperator<float[]> place) {
        return new TextLine(
                Quad.of(place.apply(line.quad().toArray())),
                line.text(),
                line.confidence(),
                line.words(),
                line.symbols(),
                line.witnesses());
    }

    private static double left(List<TextLine> lines) {
        return lines.stream().mapToDouble(l -> l.quad().bounds().x()).min().orElse(0);
    }

    private static double right(List<TextLine> lines) {
        return lines.stream()
                .mapToDouble(l -> l.quad().bounds().x() + l.quad().bounds().w())
                .max()
                .orElse(0);
    }

    private static double top(List<TextLine> lines) {
        return lines.stream().mapToDouble(l -> l.quad().bounds().y()).min().orElse(0);
    }

    private static double bottom(List<TextLine> lines) {
        return lines.stream()
                .mapToDouble(l -> l.quad().bounds().y() + l.quad().bounds().h())
                .max()
                .orElse(0);
    }
}
