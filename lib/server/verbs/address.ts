import { z } from 'zod';
import type { Subject } from '@/lib/blocklists/blocklist';
import { AddressView } from '@/lib/blocklists/view';
import { ownLink } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import { hasLists, isPublic, subjectOf } from '../engine/address-subject';
import type { Services } from '../engine/services';
import { callerKey } from './caller-key';
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

/** What was typed, understood. Throws `request-invalid` with `reason` where no list has such as this. */
export function publicSubject(
  text: string,
  { settings, guard }: Pick<Services, 'settings' | 'guard'>,
): Subject {
  const subject = subjectOf(text, settings);
  if (subject === null)
    throw new AppProblem('request-invalid', {
      say: 'It is neither an IP address nor a name of this installation.',
      fields: { reason: 'no-address' },
    });
  if (!isPublic(subject, guard))
    throw new AppProblem('request-invalid', {
      say: `${subject.text} is no public address: no list has it.`,
      fields: { reason: 'not-public' },
    });
  return subject;
}

/** Asks about an address, or a name of ours. Throws `request-invalid` with `reason`, and `too-many-verifications`. */
export const lookUpAddress = verb(
  'start-checks',
  async (caller, { address }: z.infer<typeof LookUpAddress>, services) => {
    const subject = publicSubject(address, services);
    await services.quotas.addresses.take(callerKey(caller));
    const view = await services.lookUpAddress(subject, 'address');
    return { ...view, url: ownLink(`/address/${encodeURIComponent(view.about)}`) };
  },
);

/** What is kept of an address or a name of ours; null where nobody is asked about it. Asks nobody. */
export const findAddress = query(
  'start-checks',
  (_, { address }: z.infer<typeof LookUpAddress>, services) => {
    const subject = subjectOf(address, services.settings);
    if (subject === null) return null;
    const { settings, guard, addressViews } = services;
    const { text: about, kind } = subject;
    return {
      about,
      kind,
      isPublic: isPublic(subject, guard),
      hasLists: hasLists(subject, settings),
      view: addressViews.get(about),
    };
  },
);
