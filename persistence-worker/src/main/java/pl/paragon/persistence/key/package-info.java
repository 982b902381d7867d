/**
 * API keys: made, listed and revoked for operators and administrators, and verified for the gateways, which never see
 * what is kept of a secret.
 */
package pl.paragon.persistence.key;
