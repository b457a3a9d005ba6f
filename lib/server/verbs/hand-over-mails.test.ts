import { expect, test } from 'vitest';
import { openRooms } from '../engine/rooms';
import type { Services } from '../engine/services';
import { shared } from '../engine/thread/shared-memory';
import type { Caller, Right } from './caller';
import { handOverMails } from './hand-over-mails';

const callerWith = (who: string, ...rights: Right[]): Caller => ({
  who,
  account: null,
  ip: '192.0.2.1',
  rights: ['hand-over-mails', ...rights],
});

/** That has no time for anything. */
const READER: Services['reader'] = {
  split: () => Promise.resolve(null),
  read: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};

const never = () => new Promise<never>(() => undefined);
const free = { take: () => Promise.resolve() };

test('a mail server waits neither for the places of people nor for what they have read', async () => {
  // Sound: the verb takes nothing else of them.
  const services = {
    rooms: openRooms(),
    quotas: { handOvers: free, handedOver: free } as Partial<Services['quotas']>,
    reader: { ...READER, split: never },
    pipeReader: READER,
    store: { keepMail: () => Promise.resolve() } as Partial<Services['store']>,
    meters: { mailRead: () => undefined } as Partial<Services['meters']>,
    searchIndex: { look: () => undefined } as Partial<Services['searchIndex']>,
  } as Partial<Services> as Services;
  const handOver = (caller: Caller) =>
    handOverMails(caller, { arrive: () => shared([Buffer.from('Subject: a\r\n\r\nb')]) }, services);
  for (const name of ['a', 'b', 'c', 'd', 'e']) for (let n = 0; n < 20; n++) void handOver(callerWith(name));
  await expect(handOver(callerWith('f'))).rejects.toMatchObject({ code: 'too-many-reports' });
  expect(await handOver(callerWith('token "mx"', 'hand-over-first'))).toMatchObject([{ kind: 'unread' }]);
});
