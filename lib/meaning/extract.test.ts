import { expect, test } from 'vitest';
import { extract } from './extract';

test.each<[string, number | null]>([
  ['mailbox is full: 1024 m of 1024 m used', null],
  ['Timeout after 300 seconds of inactivity', null],
  ['Max 100 messages per 60 minutes reached', null],
  ['More than 100 messages in 60 minutes', null],
  ['try again in a few minutes', null],
  ['Greylisted for 5 minutes', 300],
  ['Greylisting in action, please come back in 00:05:00', 300],
  ['Greylisted, retry in 4 minutes 30 seconds', 270],
  ['try again in one hour', 3600],
  ['Try again in 1 day', 86_400],
  ['Try again after 15min', 900],
  ['retry in 600s', 600],
  ['Bitte in 5 Minuten erneut versuchen', 300],
  ['Veuillez réessayer dans 10 minutes', 600],
  ['please wait 1 hour and 30 minutes', 5400],
])('waits: %s: %j', (text, seconds) => {
  expect(extract(text, 450).waitSeconds).toBe(seconds);
});

test.each<[string, string | null]>([
  ['[TSS04] deferred - 4.16.55.1; see https://postmaster.yahooinc.com', null],
  ['at 12:34:56 it failed', null],
  ['from MTA(smtp:[127.0.0.1]:10025)', null],
  ['Client host [192.0.2.1] blocked', '192.0.2.1'],
  ['[2001:db8::25      18] is suspicious', '2001:db8::25'],
  ['2001:db8::25 is not allowed', '2001:db8::25'],
  ['rejected - 192.0.2.1 is listed', '192.0.2.1'],
])('address: %s: %j', (text, address) => {
  expect(extract(text, 550).address).toBe(address);
});

test.each<[string, string | null]>([
  ['Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1', null],
  ['spam URL in content (barracuda)', null],
  ['blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1', 'zen.spamhaus.org'],
  ['is in an RBL, see https://www.spamhaus.org/query/ip/192.0.2.1', 'spamhaus.org'],
  ['blocked using Barracuda Reputation; http://example.org', 'Barracuda Reputation'],
  ['blocked using Trend Micro RBL+. Please see', 'Trend Micro RBL+'],
  ["because the ip is in Spamhaus's list", 'Spamhaus'],
  ['listed at all.s5h.net', 'all.s5h.net'],
  ['listed in hostkarma.junkemailfilter.com', 'hostkarma.junkemailfilter.com'],
  ['a black list at b.barracudacentral.org', 'b.barracudacentral.org'],
])('blocklist: %s: %j', (text, blocklist) => {
  expect(extract(text, 550).blocklist).toBe(blocklist);
});
