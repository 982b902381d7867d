/** The one JSON codec. */
package pl.paragon.contracts.json;
