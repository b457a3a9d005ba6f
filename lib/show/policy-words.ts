import type { SenderConduct, SenderKind } from '@/lib/findings/sender-kinds';
import { reasonWords } from '@/lib/findings/mtasts/reason';
import { tlsaNameOf } from '@/lib/policy/dane/tlsa';
import type {
  AskedPolicy,
  BimiView,
  DaneHost,
  DkimView,
  DmarcView,
  MtaStsView,
  PoliciesView,
  SpfView,
  TlsRptView,
} from '@/lib/policy/view';
import type { Tone } from './words';

/** One policy of a domain in words: its state, one sentence, and what it was read from. */
export interface PolicyRow {
  name: string;
  tone: Tone;
  state: string;
  say: string;
  /** Records and lines as they are published, each with where it stands. */
  records: readonly { at: string; text: string }[];
  /** How it was evaluated, step by step. */
  steps: readonly string[];
}

/** Every policy that a check has looked at, those that senders to the domain go by first. */
export function policyRows(domain: string, policies: PoliciesView): PolicyRow[] {
  const { mtaSts, dane, tlsRpt, spf, dmarc, dkim, bimi, leftOut = [] } = policies;
  const of = (policy: AskedPolicy, isOpen: boolean, row: PolicyRow): PolicyRow =>
    isOpen && leftOut.includes(policy) ? { ...row, ...LEFT_OUT } : row;
  return [
    daneRow(dane),
    of('mtaSts', mtaSts.reason === 'no-answer', mtaStsRow(domain, mtaSts)),
    of('tlsRpt', tlsRpt.reason === 'no-answer', tlsRptRow(domain, tlsRpt)),
    of('spf', spf.state === 'temperror', spfRow(spf, leftOut.includes('spf'))),
    of('dmarc', dmarc.state === 'temperror', dmarcRow(domain, dmarc, leftOut.includes('dmarc'))),
    ...dkim.map((key) => of('dkim', key.state === 'error', dkimRow(domain, key))),
    of('bimi', bimi.state === 'error', bimiRow(domain, bimi)),
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

function mtaStsRow(domain: string, sts: MtaStsView): PolicyRow {
  const [tone, state, say] = mtaStsWords(sts);
  return {
    name: 'MTA-STS',
    tone,
    state,
    say,
    records: [
      ...(sts.record === null ? [] : [{ at: `_mta-sts.${domain} TXT`, text: sts.record }]),
      ...(sts.policy === null ? [] : [{ at: sts.url ?? '', text: sts.policy }]),
    ],
    steps: sts.url === null ? [] : [`${sts.url}${sts.address === null ? '' : ` at ${sts.address}`}`],
  };
}

function mtaStsWords({
  state,
  reason,
  mxCovered,
  uncovered,
  line,
  record,
}: MtaStsView): readonly [Tone, string, string] {
  const isShort = mxCovered === false;
  const missing = `It does not name ${uncovered.join(', ')}.`;
  switch (state) {
    case 'absent':
      return ['unknown', 'none', 'No record says that there is a policy.'];
    case 'none':
      return ['note', 'mode none', 'The policy says that there is none any more.'];
    case 'testing':
      return [
        isShort ? 'wait' : 'note',
        'testing',
        isShort ? missing : 'Senders report what fails, and deliver.',
      ];
    case 'enforce':
      return isShort ? ['bad', 'enforced', missing] : ['good', 'enforced', 'It names every exchange.'];
    case 'invalid':
      return [
        'wait',
        'not valid',
        `Senders go on as if there were none: ${reason ?? ''}${line === null ? '' : ` (“${line}”)`}.`,
      ];
    case 'error':
      return [
        'wait',
        'not to be had',
        record === null
          ? 'The record could not be looked up.'
          : `The policy could not be fetched: ${reasonWords(reason ?? '')}.`,
      ];
  }
}

function tlsRptRow(domain: string, { state, record, reason, rua }: TlsRptView): PolicyRow {
  const none = ['unknown', 'none', 'Senders report nothing about TLS.'] as const;
  const rows = {
    none: reason === null ? none : (['wait', 'not to be had', 'No usable answer.'] as const),
    ok: ['good', 'valid', `Senders report how TLS went to ${rua.join(', ')}.`],
    invalid: ['wait', 'not valid', `Senders report nothing: ${reason ?? ''}.`],
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

/** What is said of senders that no other term names. */
const ALL_WORD = {
  '+': 'Everybody may send in its name.',
  '-': 'Who is not named may not send in its name.',
  '~': 'Who is not named probably may not send in its name.',
  '?': 'Of who is not named it says nothing.',
} as const;

function spfRow(spf: SpfView, isLeftOut: boolean): PolicyRow {
  const { state, all, lookups, isPartial, records, steps, cause } = spf;
  const count = `${isPartial === true ? `At least ${lookups}` : lookups} of 10 DNS lookups.`;
  const rows = {
    none: ['unknown', 'none', 'It does not say who may send in its name.'],
    ok: [
      all === '+' ? 'wait' : 'good',
      'valid',
      `${all === null ? 'Of who is not named it says nothing.' : ALL_WORD[all]} ${count}`,
    ],
    permerror: [
      'wait',
      'error',
      `Receivers cannot evaluate it: ${SPF_CAUSE[cause?.kind ?? 'syntax']}. ${count}`,
    ],
    temperror: ['wait', 'not to be had', `No usable answer about ${cause?.domain ?? 'it'}.`],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: 'SPF',
    tone,
    state: word,
    say,
    records: records.map(({ domain, text, by }) => ({
      at: `${domain} TXT${by === null ? '' : ` (by ${by})`}`,
      text,
    })),
    steps: steps.map(
      ({ depth, term, outcome, lookups: so }) =>
        `${'  '.repeat(depth)}${term}: ${outcome === 'error' ? (isLeftOut ? 'not asked to its end' : 'ends in an error') : `${so} lookups so far`}`,
    ),
  };
}

const SPF_CAUSE: Readonly<Record<NonNullable<SpfView['cause']>['kind'], string>> = {
  syntax: 'a term is not of the form',
  'several-records': 'there are several records',
  'too-many-lookups': 'it needs more lookups than are allowed',
  'too-many-void-lookups': 'too many lookups find nothing',
  'too-many-exchanges': 'a term leads to too many exchanges',
  'no-record': 'a term leads to a domain without a record',
  'no-name': 'a term leads to what is no name',
  'dns-failed': 'no usable answer',
};

const POLICY_WORD = {
  none: 'asks for nothing to be done with mail that fails',
  quarantine: 'asks for mail that fails to be set apart',
  reject: 'asks for mail that fails to be rejected',
} as const;

function dmarcRow(domain: string, dmarc: DmarcView, isLeftOut: boolean): PolicyRow {
  const { state, policy, from, record, walk, tag } = dmarc;
  const asks = policy === null ? '' : `It ${POLICY_WORD[policy]}`;
  const rows = {
    none: ['unknown', 'none', 'No record says what is to be done with mail that fails.'],
    ok: ['good', `p=${policy ?? ''}`, `${asks}.`],
    inherited: ['good', `${tag ?? 'p'}=${policy ?? ''}`, `${asks}, by the record of ${from ?? ''}.`],
    invalid: ['wait', 'does not count', 'Receivers apply no policy.'],
    temperror: ['wait', 'not to be had', 'No usable answer.'],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: 'DMARC',
    tone,
    state: word,
    say,
    records: record === null ? [] : [{ at: `_dmarc.${from ?? domain} TXT`, text: record }],
    steps: walk.map(
      ({ domain: at, outcome }) =>
        `_dmarc.${at}: ${WALK_WORD[outcome]}${outcome === 'failed' && isLeftOut ? ', or not asked' : ''}`,
    ),
  };
}

const WALK_WORD = {
  record: 'a record',
  none: 'no record',
  several: 'several records, all discarded',
  failed: 'no usable answer',
} as const;

function dkimRow(domain: string, { selector, state, key, bits, record, reason }: DkimView): PolicyRow {
  const what = key === null ? '' : `${key === 'rsa' ? 'RSA' : 'Ed25519'}, ${bits ?? 0} bits`;
  const rows = {
    none: ['wait', 'none', 'There is no key.'],
    ok: ['good', 'valid', `${what}.`],
    weak: ['wait', 'short', `${what}.`],
    invalid: ['wait', 'not valid', `It cannot be read: ${reason ?? ''}.`],
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

function bimiRow(domain: string, { state, record, reason, logo }: BimiView): PolicyRow {
  const rows = {
    none: ['unknown', 'none', 'No logo is shown beside mail from the domain.'],
    ok: ['good', 'valid', logo === '' ? 'It wants no logo shown.' : `The logo is ${logo ?? ''}.`],
    invalid: ['wait', 'not valid', `No logo is shown: ${reason ?? ''}.`],
    error: ['wait', 'not to be had', 'No usable answer.'],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    name: 'BIMI',
    tone,
    state: word,
    say,
    records: record === null ? [] : [{ at: `default._bimi.${domain} TXT`, text: record }],
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
