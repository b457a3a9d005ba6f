import type { TOPICS } from '@/lib/findings/topics';
import type { Finding } from '@/lib/report/finding';

/** What a domain publishes of its mail, and what that rests on. */
const POLICY_TOPICS: readonly (keyof typeof TOPICS)[] = [
  'dane',
  'mtasts',
  'tlsrpt',
  'spf',
  'dmarc',
  'dkim',
  'bimi',
  'dnssec',
];

/** Findings about policies that leave something to be done. */
export function policyFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code, fix }) => fix !== '' && isOfPolicy(code));
}

function isOfPolicy(code: string): boolean {
  return (
    code === 'tls.next-certificate-forbidden' || POLICY_TOPICS.some((topic) => code.startsWith(`${topic}.`))
  );
}
