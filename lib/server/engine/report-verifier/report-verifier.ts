import type { Severities } from '@/lib/findings/severities';
import { createThread, programFile } from '../thread/thread';
import type { Task, Verified } from './task';

/** Milliseconds for one file, by the clock: the greatest check that there can be takes 1,500 on a slow machine. */
const VERIFY_MS = 8_000;

/** Megabytes of what a worker makes out of a file. */
const MAX_HEAP_MB = 512;

/** Verifies reports of strangers outside of the thread that answers requests. */
export interface ReportVerifier {
  /** Null when that took too long, or too much memory. Rejects on bugs only. */
  verify(raw: SharedArrayBuffer, severities: Severities): Promise<Verified | null>;
  close(): Promise<void>;
}

/** A verifier with a thread of its own, which does one file after the other. */
export function createReportVerifier(file = programFile('report-verifier'), ms = VERIFY_MS): ReportVerifier {
  const thread = createThread<Task, Verified>({ file, heapMb: MAX_HEAP_MB });
  return {
    verify: (raw, severities) => thread.ask({ raw, severities }, ms),
    close: () => thread.close(),
  };
}
