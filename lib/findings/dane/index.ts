import { MAX_READ } from '@/lib/policy/dane/survey';
import { parseTlsa, tlsaNameOf } from '@/lib/policy/dane/tlsa';
import type { DaneHost } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { sessionLine } from '@/lib/report/reference';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import { hostLabels } from '../seen';
import { daneBarred, hasOtherExchange } from '../sender-kinds';
import type { Topic } from '../topic';
import { catalogue } from './catalogue';
import { renewal } from './renewal';

export const dane: Topic = {
  heading: 'DANE',
  catalogue,
  rules: [records, renewal],
};

/** What the TLSA records come to; exchanges with the same fault share one line. */
function* records(seen: Evidence): Iterable<Claim> {
  const { policies, target } = seen;
  if (policies === null) return;
  const { hosts, isMxSecure } = policies.dane;
  const of = (wanted: (host: DaneHost) => boolean) => {
    const group = hosts.filter(wanted);
    const names = group.map(({ exchange }) => exchange);
    return { group, names, proof: policyEvidence(group.flatMap(({ evidence }) => evidence)) };
  };
  const way = {
    isMxSigned: isMxSecure !== false,
    hasOther: hasOtherExchange(seen, daneBarred(policies)),
  };
  for (const host of hosts.filter(isMismatch))
    yield found('dane.mismatch', { ...way, ...compared(host), ofAuthority: ofAuthority(host) }, [
      ...policyEvidence(host.evidence),
      ...host.sessions.map((n) => sessionLine(n)),
    ]);
  for (const host of hosts.filter(({ state }) => state === 'partly')) {
    const unfit = seen.sessions.filter(({ n }) => host.unfit?.includes(n));
    yield found('dane.differs', { ...compared(host), at: hostLabels(unfit) }, [
      ...policyEvidence(host.evidence),
      ...unfit.map(({ n }) => sessionLine(n)),
    ]);
  }
  for (const host of hosts.filter(({ reason }) => reason === 'too-many'))
    yield found(
      'dane.many',
      { hosts: [host.exchange], count: host.published ?? 0, limit: MAX_READ },
      policyEvidence(host.evidence),
    );
  const plain = of(({ state, reason }) => state === 'mismatch' && reason === 'no-tls');
  if (plain.names.length > 0)
    yield found(
      'dane.no-tls',
      { ...way, hosts: plain.names, names: plain.group.map(tlsaNameOf) },
      plain.proof,
    );
  const silent = of(({ state }) => state === 'error');
  if (silent.names.length > 0)
    yield found(
      'dane.unanswered',
      { ...way, hosts: silent.names, names: silent.group.map(tlsaNameOf) },
      silent.proof,
    );
  const useless = of(({ state }) => state === 'unusable');
  if (useless.names.length > 0)
    yield found(
      'dane.unusable',
      {
        hosts: useless.names,
        records: useless.group.flatMap((host) => host.records.map(({ data }) => data)),
      },
      useless.proof,
    );
  const ignored = of(({ state, reason }) => state === 'ignored' && reason === 'unsigned');
  if (ignored.names.length > 0) yield found('dane.ignored', { hosts: ignored.names }, ignored.proof);
  const fitting = of((host) => host.state === 'ok' || isFormerMxUnsigned(host));
  if (fitting.names.length === 0) return;
  yield isMxSecure === false || fitting.group.some(isFormerMxUnsigned)
    ? found('dane.mx-unsigned', { domain: target.domain, hosts: fitting.names }, fitting.proof)
    : found('dane.fits', { hosts: fitting.names }, fitting.proof);
}

/** Compared, and not the same: an exchange that no session came to TLS with is another matter. */
function isMismatch({ state, reason }: DaneHost): boolean {
  return state === 'mismatch' && reason === null;
}

/** As it was written down before the MX records had a mark of their own. */
function isFormerMxUnsigned({ state, reason }: DaneHost): boolean {
  return state === 'ignored' && reason === 'mx-unsigned';
}

function compared(host: DaneHost) {
  const { exchange, records: set, served } = host;
  return { hosts: [exchange], names: [tlsaNameOf(host)], records: set.map(({ data }) => data), served };
}

function ofAuthority({ records: set }: DaneHost): string[] {
  return set.flatMap(({ data, fault }) => (fault === null && parseTlsa(data)?.usage === 2 ? [data] : []));
}
