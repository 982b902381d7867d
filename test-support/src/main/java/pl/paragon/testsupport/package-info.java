/**
 * What the tests of more than one module need: invented receipts, drawn; fakes written by hand; and in {@code broker}
 * a real one.
 */
package pl.paragon.testsupport;
