package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import pl.paragon.contracts.receipt.Money;

/** Money is a whole number of grosze in the database, too. */
@Converter(autoApply = true)
public class MoneyColumn implements AttributeConverter<Money, Long> {

    @Override
    public Long convertToDatabaseColumn(Money amount) {
        return amount == null ? null : amount.grosze();
    }

    @Override
    public Money convertToEntityAttribute(Long grosze) {
        return grosze == null ? null : Money.ofGrosze(grosze);
    }
}
