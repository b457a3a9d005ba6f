import { upgrade } from '@/lib/report/upgrade';
import { AppProblem } from '@/lib/problem';
import { isCheckId } from '@/lib/store/check-id';
import { services } from '../engine/services';
import { noSuchCheck } from './stop-check';

/** The packets of session `n` of a check, in pcap form. Throws `check-not-found`, `capture-not-found`. */
export async function getCapture(id: string, n: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!isCheckId(id)) throw noSuchCheck();
  const { store } = await services();
  const stored = await store.read(id);
  if (stored === null) throw noSuchCheck();
  const capture = upgrade(stored.evidence).find((event) => event.type === 'capture' && String(event.n) === n);
  if (capture?.type !== 'capture')
    throw new AppProblem('capture-not-found', { say: 'The packets of this session were not captured.' });
  return Uint8Array.from(Buffer.from(capture.pcap, 'base64'));
}
