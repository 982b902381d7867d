/** An engine that understands nothing, so that everything around analysis can be measured. */
package pl.paragon.analysis.empty;
