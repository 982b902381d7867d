/** What a reader saw: pages, lines with their places, characters with their alternatives. */
package pl.paragon.contracts.text;
