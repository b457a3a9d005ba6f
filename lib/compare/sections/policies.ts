import type { DaneHost, PoliciesView } from '@/lib/policy/view';
import type { Report } from '@/lib/report/report';
import { type Aspect, exactly, inAnyOrder } from '../aspect';

/** What the domain publishes of its mail, as far as an answer came: without one a record is neither there nor gone. */
export function policyAspects({ policies }: Report): Aspect[] {
  if (policies === null) return [];
  const { spf, dmarc, tlsRpt, bimi, dkim, dane } = policies;
  return [
    ...spfAspects(spf),
    exactly('policies.dmarc-state', '', [dmarc.state]),
    ...(dmarc.state === 'temperror' ? [] : [exactly('policies.dmarc', '', present(dmarc.record))]),
    ...mtaStsAspects(policies),
    ...(tlsRpt.state === 'none' && tlsRpt.reason !== null
      ? []
      : [exactly('policies.tls-rpt', '', present(tlsRpt.record))]),
    ...(bimi.state === 'error' ? [] : [exactly('policies.bimi', '', present(bimi.record))]),
    ...dkim.map(({ selector, state, record }) =>
      exactly('policies.dkim', selector, [state, ...present(record)]),
    ),
    ...dane.hosts.flatMap(daneAspects),
  ];
}

function spfAspects({ state, records }: PoliciesView['spf']): Aspect[] {
  const own = records.flatMap(({ by, text }) => (by === null ? [text] : []));
  const isUnseen = state === 'temperror';
  return [
    exactly('policies.spf-state', '', [state]),
    ...(isUnseen && own.length === 0 ? [] : [exactly('policies.spf', '', own)]),
    ...(isUnseen ? [] : [inAnyOrder('policies.spf-includes', '', records.flatMap(includedRecord))]),
  ];
}

function includedRecord({ domain, text, by }: PoliciesView['spf']['records'][number]): string[] {
  return by === null ? [] : [`${domain}: ${text}`];
}

/** RFC 8461 §3.3: names of the exchanges, in any order. */
function mtaStsAspects({ mtaSts: { state, record, mx, maxAgeSeconds } }: PoliciesView): Aspect[] {
  return [
    exactly('policies.mta-sts-state', '', [state]),
    ...(state === 'error' && record === null
      ? []
      : [exactly('policies.mta-sts-record', '', present(record))]),
    ...(maxAgeSeconds === null
      ? []
      : [
          inAnyOrder('policies.mta-sts-mx', '', mx),
          exactly('policies.mta-sts-age', '', [String(maxAgeSeconds)]),
        ]),
  ];
}

function daneAspects({ exchange, state, reason, records }: DaneHost): Aspect[] {
  return [
    exactly('policies.dane-state', exchange, [state, ...present(reason)]),
    ...(records.length === 0 && (state === 'error' || state === 'unknown')
      ? []
      : [
          inAnyOrder(
            'policies.dane',
            exchange,
            records.map(({ data }) => data),
          ),
        ]),
  ];
}

function present(text: string | null): string[] {
  return text === null ? [] : [text];
}
