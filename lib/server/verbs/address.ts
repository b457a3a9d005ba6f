import { z } from 'zod';
import type { Subject } from '@/lib/blocklists/blocklist';
import { AddressView } from '@/lib/blocklists/view';
import { familyOf } from '@/lib/ip-family';
import { ownLink } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import { bracketed, parseLiteral } from '@/lib/target/literal';
import type { Services } from '../engine/services';
import { callerKey } from './caller-key';
import { ownNames } from './own-names';
import { query, verb } from './verb';

/** What is asked about; a name has at most 253 characters (RFC 1035 §2.3.4). */
export const LookUpAddress = z.strictObject({
  address: z
    .string()
    .max(253)
    .describe('a public IP address, or a name of ours: the HELO name, or the domain of the sender'),
});

/** Answer of `POST /api/addresses`. */
export const LookedUpAddress = AddressView.extend({
  url: z.string().describe('link of a page with the same, for half an hour, without the host'),
});

/** What was typed, understood; null where nobody is asked about it. */
function subjectOf(text: string, { settings }: Pick<Services, 'settings'>): Subject | null {
  const typed = text.trim().toLowerCase();
  const literal = bracketed(typed);
  if (literal === null) return ownNames(settings).includes(typed) ? { kind: 'name', text: typed } : null;
  const parsed = parseLiteral(literal, 0);
  if (!parsed.ok) return null;
  const { address } = parsed.value;
  return { kind: familyOf(address), text: address };
}

/** RFC 5782 has nothing to say of addresses that are no public ones. */
function isAsked({ kind, text }: Subject, { guard }: Pick<Services, 'guard'>): boolean {
  return kind === 'name' || guard(text) === null;
}

/** Asks about an address, or a name of ours. Throws `request-invalid` with `reason`, and `too-many-verifications`. */
export const lookUpAddress = verb(
  'start-checks',
  async (caller, { address }: z.infer<typeof LookUpAddress>, services) => {
    const subject = subjectOf(address, services);
    if (subject === null)
      throw new AppProblem('request-invalid', {
        say: 'It is neither an IP address nor a name of this installation.',
        fields: { reason: 'no-address' },
      });
    if (!isAsked(subject, services))
      throw new AppProblem('request-invalid', {
        say: `${subject.text} is no public address: no list has it.`,
        fields: { reason: 'not-public' },
      });
    await services.quotas.addresses.take(callerKey(caller));
    const view = await services.lookUpAddress(subject);
    services.addressViews.keep(view, view.about);
    return { ...view, url: ownLink(`/address/${encodeURIComponent(view.about)}`) };
  },
);

/** What is kept of an address or a name of ours; null where nobody is asked about it. Asks nobody. */
export const findAddress = query(
  'start-checks',
  (_, { address }: z.infer<typeof LookUpAddress>, services) => {
    const subject = subjectOf(address, services);
    if (subject === null) return null;
    const { text: about, kind } = subject;
    return { about, kind, isAsked: isAsked(subject, services), view: services.addressViews.get(about) };
  },
);
