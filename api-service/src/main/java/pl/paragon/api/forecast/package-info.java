/**
 * When a job is likely to be done, from what is ahead of it and what the stages measure of their own work. See decision
 * 28.
 */
package pl.paragon.api.forecast;
