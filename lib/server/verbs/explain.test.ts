import { expect, test } from 'vitest';
import { createMemoryQuota } from '../engine/memory-quota';
import type { Services } from '../engine/services';
import { explain } from './explain';

test('one caller has so many replies explained, and no more', async () => {
  const explanations = createMemoryQuota({ most: 1, code: 'too-many-explanations', what: 'replies' });
  // Sound: the verb takes nothing else of them.
  const services = { quotas: { explanations } as Services['quotas'] } as Services;
  const ask = (ip: string) =>
    explain({ who: null, account: null, ip, rights: ['explain'] }, { reply: '550 5.1.1 no' }, services);
  expect(await ask('192.0.2.1')).toMatchObject({ category: 'mailbox-unknown' });
  await expect(ask('192.0.2.1')).rejects.toMatchObject({ code: 'too-many-explanations' });
  await ask('192.0.2.2');
});
