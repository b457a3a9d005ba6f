import type { DaneHost, PoliciesView } from '@/lib/policy/view';
import type { Report } from '@/lib/report/report';
import { type Aspect, exactly, inAnyOrder } from '../aspect';

/** What the domain publishes of its mail. A record that could not be had is known by its state alone. */
export function policyAspects({ policies }: Report): Aspect[] {
  if (policies === null) return [];
  const { spf, dmarc, tlsRpt, bimi, dkim, dane } = policies;
  return [
    exactly('policies.spf-state', '', [spf.state]),
    exactly(
      'policies.spf',
      '',
      spf.records.flatMap(({ by, text }) => (by === null ? [text] : [])),
    ),
    inAnyOrder('policies.spf-includes', '', spf.records.flatMap(includedRecord)),
    exactly('policies.dmarc-state', '', [dmarc.state]),
    exactly('policies.dmarc', '', present(dmarc.record)),
    ...mtaStsAspects(policies),
    exactly('policies.tls-rpt', '', present(tlsRpt.record)),
    exactly('policies.bimi', '', present(bimi.record)),
    ...dkim.map(({ selector, state, record }) =>
      exactly('policies.dkim', selector, [state, ...present(record)]),
    ),
    ...dane.hosts.flatMap(daneAspects),
  ];
}

function includedRecord({ domain, text, by }: PoliciesView['spf']['records'][number]): string[] {
  return by === null ? [] : [`${domain}: ${text}`];
}

/** RFC 8461 §3.3: names of the exchanges, in any order. */
function mtaStsAspects({ mtaSts: { state, record, mx, maxAgeSeconds } }: PoliciesView): Aspect[] {
  return [
    exactly('policies.mta-sts-state', '', [state]),
    exactly('policies.mta-sts-record', '', present(record)),
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
    inAnyOrder(
      'policies.dane',
      exchange,
      records.map(({ data }) => data),
    ),
  ];
}

function present(text: string | null): string[] {
  return text === null ? [] : [text];
}
