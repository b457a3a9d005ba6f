import { z } from 'zod';
import { Identity } from '@/lib/dns/identity';
import { ResolverAnswer, ReverseName, ZoneView } from '@/lib/dns/trace';
import { DnssecView } from '@/lib/dnssec/evidence';
import { PoliciesView } from '@/lib/policy/view';
import { OtherRoute, Route } from '@/lib/route/route';
import { ControlAddress } from '@/lib/smtp/control-address';
import { ReachedBefore } from '@/lib/smtp/reached-before';
import { TlsOffer } from '@/lib/smtp/tls-offer';

/** Null until it is known; what is told later takes its place. */
function one<S extends z.ZodType>(value: S) {
  return { value, field: value.nullable(), nothing: null };
}

/** Any number of them, in the order in which they were told. */
function many<S extends z.ZodType>(value: S) {
  return { value, field: z.array(value), nothing: [] };
}

/**
 * What a check finds out beside its trace and its sessions. A line here is a field of the report and of the evidence, an
 * event of the stream, and a name that `record.tell` takes: nothing else has to list it.
 */
export const FACTS = {
  route: one(Route),
  otherRoutes: many(OtherRoute),
  zone: one(ZoneView.describe('the zone that holds the domain')),
  exchangeZones: many(
    ZoneView.describe('a zone that holds exchanges, or targets of aliases, and not the domain'),
  ),
  dnssec: one(DnssecView.describe('whether signatures prove the way of the mail')),
  resolvers: many(ResolverAnswer.describe('what a resolver says beside the authoritative servers')),
  reverse: many(ReverseName.describe('of an address of an exchange')),
  identity: one(Identity.describe('what a receiver finds that looks us up')),
  policies: one(PoliciesView.describe('what the domain publishes of its mail, and what our own does')),
  reached: one(ReachedBefore),
  tlsOffer: one(TlsOffer.describe('with what this installation opens TLS; told when it did')),
  controlAddress: one(ControlAddress.describe('whether something answers where nothing can listen')),
};

export type FactName = keyof typeof FACTS;
export type FactValue<N extends FactName> = z.infer<(typeof FACTS)[N]['value']>;

/** The facts as fields of a report. */
export type Facts = { [N in FactName]: z.infer<(typeof FACTS)[N]['field']> };

/** A fact that was found out. */
export type FactEvent = {
  [N in FactName]: { type: 'fact'; seq: number; name: N; value: FactValue<N> };
}[FactName];

export const FACT_FIELDS = eachFact<{ [N in FactName]: (typeof FACTS)[N]['field'] }>(({ field }) => field);

/** The facts of a check that has found out nothing. */
export function noFacts(): Facts {
  return eachFact<Facts>(({ nothing }) => nothing);
}

/** Sound when `valueOf` gives for each fact what `R` has under its name. */
function eachFact<R extends Record<FactName, unknown>>(
  valueOf: (fact: (typeof FACTS)[FactName]) => R[FactName],
): R {
  return Object.fromEntries(Object.entries(FACTS).map(([name, fact]) => [name, valueOf(fact)])) as R;
}
