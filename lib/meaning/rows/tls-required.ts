import { rowsOf } from '../row';

/** Encryption is wanted, or does not hold. */
export const TLS_REQUIRED = rowsOf('tls-required', {
  encryption: [
    {
      id: 'tls-failed',
      pattern:
        /(?:starttls|tls|ssl|encrypt\w*|secure (?:connection|channel|transport)|cipher\w*|certificate)\b.{0,50}\b(?:requir\w*|needed|necessary|mandatory|enforced|first|must|only|fail\w*|error|not (?:available|supported|trusted|valid|offered|accepted|possible)|unavailable|negotiat\w*|handshake|too (?:old|weak)|mismatch|expired|invalid|verif\w*|validation|untrusted|unsupported|reject\w*|no shared|self-?signed)/,
      example: '403 4.7.0 TLS handshake failed.',
      source: 'google',
    },
    {
      id: 'needs-tls',
      pattern:
        /(?:requir\w*|must|need\w*|only|mandatory|issue|use|enforce\w*|without|no|not|missing|unable to|cannot|could not|fail\w*|lack\w*|invalid|expired|untrusted|bad|refus\w*|weak)\b.{0,30}\b(?:starttls|tls|ssl|encrypt(?:ed|ion)|secure (?:connection|channel|transport)|server certificate|client certificate|cipher|certificate)/,
      example: '421 cannot negotiate TLS',
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
      example: '550 tlsa-invalid: The domain',
      source: 'sisimai',
    },
  ],
});
