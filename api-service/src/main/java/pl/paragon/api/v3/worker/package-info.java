/** {@code /api/v3/workers}: who works, on what, and what each has done. */
package pl.paragon.api.v3.worker;
