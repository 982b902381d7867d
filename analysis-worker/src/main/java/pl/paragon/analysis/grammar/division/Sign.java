package pl.paragon.analysis.grammar.division;

/** What a row tells of where a receipt begins and ends. */
enum Sign {
    /** PARAGON FISKALNY. */
    TITLE,
    /** A heading of apps and of other countries; other prints have it as well. */
    HEADING,
    /** The seller's tax number. */
    TAX_NUMBER,
    /** The legal form of a company. */
    COMPANY,
    ADDRESS,
    DATE,
    /** An amount that no known words explain. */
    GOODS,
    /** Goods with quantity and price. */
    PRODUCT,
    /** A row of the tax table. */
    TAX,
    /** What the goods cost, or what is to pay. */
    TOTAL,
    PAYMENT,
    /** What tills print under everything: thanks, cashier, numbers of the system. */
    FAREWELL,
    /** Words of a card terminal. */
    SLIP,
    /** The number of a page that is not the first. */
    NEXT_PAGE
}
