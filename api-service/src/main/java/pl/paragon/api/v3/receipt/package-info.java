/** Saved receipts in version 3: their list, one of them, its picture. */
package pl.paragon.api.v3.receipt;
