/**
 * On whose behalf somebody asks: their own, or a household's that they are a member of. persistence-worker knows the
 * members; what it answered is remembered for some seconds, and for longer while it is away.
 */
package pl.paragon.api.household;
