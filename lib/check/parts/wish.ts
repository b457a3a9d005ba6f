import { parseDomainName } from '@/lib/dns/name';
import type { ResourceRecord } from '@/lib/dns/trace';
import { aside } from '../aside';
import type { WalkingRun } from '../walks';
import { asksForNoContact } from '../wish-record';

/** Below the domain: where a TXT record may ask for no sessions (decision 0059). */
const WISH_LABEL = '_mxproof';

/** How much longer than the MX answer it may take; a zone that answers slower has expressed no wish. */
const WAIT_MS = 1_000;

/** Whether the domain asks us to open no sessions with its mail servers; asked beside the MX, to cost no time. */
export function askWish(run: WalkingRun, mx: Promise<unknown>): Promise<boolean> {
  const { walks, world, signal } = run;
  const name = parseDomainName(`${WISH_LABEL}.${walks.domain}`);
  if (!name.ok) return Promise.resolve(false);
  const asked = aside(walks.askPolicy(name.value, 'TXT').then(({ records }) => asks(records)));
  const late = async (): Promise<boolean> => {
    await mx;
    await world.pause(WAIT_MS, signal);
    return false;
  };
  return aside(Promise.race([asked, aside(late())]));
}

function asks(records: readonly ResourceRecord[]): boolean {
  return records.some(({ type, data }) => type === 'TXT' && asksForNoContact(data));
}
