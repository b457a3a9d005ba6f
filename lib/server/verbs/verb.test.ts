import { expect, test } from 'vitest';
import type { Services } from '../engine/services';
import { type Caller, type Right, ROLE_RIGHTS } from './caller';
import { verb } from './verb';

const NO_SERVICES = {} as Services;

const callerWith = (...rights: Right[]): Caller => ({ who: null, account: null, ip: '192.0.2.1', rights });

test('a verb is done for those who have its right, and for nobody else', async () => {
  const done: string[] = [];
  const list = verb('list', ({ ip }, what: string) => done.push(`${ip} ${what}`));
  await expect(list(callerWith('read'), 'a', NO_SERVICES)).rejects.toMatchObject({ code: 'not-permitted' });
  expect(done).toEqual([]);
  await list(callerWith('list'), 'b', NO_SERVICES);
  await list(
    { who: 'ada', account: null, ip: '192.0.2.2', rights: [...ROLE_RIGHTS.admin] },
    'c',
    NO_SERVICES,
  );
  expect(done).toEqual(['192.0.2.1 b', '192.0.2.2 c']);
});
