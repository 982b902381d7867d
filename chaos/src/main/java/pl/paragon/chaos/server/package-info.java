/** The three servers beside the services: read for the audit, and mistreated for the mischief. */
package pl.paragon.chaos.server;
