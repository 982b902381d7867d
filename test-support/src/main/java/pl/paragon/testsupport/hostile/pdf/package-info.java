/** Hostile PDF files: images, streams, structures, drawings and texts that cost more than they weigh. */
package pl.paragon.testsupport.hostile.pdf;
