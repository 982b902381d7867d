package pl.paragon.persistence.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Recognition;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** A receipt with one line, as far as it matters to a search. */
record Purchase(String store, String name, String category, LocalDate date, String total, Verdict verdict) {

    static final Purchase BREAD = new Purchase(
            "Sklep Próbny", "Chleb żytni", "Pieczywo > Chleb", LocalDate.of(2026, 2, 28), "4.99", Verdict.PROVED);

    Purchase at(String store) {
        return new Purchase(store, name, category, date, total, verdict);
    }

    Purchase of(String name, String category) {
        return new Purchase(store, name, category, date, total, verdict);
    }

    Purchase on(LocalDate date) {
        return new Purchase(store, name, category, date, total, verdict);
    }

    Purchase costing(String total) {
        return new Purchase(store, name, category, date, total, verdict);
    }

    Purchase with(Verdict verdict) {
        return new Purchase(store, name, category, date, total, verdict);
    }

    AnalyzedReceipt document() {
        Money price = Money.of(total);
        Item item = new Item(
                name,
                name,
                null,
                BigDecimal.ONE,
                "szt",
                price,
                price,
                Money.ZERO,
                price,
                "B",
                category,
                null,
                0.8,
                "stem",
                false,
                0.95,
                null);
        ReceiptAnalysis analysis = new ReceiptAnalysis(
                new Store(store, store, null, null, null, 0.9, "name"),
                null,
                null,
                date,
                null,
                "PLN",
                List.of(item),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                price,
                price,
                new Verification(verdict, List.of(), List.of()),
                Map.of(),
                "grammar",
                ReceiptsInFile.ONE);
        return new AnalyzedReceipt("PARAGON FISKALNY", new Recognition("two-readers", 0.97, true), analysis);
    }
}
