import type { Answer } from 'dns-packet';
import { absolute } from './name';

/** Seconds; used where a record line names none. */
const DEFAULT_TTL = 300;

/**
 * One line in master-file form, `name [ttl] TYPE data`, relative to the origin: `@ MX 10 mx1`, `mx1 60 A 127.16.7.101`.
 * Throws for a line it cannot read: zones of the practice internet are our own.
 */
export function readRecord(line: string, origin: string): Answer {
  const words = line.trim().split(/\s+/);
  const name = absolute(words.shift() ?? '@', origin);
  const ttl = /^\d+$/.test(words[0] ?? '') ? Number(words.shift()) : DEFAULT_TTL;
  const type = (words.shift() ?? '').toUpperCase();
  const [first = '', second = ''] = words;
  switch (type) {
    case 'A':
    case 'AAAA':
      return { name, ttl, type, data: first };
    case 'NS':
    case 'CNAME':
    case 'DNAME':
    case 'PTR':
      return { name, ttl, type, data: absolute(first, origin) };
    case 'MX':
      return { name, ttl, type, data: { preference: Number(first), exchange: absolute(second, origin) } };
    case 'DS': {
      const [keyTag = 0, algorithm = 0, digestType = 0] = words.map(Number);
      const digest = Buffer.from(words[3] ?? '', 'hex');
      return { name, ttl, type, data: { keyTag, algorithm, digestType, digest } };
    }
    case 'SPF': {
      const text = line.slice(line.indexOf('"') + 1, line.lastIndexOf('"'));
      // The library knows the type, its types do not.
      return { name, ttl, type: type as 'NULL', data: Buffer.from([text.length, ...Buffer.from(text)]) };
    }
    case 'TXT':
      return { name, ttl, type, data: line.slice(line.indexOf('"') + 1, line.lastIndexOf('"')).split('" "') };
    case 'TLSA': {
      const [usage = 3, selector = 1, matchingType = 1] = words.slice(0, 3).map(Number);
      return {
        name,
        ttl,
        type,
        data: { usage, selector, matchingType, certificate: Buffer.from(words[3] ?? '', 'hex') },
      };
    }
    case 'CAA':
      return {
        name,
        ttl,
        type,
        data: {
          flags: Number(first),
          tag: second as 'issue',
          value: words.slice(2).join(' ').replaceAll('"', ''),
        },
      };
    case 'SOA': {
      const [serial = 1, refresh = 7200, retry = 900, expire = 1209600, minimum = 300] = words
        .slice(2)
        .map(Number);
      const [mname, rname] = [absolute(first, origin), absolute(second, origin)];
      return { name, ttl, type, data: { mname, rname, serial, refresh, retry, expire, minimum } };
    }
    default:
      throw new Error(`no record of the practice internet: ${line}`);
  }
}
