package pl.paragon.analysis.model.asking;

import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import io.quarkiverse.langchain4j.RegisterAiService.NoChatMemoryProviderSupplier;
import io.quarkiverse.langchain4j.RegisterAiService.NoRetrievalAugmentorSupplier;
import io.quarkiverse.langchain4j.RegisterAiService.NoToolProviderSupplier;
import jakarta.inject.Singleton;
import pl.paragon.analysis.model.answer.Answer;
import pl.paragon.analysis.model.answer.AnswerReader;

/**
 * The AI service: sends the instructions and a {@link Question} to the {@link ConfiguredModel}. Receipts are
 * independent, so there is no memory; and there is nothing that a model could do but answer, so there are no tools.
 */
@RegisterAiService(
        chatLanguageModelSupplier = Models.class,
        chatMemoryProviderSupplier = NoChatMemoryProviderSupplier.class,
        retrievalAugmentor = NoRetrievalAugmentorSupplier.class,
        toolProviderSupplier = NoToolProviderSupplier.class)
@Singleton
public interface RowSorter {

    /**
     * A string, not an {@link Answer}: the extension would deserialise leniently, but an answer is
     * {@linkplain AnswerReader read strictly} or refused.
     *
     * @param rows a {@link Question}. The template contains only this placeholder, so nothing printed on a receipt
     *     is ever parsed as a template.
     */
    @SystemMessage(fromResource = "pl/paragon/analysis/model/asking/instructions.txt")
    @UserMessage("{rows}")
    Result<String> sort(String rows);
}
