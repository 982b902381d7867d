/** What the pipeline alone can do: jobs for which nobody reads a picture or understands a text. */
package pl.paragon.benchmarks.emptyjobs;
