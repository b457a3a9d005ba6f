import { define, hostsDo, list, unlessElsewhere } from '../../define';
import { protocolName } from '../protocol-name';

type Hosts = { hosts: string[] };

const hosts = ['mx1.example.org [192.0.2.25]'];

/** What happens around STARTTLS: versions, what is offered before and after, and what others do to it. */
export const starttls = {
  'tls.old-protocol': define<Hosts & { protocol: string }>({
    name: 'Obsolete TLS only',
    severity: 'warning',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) =>
      `${hostsDo(a.hosts, 'offers', 'offer')} only ${protocolName(a.protocol)} or older, which is obsolete`,
    why: (a) =>
      `Every version from TLS 1.0 on was offered, and ${protocolName(a.protocol)} was chosen. It is obsolete (RFC 8996), and with the TLS libraries of today the handshake fails unless they are told otherwise. Senders that meet this deliver without encryption or defer; those that enforce encryption (MTA-STS, DANE) do not deliver.`,
    fix: () => 'Update the TLS library or the mail server, so that it speaks TLS 1.2 and TLS 1.3.',
    judged: 'Every version from TLS 1.0 on was offered, and the server chose TLS 1.0 or TLS 1.1.',
    refs: ['RFC 8996 §4', 'RFC 8996 §5', 'RFC 8461 §5'],
    example: { hosts, protocol: 'TLSv1' },
  }),
  'tls.injected': define<Hosts & { elsewhere: boolean; said: string }>({
    name: 'More than the reply came before TLS',
    severity: unlessElsewhere,
    side: 'unknown',
    layer: 6,
    permanence: 'temporary',
    title: (a) => `No TLS with ${list(a.hosts)}: more was said in the clear after STARTTLS was agreed`,
    why: (a) =>
      `After the reply to STARTTLS only the handshake may come. Here more was sent unencrypted${a.said === '' ? '' : `, "${a.said}"`}. A sender must throw it away or end the session, and never take it for an answer under TLS (RFC 3207 §4.2). This check ended the session, without a second try in the clear. A server that does not begin TLS after all shows this; so does an attacker in between who adds words.`,
    fix: () =>
      'On the recipient’s side: update the mail server or the proxy before it, and check that one reply is given to STARTTLS. If it appears from one network only, look for a device there that alters mail traffic.',
    headline: (a) => `Deferred: no TLS with ${list(a.hosts)}, more was said in the clear after STARTTLS.`,
    plain: () =>
      'The encrypted connection to the receiving mail server was disturbed before it began, by a fault there or by somebody in between. Senders that take care do not deliver over it.',
    judged: 'More than the one reply to STARTTLS was there before the handshake.',
    refs: ['RFC 3207 §4.2', 'RFC 3207 §6'],
    example: { hosts, elsewhere: false, said: '250 mx1.example.org' },
  }),
  'tls.offered-again': define<Hosts>({
    name: 'STARTTLS offered again under TLS',
    severity: 'info',
    side: 'recipient',
    layer: 6,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'offers', 'offer')} STARTTLS again under TLS`,
    why: () =>
      'Under TLS a server must not offer it. Senders do not ask twice, so mail passes; it shows that the capabilities come from a proxy that does not know of the encryption.',
    fix: () => 'Tell the proxy, or the mail server behind it, that the connection is already encrypted.',
    judged: 'The answer to EHLO under TLS lists STARTTLS.',
    refs: ['RFC 3207 §4.2'],
    example: { hosts },
  }),
  'tls.capabilities-vanish': define<Hosts & { gone: string[] }>({
    name: 'Extensions vanish under TLS',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'offers', 'offer')} ${list(a.gone)} only before encryption`,
    why: () =>
      'What counts is the list under TLS. Mail that needs what is missing there is converted or returned, although the server seems able to take it.',
    fix: () => 'Make the server, or the proxy that ends TLS before it, offer the same in both cases.',
    judged:
      'SIZE, 8BITMIME, SMTPUTF8, BINARYMIME, CHUNKING or DSN is in the answer to EHLO before TLS and not in that under TLS.',
    refs: ['RFC 3207 §4.2'],
    example: { hosts, gone: ['8BITMIME', 'SMTPUTF8'] },
  }),
};
