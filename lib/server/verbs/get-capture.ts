import { AppProblem } from '@/lib/problem';
import { upgrade } from '@/lib/report/upgrade';
import { isCheckId } from '@/lib/store/check-id';
import { type CheckLink, leadsTo, noSuchCheck } from './get-report';
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

/** The packets of a session of a check; they have the recipient as it was sent. Throws `check-not-found`, `capture-not-found`. */
export const getCapture = verb('read', async (_, link: SessionLink, services): Promise<CapturedSession> => {
  if (!isCheckId(link.id)) throw noSuchCheck();
  const { id, isWhole } = await leadsTo(link.id, services);
  if (!isWhole)
    throw new AppProblem('capture-not-found', { say: 'Packets show local parts, and this link does not.' });
  const { store, damages } = services;
  const events = await damages.within('check', id, async () => {
    const stored = await store.read(id);
    return stored === null ? null : upgrade(stored.evidence);
  });
  if (events === null) throw noSuchCheck();
  const capture = events.find((event) => event.type === 'capture' && String(event.n) === link.n);
  if (capture?.type !== 'capture')
    throw new AppProblem('capture-not-found', { say: 'The packets of this session were not captured.' });
  return { n: capture.n, pcap: Uint8Array.from(Buffer.from(capture.pcap, 'base64')) };
});
