/**
 * Who asks, found out from a request: what it shows is turned into an identity with its scopes, before the endpoint
 * that demands one of them reads anything of the body. What endpoints demand stands on their methods.
 */
package pl.paragon.api.http.security;
