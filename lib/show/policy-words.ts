import { faultWords } from '@/lib/findings/fault-words';
import type { SenderConduct, SenderKind } from '@/lib/findings/sender-kinds';
import { whyNoLogo } from '@/lib/policy/bimi-dmarc';
import { tlsaNameOf } from '@/lib/policy/dane/tlsa';
import type {
  AskedPolicy,
  BimiView,
  DaneHost,
  DkimView,
  DmarcView,
  PoliciesView,
  TlsRptView,
} from '@/lib/policy/view';
import { dmarcRow } from './dmarc-words';
import { mtaStsRow } from './mta-sts-words';
import type { PolicyRow } from './policy-row';
import { sentences } from './sentences';
import { spfRow } from './spf-words';
import type { Tone } from './words';
import { caaRow } from './zone-policy-words';

/**
 * Every policy that a check has looked at, those that senders to the domain go by first; what senders do tells whether an enforced one
 * is met.
 */
export function policyRows(
  domain: string,
  policies: PoliciesView,
  conduct: readonly SenderConduct[],
): PolicyRow[] {
  const { mtaSts, dane, tlsRpt, spf, dmarc, dkim, bimi, caa, leftOut = [] } = policies;
  const of = (policy: AskedPolicy, isOpen: boolean, row: PolicyRow): PolicyRow =>
    isOpen && leftOut.includes(policy) ? { ...row, ...LEFT_OUT } : row;
  return [
    daneRow(dane),
    of('mtaSts', mtaSts.reason === 'no-answer', mtaStsRow(domain, mtaSts, conduct)),
    of('tlsRpt', tlsRpt.reason === 'no-answer', tlsRptRow(domain, tlsRpt)),
    of('spf', spf.state === 'temperror', spfRow(spf, leftOut.includes('spf'))),
    of('dmarc', dmarc.state === 'temperror', dmarcRow(domain, dmarc, leftOut.includes('dmarc'))),
    ...dkim.map((key) => of('dkim', key.state === 'error', dkimRow(domain, key))),
    of('bimi', bimi.state === 'error', bimiRow(domain, bimi, dmarc)),
    caaRow(caa),
  ];
}

/** Nobody has failed there. */
const LEFT_OUT: Pick<PolicyRow, 'tone' | 'state' | 'say'> = {
  tone: 'unknown',
  state: 'not known',
  say: 'It was not asked to its end, by a limit or a choice of this installation.',
};

function daneRow({ hosts, isMxSecure }: PoliciesView['dane']): PolicyRow {
  const of = (state: DaneHost['state']) =>
    hosts.filter((host) => host.state === state).map(({ exchange }) => exchange);
  const [tone, state, say] = daneWords(of, isMxSecure === false ? 'Some senders' : 'Senders');
  return {
    name: 'DANE',
    tone,
    state,
    say,
    records: hosts.flatMap((host) =>
      host.records.map(({ data }) => ({ at: `${tlsaNameOf(host)} TLSA`, text: data })),
    ),
    steps: hosts.flatMap(({ exchange, records, served, sessions }) => [
      ...records.map(
        ({ data, matches, fault }) => `${exchange}: ${shortened(data)}: ${matchWords(matches, fault)}`,
      ),
      ...served.map((data) => `${exchange} shows ${shortened(data)} (session ${sessions.join(', ')})`),
    ]),
  };
}

function daneWords(of: (state: DaneHost['state']) => string[], who: string): readonly [Tone, string, string] {
  const wrong = [...of('mismatch'), ...of('error')];
  if (wrong.length > 0)
    return ['bad', 'fails', `${who} that go by DANE do not deliver to ${wrong.join(', ')}.`];
  const partly = of('partly');
  if (partly.length > 0)
    return ['wait', 'fits in part', `Not every address of ${partly.join(', ')} shows what the records name.`];
  if (of('unusable').length > 0)
    return ['wait', 'does not count', 'No record is of a form that counts for SMTP.'];
  if (of('unknown').length > 0)
    return [
      'unknown',
      'not known',
      'Whether there are records, or whether they count and fit, could not be found out.',
    ];
  if (of('ok').length > 0) return ['good', 'fits', 'What is served is what the records name.'];
  if (of('ignored').length > 0)
    return ['wait', 'ignored', 'There are records, and signatures do not prove them or the way to them.'];
  return ['unknown', 'none', 'No exchange has TLSA records.'];
}

function matchWords(matches: boolean | null, fault: string | null): string {
  if (fault !== null) return FAULT_WORD[fault] ?? fault;
  if (matches === null) return 'not compared';
  return matches ? 'fits' : 'does not fit';
}

const FAULT_WORD: Readonly<Record<string, string>> = {
  'pkix-usage': 'does not count for SMTP (usage 0 and 1)',
  'unknown-usage': 'a usage that is not known',
  'unknown-selector': 'a selector that is not known',
  'unknown-matching': 'a matching type that is not known',
  'bad-length': 'not of the length of its digest',
  unreadable: 'cannot be read',
  'weaker-digest': 'does not count beside one with a stronger digest',
};

