/**
 * API keys, as the gateway knows them: it asks persistence-worker about a key it has not seen lately, and remembers the
 * answer for some seconds. A key that is revoked is refused everywhere once these are over.
 */
package pl.paragon.api.key;
