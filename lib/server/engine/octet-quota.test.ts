import { expect, test } from 'vitest';
import { createOctetQuota } from './octet-quota';

const MEGABYTE = 1_000_000;
const REFUSED = { code: 'too-many-reports', retryAfterSeconds: 3600 };

const quotaOf = (one: number, all: number) => {
  const quota = createOctetQuota({ handOverMegabytesPerHour: one, handOverMegabytesInAll: all });
  return (caller: string, megabytes: number, isPipe = true) =>
    quota.take({ caller, octets: megabytes * MEGABYTE, isPipe });
};

test('more than one caller may: refused, and others are not', async () => {
  const take = quotaOf(10, Infinity);
  await take('a', 7);
  await expect(take('a', 4)).rejects.toMatchObject(REFUSED);
  await take('b', 10);
});

test('more than all may: refused, with what each may have left', async () => {
  const take = quotaOf(10, 15);
  await take('a', 10);
  await expect(take('b', 6)).rejects.toMatchObject(REFUSED);
  await take('b', 5);
});

test('people leave mail servers half of what all may, and what they are refused takes nothing of it', async () => {
  const take = quotaOf(10, 20);
  await take('a', 6, false);
  await expect(take('b', 5, false)).rejects.toMatchObject({
    ...REFUSED,
    say: 'More than 10 MB of mails within an hour beside those of mail servers; try again in 60 min.',
  });
  await take('b', 4, false);
  await expect(take('c', 1, false)).rejects.toMatchObject(REFUSED);
  await take('mail server', 10);
  await expect(take('other mail server', 1)).rejects.toMatchObject(REFUSED);
});

test('what was refused does not count', async () => {
  const take = quotaOf(10, Infinity);
  await take('a', 7);
  await expect(take('a', 25)).rejects.toMatchObject(REFUSED);
  await take('a', 3);
});

test('no limit', async () => {
  const take = quotaOf(Infinity, Infinity);
  for (let n = 0; n < 100; n++) await take('a', 25);
});
