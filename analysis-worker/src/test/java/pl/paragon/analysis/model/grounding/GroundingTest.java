package pl.paragon.analysis.model.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.analysis.model.ModelFixtures;
import pl.paragon.analysis.model.answer.AnswerReader;
import pl.paragon.analysis.model.answer.UnusableAnswerException;
import pl.paragon.analysis.model.grounding.Grounded.Kind;
import pl.paragon.analysis.proof.Proved;
import pl.paragon.analysis.proof.Reconciler;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

class GroundingTest {

    private final GrammarEngine grammar = new GrammarEngine(ModelFixtures.CLOCK);

    @Test
    void shouldGiveEachValueThePlaceWhereItIsPrinted() throws UnusableAnswerException {
        // when
        RecognizedText text = PrintedText.doubting(ModelFixtures.valuesAboveNames(), "3,49", 0.6);
        Grounded grounded = ground(text, ModelFixtures.right());

        // then
        DraftItem bread = grounded.draft().items().getFirst();
        assertThat(grounded.rejected()).isEmpty();
        assertThat(bread.name()).isEqualTo("CHLEB RAZOWY 500G");
        assertThat(bread.total().value()).isEqualTo(349);
        assertThat(bread.total().trace().row()).isEqualTo(4);
        assertThat(bread.total().trace().text()).isEqualTo("3,49");
        assertThat(bread.total().alternatives()).as("all that the print may be").hasSizeGreaterThan(1);
        assertThat(bread.letters().getFirst().letter()).isEqualTo('C');
        assertThat(grounded.draft().vat()).extracting(DraftVat::letter).containsExactly('A', 'C');
        assertThat(grounded.draft().strayAmounts()).isEmpty();
        assertThat(new Reconciler()
                        .reconcile(grounded.draft(), Checkpoint.NONE)
                        .verification()
                        .verdict())
                .isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldLeaveWhatNoEquationChecksToTheGrammar() throws UnusableAnswerException {
        // when
        Draft draft =
                ground(ModelFixtures.valuesAboveNames(), ModelFixtures.right()).draft();

        // then
        assertThat(draft.nip().value()).isEqualTo("1234563218");
        assertThat(draft.storeName().value()).isEqualTo("SKLEP POD LIPĄ");
        assertThat(draft.date().value()).hasToString("2026-01-23");
    }

    @Test
    void shouldRejectAnAmountThatStandsNowhereOnItsRow() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(
                ModelFixtures.valuesAboveNames(),
                ModelFixtures.right().replace("\"amount\":16.09}],\n \"dep", "\"amount\":61.90}],\n \"dep"));

        // then
        assertThat(grounded.rejected()).extracting(Grounded.Rejected::kind).containsExactly(Kind.TOTAL);
        assertThat(grounded.draft().summary()).hasSize(1);
        assertThat(grounded.draft().strayAmounts())
                .as("the row of the total is an open question now")
                .isNotEmpty();
    }

    @Test
    void shouldKeepThePrintWhereTheModelCorrectsADigit() throws UnusableAnswerException {
        // when
        RecognizedText text = PrintedText.doubting(ModelFixtures.valuesAboveNames(), "12,60", 0.6);
        Grounded grounded = ground(text, ModelFixtures.right().replace("\"total\":12.60", "\"total\":12.80"));

        // then
        assertThat(grounded.draft().items().getLast().total().value()).isEqualTo(1260);
    }

    @Test
    void shouldRejectADigitThatThePrintPlainlyDoesNotHave() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(
                ModelFixtures.valuesAboveNames(), ModelFixtures.right().replace("\"total\":12.60", "\"total\":12.80"));

