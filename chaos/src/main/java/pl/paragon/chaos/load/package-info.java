/**
 * The clients: each uploads one file when its time has come, as often as it takes, follows its job as a client would,
 * and perhaps cancels it. What they send and when follows from the seed; what they were answered is written down.
 */
package pl.paragon.chaos.load;
