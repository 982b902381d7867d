/** The port behind which engines of analysis stand. */
package pl.paragon.analysis.engine;
