/** Hostile pictures, by format. */
package pl.paragon.testsupport.hostile.picture;
