/** Prometheus beside the stack, for whoever wants to watch it. */
package pl.paragon.localstack.watching;
