import { define, hostsDo, list } from '../../define';

type Hosts = { hosts: string[] };

const hosts = ['mx1.example.org [192.0.2.25]'];

/** What can be read, and altered, on the way. */
export const inTheClear = {
  'smtp.auth-in-the-clear': define<Hosts & { mechanisms: string[] }>({
    name: 'Passwords without encryption',
    severity: 'notice',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.hosts, 'offers', 'offer')} to take passwords without encryption`,
    why: (a) =>
      `AUTH with ${list(a.mechanisms)} is offered before TLS. Mail from other servers is not concerned; but whoever logs in this way sends a password that can be read on the way, and port 25 invites guessing.`,
    fix: () =>
      'Offer AUTH only after STARTTLS, better only on the submission ports (465, 587), and not on port 25.',
    judged: 'The answer to EHLO before TLS lists AUTH with PLAIN or LOGIN.',
    refs: ['RFC 4954 §4', 'RFC 8314 §3.3'],
    example: { hosts, mechanisms: ['PLAIN', 'LOGIN'] },
  }),
  'smtp.altered': define<Hosts & { seen: string[]; untouched: string[]; hidesTls: boolean }>({
    name: 'SMTP is altered on the way',
    severity: (a) => (a.hidesTls ? 'warning' : 'notice'),
    side: 'network',
    layer: 7,
    permanence: null,
    title: (a) =>
      `A firewall or proxy on the way to ${list(a.hosts)} writes over the SMTP dialogue${a.hidesTls ? ' and hides STARTTLS' : ''}`,
    why: (a) =>
      `No server says ${list(a.seen.map((one) => `"${one}"`))}: a firewall that inspects SMTP (Cisco PIX and ASA are the best known) writes asterisks or X over what it does not know.${a.hidesTls ? ' STARTTLS did not come through, whatever the server can do: mail crosses the network readable, and senders that enforce encryption (MTA-STS, DANE) do not deliver to it.' : ''}${whereabouts(a)}`,
    fix: () =>
      'Compare from another network to learn whose device it is. Then switch off SMTP inspection there, or have it let TLS through (on a Cisco ASA: remove "inspect esmtp" from the policy, or "allow-tls" in its map).',
    judged: 'The greeting is written in asterisks, or a capability is crossed out with X.',
    refs: ['RFC 3207 §6', 'RFC 8461 §5'],
    example: { hosts, seen: ['XXXXXXXA'], untouched: [], hidesTls: true },
  }),
};

function whereabouts({ hosts: touched, untouched }: { hosts: string[]; untouched: string[] }): string {
  if (untouched.length > 0)
    return ` What ${list(untouched)} said came through untouched, so the device stands before the former.`;
  return touched.length > 1
    ? ' Every server that was reached shows it, so the device may be on the sender’s side.'
    : '';
}
