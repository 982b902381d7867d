/** What the tests of more than one module need: invented receipts, drawn; and fakes written by hand. */
package pl.paragon.testsupport;
