/** Households over HTTP: founded, joined, left and deleted. */
package pl.paragon.api.v3.household;
