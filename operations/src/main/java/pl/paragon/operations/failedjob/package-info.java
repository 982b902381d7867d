/** Failed jobs: listed, shown, and replayed as new jobs. The persistence-worker, which has them, is asked over HTTP. */
package pl.paragon.operations.failedjob;
