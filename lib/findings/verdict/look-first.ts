import type { ExaminedCause, Side, Verdict } from '@/lib/report/finding';

type LookFirst = Verdict['lookFirst'];

/**
 * Where to look first. A proven side comes before all; then what the evidence points to; then the side that is left when
 * the other one is ruled out. It is no blame: `side` of the verdict says what is proven.
 */
export function lookFirst(side: Side, headline: string, diagnosis: readonly ExaminedCause[]): LookFirst {
  if (side !== 'unknown') return { side, because: headline };
  const pointed = diagnosis.find(({ state }) => state === 'supported');
  if (pointed !== undefined) return { side: pointed.side, because: pointed.because };
  const port = diagnosis.find(({ cause }) => cause === 'sender-firewall');
  const isOpen = (one: Side) => diagnosis.some((cause) => cause.side === one && cause.state === 'open');
  if (port?.state === 'ruled-out' && isOpen('recipient')) return { side: 'recipient', because: port.because };
  const addressed = diagnosis.find(({ cause }) => cause === 'sender-addressing');
  if (port === undefined && addressed?.state === 'open')
    return { side: 'recipient', because: addressed.because };
  if (port?.state === 'open') return { side: 'sender', because: port.because };
  return { side: 'unknown', because: 'Nothing seen points to one side.' };
}
