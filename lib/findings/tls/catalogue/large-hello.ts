import { define, hostsDo, list } from '../../define';

type LargeHello = {
  hosts: string[];
  /** How the handshake with the large hello ended. */
  reason: string;
  code: string;
  large: number;
  small: number;
  /** Groups for which the large one carries a key. */
  keyShares: string[];
  /** A large hello passed at another address. */
  elsewhere: boolean;
};

/** Nothing came back: the packets may have been lost anywhere. */
function isLost({ code }: LargeHello): boolean {
  return code === 'ETIMEDOUT';
}

/** Something at the far end refused it: an alert, or a reset where another server took the same. */
function isRefused(a: LargeHello): boolean {
  return a.code.startsWith('ERR_SSL') || (!isLost(a) && a.elsewhere);
}

export const largeHello = {
  'tls.large-hello': define<LargeHello>({
    name: 'Large ClientHello not answered',
    severity: 'warning',
    side: (a) => (isRefused(a) ? 'recipient' : 'unknown'),
    whoActs: (a) => (isRefused(a) || a.elsewhere ? 'recipient-admin' : 'unknown'),
    layer: 6,
    permanence: null,
    title: (a) =>
      `${isLost(a) ? hostsDo(a.hosts, 'does not answer', 'do not answer') : hostsDo(a.hosts, 'fails on', 'fail on')} a large TLS ClientHello, only a small one`,
    why: (a) =>
      `With a ClientHello of ${a.large} bytes the handshake ended with: ${a.reason}. With ${a.small} bytes it was completed. ` +
      `${keyShareWords(a)}Senders with OpenSSL 3.5 or later, or another library with post-quantum key exchange, send one larger than a packet. Their mail is deferred or goes in the clear; senders with older libraries notice nothing. ` +
      (a.elsewhere
        ? 'Another server of this check took the large one, so the way out from here carries it.'
        : 'No other server of this check took a large one, so the path from here can lose it as well.'),
    fix: (a) =>
      `On the recipient’s side: update or switch off the firewall, load balancer or TLS proxy that expects the ClientHello in one packet, and let ICMP "fragmentation needed" pass. ` +
      `On the sender’s side, until then: leave the post-quantum groups out, in Postfix with tls_eecdh_auto_curves = X25519 prime256v1 secp384r1${a.elsewhere ? '' : ', and check the path MTU: ping -M do -s 1472'}.`,
    judged:
      'The handshake fails with the ClientHello that the TLS library here sends, and at once afterwards succeeds at the same address with one that fits a packet.',
    refs: ['RFC 8446 §4.1.2', 'RFC 8446 §4.2.8'],
    example: {
      hosts: ['mx1.example.org [192.0.2.25]'],
      reason: 'the handshake was not finished within 60 s',
      code: 'ETIMEDOUT',
      large: 1599,
      small: 369,
      keyShares: ['X25519MLKEM768', 'X25519'],
      elsewhere: true,
    },
  }),
};

function keyShareWords({ keyShares }: LargeHello): string {
  return keyShares.length === 0 ? '' : `The large one carries keys for ${list(keyShares)}. `;
}
