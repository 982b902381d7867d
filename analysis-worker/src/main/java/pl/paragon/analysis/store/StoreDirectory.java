package pl.paragon.analysis.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Resource;
import pl.paragon.analysis.text.Likeness;
import pl.paragon.contracts.receipt.Store;

/** The chains that are known, and how a receipt tells which one it comes from. */
public final class StoreDirectory {

    private static final double BY_NIP = 1.0;
    private static final double BY_NAME = 0.9;
    private static final double BY_LIKENESS = 0.7;
    private static final double BY_LAYOUT = 0.6;
    private static final int LONG_NAME = 7;
    private static final Pattern VAT_ID = Pattern.compile("\\bDE ?\\d{3} ?\\d{3} ?\\d{3}\\b");

    private record Chain(String name, String type, String country, List<String> nips, List<Alias> aliases) {}

    private record Alias(String words, boolean whole) {}

    private final List<Chain> chains;

    public StoreDirectory() {
        chains = Resource.table(StoreDirectory.class, "stores.tsv").stream()
                .map(StoreDirectory::chain)
                .toList();
    }

    private static Chain chain(String[] row) {
        List<Alias> aliases = new ArrayList<>();
        for (String alias : row[4].split("\\|")) {
            boolean whole = alias.startsWith("=");
            aliases.add(new Alias(words(whole ? alias.substring(1) : alias), whole));
        }
        aliases.sort(Comparator.comparingInt((Alias a) -> a.words.length()).reversed());
        List<String> nips = row[3].isBlank() ? List.of() : List.of(row[3].trim().split(" "));
        return new Chain(row[0], row[1], row[2], nips, aliases);
    }

    /**
     * Who sold.
     *
     * @param printedName the shop's name as printed, or {@code null}
     * @param address as printed, or {@code null}
     * @param nip the seller's, or {@code null}
     * @param head the rows above the goods
     * @param all all rows
     */
    public Store find(String printedName, String address, String nip, List<String> head, List<String> all) {
        Optional<Chain> byNip = nip == null
                ? Optional.empty()
                : chains.stream().filter(c -> c.nips.contains(nip)).findFirst();
        if (byNip.isPresent()) {
            return store(byNip.get(), printedName, address, BY_NIP, "nip");
        }
        Optional<Chain> byName = named(head, true);
        if (byName.isPresent()) {
            return store(byName.get(), printedName, address, BY_NAME, "name");
        }
        Optional<Chain> alike = alike(head);
        if (alike.isPresent()) {
            return store(alike.get(), printedName, address, BY_LIKENESS, "name");
        }
        Optional<Chain> byVatId = byVatId(all);
        if (byVatId.isPresent()) {
            return store(byVatId.get(), printedName, address, BY_NIP, "vat_id");
        }
        Optional<Chain> layout = named(all, false);
        if (layout.isPresent()) {
            return store(layout.get(), printedName, address, BY_LAYOUT, "layout");
        }
        return new Store(printedName, printedName, null, null, address, null, "unknown");
    }

    private static Store store(Chain chain, String name, String address, double confidence, String method) {
        return new Store(
                name == null ? chain.name : name, chain.name, chain.name, chain.type, address, confidence, method);
    }

    /** The tax numbers of the chain that these rows name; none if they name none. */
    public List<String> nipsOfNamed(List<String> rows) {
        return named(rows, true).or(() -> alike(rows)).map(Chain::nips).orElse(List.of());
    }

    /** Whether any of these rows names this chain, by a word of its own. */
    public boolean names(List<String> rows, String chain) {
        List<Alias> aliases = chains.stream()
                .filter(c -> c.name.equals(chain))
                .flatMap(c -> c.aliases.stream())
                .toList();
        return rows.stream().map(row -> " " + words(row) + " ").anyMatch(words -> aliases.stream()
                .anyMatch(alias -> words.contains(" " + alias.words + " ")));
    }

    /** German receipts print the seller's number for VAT, wherever they name the seller. */
    private Optional<Chain> byVatId(List<String> rows) {
        for (String row : rows) {
            Matcher id = VAT_ID.matcher(row);
            while (id.find()) {
                String plain = id.group().replaceAll("\\s", "");
                Optional<Chain> found =
                        chains.stream().filter(c -> c.nips.contains(plain)).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The chain named in the topmost of these rows that names one; of several names the longest.
     *
     * @param alone whether a name of one word will do: above the goods it does, elsewhere "Netto" is a column and
     *     "Action" a campaign
     */
    private Optional<Chain> named(List<String> rows, boolean alone) {
        for (String row : rows) {
            String words = " " + words(row) + " ";
            Chain best = null;
            int longest = 0;
            for (Chain chain : chains) {
                for (Alias alias : chain.aliases) {
                    if (alias.whole && !alone) {
                        continue;
                    }
                    String wanted = alias.whole ? " " + alias.words + " " : " " + alias.words;
                    if (words.contains(wanted) && alias.words.length() > longest) {
                        best = chain;
                        longest = alias.words.length();
                    }
                }
            }
            if (best != null) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    /** A long name with a letter misread. */
    private Optional<Chain> alike(List<String> rows) {
        for (String row : rows) {
            for (String word : words(row).split(" ")) {
                for (Chain chain : chains) {
                    for (Alias alias : chain.aliases) {
                        boolean one = alias.words.length() >= LONG_NAME && alias.words.indexOf(' ') < 0;
                        if (one && Likeness.isWithin(1, alias.words, word)) {
                            return Optional.of(chain);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String words(String text) {
        return Folding.fold(text).replaceAll("[^a-z0-9]+", " ").trim();
    }
}
