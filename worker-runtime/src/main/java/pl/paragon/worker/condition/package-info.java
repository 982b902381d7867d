/** How this worker is: what it waits for, whether it met a defect, whether it leaves. Its heartbeat says so. */
package pl.paragon.worker.condition;
