import { expect, test } from 'vitest';
import { parseSeverities } from './severities';

test.each([
  ['', 'it is not JSON'],
  ['{"smtp.accepted": "info"', 'it is not JSON'],
  ['["smtp.accepted"]', 'it is not an object of codes and severities'],
  ['null', 'it is not an object of codes and severities'],
  ['{"smtp.no-such": "info"}', '"smtp.no-such" is no finding'],
  ['{"toString": "info"}', '"toString" is no finding'],
  ['{"__proto__": "info"}', '"__proto__" is no finding'],
  ['{"SMTP.accepted": "info"}', '"SMTP.accepted" is no finding'],
  [
    '{"zone.ttl-short": "fatal"}',
    '"zone.ttl-short" is "fatal", which is none of notice, info, warning, error',
  ],
  ['{"zone.ttl-short": "ok"}', '"zone.ttl-short" is "ok", which is none of notice, info, warning, error'],
  ['{"zone.ttl-short": null}', '"zone.ttl-short" is null, which is none of notice, info, warning, error'],
  [
    '{"zone.ttl-short": ["info"]}',
    '"zone.ttl-short" is ["info"], which is none of notice, info, warning, error',
  ],
])('refused: %s', (text, problem) => expect(parseSeverities(text)).toEqual({ ok: false, problem }));

test.each([
  ['{}', {}],
  [
    '{"zone.ttl-short": "error", "tls.not-offered": "info"}',
    { 'zone.ttl-short': 'error', 'tls.not-offered': 'info' },
  ],
])('read: %s', (text, value) => expect(parseSeverities(text)).toEqual({ ok: true, value }));
