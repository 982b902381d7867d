/** The result: a receipt as structured data, with what proves it. */
package pl.paragon.contracts.receipt;
