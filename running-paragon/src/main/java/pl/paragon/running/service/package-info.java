/**
 * The four services as processes of this machine: what each is started with, which ports and addresses it gets, and
 * one {@link pl.paragon.running.service.ServiceInstance} of it, whose health it reports itself.
 */
package pl.paragon.running.service;
