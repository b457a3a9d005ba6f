import type { Report } from '@/lib/report/report';
import { type Aspect, exactly, inAnyOrder } from '../aspect';

/** What signatures prove. How long they are valid is another time each time. */
export function dnssecAspects({ dnssec }: Report): Aspect[] {
  if (dnssec === null) return [];
  return [
    exactly('dnssec.state', '', [dnssec.state]),
    ...dnssec.links.flatMap(({ zone, state, reason, ds, keys }) => [
      exactly('dnssec.link', zone, said(state, reason)),
      inAnyOrder('dnssec.ds', zone, ds),
      inAnyOrder('dnssec.keys', zone, keys),
    ]),
    ...dnssec.answers.map(({ name, type, state, reason }) =>
      exactly('dnssec.answer', `${name} ${type}`, said(state, reason)),
    ),
  ];
}

function said(state: string, reason: string | null): string[] {
  return reason === null ? [state] : [state, reason];
}
