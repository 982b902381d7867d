/** Jobs of a submitter: found one by one, listed, cancelled and deleted. To anybody else they do not exist. */
package pl.paragon.api.job;