/** Digests are long, and their beginning tells them apart. */
function shortened(data: string): string {
  return data.length > 40 ? `${data.slice(0, 30)}…` : data;
}

function tlsRptRow(domain: string, { state, record, reason, rua }: TlsRptView): PolicyRow {
  const none = ['unknown', 'none', 'Senders report nothing about TLS.'] as const;
  const rows = {
    none: reason === null ? none : (['wait', 'not to be had', 'No usable answer.'] as const),
    ok: ['good', 'valid', `Senders report how TLS went to ${rua.join(', ')}.`],
    invalid: ['wait', 'not valid', `Senders report nothing: ${faultWords('tls-rpt', reason ?? '')}.`],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: 'TLS-RPT',
    tone,
    state: word,
    say,
    records: record === null ? [] : [{ at: `_smtp._tls.${domain} TXT`, text: record }],
    steps: [],
  };
}

/** RFC 6376 §3.6.1. */
const TESTING = 'The domain tests it (t=y): mail with it is to be treated as if it were not signed.';

function dkimRow(domain: string, dkim: DkimView): PolicyRow {
  const { selector, state, key, bits, record, reason, isTest } = dkim;
  const testing = isTest ? TESTING : '';
  const what = key === null ? '' : `${key === 'rsa' ? 'RSA' : 'Ed25519'}, ${bits ?? 0} bits`;
  const rows = {
    none: ['wait', 'none', 'There is no key.'],
    ok: [isTest ? 'wait' : 'good', isTest ? 'valid, for tests' : 'valid', sentences(`${what}.`, testing)],
    weak: ['wait', 'short', sentences(`${what}.`, testing)],
    invalid: ['wait', 'not valid', `It cannot be used: ${faultWords('dkim', reason ?? '')}.`],
    revoked: ['wait', 'revoked', 'The key is no longer good.'],
    error: ['wait', 'not to be had', 'No usable answer.'],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: `DKIM ${selector}`,
    tone,
    state: word,
    say,
    records: record === null ? [] : [{ at: `${selector}._domainkey.${domain} TXT`, text: record }],
    steps: [],
  };
}

function bimiRow(
  domain: string,
  { state, record, reason, logo, from = domain }: BimiView,
  dmarc: DmarcView,
): PolicyRow {
  const isBarred = Boolean(logo) && whyNoLogo(dmarc) !== null;
  const rows = {
    none: ['unknown', 'none', 'No logo is shown beside mail from the domain.'],
    ok: isBarred
      ? (['wait', 'not shown', `The logo is ${logo ?? ''}; the DMARC policy is too weak for it.`] as const)
      : (['good', 'valid', logo === '' ? 'It wants no logo shown.' : `The logo is ${logo ?? ''}.`] as const),
    invalid: ['wait', 'not valid', `No logo is shown: ${faultWords('bimi', reason ?? '')}.`],
    error: ['wait', 'not to be had', 'No usable answer.'],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: 'BIMI',
    tone,
    state: word,
    say,
    records: record === null ? [] : [{ at: `default._bimi.${from} TXT`, text: record }],
    steps: [],
  };
}

/** What each kind of sender does; one row where no policy makes a difference, and all are known. */
export function conductRows(conduct: readonly SenderConduct[]): { who: string; tone: Tone; say: string }[] {
  const rows = conduct.map((one) => ({ who: SENDER_WORD[one.kind], ...conductWords(one) }));
  const [first, ...others] = rows;
  const isOfAll =
    conduct.some(({ kind }) => kind === 'both') && others.every(({ say }) => say === first?.say);
  if (first === undefined || !isOfAll) return rows;
  return [{ ...first, who: 'Every sender, whatever it goes by' }];
}

/** Who is of each kind. */
const SENDER_WORD: Readonly<Record<SenderKind, string>> = {
  opportunistic: 'A server that goes by neither, as most',
  'mta-sts': 'Who goes by MTA-STS: Gmail, Yahoo',
  dane: 'Who goes by DANE: GMX, web.de, Postfix or Exim with it',
  'dane-any-mx': 'Postfix with DANE, which goes by TLSA records behind unsigned MX records, too',
  both: 'Who goes by both: Microsoft 365',
};

/** What one kind of sender does, in a sentence. */
function conductWords({ does, because, barred }: SenderConduct): { tone: Tone; say: string } {
  switch (does) {
    case 'keeps':
      return {
        tone: 'bad',
        say: `keeps the mail, and returns it in the end: ${because === 'dane' ? 'DANE' : 'MTA-STS'} bars ${barred.join(', ')}`,
      };
    case 'part':
      return { tone: 'wait', say: `delivers, but never to ${barred.join(', ')}` };
    case 'delivers-by-records':
      return { tone: 'good', say: 'delivers, over TLS as the TLSA records of each exchange demand' };
    case 'delivers-proven':
      return { tone: 'good', say: 'delivers, over TLS whose certificate is checked' };
    case 'delivers':
      return {
        tone: 'good',
        say:
          because === 'mta-sts-testing'
            ? 'delivers, and reports what would fail'
            : 'delivers, over TLS where it is offered, whatever the certificate',
      };
  }
}
