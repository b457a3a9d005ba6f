import type { DnssecView } from '@/lib/dnssec/evidence';
import { isRenewalForbidden } from '@/lib/policy/renewal';
import type { CaaView } from '@/lib/policy/view';
import { answerWords, linkWords } from './dnssec-marks';
import type { PolicyRow } from './policy-row';

/** Whether signatures prove the way of the mail: DANE and much else rests on it. */
export function dnssecRow(dnssec: DnssecView | null): PolicyRow {
  const row = { name: 'DNSSEC', records: [] };
  if (dnssec === null)
    return { ...row, tone: 'unknown', state: 'not known', say: 'It was not looked at.', steps: [] };
  const { state, links, answers } = dnssec;
  const open = answers.flatMap(({ name, type, state: own }) => (own === state ? [`${name} ${type}`] : []));
  const rows = {
    secure: ['good', 'proven', 'Signatures prove the way of the mail, as far as it was looked up.'],
    insecure: ['unknown', 'not signed', `Signatures do not prove ${open.join(', ')}.`],
    bogus: ['bad', 'not believed', `Resolvers that validate do not believe ${open.join(', ')}.`],
    indeterminate: ['unknown', 'not known', `It could not be found out of ${open.join(', ')}.`],
  } as const;
  const [tone, word, say] = rows[state];
  return {
    ...row,
    tone,
    state: word,
    say,
    steps: [
      ...links.map((link) => `${link.zone}: ${linkWords(link)}`),
      ...answers.map((one) => `${one.name} ${one.type}: ${answerWords(one)}`),
    ],
  };
}

/** Who may issue the next certificate of an exchange, where that was asked for. */
export function caaRow(caa: readonly CaaView[] | undefined): PolicyRow {
  const [tone, state, say] = caaWords(caa);
  return {
    name: 'CAA',
    tone,
    state,
    say,
    records: [],
    steps: (caa ?? []).map(
      ({ exchange, at, allowed }) =>
        `${exchange}, by the records at ${at}: ${allowed.join(', ') || 'nobody'} may issue`,
    ),
  };
}

function caaWords(caa: readonly CaaView[] | undefined): readonly [PolicyRow['tone'], string, string] {
  if (caa === undefined)
    return [
      'unknown',
      'not asked for',
      'It is asked for when a trusted certificate of an exchange is in the last third of its life.',
    ];
  const forbidden = caa.filter(isRenewalForbidden).map(({ exchange }) => exchange);
  if (forbidden.length > 0)
    return ['wait', 'forbids', `The next certificate of ${forbidden.join(', ')} may not be issued.`];
  if (caa.length === 0)
    return [
      'unknown',
      'no limit seen',
      'No record was found that limits who may issue the next certificate.',
    ];
  return caa.some(({ authority }) => authority === null)
    ? [
        'unknown',
        'limited',
        'Whether the authority of a certificate is among those that may issue is not known.',
      ]
    : ['good', 'permits', 'The authorities of the present certificates may issue the next ones.'];
}
