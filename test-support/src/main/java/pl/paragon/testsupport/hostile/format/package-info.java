/**
 * File formats byte by byte: whatever is asked for is written, however wrong it is.
 */
package pl.paragon.testsupport.hostile.format;
