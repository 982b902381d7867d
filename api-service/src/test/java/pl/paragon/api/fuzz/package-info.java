/**
 * Requests made at random from the OpenAPI document, and the judge of the answers: {@link Contract} reads the document,
 * {@link RequestFuzzer} writes a request for one of its operations and breaks it in one to three places,
 * {@link KeepAliveClient} sends it byte for byte, and the contract says whether the answer is one that is documented.
 * Each request follows from its number alone, so any of them can be sent again.
 */
package pl.paragon.api.fuzz;
