import { either } from '../phrase';
import { rowsOf } from '../row';

/** Encryption is wanted, or does not hold. */
export const TLS_REQUIRED = rowsOf('tls-required', {
  encryption: [
    {
      id: 'own-tls-engine',
      pattern: /\bour tls engine is (?:not available|unavailable)\b/,
      side: 'sender',
      whoActs: 'sender-admin',
      says: 'the sending server has no TLS of its own',
      meaning:
        'The sending server has to use TLS for this recipient, and cannot begin it itself: its TLS library did not start.',
      fix: 'The administrator of the sender’s side looks into the log of the sending server for errors about its TLS library, certificate and key.',
      example: 'TLS is required, but our TLS engine is unavailable',
      source: 'postfix-source',
    },
    {
      id: 'tls-not-available',
      // RFC 3207 §4: 454 is what the server says of itself.
      pattern: /\btls\b.{0,20}\b(?:not available|(?:currently |temporarily )?unavailable)\b/,
      side: 'recipient',
      whoActs: 'recipient-admin',
      says: 'TLS is not available there',
      meaning:
        'The server offers TLS and says that it is not available: often certificate or key cannot be read.',
      fix: 'The administrator of the recipient’s side looks into the log for errors about certificate and key.',
      example: '454 4.7.0 TLS not available due to local problem',
      source: 'rfc',
    },
    {
      id: 'server-not-proven',
      pattern: either(
        /\b(?:tlsa-invalid|dnssec-invalid|dane-required|validation-failure|certificate-(?:expired|host-mismatch|not-trusted)|sts-(?:policy|webpki)-[a-z-]+)\b/,
        /\bfail\w* (?:dane|mta-sts) validation\b|\b(?:dane|tlsa|mta-sts)\b.{0,40}\b(?:fail|invalid|mismatch|not match)/,
        /\bserver certificate (?:not (?:trusted|verified)|verification failed)\b/,
        /\bcertificate (?:does not|doesn't|did not|didn't) match (?:the )?host(?:name)?\b/,
        /\bcertificate validation failure\b/,
      ),
      notAtExchange: true,
      side: 'recipient',
      whoActs: 'recipient-admin',
      meaning:
        'The sending server checks who the receiving server is, and its TLS certificate, TLSA record (DANE) or MTA-STS policy does not hold.',
      fix: 'The administrator of the recipient’s side brings them together. Renew the certificate for the name in the MX record, publish the TLSA record of the certificate in use (DANE), or correct the MTA-STS policy.',
      example: '550 5.7.1 Server certificate not trusted',
      source: 'tls-results',
    },
    {
      id: 'not-offered',
      pattern: either(
        /\btls is required, but (?:was )?not offered\b/,
        /\btls session is required, but\b/,
        /\bstarttls-not-supported\b/,
        /\bdestination mail server must support tls\b/,
      ),
      side: 'unknown',
      whoActs: 'unknown',
      meaning:
        'The sending server is set up to send to this domain with TLS only, and the receiving server offers none.',
      fix: 'The administrator of the recipient’s side turns STARTTLS on. Until then, the administrator of the sender’s side can relax the TLS rule for this domain, if it is a rule of their own.',
      example: 'TLS is required, but was not offered by host mx.example.org[192.0.2.1]',
      source: 'postfix-source',
    },
    {
      id: 'handshake',
      pattern: either(
        /\bcannot start tls\b/,
        /\b(?:tls|ssl)(?: session| connection)?[ :-]{1,3}(?:handshake|negotiation)\b.{0,20}\b(?:fail|error|timed? ?out)/,
        /\b(?:tls|ssl) (?:session|connection)(?: \w+)? ?(?:failed|failure)\b/,
        /\bssl_(?:connect|accept)\b|\bno shared cipher\b|\bwrong version number\b|\btls\w* alert\b|\bhandshake failure\b/,
        /\b(?:cannot|could not|unable to|failed to) (?:negotiate|establish) (?:a )?(?:tls|ssl)\b/,
      ),
      side: 'unknown',
      whoActs: 'unknown',
      meaning:
        'TLS was begun, and the handshake failed. Either side can be the cause, or something between them.',
      fix: 'Run a check of the domain: it tries TLS from another place. If it holds there, look on the sender’s side for a firewall that inspects SMTP, a path MTU that loses large packets, or old versions and ciphers. If it fails there too, the administrator of the recipient’s side looks at versions, ciphers and certificate.',
      example: 'Cannot start TLS: handshake failure',
      source: 'postfix-source',
    },
    {
      id: 'tls-failed',
      pattern:
        /(?:starttls|tls|ssl|encrypt\w*|secure (?:connection|channel|transport)|cipher\w*|certificate)\b.{0,50}\b(?:requir\w*|needed|necessary|mandatory|enforced|first|must|only|fail\w*|error|not (?:available|supported|trusted|valid|offered|accepted|possible)|unavailable|negotiat\w*|handshake|too (?:old|weak)|mismatch|expired|invalid|verif\w*|validation|untrusted|unsupported|reject\w*|no shared|self-?signed)/,
      example: '550 5.7.1 TLS required for this domain',
      source: 'google',
    },
    {
      id: 'needs-tls',
      pattern:
        /(?:requir\w*|must|need\w*|only|mandatory|issue|use|enforce\w*|without|no|not|missing|unable to|cannot|could not|fail\w*|lack\w*|invalid|expired|untrusted|bad|refus\w*|weak)\b.{0,30}\b(?:starttls|tls|ssl|encrypt(?:ed|ion)|secure (?:connection|channel|transport)|server certificate|client certificate|cipher|certificate)/,
      example: '454 4.7.1 No mail is taken without encryption',
      source: 'sisimai',
    },
    {
      id: 'unencrypted',
      pattern: /unencrypted|plain ?text (?:connection|session|smtp)|clear ?text/,
      example: '554 5.7.3 Unencrypted connections are refused',
      source: 'memory',
    },
    {
      id: 'tls-policy',
      pattern: /mta-?sts|\bdane\b|\btlsa\b|requiretls/,
      example: '550 5.7.30 The next server has no REQUIRETLS',
      source: 'tls-results',
    },
  ],
});
