/**
 * The gateway: what clients see of Paragon. {@link pl.paragon.api.upload} takes a receipt in, {@link pl.paragon.api.status} folds the facts that all services tell into each job's
 * status, {@link pl.paragon.api.job} shows it and cancels, {@link pl.paragon.api.result} is the finished receipt on the wire, {@link pl.paragon.api.health} says who is alive.
 */
package pl.paragon.api;
