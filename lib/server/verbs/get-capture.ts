import { AppProblem } from '@/lib/problem';
import { upgrade } from '@/lib/report/upgrade';
import { isCheckId } from '@/lib/store/check-id';
import { type CheckLink, noSuchCheck } from './get-report';
import { verb } from './verb';

/** A session of a check. */
interface SessionLink extends CheckLink {
  n: string;
}

/** The packets of a session in pcap form. */
export interface CapturedSession {
  n: number;
  pcap: Uint8Array<ArrayBuffer>;
}

/** The packets of a session of a check. Throws `check-not-found`, `capture-not-found`. */
export const getCapture = verb(
  'read',
  async (_, { id, n }: SessionLink, { store, damages }): Promise<CapturedSession> => {
    if (!isCheckId(id)) throw noSuchCheck();
    const events = await damages.within('check', id, async () => {
      const stored = await store.read(id);
      return stored === null ? null : upgrade(stored.evidence);
    });
    if (events === null) throw noSuchCheck();
    const capture = events.find((event) => event.type === 'capture' && String(event.n) === n);
    if (capture?.type !== 'capture')
      throw new AppProblem('capture-not-found', { say: 'The packets of this session were not captured.' });
    return { n: capture.n, pcap: Uint8Array.from(Buffer.from(capture.pcap, 'base64')) };
  },
);
