import type { DaneHost } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { sessionLine } from '@/lib/report/reference';
import { type Claim, found } from '../found';
import { policyEvidence } from '../policy-evidence';
import type { Topic } from '../topic';
import { catalogue } from './catalogue';

export const dane: Topic = {
  heading: 'DANE',
  catalogue,
  rules: [records],
};

/** What the TLSA records come to; exchanges with the same fault share one line. */
function* records({ policies }: Evidence): Iterable<Claim> {
  const hosts = policies?.dane.hosts ?? [];
  const of = (wanted: (host: DaneHost) => boolean) => {
    const group = hosts.filter(wanted);
    const names = group.map(({ exchange }) => exchange);
    return { group, names, proof: policyEvidence(group.flatMap(({ evidence }) => evidence)) };
  };
  for (const host of hosts.filter(isMismatch))
    yield found(
      'dane.mismatch',
      { hosts: [host.exchange], records: host.records.map(({ data }) => data), served: host.served },
      [...policyEvidence(host.evidence), ...host.sessions.map((n) => sessionLine(n))],
    );
  const plain = of(({ state, reason }) => state === 'mismatch' && reason === 'no-tls');
  if (plain.names.length > 0) yield found('dane.no-tls', { hosts: plain.names }, plain.proof);
  const silent = of(({ state }) => state === 'error');
  if (silent.names.length > 0) yield found('dane.unanswered', { hosts: silent.names }, silent.proof);
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
  for (const isMx of [false, true]) {
    const ignored = of(({ state, reason }) => state === 'ignored' && (reason === 'mx-unsigned') === isMx);
    if (ignored.names.length > 0) yield found('dane.ignored', { hosts: ignored.names, isMx }, ignored.proof);
  }
  const fitting = of(({ state }) => state === 'ok');
  if (fitting.names.length > 0) yield found('dane.fits', { hosts: fitting.names }, fitting.proof);
}

/** Compared, and not the same: an exchange that no session came to TLS with is another matter. */
function isMismatch({ state, reason }: DaneHost): boolean {
  return state === 'mismatch' && reason === null;
}
