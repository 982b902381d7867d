/** {@code /api/v3/stages}: who works at each stage, how much waits for it, and its pauses. */
package pl.paragon.api.v3.stage;
