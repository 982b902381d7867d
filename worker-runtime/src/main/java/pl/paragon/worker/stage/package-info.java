/**
 * The stage runner: what each worker does around its work. {@link pl.paragon.worker.stage.StageRunner} is the whole story; {@link pl.paragon.worker.stage.StageHandler} and
 * {@link pl.paragon.worker.stage.StageContext} are all that a new stage has to know; {@code FailurePolicy} is the one place that decides what follows a failure.
 */
package pl.paragon.worker.stage;
