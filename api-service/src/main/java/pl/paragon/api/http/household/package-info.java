/** On whose behalf a request is made, found out from its header or its address. */
package pl.paragon.api.http.household;
