package pl.paragon.analysis.grammar.head;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.grammar.line.Name;
import pl.paragon.analysis.lexicon.Digits;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.spelling.Spelling;

/** The shop's name and address and the receipt's number, where they are printed. */
public record Head(Field<String> storeName, Field<String> address, Field<String> number) {

    private static final Pattern ADDRESS =
            Pattern.compile("\\b\\d{2}-\\d{3}\\b|\\bul[.:]|\\baleja\\b|\\bal\\.|\\bpl\\.|\\bos\\.|stra(ss|ß)e"
                    + "|str\\.|\\bjalan\\b|\\bjln\\b");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)(?:nr ?(?:wydr|paragonu|par|dok)?[.:]* ?|wydruk[ :]+|numer transakcji[ :]*"
                    + "|podsumowanie zakup[óo]w: ?)(\\d[\\d/]{2,})");
    private static final Pattern NOT_THE_NUMBER = Pattern.compile("(?i)nr (rej|sys|tel|kol|bdo|kart)|transakcji");
    /** A name has letters, and more of them than digits: numbers of a register or a till are no shop. */
    private static final int NAME_LETTERS = 3;

    /**
     * Legal forms of companies. If one is printed above the goods, that row names the seller, not the row with the
     * slogan or the brand.
     */
    private static final Pattern COMPANY =
            Pattern.compile("\\bsdn\\.? ?bh?d\\b|\\bs/b\\b|\\benterprise\\b|\\bberhad\\b|\\bplt\\b"
                    + "|\\btrading\\b|\\bgmbh\\b|\\bltd\\b|\\bohg\\b|\\be\\. ?k\\.");

    private static final Pattern REGISTRATION = Pattern.compile(" ?\\(?[A-Z]{0,2}\\d{5,}[-–]?[A-Z]?\\)?$");

    public static Head read(List<Line> all, List<Line> head) {
        List<Line> top = head.isEmpty() ? all.subList(0, Math.min(8, all.size())) : head;
        return new Head(storeName(top), address(top), number(all));
    }

    private static Field<String> storeName(List<Line> lines) {
        Field<String> first = null;
        for (Line line : lines) {
            Row row = line.row();
            if (!couldBeName(line)) {
                continue;
            }
            Matcher company = COMPANY.matcher(Folding.fold(row.text()));
            if (company.find()) {
                int end = registration(row.text());
                return Field.of(row.text().substring(0, end).strip(), Trace.of(row, 0, end));
            }
            first = first == null ? Field.of(printed(row), Trace.of(row)) : first;
        }
        return first;
    }

    /** Without letters that were read twice where pieces of the row overlap. */
    private static String printed(Row row) {
        return Name.of(row, 0, row.text().length(), Spelling.asRead()).printed();
    }

    private static boolean couldBeName(Line line) {
        Row row = line.row();
        boolean clear = row.confidence(0, row.text().length()) > 0.7;
        boolean address = ADDRESS.matcher(Folding.fold(row.text())).find();
        boolean named = line.letters() >= NAME_LETTERS && line.letters() >= digits(row.text());
        boolean title = line.is(Label.FISCAL_TITLE) || line.is(Label.NON_FISCAL);
        return clear && named && !address && !title && line.amounts() == 0;
    }

    private static long digits(String text) {
        return text.chars().filter(Digits::isDigit).count();
    }

    /** Where the number begins that a register knows the company by; the end if none is printed. */
    private static int registration(String text) {
        Matcher number = REGISTRATION.matcher(text);
        return number.find() && number.start() > NAME_LETTERS ? number.start() : text.length();
    }

    private static Field<String> address(List<Line> lines) {
        for (Line line : lines) {
            if (ADDRESS.matcher(Folding.fold(line.text())).find()) {
                return Field.of(printed(line.row()), Trace.of(line.row()));
            }
        }
        return null;
    }

    private static Field<String> number(List<Line> lines) {
        for (Line line : lines) {
            if (NOT_THE_NUMBER.matcher(line.text()).find()) {
                continue;
            }
            Matcher number = NUMBER.matcher(line.text());
            if (number.find()) {
                return Field.of(number.group(1), Trace.of(line.row(), number.start(1), number.end(1)));
            }
        }
        return null;
    }
}
