/** What the pure functions cost that every receipt goes through, by JMH. {@code benchmarks/run micro} runs them. */
package pl.paragon.benchmarks.micro;
