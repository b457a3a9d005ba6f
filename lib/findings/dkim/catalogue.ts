import { define } from '../define';
import { faultWords } from '../fault-words';

const NOT_TO_IT = 'It concerns mail from the domain; mail to it is not affected.';

/** Keys of the selectors that were named. */
export const catalogue = {
  'dkim.none': define<{ domain: string; name: string }>({
    name: 'No DKIM key',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `There is no DKIM key at ${a.name}`,
    why: () => `Signatures that name this selector cannot be verified, so they prove nothing. ${NOT_TO_IT}`,
    fix: (a) => `Publish the key that the mail server gives out:\n${a.name}. TXT "v=DKIM1; k=rsa; p=…"`,
    judged: 'There is no TXT record at the name of the selector.',
    refs: ['RFC 6376 §6.1.2'],
    example: { domain: 'example.org', name: 's1._domainkey.example.org' },
  }),
  'dkim.revoked': define<{ domain: string; name: string }>({
    name: 'DKIM key revoked',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DKIM key at ${a.name} has been revoked`,
    why: () => `An empty p= says that the key is no longer good: signatures by it fail. ${NOT_TO_IT}`,
    fix: () =>
      'Have the mail server sign with another selector; or publish the key again, if that was a mistake.',
    judged: 'The record has an empty p=.',
    refs: ['RFC 6376 §3.6.1'],
    example: { domain: 'example.org', name: 's1._domainkey.example.org' },
  }),
  'dkim.invalid': define<{ domain: string; name: string; what: string }>({
    name: 'DKIM key cannot be used',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DKIM key at ${a.name} cannot be used`,
    why: (a) =>
      `What is wrong: ${faultWords('dkim', a.what)}. Signatures that name this selector fail. ${NOT_TO_IT}`,
    fix: () =>
      'Publish the record as the mail server gives it out, in one TXT record; long keys stand in several strings of it.',
    judged: 'The record is not of the form, or what it holds is no key for mail.',
    refs: ['RFC 6376 §3.6.1'],
    example: { domain: 'example.org', name: 's1._domainkey.example.org', what: 'bad-key' },
  }),
  'dkim.weak': define<{ domain: string; name: string; bits: number; least: number; good: number }>({
    name: 'Short DKIM key',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The DKIM key at ${a.name} has ${a.bits} bits`,
    why: (a) =>
      `${a.bits < a.least ? `Signatures by a key of fewer than ${a.least} bits count as none.` : `${a.good} bits are what signers should have; receivers still verify this one.`} ${NOT_TO_IT}`,
    fix: (a) => `Make a key of ${a.good} bits under a new selector, and sign with that.`,
    judged: 'The modulus of the RSA key has fewer than 2048 bits.',
    refs: ['RFC 8301 §3.2'],
    example: {
      domain: 'example.org',
      name: 's1._domainkey.example.org',
      bits: 1024,
      least: 1024,
      good: 2048,
    },
  }),
};
