/**
 * What all services share: publishing events, the receipt file store, the topics, the clock. What only workers need is
 * in {@code worker-runtime}.
 */
package pl.paragon.runtime;
