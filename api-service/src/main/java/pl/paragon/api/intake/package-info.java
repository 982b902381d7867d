/**
 * Taking a receipt in. The body is read as a stream on a virtual thread: never is more of a file in memory than one
 * buffer, and what is refused is kept neither in memory nor on the disk. A 202 means that the file is on the disk and
 * the broker has confirmed the submission.
 *
 * <pre>
 *  body ─▶ {@link pl.paragon.api.intake.UploadForm} ─▶ {@link pl.paragon.api.intake.FormReader} ─▶ file store
 *                                                          │ checks type, size, content
 *         {@link pl.paragon.api.intake.ReceiptIntake} ◀────┘ ─▶ board (Redis) ─▶ receipt-submitted (Kafka) ─▶ 202
 * </pre>
 */
package pl.paragon.api.intake;
