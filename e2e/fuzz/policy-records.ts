import { parseBimi } from '@/lib/policy/bimi';
import { parseCaa } from '@/lib/policy/caa/record';
import { parseTlsa } from '@/lib/policy/dane/tlsa';
import { parseDkimKey } from '@/lib/policy/dkim/key';
import { rsaBits } from '@/lib/policy/dkim/rsa-bits';
import { parseDmarc } from '@/lib/policy/dmarc/record';
import { parseStsPolicy } from '@/lib/policy/mta-sts/policy';
import { parseStsRecord } from '@/lib/policy/mta-sts/record';
import { parseSpf } from '@/lib/policy/spf/record';
import { parseTlsRpt } from '@/lib/policy/tls-rpt';
import { textOfTxt } from '@/lib/policy/txt';

/** Pieces that records and policies are made of. */
export const POLICIES = [
  'include:',
  'redirect=',
  'ip6:2001:db8::/32',
  'a/24//64',
  '%{',
  '%{d1r.}',
  '%%',
  '//',
  'p=reject;',
  'rua=mailto:a@b.example!10m,',
  'mailto:',
  '!',
  'id=1;',
  'mx: *.b.example\n',
  '*.',
  'max_age: 1\n',
  '3 1 1 ',
  'ab',
  '"',
  '\\',
];

/** Octets that the data of one record may have (RFC 1035 §3.2.1), and that are taken of a policy file. */
const MAX_RECORD = 65_535;

/** Whatever stands in a record, every reader may be given it. */
export function readPolicies(repeatedText: string): unknown {
  const text = repeatedText.slice(0, MAX_RECORD);
  return [
    textOfTxt(text),
    parseSpf(text),
    parseDmarc(text),
    parseDkimKey(text, rsaBits),
    parseStsRecord(text),
    parseStsPolicy(text),
    parseTlsRpt(text),
    parseBimi(text),
    parseTlsa(text),
    parseCaa(text),
  ];
}
