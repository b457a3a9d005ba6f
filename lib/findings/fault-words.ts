import type { BimiFault } from '@/lib/policy/bimi';
import type { DkimKeyFault } from '@/lib/policy/dkim/key';
import type { StsPolicyFault } from '@/lib/policy/mta-sts/policy';
import type { StsRecordFault } from '@/lib/policy/mta-sts/record';
import type { TlsRptFault } from '@/lib/policy/tls-rpt';

/** What is wrong with a published text, in words; what a former version has written down and this one does not know stands as it is. */
export function faultWords(of: keyof typeof FAULTS, what: string): string {
  const words: Readonly<Record<string, string>> = FAULTS[of];
  return words[what] ?? what;
}

const SEVERAL = { several: 'there are several records' };

const FAULTS = {
  'mta-sts record': {
    ...SEVERAL,
    version: 'it does not begin with “v=STSv1;”',
    'no-id': 'it has no id',
    'bad-id': 'its id is not 1 to 32 letters and digits',
    'bad-field': 'it has a field that is not of the form',
  } satisfies Words<StsRecordFault | 'several'>, // RFC 8461 §3.1
  'mta-sts policy': {
    version: 'the version is not STSv1',
    mode: 'the mode is not enforce, testing or none',
    mx: 'an mx line has no name of a host',
    'no-mx': 'it names no exchange (mx)',
    'max-age': 'max_age is no number of seconds up to 31557600',
    field: 'a line is not “name: value”',
  } satisfies Words<StsPolicyFault['what']>, // RFC 8461 §3.2
  'tls-rpt': {
    ...SEVERAL,
    version: 'it does not begin with “v=TLSRPTv1;”',
    'no-rua': 'it names nobody who gets the reports (rua)',
    'bad-rua': 'rua has something that is no address with mailto: or https: before it',
    'bad-field': 'it has a field that is not of the form',
  } satisfies Words<TlsRptFault | 'several'>, // RFC 8460 §3
  dkim: {
    ...SEVERAL,
    version: 'v= is not DKIM1, or does not stand first',
    'no-key': 'it has no key (p=)',
    'unknown-type': 'its key is of a type that receivers do not know (k=)',
    'bad-key': 'p= is no public key',
    'bad-tag': 'it has a part that is not “name=value”',
    repeated: 'a tag stands twice',
    service: 'the key is for something else than mail (s=)',
  } satisfies Words<DkimKeyFault | 'several'>, // RFC 6376 §3.6.1
  bimi: {
    ...SEVERAL,
    version: 'it does not begin with “v=BIMI1;”',
    'no-logo': 'it has no place of a logo (l=)',
    'bad-logo': 'l= is no address that begins with https://',
    'bad-evidence': 'a= is no address that begins with https://',
  } satisfies Words<BimiFault | 'several'>,
};

type Words<What extends string> = Readonly<Record<What, string>>;
