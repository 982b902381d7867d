package pl.paragon.benchmarks.purchase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import pl.paragon.contracts.receipt.Money;

/** Goods of one country and kind of shop, from a list of invented, typical names. */
public final class Goods {

    public static final Goods GROCERY = read("goods-grocery.tsv");
    public static final Goods DRUGSTORE = read("goods-drugstore.tsv");
    public static final Goods GERMAN = read("goods-german.tsv");
    public static final Goods ENGLISH = read("goods-english.tsv");

    private final List<Article> articles;

    private Goods(List<Article> articles) {
        this.articles = articles;
    }

    /**
     * @param letter its tax letter
     * @param weighed sold by the kilogram
     * @param deposit packaging that a deposit is charged for: {@code plastik}, {@code puszka}, {@code szkło}; otherwise
     *     {@code null}
     * @param dearest per piece or kilogram
     */
    public record Article(String name, String letter, Money cheapest, Money dearest, boolean weighed, String deposit) {}

    Article one(RandomGenerator lot) {
        return articles.get(lot.nextInt(articles.size()));
    }

    private static Goods read(String resource) {
        List<Article> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Goods.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Goods::article)
                    .forEach(articles::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Goods(List.copyOf(articles));
    }

    private static Article article(String line) {
        String[] parts = line.split("\t");
        String how = parts.length > 4 ? parts[4] : "";
        return new Article(
                parts[0],
                parts[1],
                Money.of(parts[2]),
                Money.of(parts[3]),
                how.equals("kg"),
                how.isEmpty() || how.equals("kg") ? null : how);
    }
}
