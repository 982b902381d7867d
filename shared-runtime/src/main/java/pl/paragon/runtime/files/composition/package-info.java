/** Makes the receipt file store that is configured; what the other one needs is not even loaded. */
package pl.paragon.runtime.files.composition;
