import { MailReading } from '@/lib/complaint/mail-reading';
import { mailText, SEARCH_VERSION } from '@/lib/search/entry';
import { keptReading } from '@/lib/server/engine/kept-reading';
import type { MailReader } from '@/lib/server/engine/mail-reader/mail-reader';
import { shared } from '@/lib/server/engine/thread/shared-memory';
import type { CheckStore, NewCheck } from '@/lib/store/store';
import { bounceOf } from '../fixtures/notices';
import { idFor, oneFor } from './chance';

const REFUSALS = [
  { reply: '550 5.1.1 User unknown', status: '5.1.1' },
  { reply: '552 5.2.2 Mailbox full', status: '5.2.2' },
  { reply: '550 5.7.1 Message refused: your address is on a blocklist', status: '5.7.1' },
  { reply: '554 5.7.1 Relay access denied', status: '5.7.1' },
];

/** Everything in it happened on this day, within seconds. */
const MOMENT = /Mon, 23 Nov 2026 \d\d:\d\d:\d\d \+0\d00/g;

/** Keeps the n-th bounce where it can be found: about the recipient of a check, from shortly before it. */
export async function keepBounce(
  store: CheckStore,
  reader: Pick<MailReader, 'read'>,
  { target, createdAt }: Pick<NewCheck, 'target' | 'createdAt'>,
  n: number,
): Promise<void> {
  const { domain, mailbox: address = `postmaster@${domain}` } = target;
  const host = { host: `mx1.${domain}`, hostAddress: '192.0.2.25' };
  const text = bounceOf({ address, ...host, ...oneFor(`refusal ${n}`, REFUSALS) });
  const raw = Buffer.from(text.replace(MOMENT, createdAt.toUTCString().replace('GMT', '+0000')));
  const read = await reader.read(await shared([raw]), { start: 0, end: raw.length });
  if (read === null) throw new Error('A bounce could not be read in time.');
  const id = idFor(`bounce ${n}`);
  await store.keepMail({
    id,
    sharedId: idFor(`shared bounce ${n}`),
    createdAt,
    raw,
    ...keptReading(read, createdAt),
  });
  const found = mailText(MailReading.parse(JSON.parse(read.reading)));
  await store.enter(
    'mail',
    id,
    { kind: 'mail', objectId: id, at: createdAt, domain: '', text: found },
    SEARCH_VERSION,
  );
}
