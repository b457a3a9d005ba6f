import type { FixRecord } from '@/lib/report/finding';
import { define, hostsDo, list } from '../define';
import { barring, consequence, keepers, type Way, WAY } from './way';

/** Whether senders that go by DANE can deliver. */
export const catalogue = {
  'dane.mismatch': define<
    Way &
      Compared & {
        /** Of the records, those that name an authority. */
        ofAuthority: string[];
      }
  >({
    name: 'TLSA records do not match the certificate',
    severity: barring,
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The TLSA records of ${list(a.hosts)} do not match the certificate`,
    why: (a) =>
      `Published: ${list(a.records)}. ${a.ofAuthority.length === 0 ? '' : `${AUTHORITY} `}${consequence(a)}`,
    fix: (a) =>
      a.served.some((data) => a.records.includes(data))
        ? 'Remove the records with matching type 2: beside them those with matching type 1 do not count.'
        : 'Publish what is served, beside the former record until its TTL has passed.',
    records: (a) => (a.served.some((data) => a.records.includes(data)) ? [] : ofServed(a)),
    keepers,
    judged:
      'The TLSA records are proven by signatures, and no record that counts fits the chain of any session.',
    refs: ['RFC 7672 §2.2', 'RFC 7672 §3.1', 'RFC 7671 §9'],
    example: {
      ...WAY,
      hosts: ['mx1.example.org'],
      names: ['_25._tcp.mx1.example.org'],
      ofAuthority: [],
      records: ['3 1 1 7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069'],
      served: ['3 1 1 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'],
    },
  }),
  'dane.differs': define<Compared & { at: string[] }>({
    name: 'TLSA records match some addresses only',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `The TLSA records of ${list(a.hosts)} do not match what ${list(a.at)} shows`,
    why: () =>
      'They match at another address. Senders that go by DANE deliver there, and defer the mail while only this one answers.',
    fix: () => 'Show the same certificate at every address, or publish what each shows.',
    records: ofServed,
    judged:
      'The TLSA records are proven by signatures, and fit the chain of some sessions with the exchange only.',
    refs: ['RFC 7672 §2.2'],
    example: {
      hosts: ['mx1.example.org'],
      names: ['_25._tcp.mx1.example.org'],
      at: ['mx1.example.org [192.0.2.26]'],
      records: ['3 1 1 7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069'],
      served: ['3 1 1 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'],
    },
  }),
  'dane.no-tls': define<Way & { hosts: string[]; names: string[] }>({
    name: 'TLSA records, and no TLS',
    severity: barring,
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'has', 'have')} TLSA records, and TLS was not to be had`,
    why: (a) => `The records promise TLS. ${consequence(a)}`,
    fix: (a) =>
      `Offer STARTTLS again, or remove the records:\n${a.names.map((name) => `${name}. TLSA`).join('\n')}`,
    keepers,
    judged: 'The TLSA records are proven by signatures, and no session with the exchange came to TLS.',
    refs: ['RFC 7672 §2.2'],
    example: { ...WAY, hosts: ['mx1.example.org'], names: ['_25._tcp.mx1.example.org'] },
  }),
  'dane.unanswered': define<Way & { hosts: string[]; names: string[] }>({
    name: 'TLSA records cannot be looked up',
    severity: barring,
    side: 'recipient',
    layer: 7,
    permanence: 'temporary',
    title: (a) => `The TLSA records of ${list(a.hosts)} cannot be looked up`,
    why: (a) =>
      `The addresses are proven by signatures, and the question for TLSA got no usable answer. ${consequence(a)}`,
    fix: (a) =>
      `Have the name servers answer these questions, with a proof that there is no record if there is none:\n${a.names.map((name) => `${name} TLSA`).join('\n')}`,
    keepers,
    judged:
      'The addresses of the exchange are secure, and the TLSA question failed or its answer is not proven.',
    refs: ['RFC 7672 §2.1.2', 'RFC 7672 §2.2.2'],
    example: { ...WAY, hosts: ['mx1.example.org'], names: ['_25._tcp.mx1.example.org'] },
  }),
  'dane.unusable': define<{ hosts: string[]; records: string[] }>({
    name: 'No usable TLSA record',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `None of the TLSA records of ${list(a.hosts)} counts for SMTP`,
    why: (a) =>
      `Published: ${list(a.records)}. Senders that go by them demand TLS and look at no certificate; a wrong one would not be noticed.`,
    fix: () => 'Publish records with usage 3 or 2, selector 1, matching type 1 (“3 1 1”).',
    judged: 'Every record has a usage of 0 or 1, or is of a form that is not known.',
    refs: ['RFC 7672 §2.2', 'RFC 7672 §3.1.3'],
    example: {
      hosts: ['mx1.example.org'],
      records: ['1 0 1 7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069'],
    },
  }),
  'dane.many': define<{ hosts: string[]; count: number; limit: number }>({
    name: 'Very many TLSA records',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'has', 'have')} ${a.count} TLSA records`,
    why: (a) =>
      `Postfix reads ${a.limit} of them, which ones is chance, and keeps the mail where none of these fits.`,
    fix: () => 'Publish two at most: one for the present key, and one for the next.',
    judged: 'The TLSA records are proven by signatures, and are more than Postfix reads.',
    refs: ['RFC 7671 §8.1'],
    example: { hosts: ['mx1.example.org'], count: 501, limit: 100 },
  }),
  'dane.ignored': define<{ hosts: string[] }>({
    name: 'TLSA records are ignored',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The TLSA records of ${list(a.hosts)} are ignored`,
    why: () =>
      'They are not proven by DNSSEC signatures, and without those anybody could forge them. Senders deliver as if there were none.',
    fix: () => 'Sign the zone of the exchange with DNSSEC, or remove the records.',
    judged: 'The answer with the TLSA records is not secure.',
    refs: ['RFC 7672 §2.1.1'],
    example: { hosts: ['mx1.example.org'] },
  }),
  'dane.mx-unsigned': define<{ domain: string; hosts: string[] }>({
    name: 'TLSA records behind an unsigned MX',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The MX records of ${a.domain} are not signed, the TLSA records of ${list(a.hosts)} are`,
    why: () =>
      'The TLSA records fit. Postfix with DANE goes by them, Microsoft 365 does not. Who can forge the MX records leads mail elsewhere all the same.',
    fix: (a) => `Sign the zone of ${a.domain} with DNSSEC, too.`,
    judged: 'The answer with the TLSA records is secure, and that with the MX records is not.',
    refs: ['RFC 7672 §2.2.1'],
    example: { domain: 'example.org', hosts: ['mx1.example.net'] },
  }),
  'dane.renewal': define<{ host: string; names: 'certificate' | 'key'; until: string }>({
    name: 'TLSA records without the next key',
    severity: ({ names }) => (names === 'certificate' ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) =>
      a.names === 'certificate'
        ? `The TLSA records of ${a.host} name a certificate that ends on ${a.until}, and no other`
        : `No TLSA record of ${a.host} names the next key; the certificate ends on ${a.until}`,
    why: (a) =>
      a.names === 'certificate'
        ? 'They fit today. The next certificate will not, even with the same key, and senders that go by DANE then keep the mail.'
        : 'They fit today, and go on to fit if the next certificate has the same key. With another one senders that go by DANE keep the mail.',
    fix: (a) =>
      a.names === 'certificate'
        ? 'Publish records of the key (“3 1 1”), of this one and of the next, and wait twice their TTL before the certificate is changed.'
        : 'Renew with the same key; or publish the record of the next key beside this one, and wait twice its TTL before the certificate is changed.',
    judged:
      'The certificate is in the last third of its life, and every TLSA record that counts fits it, with usage 3.',
    refs: ['RFC 7671 §8.1', 'RFC 7672 §3.1.1'],
    example: { host: 'mx1.example.org', names: 'key', until: '2026-12-20' },
  }),
  'dane.fits': define<{ hosts: string[] }>({
    name: 'TLSA records match',
    severity: 'ok',
    side: 'none',
    layer: 6,
    permanence: null,
    title: (a) => `The TLSA records of ${list(a.hosts)} name what is served`,
    why: () => 'MX, addresses and TLSA records are proven by signatures. Senders that go by DANE deliver.',
    fix: () => '',
    judged: 'A TLSA record that counts fits the chain of every session with the exchange.',
    refs: ['RFC 7672 §2.2'],
    example: { hosts: ['mx1.example.org'] },
  }),
};

type Compared = {
  hosts: string[];
  /** Where the records stand. */
  names: string[];
  records: string[];
  /** Data of records that would fit what is shown. */
  served: string[];
};

/** RFC 7672 §3.1.2. */
const AUTHORITY =
  'A record with usage 2 names an authority. It fits only while the server sends that certificate in its chain, and the chain from there to its own is in order. Authorities exchange the certificates that they sign with; a record 3 1 1 of the server’s own key does not depend on that.';

/** Records that fit what is shown, beside those that there are. */
function ofServed({ names, served }: Compared): FixRecord[] {
  return names.flatMap((name) => served.map((data) => ({ name, type: 'TLSA', data, instead: [] })));
}
