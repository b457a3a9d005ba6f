import { correctedDmarc, isDmarcLookAlike } from '@/lib/policy/dmarc/look-alike';
import { type DmarcPolicy, isDmarc, parseDmarc } from '@/lib/policy/dmarc/record';
import { MILD_FIRST, repairedDmarc, strictestDmarc } from '@/lib/policy/dmarc/repair';
import type { DmarcView } from '@/lib/policy/view';
import type { Evidence } from '@/lib/report/evidence';
import { type Claim, found } from '../found';
import { isTheirSilence, policyEvidence } from '../policy-evidence';
import { repeated } from '../spf/record-at';

/** What is wrong with the DMARC record that counts for the domain, if anything. */
export function* record(seen: Evidence): Iterable<Claim> {
  const {
    policies,
    target: { domain },
  } = seen;
  const dmarc = policies?.dmarc;
  if (dmarc === undefined) return;
  const { walk, from } = dmarc;
  const steps = walk.flatMap(({ evidence }) => evidence);
  const proof = policyEvidence(steps);
  const namesOf = (outcomes: readonly string[]) =>
    walk.filter(({ outcome }) => outcomes.includes(outcome)).map((step) => `_dmarc.${step.domain}`);
  const at = from ?? domain;
  switch (dmarc.state) {
    case 'none':
      yield (
        lookAlike(dmarc, domain) ??
        found('dmarc.none', { domain, asked: namesOf(['none', 'several']) }, proof)
      );
      return;
    case 'temperror':
      if (isTheirSilence(seen, 'dmarc', steps))
        yield found('dmarc.unanswered', { domain, asked: namesOf(['failed']) }, proof);
      return;
    case 'invalid':
      yield found(
        'dmarc.invalid',
        {
          domain,
          at,
          kind: from === null ? 'several' : 'nothing',
          kept: from === null ? (strictestDmarc(walk[0]?.others.filter(isDmarc) ?? []) ?? '') : '',
        },
        proof,
      );
      return;
    case 'ok':
    case 'inherited': {
      const passedOver = lookAlike(dmarc, domain);
      if (passedOver !== null) yield passedOver;
      yield* flaws(dmarc, domain, at);
    }
  }
}

/** The first name below the record that counts where a text wants to be one; what a registry has at its own is not asked about. */
function lookAlike({ walk, from }: DmarcView, domain: string): Claim | null {
  const end = walk.findIndex((step) => step.domain === from);
  for (const { domain: at, outcome, others, evidence } of end === -1 ? walk : walk.slice(0, end)) {
    const text = outcome === 'none' && at.includes('.') ? others.find(isDmarcLookAlike) : undefined;
    if (text === undefined) continue;
    const args = { domain, at, text, record: repeated(correctedDmarc(text)), from: from ?? '' };
    return found('dmarc.look-alike', args, policyEvidence(evidence));
  }
  return null;
}

function* flaws(dmarc: DmarcView, domain: string, at: string): Iterable<Claim> {
  const { faults, permissions, walk, record: text } = dmarc;
  const repair = { domain, at, record: repairedDmarc(text ?? '') ?? '' };
  const proof = policyEvidence(walk.find((step) => step.domain === at)?.evidence ?? []);
  const partsOf = (kinds: readonly string[]) =>
    faults
      .filter(({ what }) => kinds.includes(what))
      .map(({ tag, value }) => (value === '' ? tag : `${tag}=${value}`));
  const wrong = partsOf(['bad-value', 'no-tag', 'repeated']);
  // RFC 9989 §4.10.1.
  const isPolicyLost = faults.some(
    ({ tag, what }) => what === 'bad-value' && ['p', 'sp', 'np'].includes(tag),
  );
  if (wrong.length > 0) yield found('dmarc.faults', { ...repair, parts: wrong, isPolicyLost }, proof);
  const former = partsOf(['removed']);
  if (former.length > 0) yield found('dmarc.former-tags', { ...repair, parts: former }, proof);
  const { p, milder } = policiesBelow(dmarc);
  if (milder.length > 0)
    yield found(
      'dmarc.subdomains',
      {
        domain,
        at,
        record:
          repairedDmarc(
            text ?? '',
            milder.map(({ tag }) => tag),
          ) ?? '',
        p,
        parts: milder.map(({ tag, policy }) => `${tag}=${policy}`),
      },
      proof,
    );
  const refused = permissions.filter(({ state }) => state === 'none' || state === 'invalid');
  if (refused.length > 0)
    yield found(
      'dmarc.reports-not-taken',
      {
        domain,
        at,
        targets: refused.map(({ target }) => target),
        names: refused.map(({ name }) => name),
        takers: takersOf(dmarc),
      },
      policyEvidence(refused.flatMap(({ evidence }) => evidence)),
    );
}

/** Domains that take reports: others that permit it, and those of the same organisation, whose permission nobody asks for (RFC 9990 §4). */
function takersOf({ record, permissions }: DmarcView): string[] {
  const { rua, ruf } = parseDmarc(record ?? '');
  const others = permissions.filter(({ state }) => state !== 'permitted').map(({ target }) => target);
  const domains = [...rua, ...ruf].flatMap(
    ({ address }) => address?.slice(address.lastIndexOf('@') + 1) ?? [],
  );
  return [...new Set(domains)].filter((domain) => !others.includes(domain));
}

/** RFC 9989 §4.7: the policies for names below that are milder than that of the domain itself. */
function policiesBelow({ record }: DmarcView) {
  const { p, sp, np } = parseDmarc(record ?? '');
  const isMilder = (policy: DmarcPolicy) => MILD_FIRST.indexOf(policy) < MILD_FIRST.indexOf(p ?? 'none');
  const below = [
    { tag: 'sp', policy: sp },
    { tag: 'np', policy: np },
  ] as const;
  return {
    p: p ?? 'none',
    milder: below.flatMap(({ tag, policy }) =>
      policy !== null && isMilder(policy) ? [{ tag, policy }] : [],
    ),
  };
}