        // then
        assertThat(grounded.rejected()).extracting(Grounded.Rejected::kind).contains(Kind.ITEM);
    }

    @Test
    void shouldRejectAnotherProduct() throws UnusableAnswerException {
        // when
        Grounded grounded =
                ground(ModelFixtures.valuesAboveNames(), ModelFixtures.right().replace("CHLEB RAZOWY 500G", "JABŁKA"));

        // then
        assertThat(grounded.rejected()).extracting(Grounded.Rejected::kind).contains(Kind.ITEM);
        assertThat(grounded.draft().items()).extracting(DraftItem::name).containsExactly("PŁYN DO NACZYŃ 1L");
    }

    @Test
    void shouldRejectANameThatIsNotBesideItsValue() throws UnusableAnswerException {
        // when
        Grounded swapped = ground(
                ModelFixtures.valuesAboveNames(),
                ModelFixtures.right()
                        .replace(
                                "\"name_row\":5,\"name\":\"CHLEB RAZOWY 500G\"",
                                "\"name_row\":7,\"name\":\"PŁYN DO NACZYŃ 1L\""));
        Grounded doubled = ground(
                ModelFixtures.valuesAboveNames(),
                ModelFixtures.right()
                        .replace(
                                "\"name_row\":7,\"name\":\"PŁYN DO NACZYŃ 1L\"",
                                "\"name_row\":5,\"name\":\"CHLEB RAZOWY\""));
        Grounded titled = ground(
                ModelFixtures.valuesAboveNames(),
                ModelFixtures.right()
                        .replace(
                                "\"name_row\":5,\"name\":\"CHLEB RAZOWY 500G\"",
                                "\"name_row\":3,\"name\":\"PARAGON FISKALNY\""));

        // then
        assertThat(swapped.draft().items()).extracting(DraftItem::name).containsExactly("PŁYN DO NACZYŃ 1L");
        assertThat(swapped.rejected()).extracting(Grounded.Rejected::kind).containsExactly(Kind.ITEM);
        assertThat(titled.draft().items()).extracting(DraftItem::name).containsExactly("PŁYN DO NACZYŃ 1L");
        assertThat(doubled.draft().items()).extracting(DraftItem::name).containsExactly("CHLEB RAZOWY 500G");
    }

    @Test
    void shouldKeepTheLettersThatArePrinted() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(
                ModelFixtures.valuesAboveNames(),
                ModelFixtures.right().replace("PŁYN DO NACZYŃ 1L", "Plyn do naczyn 1 l"));

        // then
        assertThat(grounded.draft().items().getLast().name()).isEqualTo("PŁYN DO NACZYŃ 1L");
    }

    @Test
    void shouldRejectRowsThatAreNotThere() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(ModelFixtures.valuesAboveNames(), """
                {"items":[{"row":0,"name":"A B","total":1},{"row":-4,"name":"A B","total":1},{"row":2147483647,"name":"A B","total":1}],
                 "discounts":[{"row":99,"amount":1}],"vat":[{"letter":"A","row":99,"gross":1}],
                 "totals":[{"role":"total","row":99,"amount":1}],"deposits":[{"row":99,"amount":1}],"payments":[{"row":99,"amount":1}]}""");

        // then
        assertThat(grounded.rejected()).hasSize(8);
        assertThat(grounded.draft().items()).isEmpty();
    }

    @Test
    void shouldTakeEachPrintOnce() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(ReceiptFixtures.fiscal(), """
                {"items":[{"row":5,"name":"CHLEB RAZOWY","quantity":1,"unit_price":3.49,"total":3.49},
                          {"row":5,"name":"CHLEB RAZOWY","total":3.49}],
                 "totals":[{"role":"total","row":16,"amount":31.89},{"role":"total","row":16,"amount":31.89}]}""");

        // then
        assertThat(grounded.draft().items()).hasSize(1);
        assertThat(grounded.draft().summary()).hasSize(1);
        assertThat(grounded.rejected()).extracting(Grounded.Rejected::kind).containsExactly(Kind.TOTAL, Kind.ITEM);
    }

    @Test
    void shouldHoldRolesAgainstTheWordsOfTheRow() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(ReceiptFixtures.fiscal(), """
                {"items":[{"row":16,"name":"SUMA PLN","total":31.89}],
                 "discounts":[{"row":5,"amount":3.49},{"row":15,"amount":3.28}],
                 "vat":[{"letter":"A","row":18,"gross":31.89}],
                 "totals":[{"role":"total","row":11,"amount":12.60}],
                 "payments":[{"row":12,"amount":19.29}]}""");

        // then
        assertThat(grounded.rejected())
                .extracting(Grounded.Rejected::kind)
                .containsExactly(Kind.TOTAL, Kind.VAT, Kind.PAYMENT, Kind.ITEM, Kind.DISCOUNT, Kind.DISCOUNT);
    }

    @Test
    void shouldCountGoodsThatTheModelPassesOverAsOpenQuestions() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(ReceiptFixtures.fiscal(), """
                {"items":[{"row":5,"name":"CHLEB RAZOWY 500G","total":3.49}],
                 "totals":[{"role":"total","row":16,"amount":31.89}]}""");

        // then
        assertThat(grounded.draft().strayAmounts())
                .extracting(trace -> trace.row())
                .contains(6, 7, 8, 9, 11, 12, 13, 14, 15);
    }

    @Test
    void shouldPutADiscountUnderItsLine() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(ReceiptFixtures.biedronkaApp(), """
                {"items":[{"row":8,"name":"Torba Zielona","quantity":1,"unit_price":0.79,"total":0.79},
                          {"row":9,"name":"GruszkaKonf luz","quantity":0.504,"unit_price":7.99,"total":4.03},
                          {"row":10,"name":"HerbMalinowa20tb","quantity":2,"unit_price":6.49,"total":12.98}],
                 "discounts":[{"row":11,"amount":3.00,"item_row":10}],
                 "vat":[{"letter":"A","row":13,"gross":0.79,"tax_row":14,"tax":0.15},
                        {"letter":"B","row":15,"gross":9.98,"tax_row":16,"tax":0.74},
                        {"letter":"C","row":17,"gross":4.03,"tax_row":18,"tax":0.19}],
                 "totals":[{"role":"tax","row":19,"amount":1.08},{"role":"total","row":20,"amount":14.80}],
                 "payments":[{"row":22,"amount":14.80}]}""");

        // then
        DraftDiscount discount = grounded.draft().discounts().getFirst();
        assertThat(grounded.rejected()).isEmpty();
        assertThat(discount.amount().value()).isEqualTo(300);
        assertThat(discount.item()).isEqualTo(2);
        assertThat(discount.sure()).isTrue();
        assertThat(grounded.draft().items().getLast().reduced().value()).isEqualTo(998);
        assertThat(grounded.draft().items().get(1).quantity().value()).isEqualTo(504);
        assertThat(new Reconciler()
                        .reconcile(grounded.draft(), Checkpoint.NONE)
                        .verification()
                        .verdict())
                .isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldSignDepositsAndTakeBackLines() throws UnusableAnswerException {
        // when
        Grounded grounded = ground(ReceiptFixtures.depositsAndVoid(), """
                {"items":[{"row":6,"name":"WODA MINERALNA 1,5L","quantity":2,"unit_price":2.50,"total":5.00},
                          {"row":7,"name":"BATON ORZECHOWY","quantity":1,"unit_price":3.00,"total":3.00},
                          {"row":8,"name":"BATON ORZECHOWY","total":-3.00},
                          {"row":9,"name":"BUŁKA GRAHAM","quantity":3,"unit_price":0.90,"total":2.70}],
                 "vat":[{"letter":"A","row":10,"gross":5.00,"tax_row":11,"tax":0.93},
                        {"letter":"C","row":12,"gross":2.70,"tax_row":13,"tax":0.13}],
                 "totals":[{"role":"tax","row":14,"amount":1.06},{"role":"total","row":15,"amount":7.70},{"role":"due","row":20,"amount":8.20}],
                 "deposits":[{"row":17,"amount":1.00,"returned":false},{"row":19,"amount":0.50,"returned":true}],
                 "payments":[{"row":22,"amount":10.00,"change":false},{"row":23,"amount":1.80,"change":true}]}""");

        // then
        assertThat(grounded.rejected()).isEmpty();
        assertThat(grounded.draft().items().get(2).voids()).isTrue();
        assertThat(grounded.draft().deposits())
                .extracting(d -> d.amount().value())
                .containsExactly(100L, -50L);
        assertThat(new Reconciler()
                        .reconcile(grounded.draft(), Checkpoint.NONE)
                        .verification()
                        .checks())
                .extracting(c -> c.name() + " " + c.holds().json())
                .contains("items_sum_to_total true", "total_with_deposits true", "payments_cover_amount_due true");
    }

    @Test
    void shouldTakeATotalWithoutAKnownWordWhereThePaymentsSayIt() throws UnusableAnswerException {
        // given
        RecognizedText text = PrintedText.of(
                "SKLEP POD LIPĄ",
                "CHLEB RAZOWY 500G|3,49",
                "PŁYN DO NACZYŃ 1L|12,60",
                "Należy się|16,09",
                "GOTÓWKA|20,00",
                "RESZTA|3,91");
        String answer = """
                {"items":[{"row":2,"name":"CHLEB RAZOWY 500G","total":3.49},{"row":3,"name":"PŁYN DO NACZYŃ 1L","total":12.60}],
                 "totals":[{"role":"total","row":4,"amount":16.09}],
                 "payments":[{"row":5,"amount":20.00,"change":false},{"row":6,"amount":3.91,"change":true}]}""";

        // then
        assertThat(ground(text, answer).draft().strayAmounts()).isEmpty();
        assertThat(ground(text, answer.replace("\"row\":5,\"amount\":20.00", "\"row\":5,\"amount\":2.00"))
                        .draft()
                        .strayAmounts())
                .isNotEmpty();
    }

    private Grounded ground(RecognizedText text, String answer) throws UnusableAnswerException {
        Proved read = grammar.read(text, Checkpoint.NONE).standing();
        return Grounding.ground(AnswerReader.read(answer), read.printout(), read.draft(), Checkpoint.NONE);
    }
}
