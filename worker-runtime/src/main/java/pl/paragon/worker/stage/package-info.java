/**
 * What a stage has to know: {@link pl.paragon.worker.stage.StageHandler} is its work,
 * {@link pl.paragon.worker.stage.StageContext} what the work may ask and report while it runs,
 * {@link pl.paragon.worker.stage.StageException} how it fails.
 */
package pl.paragon.worker.stage;
