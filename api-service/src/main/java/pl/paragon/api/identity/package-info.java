/** Who asks. A job belongs to its submitter; to anybody else it does not exist. */
package pl.paragon.api.identity;
