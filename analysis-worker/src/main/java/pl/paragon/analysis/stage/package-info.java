/** The stage: one text recognised in, one receipt analysed out. The only package that knows the framework. */
package pl.paragon.analysis.stage;
